"""The words of a text as terms of arms are made of them: "surface-to-air", "F-16s" and "U.S." are one word each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.lexicon.spelling import Spelling

DASH = "-‐‑–"
WORD = (
    rf"(?:[A-Z]\.){{2,}}|[A-Z]{{1,3}}/[A-Z]{{1,3}}[{DASH}]?\d+\w*(?:/[A-Z])?|SAMP/T|Ra'ad|[^\W_]+(?:[{DASH}][^\W_]+)*"
)
"""Initials, slashed designations ("F/A-18E/F"), and runs of letters and digits that hyphens hold together."""


def term_pattern(hyphenated: Iterable[str], spelling: Spelling) -> re.Pattern[str]:
    """Words, with "surface to air", "long range" and "coastal defense" taken whole, also a machine's "long -range".

    ``hyphenated`` are the listed words that may be printed open: ``surface-to-air``.
    """
    joined = {spelt for word in hyphenated for spelt in spelling.both(word)}
    longest = sorted(joined, key=lambda word: (-len(word), word))
    opened = "|".join(rf"(?:\s?[{DASH}]\s?|\s)".join(map(re.escape, word.split("-"))) for word in longest)
    return re.compile(rf"(?<!\w)(?i:{opened})(?!\w)|{WORD}")
