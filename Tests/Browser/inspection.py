"""One visit of a page in a real browser, and all that can be seen there at once."""

import os
import queue
import threading
from concurrent.futures import Future

from axe_playwright_python.base import AXE_SCRIPT

from places import Place

AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}

# What colours and narrowness can change; the structure is the same by night.
AXE_OPTIONS_AGAIN = {
    "runOnly": {"type": "rule", "values": [
        "color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "meta-viewport"]},
    "resultTypes": ["violations"],
}

WATCH = """
window.shifted = 0;
new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
});
"""

# Whatever sticks out of a window that is 320 px wide, except what lies in a box that scrolls by itself.
STICKING_OUT = """() => {
    const inBox = (node) => {
        for (let e = node.parentElement; e && e !== document.body; e = e.parentElement)
            if (/auto|scroll|hidden|clip/.test(getComputedStyle(e).overflowX)) return true;
        return false;
    };
    const out = [...document.querySelectorAll("body *")].filter((node) => {
        const box = node.getBoundingClientRect();
        return box.width && box.right > innerWidth + 1 && !inBox(node);
    }).map((node) => `${node.tagName.toLowerCase()}.${node.className} ${node.textContent.trim().slice(0, 40)}`);
    const wide = document.documentElement.scrollWidth;
    return wide > innerWidth ? [`${wide} px wide`, ...out.slice(0, 5)] : [];
}"""


class Sight:
    """What one visit showed."""

    def __init__(self):
        self.status = None
        self.address = None
        self.language = None
        self.accessibility = []
        self.sticking_out = []
        self.complaints = []
        self.foreign = []
        self.requests = []
        self.shift = 0.0


def look(context, origin, address):
    """Visits an address wide and light, then narrow and dark, with everything that folds unfolded."""
    sight = Sight()
    page = context.new_page()
    said = []

    def note_request(request):
        sight.requests.append(request.url)
        if not request.url.startswith((origin + "/", "data:")):
            sight.foreign.append(request.url)

    page.on("request", note_request)
    page.on("console", lambda message: said.append((message.location.get("url"), f"{message.type}: {message.text}")))
    page.on("pageerror", lambda error: sight.complaints.append(f"error: {error}"))
    page.add_init_script(WATCH)
    try:
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": 1280, "height": 900})
        answer = page.goto(address, wait_until="load")
        sight.status = answer.status
        sight.address = page.url
        sight.language = page.locator("html").get_attribute("lang")
        sight.shift = moved(page)
        if sight.shift:
            # A machine out of breath paints half a page; a page that moves does so each time.
            requests = list(sight.requests)
            page.reload(wait_until="load")
            sight.shift = min(sight.shift, moved(page))
            sight.requests = requests
        page.evaluate(AXE_SCRIPT)
        unfold(page)
        sight.accessibility += axe(page, "light", AXE_OPTIONS)
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 320, "height": 700})
        sight.sticking_out = page.evaluate(STICKING_OUT)
        sight.accessibility += axe(page, "dark", AXE_OPTIONS_AGAIN)
        # Chromium itself reports the status of the page that was asked for, sometimes late.
        sight.complaints += [
            text for url, text in said if not (url == sight.address and "Failed to load resource" in text)]
        sight.complaints += page.evaluate("window.violations")
    finally:
        page.close()
    return sight


def moved(page):
    """How much moved while the page was loading, as layout shifts are scored."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate("window.shifted")


def unfold(page):
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")


def axe(page, scheme, options):
    """What axe finds, in lines that say where and what."""
    found = page.evaluate("(options) => axe.run(options)", options)["violations"]
    return [
        f"{scheme}: {violation['id']}: {violation['help']}: {' '.join(map(str, node['target']))}: "
        f"{summary(node)} {node['html'][:160]}"
        for violation in found for node in violation["nodes"][:4]
    ]


def summary(node):
    messages = [check["message"] for check in node["any"] + node["all"] + node["none"]]
    return "; ".join(messages[:2])


class Inspection:
    """Looks at each page once, however many tests ask, with several browsers at a time."""

    def __init__(self, launch, people, wanted):
        """- wanted: the pairs of place and language that will be asked for."""
        self.launch = launch
        self.people = people
        self._sights = {pair: Future() for pair in wanted}
        self._waiting = queue.SimpleQueue()
        for pair in self._sights:
            self._waiting.put(pair)
        # Signing in is done here, where it is done once.
        for place, _ in self._sights:
            people.cookies(place.who)
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(os.cpu_count() or 1)]
        for thread in self._threads:
            thread.start()

    def of(self, place: Place, language):
        return self._sights[place, language].result(timeout=300)

    def close(self):
        while not self._waiting.empty():
            self._waiting.get()
        for thread in self._threads:
            thread.join()

    def _work(self):
        """Takes one page after the other, in a browser of its own."""
        contexts = {}
        with self.launch() as browser:
            while True:
                try:
                    place, language = pair = self._waiting.get_nowait()
                except queue.Empty:
                    break
                try:
                    if place.who not in contexts:
                        contexts[place.who] = browser.new_context(reduced_motion="reduce")
                        contexts[place.who].set_default_timeout(20_000)
                        contexts[place.who].add_cookies(self.people.browser_cookies(place.who))
                    server = self.people.server
                    address = server.origin + place.address(server, language)
                    self._sights[pair].set_result(look(contexts[place.who], server.origin, address))
                except BaseException as error:  # whatever it is, the test that waits for it shall tell it
                    self._sights[pair].set_exception(error)
