"""The nouns: source, evidence, mention, card, dossier. Imported by every floor; imports nothing of ours.

An offset is always a count of Unicode code points into the source's text, which is the seed's bytes
decoded as UTF-8 with nothing changed. Every class here is frozen: a later stage makes a new object.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

# ---------------------------------------------------------------------------------------------- closed sets


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


# ---------------------------------------------------------------------------------------------- passages


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


# ---------------------------------------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of an article that is marked and left unread: ``RELATED STORIES …``."""

    start: int
    end: int
    reason: str
    """``dateline``, ``byline``, ``related``, ``share``, ``caption``, ``advert``, ``tags``, ``notice`` …"""

    @property
    def span(self) -> Span:
        """The stretch itself."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a key of a source's own record comes from: passages and rule, or a person."""

    evidence: tuple[Evidence, ...]
    rule: str
    by: str = "text"
    """``text`` (read from the article), ``page`` (from a saved page's head), ``sidecar`` (``NAME.meta.yml``) or
    ``front matter``."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How much of an article stands in another of the same origin, in whole per cent of the article's own text."""

    source: str
    """The other article: ``sources/<id>``."""
    text: int
    """Runs of three words, long quotations left aside: 81 is a light cut, 28 a rewording."""
    words: int
    """Longer words, whatever stands between them: what a rewording keeps."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article as read: the text untouched, its record, and what in it is furniture."""

    id: str
    """From the file name: ``000-9d3f16f6e1edb31e``."""
    file: str
    """Relative to ``seeds/``."""
    sha256: str
    text: str
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    published: str | None = None
    """ISO date, or ``YYYY-MM`` where no day is known."""
    language: str | None = None
    """BCP 47: ``en``."""
    url: str | None = None
    licence: str | None = None
    origin: str = ""
    """The smallest source id among the articles that carry the same text."""
    shares: tuple[Shared, ...] = ()
    """The articles of the same origin with which it shares most, most first."""
    furniture: tuple[Furniture, ...] = ()
    headings: tuple[Span, ...] = ()
    """Headline, standfirst, key points and crossheads: read for names, never for claims that the body repeats."""
    captions: tuple[Span, ...] = ()
    """Captions of the article's own pictures: evidence, but not running text."""
    found: Mapping[str, Found] = field(default_factory=dict)
    unread: str | None = None
    """Why no facts are sought in it (``written in ru``), or ``None``."""
    extracted: bool = False
    """Whether the text was taken out of a saved page or a PDF; it is then kept beside the card."""

    @property
    def ref(self) -> str:
        """How cards name it: ``sources/<id>``."""
        return f"sources/{self.id}"

    def evidence(self, start: int, end: int) -> Evidence:
        """The passage ``text[start:end]``; ``ValueError`` for an empty or outlying span."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{self.id}: no passage at {start}:{end}")
        return Evidence(self.ref, start, end, self.text[start:end])


# ---------------------------------------------------------------------------------------------- found


@dataclass(frozen=True, slots=True)
class PartyMention:
    """A state, body, army, party, movement or medium named in a text: ``Pyongyang``, ``KCNA``, ``Russian``."""

    evidence: Evidence
    name: str
    """Canonical: ``North Korea`` for "Pyongyang", "DPRK", "North Korean", "the Kremlin" -> ``Russia``."""
    type: PartyType
    how: str
    """``name``, ``demonym``, ``capital``, ``seat``, ``description`` ("the Asian country")."""
    of: str | None = None
    """The state or body that it belongs to, canonical: ``North Korea`` for KCNA."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A human being named in the body: ``Shoigu`` in "Russian Defence Minister Shoigu"."""

    evidence: Evidence
    """The name alone, without titles."""
    name: str
    """The name as printed, whitespace and possessive taken off."""
    roles: tuple[Reading, ...] = ()
    """What the text says beside the name that the person is; ``value`` without the country or body."""
    subject: bool = False
    """Whether it is the grammatical subject of its clause."""


@dataclass(frozen=True, slots=True)
class WeaponMention:
    """A system or a class of military equipment: ``Hwasong-18``, "attack drones"."""

    evidence: Evidence
    name: str
    """Canonical: the designation, or the singular class in British spelling."""
    form: Form
    types: tuple[Reading, ...] = ()
    """For a named system: the class that the text gives it."""
    holders: tuple[Reading, ...] = ()
    """Canonical parties that have, show, make, fire or supply it, nearest rule first."""
    printed: str = ""
    """Surface form for the card's aliases: ``ICBM``; empty where it is the name."""


