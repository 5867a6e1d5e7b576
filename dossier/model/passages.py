"""Closed sets, and the passages that everything stands on: kind, form, polarity, mode; span, evidence, reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a card is about. The value is the card's ``kind``; ``plural`` names its folder."""

    plural: str
    """The folder under ``content/`` and the first half of a reference: ``people``."""

    def __new__(cls, value: str, plural: str = "") -> Kind:
        """A kind with its plural; an attribute, since every reference to a card is made with it."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.plural = plural or f"{value}s"
        return kind

    SOURCE = "source"
    PERSON = "person", "people"
    WEAPON = "weapon"
    DELEGATION = "delegation"
    CLAIM = "claim"
    ORGANISATION = "organisation"
    EVENT = "event"


class Form(StrEnum):
    """Whether a weapon is one system (``Hwasong-18``) or a class of them (``attack drone``)."""

    NAMED = "named"
    CLASS = "class"


class Polarity(StrEnum):
    """Whether a speaker puts a proposition forward or turns somebody else's down."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Mode(StrEnum):
    """How much of a proposition stands in quotation marks: all, a part, nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class PartyType(StrEnum):
    """What sort of body can speak, send, hold or belong."""

    STATE = "state"
    BODY = "body"  # a ministry, a council, a court: part of a state or between states
    ARMY = "army"  # armed forces or one of their commands
    PARTY = "party"  # a political party
    GROUP = "group"  # an armed or political movement that is no state: the Houthis
    MEDIUM = "medium"  # an agency, broadcaster, newspaper
    COMPANY = "company"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a source's text, in code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span | Evidence) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span | Evidence) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A passage of one source: ``{source: sources/000, start: 27, end: 39, exact: North Korean}``."""

    source: str
    """A reference: ``sources/<id>``."""
    start: int
    end: int
    exact: str
    """``text[start:end]`` of that source, character for character."""

    @property
    def span(self) -> Span:
        """The place without the words."""
        return Span(self.start, self.end)

    def covers(self, other: Span | Evidence) -> bool:
        """Whether ``other``, a passage of the same source, lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """A value read from a text, with all the passages that it rests on and the rule that read it."""

    value: str
    """The canonical form: ``defence minister``, ``2023-07-26``, ``Russia``."""
    evidence: tuple[Evidence, ...]
    rule: str
    """A name explained on the method page: ``demonym``, ``weekday``, ``as printed``."""
    of: str | None = None
    """For a role: the country, party or body that it is held in, canonical."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that a rule turned down, kept so that ``explain`` can say why a card lacks it."""

    kind: Kind
    evidence: Evidence
    rule: str
    """The reason, as a sentence: ``a figure of speech, not a missile``."""
