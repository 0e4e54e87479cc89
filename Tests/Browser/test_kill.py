"""Sudden death: the server is killed at random moments while people vote and write. What was acknowledged is
there afterwards, the file is sound, and people are served again within a second.

`ESSAIM_KILLS` says how often it is killed."""

import http.client
import os
import random
import sqlite3
import threading
import time
import urllib.parse

import pytest

from places import challenge_in
from reader import Reader, fields_of
from server import BINARY
from server import served_copy

KILLS = int(os.environ.get("ESSAIM_KILLS", "20"))
SEED = int(os.environ.get("ESSAIM_SEED", random.randrange(1_000_000)))
PEOPLE = 6
# A build for debugging compiles its templates about ten times as slowly as the one that is delivered.
PATIENCE = 1.0 if "release" in BINARY.parts else 10.0


class Citizen:
    """Somebody who votes and submits without rest, and remembers what was acknowledged."""

    def __init__(self, server, number, email, voting, submitting):
        self.server = server
        self.email = email
        self.reader = Reader(server.origin).sign_in(email)
        self.random = random.Random(SEED * 100 + number)
        self.submitting = submitting
        self.member = server.value("SELECT id FROM member WHERE email = ?", [email])
        supported = {i for (i,) in server.rows("SELECT idea_id FROM vote WHERE member_id = ?", [self.member])}
        others = server.rows(
            "SELECT id FROM idea WHERE challenge_id = ? AND visibility = 'public' AND author_id <> ? ORDER BY id",
            [voting, self.member])
        # What the server has acknowledged: whether each idea is supported. An act whose answer never came may have
        # happened or not, and is settled by looking.
        self.supports = {idea: idea in supported for (idea,) in others}
        # Within the quota whatever happens: this person changes their mind about three ideas only.
        given = [i for i in self.supports if self.supports[i]]
        self.playground = given[:3] or list(self.supports)[:3]
        self.doubtful_votes = {}
        self.submitted = set()
        self.doubtful_titles = set()
        self.token = self._token()
        self.acts = 0
        self.trouble = None

    def _token(self):
        page = self.reader.open(f"/fr/challenges/{self.submitting}/ideas/new")
        form = page.form("/ideas/new")
        self.submit_action = form.get("action")
        return dict(fields_of(form))["formToken"]

    def live(self, is_over):
        """Acts until the server dies or the moment is over."""
        while not is_over.is_set():
            try:
                self.submit() if self.random.random() < 0.3 else self.vote()
            except (OSError, http.client.HTTPException):
                self.reader.close()
                return
            except AssertionError as error:
                self.trouble = error
                return

    def vote(self):
        idea = self.random.choice(self.playground)
        withdraws = self.supports[idea]
        self.doubtful_votes[idea] = not withdraws
        answer = self.reader.post(
            f"/fr/ideas/{idea}/vote" + ("/withdraw" if withdraws else ""), {"formToken": self.token}, follow=False)
        if answer.status == 429:
            del self.doubtful_votes[idea]
            time.sleep(0.2)
            return
        assert answer.status == 303, (answer.status, answer.text[:300])
        self.supports[idea] = not withdraws
        del self.doubtful_votes[idea]
        self.acts += 1

    def submit(self):
        title = f"Une idée avant la panne {self.random.getrandbits(60):x}"
        self.doubtful_titles.add(title)
        answer = self.reader.post(
            self.submit_action,
            {"formToken": self.token, "title": title, "text": "Un texte qui ne doit jamais se perdre.", "act": "submit",
             # All of them resemble each other, and that was said.
             "seen": "yes"},
            follow=False)
        if answer.status == 429:
            self.doubtful_titles.discard(title)
            time.sleep(0.2)
            return
        assert answer.status == 303, (answer.status, answer.text[:300])
        assert urllib.parse.urlsplit(answer.headers["Location"]).path.endswith("/receipt"), answer.headers["Location"]
        self.submitted.add(title)
        self.doubtful_titles.discard(title)
        self.acts += 1

    def check(self, connection):
        """Everything acknowledged is there, once; what was not is now known."""
        if self.trouble:
            raise self.trouble
        present = {i for (i,) in connection.execute("SELECT idea_id FROM vote WHERE member_id = ?", [self.member])}
        for idea in self.doubtful_votes:
            self.supports[idea] = idea in present
        self.doubtful_votes.clear()
        lost = [i for i, given in self.supports.items() if given != (i in present)]
        assert not lost, f"{self.email}: the acknowledged votes on {lost} are not as they were acknowledged"
        titles = [t for (t,) in connection.execute("SELECT title FROM idea WHERE author_id = ?", [self.member])]
        for title in self.submitted:
            assert titles.count(title) == 1, f"{self.email}: {title} is there {titles.count(title)} times"
        self.submitted |= {t for t in self.doubtful_titles if t in titles}
        assert all(titles.count(t) <= 1 for t in self.doubtful_titles)
        self.doubtful_titles.clear()


@pytest.fixture
def doomed(demonstration, tmp_path):
    server = served_copy(demonstration, tmp_path)
    server.start()
    yield server
    server.stop()


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(doomed, capsys):
    chance = random.Random(SEED)
    voting, submitting = challenge_in("in its vote phase", doomed), challenge_in("open to ideas", doomed)
    emails = [email for (email,) in doomed.rows(
        "SELECT email FROM member WHERE email LIKE '%@personnes.demo.example' AND is_staff = 0 ORDER BY id LIMIT ?",
        [PEOPLE])]
    citizens = [Citizen(doomed, n, email, voting, submitting) for n, email in enumerate(emails)]
    slowest = 0.0
    for _ in range(KILLS):
        is_over = threading.Event()
        threads = [threading.Thread(target=citizen.live, args=[is_over]) for citizen in citizens]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.02, 0.5))
        doomed.kill()
        is_over.set()
        for thread in threads:
            thread.join()
        slowest = max(slowest, doomed.start())
        connection = sqlite3.connect(f"file:{doomed.database}?mode=ro", uri=True)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        counts = connection.execute(
            "SELECT id FROM idea WHERE support_count <> (SELECT count(*) FROM vote WHERE idea_id = idea.id)").fetchall()
        assert counts == [], "the counts do not agree with the votes"
        for citizen in citizens:
            citizen.check(connection)
        connection.close()
    acts = sum(citizen.acts for citizen in citizens)
    with capsys.disabled():
        print(f"\n{KILLS} kills, {acts} acknowledged acts, ready again within {slowest:.2f} s, seed {SEED}")
    assert acts > KILLS, "too little was going on for the test to mean anything"
    assert slowest < PATIENCE, f"the slowest start took {slowest:.2f} s"
