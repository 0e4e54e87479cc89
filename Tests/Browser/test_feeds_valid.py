"""Every feed by the rules of RSS 2.0, the RSS Advisory Board's profile, RFC 4287, JSON Feed 1.1, and of the W3C's
validator where it is stricter; each written here as a rule of our own."""

import datetime
import email.utils
import json
import re
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import pytest

from reader import Reader

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

CHANNEL = {"title", "link", "description", "language", "lastBuildDate", "ttl", f"{ATOM}link", "image", "item"}
ITEM = {"title", "link", "guid", "pubDate", CREATOR, "category", "description", CONTENT}
FEED = {"id", "title", "subtitle", "updated", "link", "author", "icon", "entry"}
ENTRY = {"id", "title", "link", "published", "updated", "author", "category", "summary", "content"}

RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) "
                    r"\d{4} \d\d:\d\d:\d\d \+0000")
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
URI = re.compile(r"[a-z][a-z0-9+.-]*:([A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")
# RFC 4151, as the validator reads it.
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+")

MEDIA = {
    "rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json; charset=utf-8",
}


class Markup(HTMLParser):
    """What is wrong with HTML in a feed: the validator's list of what is unsafe, and relative addresses."""

    SAFE = frozenset("a blockquote br code em h1 h2 h3 h4 h5 h6 hr img li ol p pre strong ul".split())
    ATTRIBUTES = frozenset("href title src alt start class".split())
    VOID = frozenset("br hr img".split())

    def __init__(self, text):
        super().__init__()
        self.problems = []
        self.open = []
        self.feed(text)
        self.close()
        self.problems += [f"<{name}> stays open" for name in self.open]

    def handle_starttag(self, tag, attrs):
        if tag not in self.SAFE:
            self.problems.append(f"<{tag}>")
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name not in self.ATTRIBUTES:
                self.problems.append(f"{tag}[{name}]")
            if name in ("href", "src") and not re.match(r"(https?://|mailto:)", value or ""):
                self.problems.append(f"{tag}[{name}={value}] is relative or unsafe")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> is misplaced")


def feeds_of(server):
    """The address without format of every feed of the server, in both languages, that a visitor can find."""
    reader = Reader(server.origin)
    for language in ("fr", "en"):
        addresses = {link for link in reader.open(f"/{language}/feeds").links() if link.endswith("/feed.rss")}
        assert len(addresses) > 10
        for (idea,) in server.rows(
                "SELECT i.id FROM idea i JOIN challenge c ON c.id = i.challenge_id WHERE visibility = 'public' "
                "AND community_id IS NULL AND segment_id IS NULL AND is_by_invitation = 0 ORDER BY comment_count DESC LIMIT 12"):
            page = reader.open(f"/{language}/ideas/{idea}")
            addresses |= {link for link in page.links() if link.endswith("/feed.rss")}
        yield from sorted(address.removesuffix(".rss") for address in addresses)
    reader.close()


@pytest.fixture(scope="module")
def documents(quiet):
    """Every feed's answer by address."""
    reader = Reader(quiet.origin)
    found = {}
    for address in feeds_of(quiet):
        for form in MEDIA:
            found[f"{address}.{form}"] = reader.open(f"{address}.{form}", follow=False)
    reader.close()
    return found


def in_form(documents, form):
    return [(address, page) for address, page in documents.items() if address.endswith(f".{form}")]


def only(element, name):
    found = element.findall(name)
    assert len(found) == 1, f"{len(found)} times {name} in {element.tag}"
    return found[0].text or ""


def is_past(moment):
    return moment <= time.time() + 1


def check_822(text):
    assert RFC822.fullmatch(text), text
    moment = email.utils.parsedate_to_datetime(text)
    assert moment.strftime("%a, %d %b %Y %H:%M:%S +0000") == text, f"{text} is on another weekday"
    assert is_past(moment.timestamp()), f"{text} is to come"
    return moment


def check_3339(text):
    assert RFC3339.fullmatch(text), text
    moment = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    assert is_past(moment.timestamp()), f"{text} is to come"
    return moment


def check_text(page):
    text = page.body.decode("utf-8")
    strange = [c for c in text if "\x7f" <= c <= "\x9f" or (c < " " and c not in "\t\n\r")]
    assert not strange, strange
    assert "<!DOCTYPE" not in text.split("<channel>")[0].split("<entry>")[0]


def check_html(text):
    assert Markup(text).problems == [], text


def test_every_format_is_served_as_what_it_is(documents):
    for address, page in documents.items():
        assert page.status == 200, address
        assert page.headers["Content-Type"] == MEDIA[address.rsplit(".", 1)[1]]
        assert page.headers["X-Content-Type-Options"] == "nosniff"
        assert not page.headers.get("Set-Cookie"), address
        check_text(page)


