"""What bears a name and is no person: ships, storms, places, firms and papers, told by the nouns beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.lexicon.words import as_words

NAMES = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){,3}"
LISTED = rf"(?:{NAMES}, )*{NAMES},? (?:and|or) {NAMES}"
"""Names in a row, the last two joined: ``Orsk, Miass and Kurgan``."""

BESIDE = 40
"""Characters before a name in which a noun that tells what it is can stand: "a contractor called …"."""


@dataclass(frozen=True, slots=True)
class ThingWords:
    """The lists of ``names.yml`` on things, as the patterns that are looked for beside a name."""

    before: re.Pattern[str]
    """Ends where a thing's name begins: "the frigate " of "the frigate Admiral Gorshkov"."""
    behind: re.Pattern[str]
    """An apposition that says what the name before it is: ", a company based in"."""
    places: tuple[re.Pattern[str], re.Pattern[str]]
    """Lists of places by their noun: "the towns of *Orsk and Miass*", "the *Orsk and Miass* districts"."""

    def is_introduced(self, text: str, start: int) -> bool:
        """Whether the words before the name at ``start`` make it a thing's."""
        return self.before.search(text, max(0, start - BESIDE), start) is not None

    def is_described(self, text: str, end: int) -> bool:
        """Whether the words behind the name that ends at ``end`` make it a thing's."""
        return self.behind.match(text, end) is not None

    def listed_places(self, text: str) -> list[str]:
        """The names in lists of places anywhere in ``text``."""
        rows = (match.group(1) for pattern in self.places for match in pattern.finditer(text))
        return [name for row in rows for name in re.split(r", (?:and |or )?| and | or ", row)]


def load_thing_words(names: Mapping[str, object]) -> ThingWords:
    """Build the patterns from the content of ``names.yml``; ``WordsError`` names the key that is wrong."""

    def any_of(key: str) -> str:
        return alternatives(as_words(f"dossier/words/names.yml: {key}", names.get(key)))

    kinds = any_of("place_kinds")
    return ThingWords(
        before=re.compile(
            rf"\b(?:(?:{any_of('named')})|(?:{any_of('named_of')}) of|battle for|[\w-]+-(?:{any_of('makings')}))"
            r"(?: named| called)? ?[\"']?$",
            re.IGNORECASE,
        ),
        behind=re.compile(
            r", (?:an? |the (?=(?:\w+ )?capital\b)|(?=capital of))"
            r"(?:(?!(?:for|of|at|with|from|in|to|by|who|whose)\b)[\w'-]+ ){0,4}"
            rf"(?:{any_of('described')})(?=[,.;]| (?:{any_of('describing')})\b)"
        ),
        places=(
            re.compile(rf"\b(?:{kinds}) of ({LISTED})"),
            re.compile(rf"\b({LISTED}) (?:{kinds})\b"),
        ),
    )


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, longer ones first so that none hides behind its own beginning."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
