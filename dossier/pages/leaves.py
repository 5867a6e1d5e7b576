"""A list too long for one page, on several: five thousand claims are nine pages of some six hundred rows.

A list that fits is one page, as it always was. The others lie in a folder of their own beside the first, where no card
can have an address: ``claims/index.md``, ``claims/index/2.md``, ``claims/index/3.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Row = TypeVar("Row")

LARGEST_LIST = 600
"""Rows up to which a list is one page: about 400 KB of claims, which a telephone still sifts without a pause."""


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Rows under one heading."""

    heading: str
    rows: Sequence[Row]
    continued: bool = False
    """Whether the first of them stand on an earlier page."""


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Row]):
    """One page of a list."""

    number: int
    pages: tuple[str, ...]
    """The Markdown paths of all pages of the list."""
    groups: tuple[Group[Row], ...]
    first: int
    """The place of its first row in the whole list, from 1."""
    total: int
    """Rows of the whole list."""
    ends: tuple[tuple[str, str], ...]
    """For each page, its first and its last heading."""

    @property
    def page(self) -> str:
        """Its own path."""
        return self.pages[self.number - 1]

    @property
    def rows(self) -> list[Row]:
        """Its rows, whatever they stand under."""
        return [row for group in self.groups for row in group.rows]

    @property
    def alone(self) -> bool:
        """Whether it is the whole list."""
        return len(self.pages) == 1


def leaves_of(page: str, groups: Sequence[tuple[str, Sequence[Row]]]) -> list[Leaf[Row]]:
    """The pages of a list in its order, each with the same number of rows or one less; one page where they fit."""
    total = sum(len(rows) for _, rows in groups)
    count = max(1, -(-total // LARGEST_LIST))
    cuts = [total * number // count for number in range(count + 1)]
    parts = [tuple(_between(groups, start, end)) for start, end in pairwise(cuts)]
    pages = (page, *(f"{page.removesuffix('.md')}/{number}.md" for number in range(2, count + 1)))
    ends = tuple((part[0].heading, part[-1].heading) if part else ("", "") for part in parts)
    return [Leaf(n, pages, part, cuts[n - 1] + 1, total, ends) for n, part in enumerate(parts, 1)]


def _between(groups: Sequence[tuple[str, Sequence[Row]]], start: int, end: int) -> Iterator[Group[Row]]:
    """What of each group stands between two places of the whole list."""
    at = 0
    for heading, rows in groups:
        kept = rows[max(0, start - at) : max(0, end - at)]
        if kept:
            yield Group(heading, kept, continued=start > at)
        at += len(rows)
