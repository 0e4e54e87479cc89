"""The queue of moderators, worked through by single keys, and by none of them for those who turn them off."""

from windows import Window


def queue(browse, people, **how):
    window = Window(browse(people, "moderator", **how))
    window.open("/desk/moderation")
    return window


def current(window):
    return window.page.evaluate("document.activeElement.value ?? ''")


def test_keys_move_tick_and_judge(browse, lively, lively_people):
    window = queue(browse, lively_people)
    page = window.page
    posts = page.locator("[name=posts]").evaluate_all("boxes => boxes.map((box) => box.value)")
    assert len(posts) > 1, "the demonstration has too little to moderate"
    page.keyboard.press("j")
    assert current(window) == posts[0]
    page.keyboard.press("j")
    assert current(window) == posts[1]
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert current(window) == posts[0]
    page.keyboard.press("x")
    assert page.locator("[name=posts]:checked").count() == 1
    # Hiding asks for a reason first: in that list, letters choose as they always do.
    page.keyboard.press("h")
    assert page.evaluate("document.activeElement.name") == "reason"
    page.keyboard.press("j")
    assert page.locator("[name=posts]:checked").count() == 1
    page.locator("[name=posts]").first.focus()
    page.keyboard.press("p")
    page.locator(".flash").wait_for()
    waiting = page.locator("[name=posts]").evaluate_all("boxes => boxes.map((box) => box.value)")
    assert waiting == posts[1:]


def test_keys_can_be_turned_off_for_good(browse, lively_people):
    window = queue(browse, lively_people)
    page = window.page
    assert page.locator("button[value=show]").get_attribute("aria-keyshortcuts") == "p"
    page.locator("#shortcuts").uncheck()
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
        assert page.locator("[name=posts]:checked").count() == 0
        assert page.locator("button[value=show]").get_attribute("aria-keyshortcuts") is None
        page.reload()


def test_without_scripts_there_is_no_word_of_keys(browse, lively_people):
    window = queue(browse, lively_people, javascript=False)
    assert window.page.locator(".shortcuts").is_hidden()
    assert window.page.locator("button[value=hide]").is_visible()
