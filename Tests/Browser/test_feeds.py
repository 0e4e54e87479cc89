"""Feeds as subscribers read them: in feedparser, in newsboat, in a browser; polled politely; whatever people write."""

import json
import os
import random
import sqlite3
import subprocess
import xml.etree.ElementTree as ElementTree

import feedparser
import pytest

from places import challenge_in
from reader import Reader

ATOM = "{http://www.w3.org/2005/Atom}"

HOSTILE = [
    "]]></title><script>alert(1)</script>", "<![CDATA[ & &amp; &amp;amp; ]]>", "<!DOCTYPE x [<!ENTITY e 'v'>]>&e;",
    "L’été & l’œuvre 🐝 <b>gras</b>", "--><!-- ?><?xml version='1.0'?>", "\"><img src=x onerror=alert(1)>",
    "&#0;&#x1; &eacute; \\u0041 %s {{title}}",
]


def random_titles(count):
    chance = random.Random(20261121)
    marks = "<>&\"'[]{}\\/#;:!-?=% éœ🐝"
    for _ in range(count):
        yield "idée " + "".join(
            chance.choice(marks) if chance.random() < 0.6 else chr(chance.choice((chance.randint(0x21, 0x7E), chance.randint(0xA1, 0x2FF)))) for _ in range(40))


def submitted(page):
    """The receipt, by way of the ideas that resemble the new one if some do."""
    return page if page.target.endswith("/receipt") else page.send("/ideas/new", act="submit")


