"""No link leads nowhere: whoever looks, every address that any page shows them answers."""

import re
import urllib.parse

import pytest

READABLE = ("text/html", "application/xhtml+xml")
# Lists that are ordered, filtered and paged in every combination show nothing new: one choice at a time is enough.
MOST_CHOICES = 1


def worth_opening(target):
    return len(urllib.parse.parse_qsl(urllib.parse.urlsplit(target).query)) <= MOST_CHOICES


def crawl(reader, beginnings, is_wanted, most=4_000):
    """Opens all that can be reached; answers each address with its status and where it was found."""
    found = {}
    waiting = [(target, "the beginning") for target in beginnings]
    while waiting and len(found) < most:
        target, source = waiting.pop()
        if target in found:
            continue
        page = reader.open(target)
        found[target] = (page.status, source, page)
        if page.status == 200 and page.kind in READABLE:
            for link in page.links():
                if link not in found and is_wanted(link) and worth_opening(link):
                    waiting.append((link, target))
            page.fragments = fragments_without_aim(page)
        else:
            page.fragments = []
        # The text is of no more use, and there are many pages.
        page.body, page._document = b"", None
    return found


def fragments_without_aim(page):
    """Links to a place in the page itself that is not there."""
    ids = {element.get("id") for element in page.root.all(id=True)}
    return [
        a.get("href") for a in page.root.all("a", href=True)
        if a.get("href").startswith("#") and a.get("href") not in ("#", "#top") and a.get("href")[1:] not in ids
    ]


@pytest.mark.parametrize(("who", "wanted"), [
    ("visitor", r"/"), ("member", r"/fr"), ("craftswoman", r"/en/(?!ideas)"), ("manager", r"/fr"),
    ("administrator", r"/(en|fr)/(administration|desk|rewards|account)")])
def test_every_link_answers(quiet_people, who, wanted):
    reader = quiet_people.reader(who)
    found = crawl(reader, ["/fr", "/en"], lambda link: re.match(wanted, link))
    assert len(found) > (100 if who in ("visitor", "member", "manager") else 5)
    dangling = [f"{status} {target}, from {source}" for target, (status, source, _) in found.items() if status != 200]
    assert not dangling, "\n".join(dangling[:40])
    aimless = [f"{target}: {page.fragments}" for target, (_, _, page) in found.items() if page.fragments]
    assert not aimless, "\n".join(aimless[:40])
    reader.close()


def test_sitemap_leads_to_pages_that_answer(quiet_people):
    reader = quiet_people.reader()
    robots = reader.open("/robots.txt")
    assert robots.status == 200
    sitemap = re.search(r"(?im)^sitemap:\s*(\S+)", robots.source)
    assert sitemap, robots.source
    addresses = re.findall(r"<loc>([^<]+)</loc>", reader.open(sitemap[1]).source)
    assert len(addresses) > 50
    assert [a for a in addresses[::7] if reader.open(a).status != 200] == []
    reader.close()


def test_the_beginning_speaks_the_readers_language(quiet_people):
    reader = quiet_people.reader()
    for accepted, target in [("fr-FR,fr;q=0.9,en;q=0.5", "/fr"), ("en-GB,en", "/en"), ("de", "/fr"), ("", "/fr")]:
        answer = reader.request("GET", "/", headers={"Accept-Language": accepted} if accepted else {})
        assert (answer.status, answer.headers["Location"]) == (302, target)
    reader.close()
