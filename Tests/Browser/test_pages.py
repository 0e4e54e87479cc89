"""Every page, in both languages: accessible, whole on a narrow screen, quiet, still, and in one language."""

import pytest

from chromium import launched
from document import squeezed
from inspection import Inspection
from places import PLACES
from words import words

EVERY_PAGE = pytest.mark.parametrize(
    ("place", "language"), [
        pytest.param(place, language, id=f"{place.name}, {place.who}, {language}")
        for place in PLACES for language in ("fr", "en")
    ])


@pytest.fixture(scope="module", autouse=True)
def inspection(request, quiet_people):
    """Begins to look at all pages that the selected tests ask for."""
    wanted = dict.fromkeys(
        (item.callspec.params["place"], item.callspec.params["language"]) for item in request.session.items
        if "inspection" in item.fixturenames)
    inspection = Inspection(launched, quiet_people, wanted)
    yield inspection
    inspection.close()


@EVERY_PAGE
def test_is_well_formed_and_leads_to_its_other_language(quiet_people, place, language):
    """Links by language are mutual, and the switch keeps the place."""
    reader = quiet_people.reader(place.who)
    server = quiet_people.server
    page = reader.open(place.address(server, language))
    assert page.status == place.status
    assert page.document.problems == []
    alternates = {
        link.get("hreflang"): link.get("href") for link in page.root.all("link", rel="alternate", hreflang=True)}
    assert set(alternates) >= {"fr", "en"}
    canonical = page.root.first("link", rel="canonical").get("href")
    assert alternates[language] == canonical
    other = "en" if language == "fr" else "fr"
    switch = next(a for a in page.root.first("header").all("a", hreflang=other))
    twin = reader.open(switch.get("href"))
    assert twin.status == place.status
    assert twin.root.first("html").get("lang") == other
    assert {
        link.get("hreflang"): link.get("href") for link in twin.root.all("link", rel="alternate", hreflang=True)
    } == alternates
    path = page.target.split("?")
    assert switch.get("href").split("?") == [f"/{other}{path[0].removeprefix(f'/{language}')}", *path[1:]]
    reader.close()


@EVERY_PAGE
def test_every_word_is_of_its_language(quiet_people, place, language):
    """No key of a catalogue is left, no blank is left open, and no sentence of the other language is there."""
    reader = quiet_people.reader(place.who)
    page = reader.open(place.address(quiet_people.server, language))
    mine, others = words(language), words("en" if language == "fr" else "fr")
    own = {squeezed(s) for s in mine.sentences.values()}
    foreign = {squeezed(s): k for k, s in others.sentences.items() if squeezed(s) not in own and "{" not in s}
    wrong = []
    for text in texts(page.root, language):
        wrong += [f"the key {word}" for word in text.split() if word.strip("«».,:;!?()’'\"") in mine.sentences]
        if text in foreign:
            wrong.append(f"{foreign[text]}: {text}")
        if "{" in text and "}" in text:
            wrong.append(f"an open blank: {text}")
    assert not wrong, "\n".join(wrong)
    reader.close()


@EVERY_PAGE
def test_answers_in_its_language(inspection, place, language):
    sight = inspection.of(place, language)
    assert sight.status == place.status
    assert sight.language == language
    if place.status == 200:
        assert f"/{language}" in sight.address and "/sign-in" not in sight.address or place.name == "sign in"


@EVERY_PAGE
def test_axe_finds_nothing_by_day_nor_by_night(inspection, place, language):
    found = inspection.of(place, language).accessibility
    assert not found, "\n".join(found)


@EVERY_PAGE
def test_fits_a_screen_of_320_pixels(inspection, place, language):
    assert inspection.of(place, language).sticking_out == []


@EVERY_PAGE
def test_speaks_to_nobody_else_and_complains_of_nothing(inspection, place, language):
    sight = inspection.of(place, language)
    assert sight.foreign == []
    assert sight.complaints == []


@EVERY_PAGE
def test_nothing_moves_while_it_loads(inspection, place, language):
    assert inspection.of(place, language).shift < 0.02


def texts(element, language):
    """Every run of text that people read, and the attributes that are read to them."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield squeezed(child)
        elif child.name not in ("script", "style") and child.get("lang", language) == language:
            if language == "en" and "prose" in (child.get("class") or "").split():
                # What people wrote: the demonstration's people write in French.
                continue
            for attribute in ("aria-label", "alt", "title", "placeholder"):
                if child.get(attribute):
                    yield squeezed(child.get(attribute))
            if child.name == "meta" and child.get("content"):
                yield squeezed(child.get("content"))
            yield from texts(child, language)
