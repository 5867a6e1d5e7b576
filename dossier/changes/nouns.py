"""The nouns of change: what a card states, what became of it, and what caused that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model import Dossier


class Sort(StrEnum):
    """What became of a card or a value."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class Origin(StrEnum):
    """Who or what causes a change."""

    SEED = "seed"
    """An article that came, went or was changed."""
    EDITOR = "editor"
    """A person's decision, or what a person wrote beside an article."""
    FOLLOWS = "follows"
    """No passage of the value changed and no decision names it: it follows from the other changes together."""
    PROGRAM = "program"
    """Neither articles nor decisions changed: the program reads the same words otherwise."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of ``content/``: every card, hidden ones too, and where retired addresses lead."""

    dossier: Dossier = field(default_factory=Dossier)
    retired: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a card states, without the place where it stands in the text."""

    key: str
    """``name``, ``alias``, a property (``role``), ``report``, ``answers`` …"""
    id: str
    """What makes it the same fact in another edition: the value without case, a reference."""
    words: str
    """As a reader is told it: ``defence minister of Russia``."""
    sources: tuple[str, ...] = ()
    """References of the articles that it rests on, sorted."""
    refs: tuple[str, ...] = ()
    """The cards that it names."""
    slot: str = ""
    """Of two facts with one key and slot, one gone and one new, the new one takes the other's place."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something changed: ``sources/a1 was added``, ``JK decided strike role admiral``."""

    origin: Origin
    what: str = ""
    """The article's reference, or who decided."""
    how: str = ""
    """``added``, ``changed``, ``removed``, ``renamed``; or the decision in words."""
    when: str | None = None
    """When the article was published, or the decision was dated."""
    reason: str | None = None
    """An editor's, where given."""

    def __str__(self) -> str:
        match self.origin:
            case Origin.SEED:
                return f"{self.what} was {self.how}"
            case Origin.EDITOR:
                return f"{self.what} {self.how}" + (f": {self.reason}" if self.reason else "")
            case Origin.FOLLOWS:
                return "it follows from the other changes"
            case _:
                return "the program reads the same articles otherwise"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that readers were told and are told no longer, or are told now."""

    sort: Sort
    card: str
    """Reference of the card: ``people/ines-corvo``."""
    name: str
    """What the card is called."""
    key: str
    """The fact's key; empty for the card as a whole."""
    before: str | None
    after: str | None
    causes: tuple[Cause, ...]
    correction: bool
    """Whether something that was stated before is no longer stated so; else it only adds."""
