"""Every page of the site by name: who looks at it, and where it is in the demonstration."""

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
    "open to ideas": "standing = 'published' AND community_id IS NULL AND blueprint = 'openCall' "
                     "AND submit_opens_at < :now AND submit_closes_at > :now AND idea_count > 0",
    "in its vote phase": "standing = 'published' AND blueprint = 'openCall' AND vote_opens_at < :now "
                         "AND vote_closes_at > :now",
    "under deliberation": "standing = 'published' AND blueprint = 'openCall' AND participation_closes_at < :now",
    "with results": "standing = 'resultsPublished'",
    "contest": "standing = 'published' AND blueprint = 'contest'",
    "draft review": "standing = 'published' AND blueprint = 'draftReview'",
    "of a community": "standing = 'published' AND community_id IS NOT NULL",
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


def at(path):
    return lambda server: path


def first(table, path):
    return lambda server: path + server.value(f"SELECT min(slug) FROM {table}")


PLACES = [
    Place("home", "visitor", "", at("")),
    Place("challenges", "visitor", "/challenges", at("/challenges")),
    Place("challenges, none left by the filter", "visitor", "/challenges",
          at("/challenges?state=archived&theme=sante")),
    *[Place(f"challenge {state}", "visitor", "/challenges/:challenge", challenge(state)) for state in IN_STATE
      if state not in ("of a community", "draft")],
    Place("challenge of a community", "craftswoman", "/challenges/:challenge", challenge("of a community")),
    Place("draft of a challenge", "manager", "/challenges/:challenge", challenge("draft")),
    Place("idea to vote on, signed out", "visitor", "/ideas/:idea", idea_of("in its vote phase")),
    Place("idea to vote on", "member", "/ideas/:idea", idea_of("in its vote phase")),
    Place("idea to answer", "manager", "/ideas/:idea", idea_of("under deliberation")),
    Place("idea with its answers", "visitor", "/ideas/:idea", idea_of("with results", "decision IS NOT NULL")),
    Place("own idea", "member", "/ideas/:idea", own_idea()),
    Place("new idea", "member", "/challenges/:challenge/ideas/new", challenge("open to ideas", "/ideas/new")),
    Place("what resembles an idea", "member", "/challenges/:challenge/ideas/similar",
          challenge("open to ideas", "/ideas/similar?title=Un+rappel+avant+l%E2%80%99hiver")),
    Place("change of an idea", "member", "/ideas/:idea/edit", own_idea("/edit")),
    Place("withdrawal of an idea", "member", "/ideas/:idea/withdraw", own_idea("/withdraw")),
    Place("receipt of an idea", "member", "/ideas/:idea/receipt", own_idea("/receipt")),
    Place("themes", "visitor", "/themes", at("/themes")),
    Place("theme", "visitor", "/themes/:theme", first("theme", "/themes/")),
    Place("communities", "visitor", "/communities", at("/communities")),
    Place("community, from outside", "visitor", "/communities/:community", first("community", "/communities/")),
    Place("community, to join", "member", "/communities/:community", first("community", "/communities/")),
    Place("community, from inside", "craftswoman", "/communities/:community", first("community", "/communities/")),
    Place("fund", "craftswoman", "/communities/:community/fund", at("/communities/artisans-du-fleuve/fund")),
    Place("fund, a paid period", "craftswoman", "/communities/:community/fund/:period",
          at("/communities/artisans-du-fleuve/fund/1")),
    Place("own cash-back", "craftswoman", "/communities/:community/fund/:period/mine",
          at("/communities/artisans-du-fleuve/fund/1/mine")),
    Place("fund of a small group", "ines@personnes.demo.example", "/communities/:community/fund",
          at("/communities/etudiants-en-mobilite/fund")),
    Place("simulator of a fund", "craftswoman", "/communities/:community/fund/simulator",
          at("/communities/artisans-du-fleuve/fund/simulator")),
    Place("funds", "reward officer", "/desk/funds", at("/desk/funds")),
    Place("fund to keep", "reward officer", "/desk/funds/:community", at("/desk/funds/artisans-du-fleuve")),
    Place("fund, for a stranger", "juror", "*", at("/communities/artisans-du-fleuve/fund"), status=404),
    Place("fund that cannot be opened twice", "reward officer", "/desk/funds/:community/new",
          at("/desk/funds/artisans-du-fleuve/new"), 409),
    Place("draw", "visitor", "/challenges/:challenge/draw",
          lambda server: "/challenges/" + str(server.value(
              "SELECT min(challenge_id) FROM prize_draw WHERE drawn_at IS NOT NULL")) + "/draw"),
    Place("draw, committed to", "visitor", "/challenges/:challenge/draw", challenge("in its vote phase", "/draw")),
    Place("draw to commit to", "manager", "/desk/challenges/:challenge/draw",
          lambda server: f"/desk/challenges/{challenge_in('open to ideas', server)}/draw"),
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
    Place("own ideas", "member", "/account/ideas", at("/account/ideas")),
    Place("deletion of the account", "member", "/account/delete", at("/account/delete"), 403),
    Place("challenges, as a manager", "manager", "/challenges", at("/challenges")),
    Place("blueprints", "manager", "/challenges/new", at("/challenges/new")),
    *[Place(f"new {blueprint}", "manager", "/challenges/new", at(f"/challenges/new?blueprint={blueprint}"))
      for blueprint in ("openCall", "contest", "draftReview", "suggestionBox")],
    Place("change of a challenge", "manager", "/challenges/:challenge/edit", challenge("draft", "/edit")),
    Place("preview of a challenge", "manager", "/challenges/:challenge/preview", challenge("draft", "/preview")),
    Place("cancelling a challenge", "manager", "/challenges/:challenge/cancel", challenge("to come", "/cancel")),
    Place("suspending a challenge", "manager", "/challenges/:challenge/suspend", challenge("to come", "/suspend")),
    Place("change of a public challenge", "manager", "/challenges/:challenge/edit",
          challenge("in its vote phase", "/edit")),
    Place("new theme", "administrator", "/themes/new", at("/themes/new")),
    Place("change of a theme", "administrator", "/themes/:theme/edit",
          lambda server: first("theme", "/themes/")(server) + "/edit"),
    Place("follow-up of an idea", "manager", "/desk/ideas/:idea/follow-up",
          idea_of("with results", "decision = 'inProgress'", "/follow-up", "/desk/ideas")),
    Place("desk", "manager", "/desk", at("/desk")),
    Place("desk of a juror", "juror", "/desk", at("/desk")),
    Place("desk of a reward officer", "reward officer", "/desk", at("/desk")),
    Place("answer", "manager", "/desk/ideas/:idea", idea_of("under deliberation", base="/desk/ideas")),
    Place("results to publish", "manager", "/desk/challenges/:challenge/results",
          lambda server: f"/desk/challenges/{challenge_in('under deliberation', server)}/results"),
    Place("reward to grant", "reward officer", "/desk/ideas/:idea/reward", winner("/reward")),
    Place("roles of a member", "administrator", "/administration/roles/:member",
          lambda server: "/administration/roles/"
          f"{server.value('SELECT id FROM member WHERE email = ?', ['samia@personnes.demo.example'])}"),
    Place("rewards, to hand over", "reward officer", "/rewards", at("/rewards")),
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
    Place("desk, for a member", "member", "*", at("/desk"), status=404),
]
