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
        (within or self.main).get_by_role("link", name=name, exact=exact).first.click()
        return self

    def press(self, key, within=None):
        """Presses the button that begins with the sentence of a key."""
        name = re.compile("^" + re.escape(self.words[key]).replace(r"\ ", r"\s"))
        (within or self.main).get_by_role("button", name=name).first.click()
        return self

    def fill(self, **values):
        """Fills the fields of these names."""
        for name, value in values.items():
            field = self.main.locator(f"[name='{name.replace('_', '-')}']:not([type=hidden])")
            if field.first.evaluate("e => e.tagName", timeout=4_000) == "SELECT":
                field.first.select_option(value)
            else:
                field.first.fill(value)
        return self

    def choose(self, name, value):
        """Chooses one of a few."""
        choice = self.main.locator(f"[name='{name}'][value='{value}']").first
        if choice.count():
            choice.check()
        else:
            self.main.locator(f"select[name='{name}']").first.select_option(value)
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
        menu.locator("summary").click()
        entry = self.words[key]
        menu.get_by_role("link", name=entry).or_(menu.get_by_role("button", name=entry)).click()
        return self
