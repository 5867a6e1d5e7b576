"""The names that an article has used so far: what a later, shorter or misspelt mention can repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jellyfish import metaphone
from rapidfuzz.distance import Levenshtein

from dossier.lexicon.people import PeopleWords
from dossier.mentions.people.runs import Word

SLIP_LENGTH = 5
"""Letters below which two words alike are two names: "Ri" and "Rim", "Khan" and "Khai"."""


ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ul|ur)-(?=[A-Z][^\W\d_]{2})", re.IGNORECASE)
"""The Arabic article before a surname, which a text may leave out or begin a sentence with: "*Al-*Abadi", "Muslat"."""


def family_first(words: Sequence[str], people: PeopleWords) -> bool:
    """Whether the family name stands first: "Kim Jong Un" by its family name, "Chuang Wen-hao" by its given one."""
    given = words[-1].split("-")
    hyphened = len(words) == 2 and len(given) == 2 and given[1].islower()
    return len(words) <= 3 and (words[0].capitalize() in people.family_first or hyphened)


class Known:
    """Full names of one article, and the part of each that stands for it alone. Filled in the order of the text."""

    def __init__(self, people: PeopleWords) -> None:
        self._people = people
        self._full: set[tuple[str, ...]] = set()
        self._short: set[str] = set()
        self._called: dict[str, set[str]] = {}

    def add(self, name: str) -> None:
        """Take a name that was found: "Sergei Shoigu" lets "Shoigu" stand for it."""
        words = tuple(name.split())
        self._full.add(words)
        suffixed = len(words) > 1 and words[-1].casefold().rstrip(".") in self._people.suffixes
        words = words[:-1] if suffixed else words
        self._short.update(self._shorts(words))
        if len(words) > 1:
            self._called.setdefault(words[0], set()).add(words[-1])

    def _shorts(self, words: tuple[str, ...]) -> set[str]:
        if len(words) == 1:
            return {words[0]}
        if family_first(words, self._people):
            return {words[0]}
        bare = ARTICLE.sub("", words[-1])
        return {words[-1], words[-1][:1].upper() + words[-1][1:], bare} if bare != words[-1] else {bare}

    def is_short(self, word: str) -> bool:
        """Whether ``word`` alone stands for somebody already named."""
        return word in self._short

    def longest(self, words: Sequence[Word]) -> int:
        """How many of ``words``, from the first, repeat a known name; 0 for none."""
        texts = tuple(word.text for word in words)
        for size in range(len(texts), 1, -1):
            if texts[:size] in self._full:
                return size
        if texts[0] in self._short:
            return 1
        return 1 if len(texts) == 1 and (self.is_called(texts[0]) or self._is_slip(texts[0])) else 0

    def is_called(self, word: str) -> bool:
        """Whether ``word`` is the first name of one person alone: "*Azman* tweeted", as Malays are called."""
        return len(self._called.get(word, ())) == 1 and len(word) > 3

    def _is_slip(self, word: str) -> bool:
        """Whether ``word`` is a known name misspelt by ear: "Shigu" and "Shigo" for "Shoigu"."""
        if len(word) < SLIP_LENGTH or not word.isalpha() or word.isupper():
            return False
        return any(
            word[0] == name[0]
            and len(name) >= SLIP_LENGTH
            and 0 < Levenshtein.distance(word, name) <= 2
            and metaphone(word) == metaphone(name)
            for name in self._short
        )
