"""What is found in one article: who and what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.passages import Evidence, Form, Mode, PartyType, Polarity, Reading, Rejected, Span
from dossier.model.sources import Source


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
    woman: bool | None = None
    """What the word before the name tells: ``True`` for "Ms", ``False`` for "Mr"."""
    also: Evidence | None = None
    """The name beside it that it is another of: "*Mohamed Hamdan Dagalo*, known as Hemedti"."""


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
