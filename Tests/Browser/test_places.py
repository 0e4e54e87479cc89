"""The tests look at every page there is: the program itself lists its routes."""

import re
import subprocess

from places import PLACES
from server import BINARY, HOME, environment

# Where a form is sent to and no page lies: opening such an address leads back to the page of the form.
LEADS_BACK = {
    "/account/password", "/account/rewards/:reward/claim", "/desk/rewards/:reward/status",
    "/administration/roles/:member/take", "/communities/:community/join",
    "/communities/:community/leave",
    "/desk/measures/:measure/plan", "/desk/measures/:measure/observations",
    "/communities/:community/practices/:practice/use", "/communities/:community/practices/:practice/hide",
    "/desk/funds/:community/course", "/desk/funds/:community/facts", "/desk/funds/:community/import",
    "/desk/funds/:community/withdraw",
    "/desk/complaints/:complaint", "/desk/moderation/:post/redact",
    "/desk/moderation/:post/files",
    "/desk/complaints/:complaint", "/desk/ideas/:idea/separate", "/desk/moderation/:post/redact",
    "/challenges/:challenge/follow", "/challenges/:challenge/unfollow", "/themes/:theme/follow",
    "/themes/:theme/unfollow",
    "/challenges/:challenge/invitations/:invitation/renew", "/challenges/:challenge/invitations/:invitation/withdraw", "/feeds/personal", "/feeds/personal/revoke",
    "/themes/:theme/prompts/:prompt/comments",
    "/following/read", "/ideas/:idea/follow", "/ideas/:idea/unfollow",
    "/challenges/:challenge/concern", "/challenges/:challenge/paragraphs/:paragraph", "/challenges/:challenge/open",
    "/challenges/:challenge/duplicate", "/ideas/:idea/opening",
    "/ideas/:idea/comments", "/ideas/:idea/vote", "/ideas/:idea/vote/withdraw", "/ideas/:idea/mark",
}


def routes(method):
    """The patterns behind the language, as `essaim routes` lists them."""
    listed = subprocess.run(
        [BINARY, "routes"], cwd=HOME, env=environment(), check=True, capture_output=True, text=True).stdout
    return {
        match[1] for match in re.finditer(rf"(?m)^{method}\s+/:language(\S*)", listed)
    }


def test_every_page_is_looked_at():
    pages = {route for route in routes("GET")
             if not re.search(r"\.(rss|atom|json|csv|txt)$", route) and not route.startswith("/files/")}
    unseen = pages - {place.route for place in PLACES} - LEADS_BACK
    assert not unseen, unseen


def test_nothing_is_looked_at_that_is_gone():
    assert {place.route for place in PLACES} - {"*"} <= routes("GET")


def test_an_address_that_takes_forms_can_be_opened(quiet, quiet_people):
    """Whoever reloads the address of a form that was refused, or comes back by a bookmark, finds a page."""
    idea = quiet.value("SELECT min(id) FROM idea WHERE visibility = 'public'")
    reader = quiet_people.reader("member")
    for route in sorted(LEADS_BACK & routes("GET")):
        theme = quiet.value("SELECT slug FROM theme ORDER BY id LIMIT 1")
        community = quiet.value("SELECT slug FROM community ORDER BY id LIMIT 1")
        page = reader.open("/fr" + route.replace(":idea", str(idea)).replace(":community", community)
                           .replace(":member", "1").replace(":complaint", "1").replace(":post", f"idea-{idea}")
                           .replace(":theme", theme).replace(":prompt", "1").replace(":challenge", "1")
                           .replace(":paragraph", "1"))
        closed = "administration" in route or "/desk/" in route
        expected = 404 if closed else 403 if "invitations" in route else 200
        assert page.status == expected, route
    reader.close()
