"""Every page of the site by name: who looks at it, and where it is in the demonstration."""

import datetime
import hashlib
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A page. `route` is the pattern that it stands for, behind the language; `find` makes the address of one
    from a server's database."""

    name: str
    who: str
    route: str
    find: object
    status: int = 200

    def address(self, server, language):
        return f"/{language}{self.find(server)}"


IN_STATE = {
    # How a challenge of the demonstration in each state is found, whatever its title.
    "to come": "standing = 'published' AND opens_at > :now",
    "open to ideas": "standing = 'published' AND community_id IS NULL AND segment_id IS NULL AND is_by_invitation = 0 "
                     "AND blueprint = 'openCall' "
                     "AND submit_opens_at < :now AND submit_closes_at > :now AND idea_count > 0",
    "in its vote phase": "standing = 'published' AND blueprint = 'openCall' AND way = 'approval' AND vote_opens_at < :now "
                         "AND vote_closes_at > :now AND segment_id IS NULL AND is_by_invitation = 0",
    "open to grades": "standing = 'published' AND way = 'majorityJudgment' AND vote_opens_at < :now "
                      "AND vote_closes_at > :now",
    "open to tokens": "standing = 'published' AND way = 'tokens' AND vote_opens_at < :now AND vote_closes_at > :now",
    "with graded results": "standing = 'resultsPublished' AND way = 'majorityJudgment'",
    "with a funded envelope": "standing = 'resultsPublished' AND way = 'equalShares'",
    "under deliberation": "standing = 'published' AND blueprint = 'openCall' AND participation_closes_at < :now",
    "with results": "standing = 'resultsPublished' AND way = 'approval'",
    "contest": "standing = 'published' AND blueprint = 'contest' AND submit_closes_at > :now",
    "contest before its jury": "standing = 'published' AND blueprint = 'contest' AND submit_closes_at < :now",
    "with a jury's results": "standing = 'resultsPublished' AND id IN (SELECT challenge_id FROM selection_step "
                             "WHERE kind = 'jury')",
    "draft review": "standing = 'published' AND blueprint = 'draftReview'",
    "of a community": "standing = 'published' AND community_id IS NOT NULL",
    "of a segment": "standing = 'published' AND segment_id IS NOT NULL",
    "by invitation": "standing = 'published' AND is_by_invitation = 1",
    "suspended": "standing = 'suspended'",
    "cancelled": "standing = 'cancelled'",
    "draft": "standing = 'draft'",
}


def challenge_in(state, server):
    """The number of a challenge in that state; the first, if there are several."""
    statement = f"SELECT min(id) FROM challenge WHERE {IN_STATE[state]}"
    number = server.value(statement.replace(":now", "unixepoch()"))
    assert number, f"the demonstration has no challenge {state}"
    return number



def challenge(state, rest=""):
    return lambda server: f"/challenges/{challenge_in(state, server)}{rest}"


def idea_of(state, condition="visibility = 'public'", rest="", base="/ideas"):
    """The most commented idea that fits of a challenge in that state."""
    def find(server):
        rows = server.rows(
            f"SELECT id FROM idea WHERE challenge_id = ? AND {condition} ORDER BY comment_count DESC, id LIMIT 1",
            [challenge_in(state, server)])
        assert rows, f"the demonstration has no idea where {condition} in a challenge {state}"
        return f"{base}{'' if base.endswith('-') else '/'}{rows[0][0]}{rest}"
    return find


def card(comparison):
    """One of the juror's cards of the challenge under deliberation that waits (>), or is done (=)."""
    def find(server):
        challenge = challenge_in("under deliberation", server)
        number = server.value(
            "SELECT min(k.idea_id) FROM jury_card k JOIN member m ON m.id = k.member_id WHERE m.email = "
            "'jury@demo.example' AND k.challenge_id = ? AND k.recusal IS NULL AND (SELECT count(*) FROM "
            f"jury_criterion q WHERE q.challenge_id = k.challenge_id) {comparison} (SELECT count(*) FROM jury_score r "
            "WHERE r.challenge_id = k.challenge_id AND r.member_id = k.member_id AND r.idea_id = k.idea_id)",
            [challenge])
        assert number, f"the juror has no card {comparison}"
        return f"/desk/jury/{challenge}/{number}"
    return find


