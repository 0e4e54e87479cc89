"""The main job of the platform, as people live it: once with scripts, once without, in both languages."""

import re
import secrets

import feedparser
import pytest

from places import challenge_in
from windows import KeyboardWindow, Window

WAYS = pytest.mark.parametrize(
    ("language", "javascript", "hand"),
    [
        pytest.param("fr", True, Window, id="in French"),
        pytest.param("fr", False, Window, id="in French without scripts"),
        pytest.param("en", True, Window, id="in English"),
        pytest.param("en", False, KeyboardWindow, id="in English by keyboard without scripts"),
    ])


@WAYS
def test_a_visitor_takes_part(browse, lively, lively_people, language, javascript, hand):
    """Sign up, submit an idea by way of a draft, comment on another, support one and take it back, leave."""
    mark = secrets.token_hex(3)
    # Ideas that do not resemble each other: nobody is asked whether to support another one instead.
    name = {("fr", True): "Prêter un niveau laser", ("fr", False): "Un carnet des mousses du toit",
            ("en", True): "La tournée des vieux robinets", ("en", False): "Apprendre à purger ses radiateurs"}[language, javascript]
    window = hand(browse(lively_people, language=language, javascript=javascript), language)
    challenge = challenge_in("open to ideas", lively)
    title = lively.value("SELECT title FROM challenge WHERE id = ?", [challenge])

    # From the home page to the challenge, and to an account.
    window.open().follow("home.see")
    window.follow(title).shows(title)
    window.follow("challenges.submit").is_at("/sign-in").reads("accounts.why.submit").follow("accounts.sign-up")
    window.sign_up(f"Sauge {mark}", f"sauge.{mark}@exemple.example", "quatre mots sans suite")
    window.sign_in(f"sauge.{mark}@exemple.example", "quatre mots sans suite")
    window.reads("accounts.flash.signed-in")

    # A draft first, found again among one's own ideas; then the receipt.
    window.open(f"/challenges/{challenge}").follow("challenges.submit")
    window.fill(title=f"{name} {mark}", text="Pour vérifier\n\n- la pente de la gouttière")
    window.press("ideas.form.draft").reads("ideas.flash.draft")
    assert lively.value("SELECT visibility FROM idea WHERE title LIKE ?", [f"%{mark}"]) == "draft"
    window.menu("layouts.my-ideas").follow(f"{name} {mark}")
    window.fill(text="Pour vérifier soi-même **la pente** de la gouttière, une fois l’an.")
    window.press("ideas.form.submit").is_at("/receipt").reads("ideas.receipt")
    assert lively.value("SELECT visibility FROM idea WHERE title LIKE ?", [f"%{mark}"]) == "public"
    window.follow("ideas.receipt.see").shows(f"{name} {mark}").shows("la pente")
    assert window.main.locator(".prose strong").first.text_content() == "la pente"

    # A comment under somebody else's idea.
    window.open(f"/challenges/{challenge}#ideas")
    window.act(window.main.locator("#ideas .rows h3 a").filter(has_not_text=mark))
    window.choose("stance", "question")
    window.write(window.main.locator("#comment-form [name=comment]"), f"Qui viendrait le chercher ? {mark}")
    window.press("comments.send").shows(f"Qui viendrait le chercher ? {mark}")
    window.main.locator(".comment").filter(has_text=f"viendrait le chercher ? {mark}").get_by_text(
        window.words["comments.stance.question"], exact=True).first.wait_for()

    # A support where the votes are open, taken back, given again; nobody learns how many there are.
    voting = challenge_in("in its vote phase", lively)
    window.open(f"/challenges/{voting}")
    window.act(window.main.locator("#ideas .rows h3 a"))
    ballot = window.main.locator(".ballot").first
    window.press("voting.support", ballot).reads("voting.given", ballot)
    window.press("voting.withdraw", ballot)
    ballot.get_by_role("button", name=window.words["voting.support"]).wait_for()
    window.press("voting.support", ballot).reads("voting.given", ballot)
    assert window.main.locator(".tally").count() == 0
    window.page.reload()
    window.reads("voting.given", ballot)
    assert lively.value(
        "SELECT count(*) FROM vote JOIN member ON member.id = member_id WHERE pseudonym = ?", [f"Sauge {mark}"]) == 1

    window.menu("layouts.sign-out").reads("accounts.flash.signed-out")
    assert window.page.locator("header details.menu").count() == 0


