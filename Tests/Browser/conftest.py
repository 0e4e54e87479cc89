"""What the tests share: one demonstration database, servers on copies of it, one browser, people."""

import os
import shutil

import pytest

from chromium import launched
from people import People
from server import BINARY, give_everybody_the_password, seed, served_copy

WINDOWS = pytest.StashKey()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed journey shows what its windows showed."""
    report = yield
    if report.when == "call" and report.failed:
        for context in item.stash.get(WINDOWS, []):
            for page in context.pages:
                seen = page.evaluate("document.querySelector('main')?.innerText ?? ''") if page.url != "about:blank" else ""
                report.sections.append((f"window at {page.url}", seen[:1500]))
    return report


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory):
    """The demonstration's database, made once; `ESSAIM_DEMO` names one that is there already. Never written to."""
    if not BINARY.exists():
        pytest.exit(f"{BINARY} is missing: build it, or name another in ESSAIM_BINARY", returncode=2)
    folder = tmp_path_factory.mktemp("demonstration")
    database = folder / "essaim.sqlite"
    if ready := os.environ.get("ESSAIM_DEMO"):
        shutil.copy(ready, database)
    else:
        seed(database)
    give_everybody_the_password(database)
    return database


@pytest.fixture(scope="session")
def quiet(demonstration, tmp_path_factory):
    """A server for tests that only read."""
    with served_copy(demonstration, tmp_path_factory.mktemp("quiet")) as server:
        yield server


@pytest.fixture(scope="session")
def quiet_people(quiet):
    return People(quiet)


@pytest.fixture(scope="module")
def lively(demonstration, tmp_path_factory):
    """A server of the module's own, for tests that write."""
    with served_copy(demonstration, tmp_path_factory.mktemp("lively")) as server:
        yield server


@pytest.fixture(scope="module")
def lively_people(lively):
    return People(lively)


@pytest.fixture(scope="session")
def chromium():
    with launched() as browser:
        yield browser


@pytest.fixture
def browse(chromium, request):
    """Opens a window for somebody on a server; all are closed after the test."""
    contexts = request.node.stash[WINDOWS] = []

    def window(people, who="visitor", language="fr", javascript=True, width=1280, height=900, scheme="light"):
        context = chromium.new_context(
            base_url=people.server.origin, locale={"fr": "fr-FR", "en": "en-GB"}[language],
            java_script_enabled=javascript, color_scheme=scheme, viewport={"width": width, "height": height},
            reduced_motion="reduce")
        context.add_cookies(people.browser_cookies(who))
        context.set_default_timeout(6_000)
        contexts.append(context)
        return context.new_page()

    yield window
    for context in contexts:
        context.close()
