"""What furniture tells about its article: the agency in a dateline, the name in a byline, the day after "Published"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Span


class Says(StrEnum):
    """Which key of the record a clue is about, and how much it weighs."""

    AGENCY = "agency"
    PUBLISHER = "publisher"
    AUTHOR = "author"
    REPORTER = "reporter"  # "(Reporting by …)": an author where there is no byline
    PUBLISHED = "published"
    DATED = "dated"  # a bare date in the head of an article, or the day of its dateline
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class Clue:
    """One such statement: ``agency: Reuters`` in "SEOUL, July 27 (Reuters) -"."""

    says: Says
    value: str
    """A canonical name, a name as printed, or a date as printed."""
    start: int
    end: int
    rule: str
    """``dateline``, ``byline``, ``credit``, ``date line``, ``masthead`` …"""


def find_media(text: str, words: FurnitureWords) -> Iterator[tuple[Says, str, Span]]:
    """Agencies and outlets named in ``text``, a credit or a byline: the longest form at each place."""
    at = 0
    tokens = [Span(found.start(), found.end()) for found in re.finditer(r"[^\W_]+(?:[.'’/-][^\W_]+)*", text)]
    while at < len(tokens):
        for width in range(min(5, len(tokens) - at), 0, -1):
            span = Span(tokens[at].start, tokens[at + width - 1].end)
            known = name_medium(text[span.start : span.end], words)
            if known:
                yield *known, span
                at += width - 1
                break
        at += 1


def name_medium(text: str, words: FurnitureWords) -> tuple[Says, str] | None:
    """What the lists call the agency or the outlet that ``text`` names whole; capitals decide for short names."""
    key = " ".join(text.lower().replace("’", "'").split()).removesuffix("'s")
    if len(key) <= 4 and not any(map(str.isupper, text)):
        return None
    if key in words.agencies:
        return Says.AGENCY, words.agencies[key]
    if key in words.outlets:
        return Says.PUBLISHER, words.outlets[key]
    return None