@WAYS
def test_a_manager_launches_a_challenge(browse, lively, lively_people, language, javascript, hand):
    """From a blueprint over the preview to the public page, in one short form."""
    mark = secrets.token_hex(3)
    window = hand(browse(lively_people, "manager", language, javascript), language)
    window.open("/challenges").follow("challenges.new")
    window.follow("challenges.blueprint.openCall")

    # Nothing is lost when something is missing.
    window.fill(title=f"Le toit avant l’orage {mark}").press("challenges.form.save")
    window.reads("forms.problems")
    assert window.page.locator("[name=title]").input_value() == f"Le toit avant l’orage {mark}"

    window.fill(
        question="Que vérifier sur son toit avant la saison des orages ?",
        brief="## Le contexte\n\nUn toit sur dix fuit après un orage.\n\n- Ce que l’on voit du sol\n- Ce qu’il faut "
              "laisser à un couvreur")
    window.select(window.main.locator("select[name=theme]"), index=1)
    window.press("challenges.form.save").is_at("/preview").reads("challenges.preview.heading")
    window.shows("Un toit sur dix")
    visitor = lively_people.reader()
    [(number, standing)] = lively.rows("SELECT id, standing FROM challenge WHERE title LIKE ?", [f"%{mark}"])
    assert standing == "draft"
    assert visitor.open(f"/{language}/challenges/{number}").status == 404

    window.press("challenges.publish").reads("challenges.flash.published")
    page = visitor.open(f"/{language}/challenges/{number}")
    assert page.status == 200
    assert "Que vérifier sur son toit" in page.text
    assert mark in visitor.open(f"/{language}/challenges").text


@pytest.mark.parametrize("language, javascript, hand", [
    pytest.param("fr", True, Window, id="in French"),
    pytest.param("en", False, Window, id="in English without scripts"),
    pytest.param("fr", True, KeyboardWindow, id="in French by keyboard")])
def test_a_manager_answers_publishes_and_rewards(
        browse, demonstration, tmp_path, language, javascript, hand):
    """Every idea answered with a reason in secret, results in one act, the reward, and the winner sees it all."""
    from people import People
    from server import served_copy

    with served_copy(demonstration, tmp_path) as server:
        people = People(server)
        challenge = challenge_in("under deliberation", server)
        title = server.value("SELECT title FROM challenge WHERE id = ?", [challenge])
        ideas = server.rows(
            "SELECT i.id, i.title, m.email, d.id IS NOT NULL AS is_prepared FROM idea i JOIN member m ON m.id = i.author_id LEFT JOIN decision d "
            "ON d.idea_id = i.id AND d.published_at IS NULL AND d.superseded_at IS NULL "
            "WHERE i.challenge_id = ? AND i.visibility = 'public' AND (i.decision IS NULL OR i.decision IN "
            "('underStudy', 'shortlisted')) ORDER BY i.id", [challenge])
        assert len(ideas) > 3
        # The desk asks for what nobody has decided yet; the demonstration has prepared the others.
        second, second_title, *_ = next(idea for idea in ideas if not idea[3])
        best, best_title, winner, _ = next(idea for idea in ideas if idea[3])
        rest = [idea[0] for idea in ideas if idea[0] not in (best, second)]
        window = hand(browse(people, "manager", language, javascript), language)

        # The first by hand, from its page; the reason is mandatory.
        window.open(f"/ideas/{best}").follow("ideas.answer")
        window.choose("code", "winner").choose("publication", "results").fill(reason="")
        window.press("desk.answer.send")
        window.reads("forms.problems")
        reason = "Les aidants l’ont dit mieux que nous. Le service ouvrira au printemps, avec vous."
        window.fill(reason=reason).press("desk.answer.send").reads("desk.flash.prepared")
        visitor = people.reader()
        assert reason not in visitor.open(f"/{language}/ideas/{best}").source

        # The second in place, on the desk.
        window.open(f"/desk?challenge={challenge}")
        row = window.main.locator(".desk-row").filter(has=window.page.get_by_role("link", name=second_title))
        window.act(row.locator("summary"))
        answer_in(window, row, "rejected", "Cette piste demanderait un accord que nous n’avons pas. Merci de l’avoir dite.")
        window.press("desk.answer.send", row).reads("desk.flash.prepared")

        # The others by their forms alone: a person would do the same eleven times more.
        manager = people.reader("manager")
        for number in rest:
            answer = manager.open(f"/{language}/desk/ideas/{number}").send(
                f"/desk/ideas/{number}", code="accepted", publication="results",
                reason="Nous la reprenons telle quelle dans le cahier des charges du printemps.")
            assert answer.status == 200, answer.text[:400]

        # All at once, and only then.
        platform = feedparser.parse(visitor.open(f"/{language}/challenges/{challenge}/feed.rss").body)
        assert not any(reason[:30] in entry.get("summary", "") for entry in platform.entries)
        window.open("/desk").follow(title, window.main.locator("[aria-labelledby=ready]"))
        window.is_at("/results").shows(best_title)
        window.press("desk.results.publish.send").reads("forms.problems")
        window.check(window.main.locator("[name=confirm]"))
        window.press("desk.results.publish.send").reads("desk.flash.results")
        page = visitor.open(f"/{language}/challenges/{challenge}")
        assert best_title in page.root.first("section", **{"aria-labelledby": "results"}).text
        assert reason in visitor.open(f"/{language}/ideas/{best}").text

        # The announced reward, by the person whose task it is.
        officer = hand(browse(people, "reward officer", language, javascript), language)
        officer.open("/desk")
        officer.follow("rewards.grant", officer.main.locator("li").filter(
            has=officer.page.get_by_role("link", name=best_title)))
        officer.press("rewards.grant").reads("rewards.flash.proposed")

        # Somebody else approves it and tells the winner.
        second = hand(browse(people, "administrator", language, javascript), language)
        second.page.goto(officer.page.url)
        second.press("rewards.advance.approved").press("rewards.advance.notified").reads("rewards.flash.advanced")

        # The winner finds it among their own ideas, subscribers in the feeds.
        owner = hand(browse(people, winner, language, javascript), language)
        owner.open("/account/ideas").reads("accounts.rewards").shows(best_title)
        for address in (f"/{language}/feed.rss", f"/{language}/challenges/{challenge}/feed.rss",
                        f"/{language}/challenges/{challenge}/feed.atom", f"/{language}/ideas/{best}/feed.rss"):
            feed = feedparser.parse(visitor.open(address).body)
            assert not feed.bozo, (address, feed.get("bozo_exception"))
            assert any(reason[:40] in text_of(entry) for entry in feed.entries), address