def own_idea(rest="", email="assure@demo.example", condition="i.visibility = 'public'"):
    def find(server):
        number = server.value(
            "SELECT max(i.id) FROM idea i JOIN member m ON m.id = i.author_id JOIN challenge c "
            f"ON c.id = i.challenge_id WHERE m.email = ? AND c.submit_closes_at > unixepoch() AND {condition}",
            [email])
        assert number, f"{email} has no idea where {condition}"
        return f"/ideas/{number}{rest}"
    return find


def winner(rest):
    """A winner who still waits for the announced reward."""
    def find(server):
        rows = server.rows(
            "SELECT d.idea_id FROM decision d JOIN challenge c ON c.id = d.challenge_id LEFT JOIN reward r "
            "ON r.idea_id = d.idea_id WHERE d.code = 'winner' AND d.published_at IS NOT NULL AND r.id IS NULL "
            "AND c.reward_kind IS NOT NULL ORDER BY 1")
        assert rows, "the demonstration has no winner without a reward"
        return f"/desk/ideas/{rows[0][0]}{rest}"
    return find


def regulated(server):
    """The number of a challenge whose rules are accepted."""
    number = server.value("SELECT min(challenge_id) FROM regulation")
    assert number, "the demonstration has no rules of a challenge"
    return number


def reward_in(state):
    """A reward in that state."""
    def find(server):
        number = server.value("SELECT max(id) FROM reward WHERE state = ?", [state])
        assert number, f"the demonstration has no reward {state}"
        return f"/desk/rewards/{number}"
    return find


def point_line(base):
    """A line of points that the member may contest."""
    def find(server):
        number = server.value(
            "SELECT max(l.id) FROM points_line l JOIN member m ON m.id = l.member_id WHERE m.email = 'assure@demo.example' "
            "AND l.reversed_at IS NULL AND NOT EXISTS (SELECT 1 FROM points_contest k WHERE k.line_id = l.id)")
        assert number, "the member has no line of points"
        return f"{base}{number}"
    return find


def post_of(email, thing, path):
    """A page about the latest idea or comment of somebody."""
    def find(server):
        number = server.value(
            f"SELECT max(t.id) FROM {thing} t JOIN member m ON m.id = t.author_id "
            "WHERE m.email = ? AND t.visibility = 'public'", [email])
        assert number, f"{email} has no {thing}"
        return path.replace(":post", f"{thing}-{number}")
    return find


def waiting_post(path):
    """A page about a comment that waits for moderators."""
    def find(server):
        number = server.value("SELECT max(comment_id) FROM moderation_case WHERE closed_at IS NULL")
        assert number, "no comment of the demonstration waits for moderators"
        return path.replace(":post", f"comment-{number}")
    return find


def telling(statement, path):
    """A page about the thing whose number a statement gives."""
    def find(server):
        number = server.value(statement)
        assert number, f"nothing in the demonstration fits {path}"
        return path.replace(":number", str(number))
    return find


def at(path):
    return lambda server: path


def first(table, path):
    return lambda server: path + server.value(f"SELECT min(slug) FROM {table}")


def asking(rest=""):
    """The challenge that asks questions."""
    def find(server):
        number = server.value("SELECT min(challenge_id) FROM question")
        assert number, "no challenge of the demonstration asks questions"
        return f"/challenges/{number}{rest}"
    return find


def illustrated(path):
    """A page about an idea that has a picture."""
    def find(server):
        number = server.value("SELECT min(idea_id) FROM attachment WHERE kind = 'webp' AND idea_id IS NOT NULL")
        assert number, "no idea of the demonstration has a picture"
        return path.replace(":idea", str(number))
    return find


