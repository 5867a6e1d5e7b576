"""The nouns of curation, and how a card's ``curated`` block is read.

curated:
name: Sergei Shoigu
summary: Russia's defence minister from 2012 to 2024.
decisions:
- {do: strike, key: role, value: defence chief, reason: the same office, by: JK, date: 2026-11-22}
- {do: same_as, ref: people/s-k-shoigu}
- {do: split, value: Kim Song-il (banker), sources: [sources/003-d481c4b9e2fae5ff]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from dossier.cards.rows import Row
from dossier.model import Card, Kind
from dossier.notation import Fault, Node


class Do(StrEnum):
    """What a decision does to the card that it stands on."""

    ADD = "add"
    """A value that no article gives, or that the program missed."""
    STRIKE = "strike"
    """A value that the program read wrongly, or that is another's in other words."""
    ALIAS = "alias"
    UNALIAS = "unalias"
    SAME_AS = "same_as"
    """Another card of the same kind is taken into this one; its address leads here."""
    NOT_SAME_AS = "not_same_as"
    """The two are not the same, and need not be proposed again."""
    SPLIT = "split"
    """What some articles say goes to a card of its own."""
    HIDE = "hide"
    """The site shall not show the card."""
    ANSWER = "answer"
    """This claim denies that one."""
    UNANSWER = "unanswer"


NEEDS: Mapping[Do, tuple[str, ...]] = MappingProxyType(
    {
        Do.ADD: ("key", "value"),
        Do.STRIKE: ("key", "value"),
        Do.ALIAS: ("value",),
        Do.UNALIAS: ("value",),
        Do.SAME_AS: ("ref",),
        Do.NOT_SAME_AS: ("ref",),
        Do.SPLIT: ("value", "sources"),
        Do.HIDE: (),
        Do.ANSWER: ("ref",),
        Do.UNANSWER: ("ref",),
    }
)
"""The keys without which a decision says nothing."""

OF_ONE_KIND = frozenset({Do.SAME_AS, Do.NOT_SAME_AS, Do.ANSWER, Do.UNANSWER})
"""Decisions whose ``ref`` is of the card's own kind."""

OF_CLAIMS = frozenset({Do.ANSWER, Do.UNANSWER})
OF_SOURCES = frozenset({Do.HIDE})
"""What can be decided of an article on its card; its record is stated beside the article."""

SPEAKER = "speaker"
"""The one property of a claim that an editor can add or strike; all else stands in its reports."""
PROPERTY = re.compile(r"[a-z_]+")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of ``decisions``."""

    do: Do
    where: str
    """File and line, for messages: ``content/people/sergei-shoigu.yml:31``."""
    key: str | None = None
    """The property that ``add`` and ``strike`` speak of: ``role``."""
    value: str | None = None
    """The value added or struck, the other spelling, or the name of the card that is split off."""
    of: str | None = None
    ref: str | None = None
    """The other card."""
    sources: tuple[str, ...] = ()
    """For ``split``: the articles whose facts go to the new card."""

    def __str__(self) -> str:
        parts = (self.do, self.key, self.value, self.of, self.ref)
        return " ".join(str(part) for part in parts if part)


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part of one card, and the card as it was last written."""

    card: Card
    text: str
    """The ``curated`` block of the file, character for character."""
    where: str = ""
    """The file, for messages."""
    name: str | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Curation:
    """All that was decided: reference of a card -> the person's part of it."""

    parts: Mapping[str, Part] = field(default_factory=dict)


def read_part(node: Node, card: Card, text: str, file: str) -> tuple[Part, list[Fault]]:
    """The person's part of a parsed card file, and what is wrong with it."""
    faults: list[Fault] = []
    curated = node.value.get("curated") if isinstance(node.value, Mapping) else None
    if curated is None or curated.value is None:
        return Part(card, text, file), faults
    row = Row(curated, faults, "`curated`")
    name = row.maybe_text("name")
    row.maybe_text("summary")
    decisions = tuple(_decision(entry, card.kind, file) for entry in row.rows("decisions"))
    row.finish()
    return Part(card, text, file, name, decisions), faults


def _decision(row: Row, kind: Kind, file: str) -> Decision:
    decision = Decision(
        do=row.choice("do", Do),
        where=f"{file}:{row.line}",
        key=row.maybe_text("key"),
        value=row.maybe_text("value"),
        of=row.maybe_text("of"),
        ref=row.maybe_ref("ref"),
        sources=row.refs("sources"),
    )
    for said in ("reason", "by", "date"):
        row.maybe_text(said)
    for key in NEEDS[decision.do]:
        if not getattr(decision, key) and not row.has(key):
            row.fault(f"{decision.do} lacks {key!r}", f"say it: {{do: {decision.do}, {key}: …}}")
    if decision.key and not PROPERTY.fullmatch(decision.key):
        row.fault(f"{decision.key!r} is no property", "write small letters and underscores, such as held_by")
    if decision.do in OF_ONE_KIND and decision.ref and not decision.ref.startswith(f"{kind.plural}/"):
        row.fault(f"{decision}: not of the same kind", f"name a card in {kind.plural}/")
    for what, remedy in misplaced(decision, kind):
        row.fault(what, remedy)
    row.finish()
    return decision


def misplaced(decision: Decision, kind: Kind) -> Iterator[tuple[str, str]]:
    """What is wrong with a decision on a card of this kind, and what to do: nothing may be decided to no effect."""
    if decision.do in OF_CLAIMS and kind is not Kind.CLAIM:
        yield f"{decision.do} on a {kind} card", "only a claim answers a claim"
    if kind is Kind.SOURCE and decision.do not in OF_SOURCES:
        yield (
            f"{decision}: an article's record is not decided here",
            "state it in NAME.meta.yml beside the article",
        )
    if kind is Kind.CLAIM and decision.do in {Do.ADD, Do.STRIKE} and decision.key not in {None, SPEAKER}:
        yield f"{decision}: a claim has no {decision.key!r} to decide", f"decide `{SPEAKER}`, or another card's value"