@dataclass(frozen=True, slots=True)
class DelegationMention:
    """A group that goes somewhere, or is received, on behalf of somebody: one frame of one sentence."""

    evidence: Evidence
    """The sentence."""
    trigger: Evidence
    """The words that name the group: "The Russian delegation"."""
    sender: tuple[Reading, ...] = ()
    head: tuple[Reading, ...] = ()
    """``value`` is the printed name; the evidence lets it be resolved to a person."""
    members: tuple[Reading, ...] = ()
    to: tuple[Reading, ...] = ()
    occasion: tuple[Reading, ...] = ()
    dates: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """How a text points at a speaker or a medium: "Shoigu", "it", "the report", "the Asian country"."""

    evidence: Evidence
    how: str
    """``name`` (a person or party mention stands there), ``pronoun``, ``role`` ("the minister"),
    ``medium`` ("the report", "the agency"), ``group`` ("analysts", "both sides"), ``party`` ("the Asian country")."""


@dataclass(frozen=True, slots=True)
class ClaimMention:
    """A proposition that one passage attributes to somebody."""

    passage: Evidence
    """The attributed passage: the sentence, or the quotation with its attribution."""
    proposition: Evidence
    """What is claimed, without the attribution."""
    speaker: Pointer | None
    """``None`` where nobody is named: "amid accusations that …"."""
    cue: str
    """The reporting verb or noun, as printed, without auxiliaries: ``said``, ``accusations``."""
    cue_at: Evidence
    polarity: Polarity
    mode: Mode
    rule: str
    """The rule that found it: ``clause``, ``according to``, ``quoted as saying``, ``denial``, ``nominal`` …"""
    via: tuple[Pointer, ...] = ()
    """The media that relay it, nearest first; may stand in an earlier sentence."""
    object: Evidence | None = None
    """For a denial of a noun ("denies the allegation", "a claim both have denied"): those words."""


@dataclass(frozen=True, slots=True)
class EventMention:
    """One happening that one clause states: "met Shoigu on Wednesday"."""

    evidence: Evidence
    """The sentence."""
    trigger: Evidence
    """What happened, as printed, without who did it: "met Russian Defense Minister Sergei Shoigu"."""
    sort: str
    """``meeting``, ``handover``, ``attack`` …: a sort of ``words/events.yml``."""
    core: Evidence
    """The verb or noun that says so: ``met``."""
    doers: tuple[Pointer, ...] = ()
    """Who does it: a name, "the Russian delegation", "he"."""
    others: tuple[Pointer, ...] = ()
    """With whom, to whom, against whom."""
    things: tuple[str, ...] = ()
    """Lemmas of what it is done with or to: ``letter``, ``tanker``."""
    weapons: tuple[Evidence, ...] = ()
    """Where the weapons are printed that have a part in it."""
    dates: tuple[Reading, ...] = ()
    """At most one; an empty ``value`` where the phrase can't be resolved."""
    place: tuple[Reading, ...] = ()
    passive: bool = False
    """Whether it is told of those to whom it is done: "was boarded by marines"."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Everything that was found in one article, each list in the order of the text."""

    source: Source
    sentences: tuple[Span, ...]
    """Where sentences begin and end, furniture left out."""
    parties: tuple[PartyMention, ...] = ()
    people: tuple[PersonMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    delegations: tuple[DelegationMention, ...] = ()
    claims: tuple[ClaimMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    lemmas: Mapping[int, tuple[tuple[int, int, str], ...]] = field(default_factory=dict)
    """For each sentence's start: (start, end, lower-case lemma) of its content words, for comparing propositions."""
    rejected: tuple[Rejected, ...] = ()

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds the character at ``offset``, or ``None`` in furniture."""
        return next((span for span in self.sentences if span.start <= offset < span.end), None)


# ---------------------------------------------------------------------------------------------- compiled


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

    @property
    def ref(self) -> str:
        """How other cards name it: ``people/sergei-shoigu``."""
        return f"{self.kind.plural}/{self.id}"

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
