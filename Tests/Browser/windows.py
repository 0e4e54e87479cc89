"""What people do in a window of a real browser, said in their words."""

import re

from playwright.sync_api import expect

from server import PASSWORD
from words import words


class Window:
    """A browser's window in which somebody uses the site in one language, by what they can read there."""

    def __init__(self, page, language="fr"):
        self.page = page
        self.language = language
        self.words = words(language)
        self.main = page.locator("#main")
        page.on("dialog", lambda dialog: dialog.accept())

    # Going about

    def open(self, path=""):
        answer = self.page.goto(f"/{self.language}{path}")
        assert answer.status == 200, f"{path}: {answer.status}"
        return self

    def follow(self, key_or_title, within=None, exact=False):
        """Follows the link that reads as the sentence of a key, or as a title."""
        name = self.words[key_or_title] if key_or_title in self.words.sentences else key_or_title
        return self.act((within or self.main).get_by_role("link", name=name, exact=exact))

    def press(self, key, within=None):
        """Presses the button that begins with the sentence of a key."""
        name = re.compile("^" + re.escape(self.words[key]).replace(r"\ ", r"\s"))
        return self.act((within or self.main).get_by_role("button", name=name))

    def fill(self, **values):
        """Fills the fields of these names."""
        for name, value in values.items():
            field = self.main.locator(f"[name='{name.replace('_', '-')}']:not([type=hidden])")
            if field.first.evaluate("e => e.tagName", timeout=4_000) == "SELECT":
                self.select(field, value)
            else:
                self.write(field, value)
        return self

    def choose(self, name, value):
        """Chooses one of a few."""
        choice = self.main.locator(f"[name='{name}'][value='{value}']").first
        if choice.count():
            self.check(choice)
        else:
            self.select(self.main.locator(f"select[name='{name}']"), value)
        return self

    # Looking

    def reads(self, key, within=None):
        """The sentence of a key stands on the page, whatever it is told with."""
        expect((within or self.page.locator("body"))).to_contain_text(self.words.pattern(key))
        return self

    def shows(self, text):
        expect(self.main).to_contain_text(text)
        return self

    def is_at(self, pattern):
        expect(self.page).to_have_url(re.compile(pattern))
        return self

    # Accounts

    def sign_up(self, pseudonym, email, password):
        self.fill(pseudonym=pseudonym, email=email, password=password)
        return self.press("accounts.sign-up.send")

    def sign_in(self, email, password=PASSWORD):
        self.fill(email=email, password=password)
        return self.press("accounts.sign-in.send")

    def menu(self, key):
        """Opens one's own menu and takes what it offers there."""
        menu = self.page.locator("header details.menu")
        self.act(menu.locator("summary"))
        entry = self.words[key]
        return self.act(menu.get_by_role("link", name=entry).or_(menu.get_by_role("button", name=entry)))

    # With the hand

    def act(self, locator):
        """Follows a link, presses a button, opens what folds."""
        locator.first.click()
        return self

    def check(self, locator):
        """Ticks a box, or chooses one of a few."""
        locator.first.check()
        return self

    def write(self, locator, text):
        """Writes a text in the place of what stands in a field."""
        locator.first.fill(text)
        return self

    def select(self, locator, value=None, index=None):
        """Takes an entry of a list."""
        locator.first.select_option(value, index=index)
        return self


class KeyboardWindow(Window):
    """The same without a mouse: everything is reached with Tab, and whatever has the focus shows it."""

    SHOWN = """() => {
        const e = document.activeElement, s = getComputedStyle(e);
        return e === document.body || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
    }"""

    def act(self, locator):
        element = locator.first.element_handle()
        self.reach(element)
        if element.evaluate("e => e.tagName === 'SUMMARY'"):
            self.page.keyboard.press("Enter")
        else:
            with self.page.expect_event("framenavigated"):
                self.page.keyboard.press("Enter")
            self.page.wait_for_load_state()
        return self

    def check(self, locator):
        """A box takes the space bar; one of a few is gone to with the arrows from the one that Tab reaches."""
        element = locator.first.element_handle()
        if element.get_attribute("type") == "checkbox":
            self.reach(element)
            self.page.keyboard.press("Space")
        else:
            self.reach(element, "(active, wanted) => active.type === 'radio' && active.name === wanted.name")
            self.page.keyboard.press("Space")
            for _ in range(20):
                if element.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        assert element.is_checked()
        return self

    def write(self, locator, text):
        self.reach(locator.first.element_handle())
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)
        return self

    def select(self, locator, value=None, index=None):
        element = locator.first.element_handle()
        self.reach(element)
        for _ in range(40):
            if element.evaluate("(e, [v, i]) => v === null ? e.selectedIndex === i : e.value === v", [value, index]):
                return self
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no entry {value or index} is reached with the arrows")

    def reach(self, element, condition="(active, wanted) => active === wanted", most=400):
        """Presses Tab until the condition holds of what has the focus and of the element."""
        for _ in range(most):
            if element.evaluate(f"wanted => ({condition})(document.activeElement, wanted)"):
                return
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(self.SHOWN), (
                f"no visible focus on {self.page.evaluate('document.activeElement.outerHTML.slice(0, 200)')}")
        raise AssertionError(f"{element} is not reached by {most} presses of Tab")
