"""A page as a tree, read with nothing but the standard library; what is not well nested is noted."""

import re
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SHAPES = frozenset("path rect circle use polygon line stop".split())


def squeezed(text):
    """Text as it reads: every run of white space, non-breaking too, is one space."""
    return re.sub(r"\s+", " ", text).strip()


class Element:
    def __init__(self, name, attributes, parent):
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children = []

    def get(self, attribute, default=None):
        return self.attributes.get(attribute, default)

    def descendants(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.descendants()

    def all(self, name=None, **attributes):
        """Every element below of that name that has those attributes (`True`: whatever the value)."""
        for element in self.descendants():
            if name and element.name != name:
                continue
            if all(
                (key in element.attributes) if value is True else element.get(key) == value
                for key, value in attributes.items()
            ):
                yield element

    def first(self, name=None, **attributes):
        return next(self.all(name, **attributes), None)

    def of_class(self, name):
        return [e for e in self.descendants() if name in (e.get("class") or "").split()]

    def raw_text(self):
        return "".join(c if isinstance(c, str) else c.raw_text() for c in self.children)

    @property
    def text(self):
        return squeezed(self.raw_text())

    def ancestors(self):
        element = self.parent
        while element:
            yield element
            element = element.parent


class Document(HTMLParser):
    """Parses a page; `problems` says what a strict reader would refuse."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {}, None)
        self.problems = []
        self._open = [self.root]
        self.feed(text)
        self.close()
        if len(self._open) > 1:
            self.problems.append(f"<{self._open[-1].name}> is never closed")
        seen = set()
        for element in self.root.all(id=True):
            if element.get("id") in seen:
                self.problems.append(f"the id {element.get('id')} is used twice")
            seen.add(element.get("id"))

    def handle_starttag(self, name, attributes):
        names = [key for key, _ in attributes]
        if len(names) != len(set(names)):
            self.problems.append(f"<{name}> has an attribute twice")
        element = Element(name, {k: v if v is not None else "" for k, v in attributes}, self._open[-1])
        self._open[-1].children.append(element)
        if name not in VOID:
            self._open.append(element)

    def handle_startendtag(self, name, attributes):
        self.handle_starttag(name, attributes)
        if name not in VOID:
            self._open.pop()

    def handle_endtag(self, name):
        if name in VOID:
            return
        if self._open[-1].name == name:
            self._open.pop()
            return
        self.problems.append(f"</{name}> closes <{self._open[-1].name}>")
        if any(element.name == name for element in self._open[1:]):
            while self._open.pop().name != name:
                pass

    def handle_data(self, data):
        self._open[-1].children.append(data)