def watched(server):
    """The challenge in whose vote ballots were set aside."""
    number = server.value("SELECT min(challenge_id) FROM ballot_aside")
    assert number, "no ballot of the demonstration is set aside"
    return number


def revoked_feed(server):
    """The address of a personal feed whose owner revoked it: the demonstration cannot know the secrets of its own."""
    secret = "B" * 43
    with sqlite3.connect(server.database, timeout=10) as connection:
        connection.execute(
            "INSERT OR IGNORE INTO feed_key (token_digest, member_id, made_at, revoked_at) "
            "SELECT ?, id, joined_at, joined_at FROM member WHERE email = 'assure@demo.example'",
            [hashlib.sha256(secret.encode()).digest()])
    connection.close()
    return f"/personal/{secret}/feed.rss"


PLACES = [
    Place("home", "visitor", "", at("")),
    Place("challenges", "visitor", "/challenges", at("/challenges")),
    Place("challenges, none left by the filter", "visitor", "/challenges",
          at("/challenges?state=archived&theme=sante")),
    *[Place(f"challenge {state}", "visitor", "/challenges/:challenge", challenge(state)) for state in IN_STATE
      if state not in ("of a community", "of a segment", "by invitation", "draft")],
    Place("challenge of a segment", "member", "/challenges/:challenge", challenge("of a segment")),
    Place("challenge by invitation", "member", "/challenges/:challenge", challenge("by invitation")),
    Place("invitations", "manager", "/challenges/:challenge/invitations", challenge("by invitation", "/invitations")),
    Place("invitation that is none", "visitor", "/invitations/:secret", at("/invitations/" + "A" * 43), status=404),
    Place("feed that was revoked", "visitor", "/personal/:secret/feed.rss", revoked_feed, status=410),
    Place("contracts of policyholders", "administrator", "/administration/portfolio", at("/administration/portfolio")),
    Place("feeds, with one's own", "member", "/feeds", at("/feeds")),
    Place("challenge of a community", "craftswoman", "/challenges/:challenge", challenge("of a community")),
    Place("draft of a challenge", "manager", "/challenges/:challenge", challenge("draft")),
    Place("draft to react on", "member", "/challenges/:challenge", challenge("draft review")),
    Place("version of a draft", "visitor", "/challenges/:challenge/versions/:version",
          challenge("draft review", "/versions/2")),
    Place("first version of a draft", "moderator", "/challenges/:challenge/versions/:version",
          challenge("draft review", "/versions/1")),
    Place("next version of a draft", "manager", "/challenges/:challenge/versions/new",
          challenge("draft review", "/versions/new")),
    Place("idea to vote on, signed out", "visitor", "/ideas/:idea", idea_of("in its vote phase")),
    Place("idea to vote on", "member", "/ideas/:idea", idea_of("in its vote phase")),
    Place("idea to grade", "member", "/ideas/:idea", idea_of("open to grades")),
    Place("idea to grade, signed out", "visitor", "/ideas/:idea", idea_of("open to grades")),
    Place("idea to give tokens to", "member", "/ideas/:idea", idea_of("open to tokens")),
    Place("ballot of supports", "member", "/challenges/:challenge/ballot", challenge("in its vote phase", "/ballot")),
    Place("ballot of grades", "member", "/challenges/:challenge/ballot", challenge("open to grades", "/ballot")),
    Place("ballot of tokens", "member", "/challenges/:challenge/ballot", challenge("open to tokens", "/ballot")),
    Place("ballot that is closed", "member", "/challenges/:challenge/ballot",
          challenge("with a funded envelope", "/ballot")),
    Place("graded results, explained", "visitor", "/challenges/:challenge/results",
          challenge("with graded results", "/results")),
    Place("funded envelope, explained", "visitor", "/challenges/:challenge/results",
          challenge("with a funded envelope", "/results")),
    Place("how an open vote is checked", "visitor", "/challenges/:challenge/recount",
          challenge("open to grades", "/recount")),
    Place("how a vote is checked", "visitor", "/challenges/:challenge/recount",
          challenge("with graded results", "/recount")),
    Place("costs of ideas", "manager", "/desk/challenges/:challenge/costs",
          lambda server: f"/desk/challenges/{challenge_in('with a funded envelope', server)}/costs"),
    Place("idea to answer", "manager", "/ideas/:idea", idea_of("under deliberation")),
    Place("idea with its answers", "visitor", "/ideas/:idea", idea_of("with results", "decision IS NOT NULL")),
    Place("own idea", "member", "/ideas/:idea", own_idea()),
    Place("new idea", "member", "/challenges/:challenge/ideas/new", challenge("open to ideas", "/ideas/new")),
    Place("what resembles an idea", "member", "/challenges/:challenge/ideas/similar",
          challenge("open to ideas", "/ideas/similar?title=Un+rappel+avant+l%E2%80%99hiver")),
    Place("change of an idea", "member", "/ideas/:idea/edit", own_idea("/edit")),
    Place("withdrawal of an idea", "member", "/ideas/:idea/withdraw", own_idea("/withdraw")),
    Place("authors of an idea", "member", "/ideas/:idea/authors", own_idea("/authors")),
    Place("versions of an idea", "visitor", "/ideas/:idea/versions", telling(
        "SELECT idea_id FROM idea_version GROUP BY idea_id ORDER BY count(*) DESC LIMIT 1", "/ideas/:number/versions")),
    Place("idea that is signed together", "visitor", "/ideas/:idea", telling(
        "SELECT idea_id FROM co_author WHERE state = 'joined' LIMIT 1", "/ideas/:number")),
    Place("idea about which something is asked", "visitor", "/ideas/:idea", telling(
        "SELECT idea_id FROM clarification WHERE answered_at IS NULL AND closed_at IS NULL", "/ideas/:number")),
    Place("question to authors", "member", "/ideas/:idea/clarification", telling(
        "SELECT q.idea_id FROM clarification q JOIN idea i ON i.id = q.idea_id JOIN member m ON m.id = i.author_id "
        "WHERE q.answered_at IS NULL AND q.closed_at IS NULL AND m.email = 'assure@demo.example'",
        "/ideas/:number/clarification")),
    Place("question about an idea", "manager", "/desk/ideas/:idea/question", idea_of(
        "under deliberation", "visibility = 'public' AND decision IS NULL AND id NOT IN (SELECT idea_id FROM clarification)",
        "/question", "/desk/ideas")),
    Place("idea with another merged into it", "manager", "/ideas/:idea", telling(
        "SELECT target_id FROM idea_merge WHERE undone_at IS NULL", "/ideas/:number")),
    Place("idea to separate again", "manager", "/desk/ideas/:idea/merge", telling(
        "SELECT source_id FROM idea_merge WHERE undone_at IS NULL", "/desk/ideas/:number/merge")),
    Place("idea to merge", "manager", "/desk/ideas/:idea/merge", idea_of(
        "open to ideas", "visibility = 'public' AND decision IS NULL "
        "AND id NOT IN (SELECT merged_into FROM idea WHERE merged_into IS NOT NULL)", "/merge", "/desk/ideas")),
    Place("receipt of an idea", "member", "/ideas/:idea/receipt", own_idea("/receipt")),
    Place("challenge that asks, with a cover", "visitor", "/challenges/:challenge", asking()),
    Place("new idea with questions", "juror", "/challenges/:challenge/ideas/new", asking("/ideas/new")),
    Place("change of questions", "manager", "/challenges/:challenge/edit", asking("/edit")),
    Place("files of a challenge", "manager", "/challenges/:challenge/files", asking("/files")),
    Place("files of a challenge, none yet", "manager", "/challenges/:challenge/files", challenge("draft", "/files")),
    Place("idea with pictures", "visitor", "/ideas/:idea", illustrated("/ideas/:idea")),
    Place("idea with pictures, before its moderator", "moderator", "/desk/moderation/:post",
          illustrated("/desk/moderation/idea-:idea")),
    Place("idea with pictures, to answer", "manager", "/desk/ideas/:idea", illustrated("/desk/ideas/:idea")),
    Place("solution under seal", "member", "/ideas/:idea", own_idea(condition="i.visibility = 'sealed'")),
    Place("receipt of a solution", "member", "/ideas/:idea/receipt",
          own_idea("/receipt", condition="i.visibility = 'sealed'")),
    Place("new solution", "member", "/challenges/:challenge/ideas/new", challenge("contest", "/ideas/new")),
    Place("themes", "visitor", "/themes", at("/themes")),
    Place("theme", "visitor", "/themes/:theme", first("theme", "/themes/")),
    Place("prompt of a theme", "visitor", "/themes/:theme/prompts/:prompt", at("/themes/prevention/prompts/1")),
    Place("prompt to answer", "member", "/themes/:theme/prompts/:prompt", at("/themes/prevention/prompts/2")),
    Place("prompt, as its moderator", "moderator", "/themes/:theme/prompts/:prompt", at("/themes/prevention/prompts/1")),
    Place("communities", "visitor", "/communities", at("/communities")),
    Place("community, from outside", "visitor", "/communities/:community", first("community", "/communities/")),
    Place("community, to join", "member", "/communities/:community", first("community", "/communities/")),
    Place("community, from inside", "craftswoman", "/communities/:community", first("community", "/communities/")),
    Place("fund", "craftswoman", "/communities/:community/fund", at("/communities/artisans-du-fleuve/fund")),
    Place("fund, a paid period", "craftswoman", "/communities/:community/fund/:period",
          at("/communities/artisans-du-fleuve/fund/1")),
    Place("own cash-back", "craftswoman", "/communities/:community/fund/:period/mine",
          at("/communities/artisans-du-fleuve/fund/1/mine")),
    Place("letter of a period", "craftswoman", "/communities/:community/fund/:period/letter",
          at("/communities/artisans-du-fleuve/fund/1/letter")),
    Place("fund of a small group", "ines@personnes.demo.example", "/communities/:community/fund",
          at("/communities/etudiants-en-mobilite/fund")),
    Place("simulator of a fund", "craftswoman", "/communities/:community/fund/simulator",
          at("/communities/artisans-du-fleuve/fund/simulator")),
    Place("funds", "reward officer", "/desk/funds", at("/desk/funds")),
    Place("fund to keep", "reward officer", "/desk/funds/:community", at("/desk/funds/artisans-du-fleuve")),
    Place("practices of a community", "craftswoman", "/communities/:community/practices",
          at("/communities/artisans-du-fleuve/practices")),
    Place("practice", "craftswoman", "/communities/:community/practices/:practice",
          lambda server: "/communities/artisans-du-fleuve/practices/"
          + str(server.value("SELECT min(id) FROM practice WHERE community_id = 1 AND hidden_at IS NULL"))),
    Place("practice to propose", "craftswoman", "/communities/:community/practices/new",
          at("/communities/artisans-du-fleuve/practices/new")),
    Place("practice to change", "craftswoman", "/communities/:community/practices/:practice/edit",
          lambda server: "/communities/artisans-du-fleuve/practices/" + str(server.value(
              "SELECT min(q.id) FROM practice q JOIN member m ON m.id = q.author_id WHERE q.community_id = 1 "
              "AND m.email = ?", ["menuisiere@personnes.demo.example"])) + "/edit"),
    Place("practices, for a stranger", "juror", "*", at("/communities/artisans-du-fleuve/practices"), status=404),
    *[Place(f"measure with a {name} effect", "visitor", "/measures/:measure",
            lambda server, place=place: "/measures/" + str(server.value(
                "SELECT id FROM measure ORDER BY id LIMIT 1 OFFSET ?", [place])))
      for place, name in enumerate(["demonstrated", "likely", "future"])],
    Place("measures", "reward officer", "/desk/measures", at("/desk/measures")),
    Place("measure to count", "reward officer", "/desk/measures/:measure",
          lambda server: f"/desk/measures/{server.value('SELECT min(id) FROM measure')}"),
    Place("measure that cannot be changed", "reward officer", "/desk/measures/:measure/edit",
          lambda server: f"/desk/measures/{server.value('SELECT min(id) FROM measure')}/edit", 409),
    Place("measure to write", "reward officer", "/desk/ideas/:idea/measure",
          lambda server: f"/desk/ideas/{server.value('SELECT min(idea_id) FROM measure')}/measure"),
    Place("idea whose effect was measured", "visitor", "/ideas/:idea",
          lambda server: f"/ideas/{server.value('SELECT min(idea_id) FROM measure')}"),
    Place("fund, for a stranger", "juror", "*", at("/communities/artisans-du-fleuve/fund"), status=404),
    Place("fund that cannot be opened twice", "reward officer", "/desk/funds/:community/new",
          at("/desk/funds/artisans-du-fleuve/new"), 409),
    Place("draw", "visitor", "/challenges/:challenge/draw",
          lambda server: "/challenges/" + str(server.value(
              "SELECT min(challenge_id) FROM prize_draw WHERE drawn_at IS NOT NULL")) + "/draw"),
    Place("draw, committed to", "visitor", "/challenges/:challenge/draw", challenge("in its vote phase", "/draw")),
    Place("draw to commit to", "manager", "/desk/challenges/:challenge/draw",
          lambda server: f"/desk/challenges/{challenge_in('open to ideas', server)}/draw"),
    Place("integrity of a vote", "moderator", "/desk/challenges/:challenge/integrity",
          lambda server: f"/desk/challenges/{challenge_in('with graded results', server)}/integrity"),
    Place("messages to authors", "manager", "/desk/challenges/:challenge/messages",
          lambda server: f"/desk/challenges/{watched(server)}/messages"),
    Place("results at an instant", "manager", "/desk/challenges/:challenge/results",
          lambda server: f"/desk/challenges/{watched(server)}/results"),
    Place("ballot set aside", "juror", "/challenges/:challenge/set-aside",
          lambda server: f"/challenges/{watched(server)}/set-aside"),
    Place("signals in a vote", "moderator", "/desk/challenges/:challenge/integrity",
          lambda server: f"/desk/challenges/{watched(server)}/integrity"),
    Place("feeds", "visitor", "/feeds", at("/feeds")),
    Place("about", "visitor", "/about", at("/about")),
    Place("search", "visitor", "/search", at("/search")),
    Place("search with results", "visitor", "/search", at("/search?q=contrat")),
    Place("search, narrowed", "member", "/search", at("/search?q=eau&state=openToIdeas&kind=idea")),
    Place("search, corrected", "visitor", "/search", at("/search?q=hivre")),
    Place("search without results", "visitor", "/search", at("/search?q=zinzolin")),
    Place("answers", "visitor", "/answers", at("/answers")),
    Place("what was done", "visitor", "/follow-up", at("/follow-up")),
    Place("rewards", "visitor", "/rewards", at("/rewards")),
    Place("sign in", "visitor", "/sign-in", at("/sign-in")),
    Place("sign up", "visitor", "/sign-up", at("/sign-up")),
    Place("account", "member", "/account", at("/account")),
    Place("news", "member", "/following", at("/following")),
    Place("news of one kind", "member", "/following", at("/following?kind=decisions")),
    Place("nothing new", "craftswoman", "/following", at("/following")),
    Place("own ideas", "member", "/account/ideas", at("/account/ideas")),
    Place("deletion of the account", "member", "/account/delete", at("/account/delete"), 403),
    Place("challenges, as a manager", "manager", "/challenges", at("/challenges")),
    Place("blueprints", "manager", "/challenges/new", at("/challenges/new")),
    *[Place(f"new {blueprint}", "manager", "/challenges/new", at(f"/challenges/new?blueprint={blueprint}"))
      for blueprint in ("openCall", "contest", "draftReview", "suggestionBox")],
    Place("change of a challenge", "manager", "/challenges/:challenge/edit", challenge("draft", "/edit")),
    Place("preview of a challenge", "manager", "/challenges/:challenge/preview", challenge("draft", "/preview")),
    Place("cancelling a challenge", "manager", "/challenges/:challenge/cancel", challenge("to come", "/cancel")),
    Place("archiving a challenge", "manager", "/challenges/:challenge/archive", challenge("with results", "/archive")),
    Place("suspending a challenge", "manager", "/challenges/:challenge/suspend", challenge("to come", "/suspend")),
    Place("change of a public challenge", "manager", "/challenges/:challenge/edit",
          challenge("in its vote phase", "/edit")),
    Place("new theme", "administrator", "/themes/new", at("/themes/new")),
    Place("change of a theme", "administrator", "/themes/:theme/edit",
          lambda server: first("theme", "/themes/")(server) + "/edit"),
    Place("follow-up of an idea", "manager", "/desk/ideas/:idea/follow-up",
          idea_of("with results", "decision = 'inProgress'", "/follow-up", "/desk/ideas")),
    Place("desk", "manager", "/desk", at("/desk")),
    Place("dashboards", "manager", "/desk/dashboards", at("/desk/dashboards")),
    *[Place(f"dashboard of a challenge {state}", "manager", "/challenges/:challenge/dashboard",
            challenge(state, "/dashboard"))
      for state in ("in its vote phase", "with results", "contest", "to come")],
    Place("desk of a juror", "juror", "/desk", at("/desk")),
    Place("own jury", "juror", "/desk/jury/:challenge",
          lambda server: f"/desk/jury/{challenge_in('under deliberation', server)}"),
    Place("own jury, without names", "juror", "/desk/jury/:challenge",
          lambda server: f"/desk/jury/{challenge_in('contest before its jury', server)}"),
    Place("idea to judge", "juror", "/desk/jury/:challenge/:idea", card(">")),
    Place("judged idea", "juror", "/desk/jury/:challenge/:idea", card("=")),
    Place("jury that has not begun", "juror", "/desk/jury/:challenge",
          lambda server: f"/desk/jury/{challenge_in('contest', server)}"),
    *[Place(f"jury of a challenge {state}", "manager", "/desk/challenges/:challenge/jury",
            lambda server, state=state: f"/desk/challenges/{challenge_in(state, server)}/jury")
      for state in ("under deliberation", "contest before its jury", "contest", "in its vote phase")],
    Place("idea before the jury", "manager", "/desk/challenges/:challenge/jury/:idea",
          lambda server: f"/desk/challenges/{challenge_in('under deliberation', server)}/jury/"
          + str(server.value("SELECT min(idea_id) FROM jury_remark WHERE challenge_id = ?",
                             [challenge_in("under deliberation", server)]))),
    Place("criteria of a jury", "manager", "/desk/challenges/:challenge/jury/rules",
          lambda server: f"/desk/challenges/{challenge_in('contest', server)}/jury/rules"),
    Place("ranking of a jury", "visitor", "/challenges/:challenge/results",
          challenge("with a jury's results", "/results")),
    Place("desk of a reward officer", "reward officer", "/desk", at("/desk")),
    Place("answer", "manager", "/desk/ideas/:idea", idea_of("under deliberation", base="/desk/ideas")),
    Place("results to publish", "manager", "/desk/challenges/:challenge/results",
          lambda server: f"/desk/challenges/{challenge_in('under deliberation', server)}/results"),
    Place("reward to grant", "reward officer", "/desk/ideas/:idea/reward", winner("/reward")),
    Place("roles of a member", "administrator", "/administration/roles/:member",
          lambda server: "/administration/roles/"
          f"{server.value('SELECT id FROM member WHERE email = ?', ['samia@personnes.demo.example'])}"),
    Place("rewards, to hand over", "reward officer", "/rewards", at("/rewards")),
    Place("register of rewards", "reward officer", "/desk/rewards", at("/desk/rewards")),
    Place("reward to approve", "reward officer", "/desk/rewards/:reward", reward_in("proposed")),
    Place("reward of which its winner was told", "reward officer", "/desk/rewards/:reward", reward_in("notified")),
    Place("budget of a challenge", "reward officer", "/desk/challenges/:challenge/rewards",
          lambda server: f"/desk/challenges/{challenge_in('with results', server)}/rewards"),
    Place("rules of a challenge", "visitor", "/challenges/:challenge/regulation",
          lambda server: f"/challenges/{regulated(server)}/regulation"),
    Place("rules to write", "manager", "/desk/challenges/:challenge/regulation",
          lambda server: f"/desk/challenges/{regulated(server)}/regulation"),
    Place("deed to draw up", "manager", "/desk/ideas/:idea/deed",
          lambda server: f"/desk/ideas/{server.value('SELECT min(idea_id) FROM deed')}/deed"),
    Place("deed", "manager", "/ideas/:idea/deed",
          lambda server: f"/ideas/{server.value('SELECT min(idea_id) FROM deed')}/deed"),
    Place("how points work", "visitor", "/points", at("/points")),
    Place("own points", "member", "/account/points", at("/account/points")),
    Place("no points yet", "craftswoman", "/account/points", at("/account/points")),
    Place("line to contest", "member", "/account/points/:line", point_line("/account/points/")),
    Place("contested points", "reward officer", "/desk/points", at("/desk/points")),
    Place("contested points and their cap", "administrator", "/desk/points", at("/desk/points")),
    Place("contested line to answer", "reward officer", "/desk/points/:contest", lambda server:
          f"/desk/points/{server.value('SELECT min(id) FROM points_contest WHERE answered_at IS NULL')}"),
    Place("own rewards", "member", "/account/rewards", at("/account/rewards")),
    Place("statement of a year", "member", "/account/statements/:year",
          lambda server: f"/account/statements/{datetime.date.today().year}"),
    Place("roles", "administrator", "/administration/roles", at("/administration/roles")),
    Place("register of moderation", "visitor", "/moderation", at("/moderation")),
    Place("desk of a moderator", "moderator", "/desk", at("/desk")),
    Place("what waits for moderators", "moderator", "/desk/moderation", at("/desk/moderation")),
    Place("post before its moderator", "moderator", "/desk/moderation/:post", waiting_post("/desk/moderation/:post")),
    Place("report", "member", "/posts/:post/report", idea_of("in its vote phase", "visibility = 'public' AND author_id "
          "<> (SELECT id FROM member WHERE email = 'assure@demo.example')", "/report", "/posts/idea-")),
    Place("nothing to appeal", "member", "/posts/:post/appeal",
          post_of("assure@demo.example", "idea", "/posts/:post/appeal"), 409),
    Place("taking a comment back", "member", "/posts/:post/withdraw",
          post_of("assure@demo.example", "comment", "/posts/:post/withdraw")),
    Place("idea to pass on as a complaint", "member", "/posts/:post/complaint",
          post_of("assure@demo.example", "idea", "/posts/:post/complaint")),
    Place("receipt of a complaint", "member", "/complaints/:complaint",
          lambda server: "/complaints/" + str(server.value(
              "SELECT max(q.id) FROM complaint q JOIN member m ON m.id = q.author_id WHERE m.email = ?",
              ["assure@demo.example"]))),
    Place("register of complaints", "moderator", "/desk/complaints", at("/desk/complaints")),
    Place("complaints that are answered", "moderator", "/desk/complaints", at("/desk/complaints?state=answered")),
    Place("nothing there", "visitor", "*", at("/nothing-there"), status=404),
    Place("a challenge that is not for everybody", "visitor", "*", challenge("of a community"), status=404),
    Place("a challenge for others", "visitor", "*", challenge("by invitation"), status=404),
    Place("desk, for a member", "member", "*", at("/desk"), status=404),
]
