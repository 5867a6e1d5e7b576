"""When two names mean the same: folded spellings, demonyms, capitals, titles. Knowledge in ``words/scoring.yml``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.lexicon.words import read_words

SHARED_OF_SHORTER, SHARED_OF_LONGER = 0.75, 0.5
"""How much of two titles must be the same words: "Politburo member" and "member of the Political Bureau" are apart."""

LONGER_BY = 3
"""A party may be named with this many more words: "Russia" and "Russian state news agency TASS"."""


def normal(text: object) -> str:
    """Lower case, no accents, no punctuation, no leading article: "the U.S." -> "us"."""
    folded = unicodedata.normalize("NFKD", str(text or "")).casefold()
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    words = re.sub(r"[^\w]+|_", " ", re.sub(r"[’'`.]", "", bare)).strip()
    return re.sub(r"^(the|a|an) ", "", words)


def singular(text: str) -> str:
    """``normal`` with the last word in the singular: "attack drones" -> "attack drone"."""
    words = normal(text).split()
    if words and len(words[-1]) > 3 and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = re.sub(r"ies$", "y", words[-1]) if words[-1].endswith("ies") else words[-1][:-1]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Matcher:
    """The tables, and the comparisons that need them."""

    fold: Mapping[str, str]
    same: tuple[frozenset[str], ...]
    generic: frozenset[str]
    rank: frozenset[str]
    vague: frozenset[str]

    def party(self, text: object) -> str:
        """``normal`` with demonyms and spellings folded: "Russia's Defense Ministry" -> "russia defence ministry"."""
        return " ".join(self.fold.get(word, word) for word in normal(text).split())

    def same_party(self, left: object, right: object) -> bool:
        """Whether two names stand for one speaker: "Pyongyang" and "North Korea"."""
        a, b = self.party(left), self.party(right)
        if not a or not b:
            return a == b
        if a == b or any(a in group and b in group for group in self.same):
            return True
        short, long = sorted((set(a.split()) - self.generic, set(b.split()) - self.generic), key=len)
        return bool(short) and short <= long and len(long) <= len(short) + LONGER_BY and not short <= self.vague

    def same_title(self, left: object, right: object) -> bool:
        """Whether two titles are one office; "deputy" and "former" make another."""
        a, b = (set(self.party(title).split()) - {"of", "the", "a", "then"} for title in (left, right))
        if not a or not b or (a & self.rank) != (b & self.rank):
            return False
        shared = len(a & b)
        return shared / min(len(a), len(b)) >= SHARED_OF_SHORTER and shared / max(len(a), len(b)) >= SHARED_OF_LONGER


def load_matcher() -> Matcher:
    """The matcher with the tables of ``words/scoring.yml``."""
    words = read_words("scoring")
    return Matcher(
        fold=words["fold"],
        same=tuple(frozenset(group) for group in words["same"]),
        generic=frozenset(words["generic"]),
        rank=frozenset(words["rank"]),
        vague=frozenset(words["vague"]),
    )