def answer_in(window, row, code, reason):
    """Fills the short form of a row of the desk."""
    choice = row.locator(f"[name=code][value={code}]")
    if choice.count():
        window.check(choice)
    else:
        window.select(row.locator("select[name=code]"), code)
    window.write(row.locator("[name=reason]"), reason)
    window.check(row.locator("[name=publication][value=results]"))


def text_of(entry):
    parts = [entry.get("summary", "")] + [content.value for content in entry.get("content", [])]
    return re.sub(r"<[^>]+>", "", " ".join(parts))


def test_an_idea_is_supported_by_keyboard_alone(browse, lively, lively_people):
    """Sign in and support with Tab, Enter and the space bar; focus is always to be seen."""
    page = browse(lively_people)
    window = Window(page)
    window.open("/sign-in")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    tab_to(page, "document.activeElement.name === 'email'")
    page.keyboard.type("gaston@personnes.demo.example")
    page.keyboard.press("Tab")
    page.keyboard.type("ruche-en-demonstration")
    page.keyboard.press("Enter")
    window.reads("accounts.flash.signed-in")

    voting = challenge_in("in its vote phase", lively)
    idea = lively.value(
        "SELECT min(id) FROM idea WHERE challenge_id = ? AND visibility = 'public' AND id NOT IN (SELECT idea_id "
        "FROM vote JOIN member ON member.id = member_id WHERE email = ?) AND author_id <> (SELECT id FROM member "
        "WHERE email = ?)", [voting, "gaston@personnes.demo.example", "gaston@personnes.demo.example"])
    window.open(f"/ideas/{idea}")
    tab_to(page, "document.activeElement.closest('.ballot form') !== null")
    page.keyboard.press("Enter")
    window.reads("voting.given", window.main.locator(".ballot").first)
    # Focus stays where the act was.
    assert page.evaluate("document.activeElement.closest('.ballot') !== null")

    # The menu opens, closes on Escape and gives the focus back.
    page.locator("header details.menu summary").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector('header details.menu').open")
    page.keyboard.press("Escape")
    assert not page.evaluate("document.querySelector('header details.menu').open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def tab_to(page, condition, most=80):
    """Presses Tab until the condition holds; what has the focus shows it on the way."""
    for _ in range(most):
        page.keyboard.press("Tab")
        shown = page.evaluate("""() => {
            const e = document.activeElement, s = getComputedStyle(e);
            return e === document.body || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
        }""")
        assert shown, f"no visible focus on {page.evaluate('document.activeElement.outerHTML.slice(0, 200)')}"
        if page.evaluate(condition):
            return
    raise AssertionError(f"{condition} is not reached by {most} presses of Tab")
