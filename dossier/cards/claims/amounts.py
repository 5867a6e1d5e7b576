"""Numbers as figures, so that "90 thousand" and "90,000" are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from dossier.model import Span

NUMBERS = {
    word: Decimal(number)
    for number, word in enumerate(
        ["zero", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
    if word
}
"""Small numbers in words; "one" is hardly ever a count."""

TIMES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(100_000),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
}
"""Words that multiply the number before them; alone ("hundreds of drones") they are no figure."""

DIGITS = re.compile(r"(?P<money>[$€£])?(?P<digits>\d+(?:[.,]\d+)*)(?P<unit>st|nd|rd|th|%|m|bn|km|mm|kg)?")
MONEY = {"m": Decimal(10**6), "bn": Decimal(10**9)}


def read_amounts(rows: Sequence[tuple[Span, str]]) -> Iterator[str]:
    """The numbers among the lemmas of a passage, in plain figures: "seven lakh" is ``700000``."""
    skip = False
    for place, (at, lemma) in enumerate(rows):
        number = as_number(lemma)
        if number is None or skip:
            skip = False
            continue
        after, times = rows[place + 1] if place + 1 < len(rows) else (None, "")
        skip = times in TIMES and after is not None and after.start - at.end <= 1
        if lemma not in TIMES:
            yield plain(number * TIMES[times] if skip else number)


def as_number(lemma: str) -> Decimal | None:
    """What a lemma counts: ``1,200``, ``six``, ``$1.2bn``, ``million``."""
    if lemma in NUMBERS or lemma in TIMES:
        return NUMBERS[lemma] if lemma in NUMBERS else TIMES[lemma]
    found = DIGITS.fullmatch(lemma)
    if found is None or found["digits"].count(".") > 1:
        return None
    return Decimal(found["digits"].replace(",", "")) * (MONEY.get(found["unit"], 1) if found["money"] else 1)


def plain(number: Decimal) -> str:
    """Digits without a trailing nought behind the point: ``1.5``, ``700000``."""
    digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
