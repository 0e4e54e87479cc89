"""The built program, run as people run it: a database of its own, a port of its own, stopped by SIGTERM."""

import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request

HOME = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("ESSAIM_BINARY", HOME / ".build/debug/essaim")).resolve()
PASSWORD = "ruche-en-demonstration"


def environment():
    """Ours without the options that somebody may have set for a server of their own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ESSAIM_")}


def seed(database):
    """Makes the demonstration's database."""
    subprocess.run(
        [BINARY, "seed", "--database", database], cwd=HOME, env=environment(), check=True, timeout=120,
        stdout=subprocess.DEVNULL)


def copy_database(source, target):
    """Copies a database whether or not a server has it open."""
    with sqlite3.connect(source) as here, sqlite3.connect(target) as there:
        here.backup(there)
    here.close()
    there.close()
    return target


def give_everybody_the_password(database):
    """Lets a test sign in as any author of the demonstration, not only as those with a known account."""
    with sqlite3.connect(database) as connection:
        connection.execute(
            "UPDATE member SET password = (SELECT password FROM member WHERE email = ?) "
            "WHERE password IS NOT NULL", ["assure@demo.example"])
    connection.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`essaim serve` on a database; its log is shown when it does not come up."""

    def __init__(self, database, port=None, options=()):
        self.database = pathlib.Path(database)
        self.port = port or free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.options = list(options)
        self.log = self.database.with_suffix(".log")
        self.process = None

    def start(self, patience=15):
        """Starts it; answers how many seconds passed until it answered."""
        began = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve", "--host", "127.0.0.1", "--port", str(self.port), "--database", self.database,
                 "--home", HOME, *self.options],
                cwd=self.database.parent, env=environment(), stdout=log, stderr=log)
        while time.monotonic() - began < patience:
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended at once:\n{self.log.read_text()[-4000:]}")
            try:
                with urllib.request.urlopen(f"{self.origin}/healthz", timeout=5) as answer:
                    if answer.status == 200:
                        return time.monotonic() - began
            except (urllib.error.URLError, OSError):
                time.sleep(0.01)
        self.kill()
        raise AssertionError(f"the server does not answer:\n{self.log.read_text()[-4000:]}")

    def stop(self):
        """Asks it to finish, and insists that it does."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                code = self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError("the server does not stop when asked") from None
            assert code == 0, f"the server ended with {code}:\n{self.log.read_text()[-4000:]}"
        self.process = None

    def kill(self):
        """Ends it at once, whatever it is doing."""
        self.process.kill()
        self.process.wait()

    def rows(self, statement, parameters=()):
        """What a statement reads from the database."""
        connection = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True, timeout=10)
        try:
            return connection.execute(statement, parameters).fetchall()
        finally:
            connection.close()

    def value(self, statement, parameters=()):
        """The only value that a statement reads."""
        [(value,)] = self.rows(statement, parameters)
        return value

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()


def served_copy(source, folder, options=()):
    """A server on its own copy of a database."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    database = copy_database(source, folder / "essaim.sqlite")
    return Server(database, options=options)


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
