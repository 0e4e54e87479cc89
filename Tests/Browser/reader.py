"""A browser without scripts, pictures or hurry: follows links, presses buttons, keeps cookies."""

import http.client
import http.cookies
import urllib.parse

from document import Document, squeezed
from server import PASSWORD


class Page:
    """An answer of the server."""

    def __init__(self, reader, target, status, headers, body):
        self.reader = reader
        self.target = target
        self.status = status
        self.headers = headers
        self.body = body
        self._document = None

    @property
    def kind(self):
        return (self.headers.get("Content-Type") or "").split(";")[0]

    @property
    def source(self):
        return self.body.decode("utf-8")

    @property
    def document(self):
        if self._document is None:
            self._document = Document(self.source)
        return self._document

    @property
    def root(self):
        return self.document.root

    @property
    def main(self):
        return self.root.first("main")

    @property
    def text(self):
        """What the page's own part says."""
        return self.main.text if self.main else self.root.text

    def resolved(self, href):
        return urllib.parse.urljoin(self.reader.origin + self.target, href)

    def links(self):
        """The addresses of our own pages that this page leads to, without fragments."""
        found = {}
        for element in self.root.descendants():
            href = element.get("href")
            if href is None or element.name not in ("a", "link"):
                continue
            address = urllib.parse.urldefrag(self.resolved(href)).url
            if address.startswith(self.reader.origin + "/"):
                found.setdefault(address[len(self.reader.origin):], element)
        return found

    def form(self, aim):
        """The form that posts to an address with this part."""
        forms = [f for f in self.root.all("form", method="post") if aim in (f.get("action") or "")]
        assert forms, f"{self.target} ({self.status}) has no form for {aim}:\n{self.text[:500]}"
        return forms[0]

    def send(self, aim, **values):
        """Fills the form that posts to an address with this part and sends it; redirections are followed."""
        form = self.form(aim)
        fields = dict(fields_of(form))
        fields.update(values)
        return self.reader.post(self.resolved(form.get("action")), fields)


def fields_of(form):
    """What a browser would send of a form as it stands, without any button."""
    for element in form.descendants():
        name = element.get("name")
        if not name or "disabled" in element.attributes:
            continue
        if element.name == "input":
            kind = element.get("type", "text")
            if kind in ("checkbox", "radio") and "checked" not in element.attributes:
                continue
            if kind not in ("submit", "button"):
                yield name, element.get("value", "on" if kind == "checkbox" else "")
        elif element.name == "textarea":
            yield name, element.raw_text().removeprefix("\n")
        elif element.name == "select":
            options = list(element.all("option"))
            chosen = next((o for o in options if "selected" in o.attributes), options[0] if options else None)
            if chosen is not None:
                yield name, chosen.get("value", squeezed(chosen.raw_text()))


class Reader:
    """One person's connection to the server."""

    def __init__(self, origin, cookies=None, timeout=20):
        self.origin = origin
        self.cookies = dict(cookies or {})
        self.timeout = timeout
        self._connection = None

    # Plumbing

    def request(self, method, target, body=None, headers=None):
        """Sends one request and reads its whole answer; a connection that was closed meanwhile is opened again."""
        headers = dict(headers or {})
        if self.cookies:
            headers.setdefault("Cookie", "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        for attempt in (1, 2):
            fresh = self._connection is None
            if fresh:
                self._connection = http.client.HTTPConnection(
                    urllib.parse.urlsplit(self.origin).netloc, timeout=self.timeout)
            try:
                self._connection.request(method, target, body=body, headers=headers)
                answer = self._connection.getresponse()
                content = answer.read()
                break
            except (http.client.HTTPException, OSError):
                self.close()
                # Only what changes nothing may be asked twice.
                if fresh or attempt == 2 or method != "GET":
                    raise
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                if morsel["max-age"] == "0":
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.value
        return Page(self, target, answer.status, answer.headers, content)

    def close(self):
        if self._connection:
            self._connection.close()
        self._connection = None

    def local(self, address):
        address = urllib.parse.urldefrag(urllib.parse.urljoin(self.origin, address)).url
        assert address.startswith(self.origin), f"{address} leads away"
        return address[len(self.origin):] or "/"

    # What a person does

    def open(self, address, follow=True):
        """Opens a page."""
        page = self.request("GET", self.local(address))
        for _ in range(5):
            if not follow or page.status not in (301, 302, 303, 307, 308):
                break
            page = self.request("GET", self.local(page.resolved(page.headers["Location"])))
        return page

    def post(self, address, fields, follow=True):
        """Sends a form."""
        page = self.request(
            "POST", self.local(address), body=urllib.parse.urlencode(fields).encode(),
            headers={"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin})
        if follow and page.status in (302, 303):
            return self.open(page.resolved(page.headers["Location"]))
        return page

    def sign_in(self, email, password=PASSWORD, language="fr"):
        page = self.open(f"/{language}/sign-in").send("/sign-in", email=email, password=password)
        assert page.root.first("form", action=f"/{language}/sign-out"), \
            f"{email} could not sign in ({page.status}):\n{page.text[:400]}"
        return self

    def sign_up(self, email, pseudonym, password, language="fr"):
        page = self.open(f"/{language}/sign-up").send(
            "/sign-up", email=email, pseudonym=pseudonym, password=password)
        assert page.status == 200, f"{pseudonym} could not sign up ({page.status}):\n{page.text[:400]}"
        return self