def carried(text):
    """What XML 1.0 can carry of a text."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")


def newsboat(folder, addresses, *commands):
    """Runs newsboat on a subscription list of its own; answers its cache."""
    folder.mkdir(exist_ok=True)
    (folder / "urls").write_text("".join(f"{address}\n" for address in addresses))
    (folder / "config").write_text("refresh-on-startup no\n")
    answer = subprocess.run(
        ["newsboat", "-C", folder / "config", "-u", folder / "urls", "-c", folder / "cache.db", "-x",
         *(commands or ["reload"])],
        env={**os.environ, "HOME": str(folder)}, capture_output=True, text=True, timeout=60)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert answer.stdout.strip() == "" and answer.stderr.strip() == "", answer.stdout + answer.stderr
    return folder / "cache.db"


def rows(database, statement, parameters=()):
    connection = sqlite3.connect(database)
    try:
        return connection.execute(statement, parameters).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feedparser_reads_the_platform(quiet, language, form):
    feed = feedparser.parse(f"{quiet.origin}/{language}/feed.{form}")
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.status == 200
    assert feed.version == {"rss": "rss20", "atom": "atom10"}[form]
    assert feed.feed.language == language if form == "rss" else True
    assert 20 < len(feed.entries) <= 50
    for entry in feed.entries:
        assert entry.id.startswith("tag:") and entry.link.startswith(quiet.origin + f"/{language}/")
        assert entry.title and entry.author and entry.published_parsed
        assert entry.content[0].value
    published = [entry.published_parsed for entry in feed.entries]
    assert published == sorted(published, reverse=True)


def test_newsboat_reads_rss_and_atom_without_fault(quiet, tmp_path):
    challenge = challenge_in("with results", quiet)
    theme = quiet.value("SELECT min(slug) FROM theme")
    [(idea,)] = quiet.rows(
        "SELECT id FROM idea WHERE challenge_id = ? AND decision IS NOT NULL ORDER BY comment_count DESC LIMIT 1",
        [challenge])
    # One cache for each: newsboat keeps an item that two feeds bring only once.
    for place in ("", f"/themes/{theme}", f"/challenges/{challenge}", f"/ideas/{idea}"):
        counts = set()
        for form in ("rss", "atom"):
            address = quiet.origin + Reader(quiet.origin).open(f"/fr{place}/feed.{form}").target
            boat = tmp_path / f"{place.replace('/', '-')}-{form}"
            cache = newsboat(boat, [address])
            found = rows(cache, "SELECT guid, title, author, content FROM rss_item ORDER BY guid")
            assert found and all(all(item) for item in found), address
            assert rows(cache, "SELECT title FROM rss_feed")[0][0]
            # A second visit finds nothing new.
            newsboat(boat, [address])
            assert rows(cache, "SELECT guid, title, author, content FROM rss_item ORDER BY guid") == found
            counts.add(tuple(guid for guid, *_ in found))
        assert len(counts) == 1, place
    assert any(":decision:" in guid and len(content) > 40 for guid, _, _, content in found)


def test_a_polite_reader_is_answered_304(quiet):
    for address in ("/fr/feed.rss", "/en/feed.atom", "/fr/feed.json"):
        first = feedparser.parse(f"{quiet.origin}{address}")
        assert first.etag and first.modified
        assert "max-age=300" in first.headers["cache-control"]
        assert feedparser.parse(f"{quiet.origin}{address}", etag=first.etag).status == 304
        assert feedparser.parse(f"{quiet.origin}{address}", modified=first.modified).status == 304
        assert feedparser.parse(f"{quiet.origin}{address}", etag='"another"').status == 200
        packed = Reader(quiet.origin).request("GET", address, headers={"Accept-Encoding": "gzip"})
        assert packed.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in packed.headers["Vary"]
        assert len(packed.body) < 20_000
        head = Reader(quiet.origin).request("HEAD", address)
        assert head.status == 200 and head.body == b"" and head.headers["Content-Type"]


def test_hostile_titles_survive_from_the_form_to_the_reader(lively, lively_people, tmp_path):
    challenge = challenge_in("open to ideas", lively)
    author = lively_people.reader("member")
    titles = HOSTILE + list(random_titles(5))
    for title in titles:
        sent = submitted(author.open(f"/fr/challenges/{challenge}/ideas/new").send(
            "/ideas/new", title=title, text=f"Une idée qui s’appelle « {title} ».", act="submit"))
        assert sent.status == 200 and "/receipt" in sent.target, sent.text[:400]
    reader = Reader(lively.origin)
    expected = {carried(f"Nouvelle idée\N{NO-BREAK SPACE}: {title.strip()}") for title in titles}
    for place in ("", f"/challenges/{challenge}"):
        rss = ElementTree.fromstring(reader.open(f"/fr{place}/feed.rss").body)
        assert expected <= {title.text for title in rss.iter("title")}
        atom = reader.open(f"/fr{place}/feed.atom").body
        assert expected <= {title.text for title in ElementTree.fromstring(atom).iter(f"{ATOM}title")}
        assert expected <= {entry.title for entry in feedparser.parse(atom).entries}
        items = json.loads(reader.open(f"/fr{place}/feed.json").body)["items"]
        assert {f"Nouvelle idée\N{NO-BREAK SPACE}: {title.strip()}" for title in titles} <= {
            item["title"] for item in items}
        for form in ("rss", "atom"):
            feed = feedparser.parse(reader.open(f"/fr{place}/feed.{form}").body)
            assert not feed.bozo, feed.get("bozo_exception")
            assert not any("<script" in content.value for entry in feed.entries for content in entry.content)
    cache = newsboat(tmp_path / "boat", [f"{lively.origin}/fr/feed.{form}" for form in ("rss", "atom")])
    assert dict(rows(cache, "SELECT feedurl, count(*) FROM rss_item WHERE guid LIKE '%:idea:%' GROUP BY feedurl"))
    reader.close()


def test_a_changed_title_stays_one_item(lively, lively_people, tmp_path):
    challenge = challenge_in("open to ideas", lively)
    author = lively_people.reader("member")
    receipt = submitted(author.open(f"/fr/challenges/{challenge}/ideas/new").send(
        "/ideas/new", title="Une boîte à clés partagée", text="Chez le gardien, avec un code par voisin.", act="submit"))
    assert receipt.status == 200
    idea = lively.value("SELECT max(id) FROM idea WHERE title = ?", ["Une boîte à clés partagée"])
    address = lively.origin + author.open(f"/fr/challenges/{challenge}/feed.rss").target
    cache = newsboat(tmp_path / "boat", [address])
    before = feedparser.parse(address)
    changed = author.open(f"/fr/ideas/{idea}/edit").send(
        "/edit", title="Une boîte à clés pour la rue", text="Chez le gardien, avec un code par voisin.")
    assert changed.status == 200
    after = feedparser.parse(address, etag=before.etag)
    assert after.status == 200
    assert [entry.id for entry in after.entries] == [entry.id for entry in before.entries]
    newsboat(tmp_path / "boat", [address])
    found = rows(cache, "SELECT title FROM rss_item WHERE guid LIKE ?", [f"%:idea:{idea}"])
    assert found == [("Nouvelle idée\N{NO-BREAK SPACE}: Une boîte à clés pour la rue",)]


def test_a_challenge_of_a_community_has_no_feed_even_for_its_members(quiet, quiet_people):
    challenge = challenge_in("of a community", quiet)
    [(idea,)] = quiet.rows("SELECT min(id) FROM idea WHERE challenge_id = ?", [challenge])
    title = quiet.value("SELECT title FROM challenge WHERE id = ?", [challenge])
    for who in ("visitor", "craftswoman", "manager"):
        reader = quiet_people.reader(who)
        for form in ("rss", "atom", "json"):
            for place in (f"challenges/{challenge}", f"ideas/{idea}"):
                assert reader.open(f"/fr/{place}/feed.{form}").status == 404
            assert title not in reader.open(f"/fr/feed.{form}").body.decode()
        assert title not in reader.open("/fr/feeds").source
        reader.close()


def test_a_reader_discovers_the_feed_from_the_page(quiet):
    reader = Reader(quiet.origin)
    for place in ("", "/challenges", f"/challenges/{challenge_in('open to ideas', quiet)}"):
        page = reader.open(f"/fr{place}")
        offered = {
            link.get("type"): link.get("href") for link in page.root.all("link", rel="alternate")
            if link.get("type")}
        assert offered.keys() == {"application/rss+xml", "application/atom+xml"}, place
        for kind, href in offered.items():
            feed = reader.open(href, follow=False)
            assert feed.status == 200 and feed.kind == kind
    reader.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("form", ["rss", "atom"])
def test_a_feed_opened_in_a_browser_is_readable(browse, quiet_people, form, scheme):
    page = browse(quiet_people, scheme=scheme, width=360)
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"/fr/feed.{form}")
    # The page is no HTML: its elements are looked at through their styles.
    seen = page.evaluate("""() => {
        const style = name => { const e = document.getElementsByTagName(name)[0]; return e && getComputedStyle(e) };
        const item = document.getElementsByTagName('item')[0] || document.getElementsByTagName('entry')[0];
        const hidden = document.getElementsByTagName('guid')[0] || document.getElementsByTagName('id')[0];
        const root = document.documentElement;
        return {
            title: style('title').fontSize, item: getComputedStyle(item).display,
            hidden: getComputedStyle(hidden).display, background: getComputedStyle(root).backgroundColor,
            wide: root.scrollWidth > innerWidth,
        };
    }""")
    assert float(seen["title"].removesuffix("px")) > 24
    assert seen["item"] == "block" and seen["hidden"] == "none" and not seen["wide"]
    assert seen["background"] == {"light": "rgb(255, 252, 246)", "dark": "rgb(18, 22, 42)"}[scheme]
    assert complaints == []
