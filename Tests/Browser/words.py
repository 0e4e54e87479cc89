"""The words of the site, from the catalogues that it reads itself."""

import functools
import pathlib
import re

from document import squeezed
from server import HOME

PLURALS = ("zero", "one", "other")


class Words:
    """The catalogue of one language."""

    def __init__(self, language):
        self.language = language
        self.sentences = {}
        for file in sorted((HOME / "Templates").glob(f"*/{language}.words")):
            room = file.parent.name
            for line in file.read_text(encoding="utf-8").splitlines():
                if " = " in line and not line.startswith("#"):
                    key, _, sentence = line.partition(" = ")
                    self.sentences[f"{room}.{key.strip()}"] = sentence.strip()

    def __getitem__(self, key):
        """The sentence of a key, which takes no argument."""
        sentence = self.sentences[key]
        assert "{" not in sentence, f"{key} takes arguments"
        return squeezed(sentence)

    def pattern(self, key):
        """What matches the sentence of a key whatever its arguments, in all its plurals."""
        keys = [key] if key in self.sentences else [f"{key}.{plural}" for plural in PLURALS]
        found = [self.sentences[k] for k in keys if k in self.sentences]
        assert found, f"no sentence {key}"
        return re.compile("|".join(
            "(?:" + ".+?".join(blind(squeezed(p)) if p.strip() else "" for p in re.split(r"\{[^}]*\}", s)) + ")"
            for s in found))

    def room(self, name):
        return {key: sentence for key, sentence in self.sentences.items() if key.startswith(f"{name}.")}

    @property
    def rooms(self):
        return {key.split(".")[0] for key in self.sentences}


def blind(text):
    """A pattern of a text that takes any space for a space: French marks have one that does not break."""
    return re.escape(text).replace(r"\ ", r"\s")


@functools.cache
def words(language):
    return Words(language)