def test_rss_keeps_the_rules(documents, quiet):
    for address, page in in_form(documents, "rss"):
        root = ElementTree.fromstring(page.body)
        assert root.tag == "rss" and root.get("version") == "2.0"
        assert [child.tag for child in root] == ["channel"]
        channel = root[0]
        assert {child.tag for child in channel} <= CHANNEL
        language = address.split("/")[1]
        assert only(channel, "language") == root.get(LANGUAGE) == language
        assert only(channel, "title").strip() and only(channel, "description").strip()
        assert URI.fullmatch(only(channel, "link"))
        assert int(only(channel, "ttl")) > 0
        built = check_822(only(channel, "lastBuildDate"))
        [itself] = channel.findall(f"{ATOM}link")
        assert itself.attrib == {"rel": "self", "type": "application/rss+xml", "href": quiet.origin + address}
        image = channel.find("image")
        assert only(image, "title") == only(channel, "title") and only(image, "link") == only(channel, "link")
        assert URI.fullmatch(only(image, "url"))
        names = []
        for item in channel.findall("item"):
            assert {child.tag for child in item} <= ITEM
            assert only(item, "title").strip()
            assert URI.fullmatch(only(item, "link")) and only(item, "link").startswith(quiet.origin)
            assert item.find("guid").attrib == {"isPermaLink": "false"}
            names.append(only(item, "guid"))
            assert check_822(only(item, "pubDate")) <= built
            assert only(item, CREATOR).strip()
            assert only(item, "description").strip()
            check_html(only(item, "description"))
            check_html(only(item, CONTENT))
            assert all(category.text for category in item.findall("category"))
        assert len(set(names)) == len(names), address
        assert all(TAG.fullmatch(name) for name in names), names


def test_atom_keeps_the_rules(documents, quiet):
    names = {}
    for address, page in in_form(documents, "atom"):
        root = ElementTree.fromstring(page.body)
        assert root.tag == f"{ATOM}feed" and root.get(LANGUAGE) == address.split("/")[1]
        assert {child.tag.removeprefix(ATOM) for child in root} <= FEED
        metadata = [child.tag for child in root if child.tag != f"{ATOM}entry"]
        assert [child.tag for child in root][:len(metadata)] == metadata, "metadata stand before entries"
        name = only(root, f"{ATOM}id")
        assert TAG.fullmatch(name) and name not in names, f"{name} is also {names.get(name)}"
        names[name] = address
        assert only(root, f"{ATOM}title").strip()
        updated = check_3339(only(root, f"{ATOM}updated"))
        links = {link.get("rel"): link for link in root.findall(f"{ATOM}link")}
        assert links.keys() == {"self", "alternate"}
        assert links["self"].get("href") == quiet.origin + address
        assert links["self"].get("type") == "application/atom+xml"
        assert links["alternate"].get("type") == "text/html"
        assert only(root.find(f"{ATOM}author"), f"{ATOM}name").strip()
        seen = set()
        for entry in root.findall(f"{ATOM}entry"):
            assert {child.tag.removeprefix(ATOM) for child in entry} <= ENTRY
            identifier = only(entry, f"{ATOM}id")
            assert TAG.fullmatch(identifier) and identifier not in seen
            seen.add(identifier)
            assert only(entry, f"{ATOM}title").strip()
            assert check_3339(only(entry, f"{ATOM}published")) <= check_3339(only(entry, f"{ATOM}updated")) <= updated
            [link] = entry.findall(f"{ATOM}link")
            assert link.get("rel") == "alternate" and URI.fullmatch(link.get("href"))
            assert only(entry.find(f"{ATOM}author"), f"{ATOM}name").strip()
            content = entry.find(f"{ATOM}content")
            assert content.get("type") == "html"
            check_html(content.text)
            assert all(category.get("term") for category in entry.findall(f"{ATOM}category"))


def test_json_feed_keeps_the_rules(documents, quiet):
    for address, page in in_form(documents, "json"):
        feed = json.loads(page.body)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"].strip() and feed["language"] == address.split("/")[1]
        assert feed["feed_url"] == quiet.origin + address
        assert URI.fullmatch(feed["home_page_url"]) and URI.fullmatch(feed["icon"])
        assert feed["authors"][0]["name"].strip()
        names = [item["id"] for item in feed["items"]]
        assert len(set(names)) == len(names)
        for item in feed["items"]:
            assert URI.fullmatch(item["url"]) and item["title"].strip()
            check_html(item["content_html"])
            assert check_3339(item["date_published"]) <= check_3339(item["date_modified"])
            assert item["authors"][0]["name"].strip()


def test_the_three_formats_and_both_languages_tell_the_same_events(documents):
    for address, page in in_form(documents, "rss"):
        guids = [guid.text for guid in ElementTree.fromstring(page.body).iter("guid")]
        root = ElementTree.fromstring(documents[address.replace(".rss", ".atom")].body)
        assert [only(entry, f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")] == guids
        assert [item["id"] for item in json.loads(documents[address.replace(".rss", ".json")].body)["items"]] == guids
        twin = address.replace("/fr/", "/en/", 1)
        assert [guid.text for guid in ElementTree.fromstring(documents[twin].body).iter("guid")] == guids


def test_links_in_feeds_lead_somewhere(documents, quiet):
    reader = Reader(quiet.origin)
    links = set()
    for _, page in in_form(documents, "json"):
        feed = json.loads(page.body)
        links |= {feed["home_page_url"], feed["icon"], *(item["url"] for item in feed["items"])}
    # What happened to an idea that was merged since leads to the one that stands.
    merged = {number for number, in quiet.rows("SELECT id FROM idea WHERE visibility = 'mergedInto'")}
    for link in sorted(links):
        target = urllib.parse.urlsplit(link)
        idea = re.search(r"/ideas/(\d+)-", target.path)
        page = reader.open(target.path, follow=bool(idea and int(idea[1]) in merged))
        assert page.status == 200, link
        if target.fragment:
            assert any(e.get("id") == target.fragment for e in page.root.descendants()), link
    reader.close()
