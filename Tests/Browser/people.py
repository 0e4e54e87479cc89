"""Who uses the site in the tests: the demonstration's accounts, each signed in once for each server."""

from reader import Reader

ACCOUNTS = {
    "visitor": None,
    "member": "assure@demo.example",
    "manager": "gestion@demo.example",
    "moderator": "moderation@demo.example",
    "juror": "jury@demo.example",
    "reward officer": "recompenses@demo.example",
    "administrator": "admin@demo.example",
    # A member of the community of craftsmen.
    "craftswoman": "menuisiere@personnes.demo.example",
}


class People:
    """Signs each person in once, so that the limits of signing in are never met."""

    def __init__(self, server):
        self.server = server
        self._cookies = {None: {}}

    @staticmethod
    def address(who):
        """The e-mail address of a person named in `ACCOUNTS`, or the address itself."""
        return ACCOUNTS.get(who, who)

    def cookies(self, who):
        """The cookies of a person named in `ACCOUNTS`, or of an address."""
        email = self.address(who)
        if email not in self._cookies:
            reader = Reader(self.server.origin).sign_in(email)
            # What was just done is said once on the next page: not on each test's first.
            self._cookies[email] = {k: v for k, v in reader.cookies.items() if k not in ("notice", "language")}
            reader.close()
        return self._cookies[email]

    def reader(self, who="visitor"):
        return Reader(self.server.origin, self.cookies(who))

    def browser_cookies(self, who):
        return [
            {"name": name, "value": value, "url": self.server.origin}
            for name, value in self.cookies(who).items()
        ]
