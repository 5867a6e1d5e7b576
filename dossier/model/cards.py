"""What is compiled of all articles: cards with their statements, and the dossier of all cards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from dossier.model.passages import Evidence, Form, Kind, Mode, Polarity
from dossier.model.sources import Found, Furniture, Shared


@dataclass(frozen=True, slots=True)
class Alias:
    """Another surface form of a card's name, with the places where it is printed."""

    name: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One distinct value of a property: ``role: defence minister of Russia``."""

    value: str | None
    evidence: tuple[Evidence, ...]
    rule: str | None = None
    """Set where the value was normalised or inferred."""
    of: str | None = None
    ref: str | None = None
    """Where the value (for a role: its ``of``) names another card."""
    candidates: tuple[str, ...] = ()
    """What remains possible where ``value`` is ``None``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What every card has. ``statements`` goes from property to one entry per distinct value."""

    kind: ClassVar[Kind]
    """What the card is about; fixed by the class."""

    id: str
    name: str
    aliases: tuple[Alias, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """The first mention in each source: by publication, undated last, then by source id."""
    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    curated: Mapping[str, Any] = field(default_factory=dict)
    """A person's part; kept byte for byte by the store."""
    orphaned: bool = False
    """Whether the articles that it was read from are gone, so that only the person's part is left."""

    ref: str = field(init=False, repr=False, compare=False)
    """How other cards name it: ``people/sergei-shoigu``."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "ref", f"{self.kind.plural}/{self.id}")

    @property
    def hidden(self) -> bool:
        """Whether a person decided that the site shall not show it."""
        return any(decision.get("do") == "hide" for decision in self.curated.get("decisions") or ())


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard(Card):
    """A human being. States ``role``."""

    kind: ClassVar[Kind] = Kind.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponCard(Card):
    """A system or a class of equipment. States ``type`` and ``held_by``."""

    kind: ClassVar[Kind] = Kind.WEAPON

    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationCard(Card):
    """One group on one visit. States ``from``, ``head``, ``member``, ``to``, ``occasion``, ``dates``."""

    kind: ClassVar[Kind] = Kind.DELEGATION


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationCard(Card):
    """Whoever speaks, sends, holds or belongs. States ``type``, ``of``, ``seat``."""

    kind: ClassVar[Kind] = Kind.ORGANISATION


@dataclass(frozen=True, slots=True, kw_only=True)
class EventCard(Card):
    """A dated happening. States ``date``, ``printed``, ``place``, ``who``, ``what``."""

    kind: ClassVar[Kind] = Kind.EVENT


@dataclass(frozen=True, slots=True)
class Report:
    """One time that an article attributes a claim."""

    passage: Evidence
    proposition: Evidence
    speaker: str | None
    """Resolved name; the printed words are in ``speaker_at``."""
    speaker_at: Evidence | None
    cue: str
    cue_at: Evidence
    via: tuple[str, ...]
    """The media that relay it, nearest first; empty where the speaker is heard directly."""
    via_at: tuple[Evidence, ...]
    mode: Mode
    rule: str
    """The rule that found the claim, and how its speaker was resolved: ``clause; speaker by role``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimCard(Card):
    """One proposition by one speaker, in however many articles and wordings."""

    kind: ClassVar[Kind] = Kind.CLAIM

    speaker: str | None
    speaker_ref: str | None
    polarity: Polarity
    reports: tuple[Report, ...]
    candidates: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    answer_rules: Mapping[str, str] = field(default_factory=dict, compare=False)
    """By which rule it answers each claim: known to whoever compiled the card, and written nowhere."""
    restated: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text that offsets refer to where the seed is a saved page or a PDF: ``content/sources/<id>.txt``."""

    sha256: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCard(Card):
    """One article's record, and the passages of it that the site may show."""

    kind: ClassVar[Kind] = Kind.SOURCE

    file: str
    sha256: str
    title: str | None
    publisher: str | None
    authors: tuple[str, ...]
    agency: str | None
    published: str | None
    language: str | None
    url: str | None
    origin: str
    furniture: tuple[Furniture, ...]
    found: Mapping[str, Found]
    length: int
    """Code points in the whole text, so that the share shown can be told without the seed."""
    passages: tuple[Evidence, ...] = ()
    """The sentences that hold what cards cite, in the order of the text."""
    licence: str | None = None
    unread: str | None = None
    shares: tuple[Shared, ...] = ()
    """The articles of the same origin with which it shares most, most first."""
    extracted: Extracted | None = None
    """Its text, where that is not the file itself."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """All cards, each kind sorted by id. The whole of what the site may say."""

    sources: tuple[SourceCard, ...] = ()
    people: tuple[PersonCard, ...] = ()
    weapons: tuple[WeaponCard, ...] = ()
    delegations: tuple[DelegationCard, ...] = ()
    claims: tuple[ClaimCard, ...] = ()
    organisations: tuple[OrganisationCard, ...] = ()
    events: tuple[EventCard, ...] = ()

    def cards(self) -> Iterator[Card]:
        """Every card, in the order of the kinds above."""
        yield from self.sources
        yield from self.people
        yield from self.weapons
        yield from self.delegations
        yield from self.claims
        yield from self.organisations
        yield from self.events
