"""As long as people vote, nobody learns how many supports an idea has: whatever the supports are, every page and
every feed reads the same."""

import re
import sqlite3

import pytest

from people import People
from places import IN_STATE, challenge_in
from server import served_copy

VIEWERS = ("visitor", "member", "author", "manager", "moderator", "juror", "reward officer", "administrator")
HIDDEN = ("in its vote phase", "draft review", "open to grades", "open to tokens")


@pytest.fixture(scope="module")
def secretive(demonstration, tmp_path_factory):
    server = served_copy(demonstration, tmp_path_factory.mktemp("secretive"))
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def cast(secretive):
    """Who looks: the author wrote in the challenge whose votes are open."""
    author = secretive.value(
        "SELECT email FROM member WHERE id = (SELECT min(author_id) FROM idea WHERE challenge_id = ? "
        "AND visibility = 'public')", [challenge_in("in its vote phase", secretive)])
    return {viewer: author if viewer == "author" else viewer for viewer in VIEWERS}


def addresses(server, challenges):
    """Where a count of these challenges' ideas could be told."""
    yield from ("", "/challenges", "/challenges?state=openToVotes", "/themes", "/feed.rss", "/feed.atom", "/rewards",
                "/account/ideas", "/desk", "/communities", "/feeds", "/feed.json", "/search?q=assurance", "/search/feed.rss?q=assurance",
                "/following", "/answers", "/follow-up", "/desk/dashboards")
    for (slug,) in server.rows("SELECT slug FROM theme"):
        yield from (f"/themes/{slug}", f"/themes/{slug}/feed.rss")
    for challenge in challenges:
        page = f"/challenges/{challenge}"
        for order in ("fair", "newest", "discussed", "supported", "random"):
            yield f"{page}?order={order}"
            yield f"{page}?order={order}&page=2"
        yield from (f"{page}?show=unanswered", f"{page}?show=mine", f"{page}/feed.rss", f"{page}/feed.atom",
                    f"/desk/challenges/{challenge}/results", f"/desk/challenges/{challenge}/messages", f"/desk/challenges/{challenge}/integrity",
                    f"{page}/feed.json", f"{page}/set-aside", f"/desk?challenge={challenge}", f"{page}/preview",
                    f"{page}/edit", f"{page}/dashboard", f"{page}/dashboard.csv", f"{page}/ballot",
                    f"{page}/ballot?page=2", f"{page}/recount", f"{page}/results", f"{page}/ballots.json",
                    f"{page}/jury.json", f"{page}/selection.json", f"/desk/challenges/{challenge}/jury",
                    f"/desk/challenges/{challenge}/jury/rules", f"/desk/jury/{challenge}")
        for (idea,) in server.rows("SELECT id FROM idea WHERE challenge_id = ? AND visibility = 'public'", [challenge]):
            yield from (f"/ideas/{idea}", f"/ideas/{idea}/feed.rss", f"/desk/ideas/{idea}")


def readings(server, people, cast, challenges):
    """What everybody reads everywhere, without what is new in each answer."""
    found = {}
    for viewer, who in cast.items():
        reader = people.reader(who)
        for address in addresses(server, challenges):
            page = reader.open(f"/fr{address}")
            assert page.status in (200, 401, 403, 404, 409), (viewer, address, page.status)
            source = re.sub(r'(name="(?:formToken|until)" value=)"[^"]*"', r"\1", page.source)
            found[viewer, address] = re.sub(r"<(lastBuildDate|updated)>[^<]*<", r"<\1><", source)
        reader.close()
    return found


def turn_votes_round(server, challenges, keeping):
    """Gives each idea the supports of another of its challenge, but for those of the people who look."""
    connection = sqlite3.connect(server.database)
    changed = 0
    with connection:
        for challenge in challenges:
            ideas = [i for (i,) in connection.execute(
                "SELECT id FROM idea WHERE challenge_id = ? AND visibility = 'public' ORDER BY support_count, id",
                [challenge])]
            partner = dict(zip(ideas, reversed(ideas)))
            counts = dict(connection.execute("SELECT id, support_count FROM idea"))
            votes = [v for v in connection.execute(
                "SELECT idea_id, member_id, challenge_id, cast_at FROM vote WHERE challenge_id = ?", [challenge])
                if v[1] not in keeping and v[0] in partner]
            connection.executemany("DELETE FROM vote WHERE idea_id = ? AND member_id = ?", [v[:2] for v in votes])
            connection.executemany(
                "INSERT INTO vote (idea_id, member_id, challenge_id, cast_at) VALUES (?, ?, ?, ?)",
                [(partner[v[0]], *v[1:]) for v in votes])
            marks = [m for m in connection.execute(
                "SELECT challenge_id, member_id, idea_id, value FROM mark WHERE challenge_id = ?", [challenge])
                if m[1] not in keeping and m[2] in partner]
            connection.executemany(
                "DELETE FROM mark WHERE challenge_id = ? AND member_id = ? AND idea_id = ?", [m[:3] for m in marks])
            connection.executemany(
                "INSERT INTO mark (challenge_id, member_id, idea_id, value) VALUES (?, ?, ?, ?)",
                [(*m[:2], partner[m[2]], m[3]) for m in marks])
            changed += len(marks)
            after = dict(connection.execute("SELECT id, support_count FROM idea"))
            changed += sum(counts[i] != after[i] for i in ideas)
    connection.close()
    return changed


def test_no_page_and_no_feed_depends_on_a_hidden_count(secretive, cast):
    hidden = [challenge_in(state, secretive) for state in HIDDEN]
    shown = secretive.value(f"SELECT max(id) FROM challenge WHERE {IN_STATE['with results']}")
    looking = {i for who in cast.values() for (i,) in secretive.rows(
        "SELECT id FROM member WHERE email = ?", [People.address(who)])}
    people = People(secretive)
    before = readings(secretive, people, cast, hidden)
    before_shown = people.reader().open(f"/fr/challenges/{shown}").text
    secretive.stop()
    assert turn_votes_round(secretive, hidden, looking) > 10
    assert turn_votes_round(secretive, [shown], looking) > 5
    secretive.start()
    after = readings(secretive, people, cast, hidden)
    told = [
        f"{viewer} {address}: {difference(text, after[viewer, address])}"
        for (viewer, address), text in before.items() if text != after[viewer, address]
    ]
    assert not told, "\n".join(told)
    # The means of proof is sharp: where counts are published, the page does change with them.
    assert people.reader().open(f"/fr/challenges/{shown}").text != before_shown


def difference(one, other):
    """The first lines that differ."""
    for left, right in zip(one.splitlines(), other.splitlines()):
        if left != right:
            return f"{left.strip()[:200]} | {right.strip()[:200]}"
    return "one is longer"


def test_own_support_is_told_to_oneself_alone(secretive):
    """A person sees whether they support an idea; others see neither that nor how many do."""
    people = People(secretive)
    challenge = challenge_in("in its vote phase", secretive)
    [(idea, email)] = secretive.rows(
        "SELECT idea_id, email FROM vote JOIN member ON member.id = member_id WHERE challenge_id = ? "
        "AND email LIKE '%@personnes.demo.example' LIMIT 1", [challenge])
    own = people.reader(email).open(f"/fr/ideas/{idea}")
    assert own.root.of_class("given")
    assert not own.root.of_class("tally")
    other = people.reader().open(f"/fr/ideas/{idea}")
    assert not other.root.of_class("given")
    assert not other.root.of_class("tally")
