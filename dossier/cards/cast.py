"""The cast: who is named where in each article, and what sort of party each is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.cards.referents import Naming, Referent, Referents
from dossier.lexicon.parties import Parties
from dossier.model import Evidence, Kind, Mentions, PartyMention, PartyType


@dataclass(frozen=True, slots=True)
class Named:
    """One naming with what a reader knows of it: ``Pyongyang``, North Korea by its capital."""

    at: Evidence
    who: Referent
    type: PartyType | None
    """``None`` for a person."""
    how: str
    """As in ``PartyMention.how``; ``name`` for a person."""
    subject: bool
    state: str | None
    """The state or body at the end: ``North Korea`` for Pyongyang, for KCNA and for Kim Jong Un."""

    @property
    def person(self) -> bool:
        """Whether it names a human being."""
        return self.who.kind is Kind.PERSON


@dataclass(frozen=True, slots=True)
class Article:
    """One article's mentions and namings, searchable by place."""

    mentions: Mentions
    named: tuple[Named, ...]
    """In the order of the text; of two that overlap, the longer."""
    starts: tuple[int, ...]

    def inside(self, place: Evidence) -> Sequence[Named]:
        """The namings that lie wholly in ``place``, in the order of the text."""
        first = bisect_left(self.starts, place.start)
        last = bisect_left(self.starts, place.end)
        return [named for named in self.named[first:last] if named.at.end <= place.end]

    def before(self, offset: int) -> Iterator[Named]:
        """The namings that begin before ``offset``, nearest first."""
        return reversed(self.named[: bisect_left(self.starts, offset)])

    def after(self, offset: int) -> Sequence[Named]:
        """The namings that begin at ``offset`` or later, in the order of the text."""
        return self.named[bisect_left(self.starts, offset) :]


@dataclass(frozen=True, slots=True)
class Cast:
    """All articles of the dossier, and everybody named in them once."""

    articles: Mapping[str, Article]
    """By reference of the source."""
    everybody: tuple[Named, ...]
    """The first naming of each card, by reference."""
    parties: Parties

    def by_name(self, name: str) -> Referent | None:
        """The party that is canonically called ``name``, where any article names it."""
        return next((n.who for n in self.everybody if not n.person and n.who.name == name), None)

    def media_of(self, state: str, source: str | None = None) -> list[Named]:
        """The media of ``state`` that ``source`` (or, without it, any article) names, each once, by reference."""
        rows = self.everybody if source is None else self.articles[source].named
        return list({n.who.ref: n for n in rows if n.type is PartyType.MEDIUM and n.state == state}.values())


def compile_cast(found: Sequence[Mentions], who: Referents, parties: Parties) -> Cast:
    """Join each naming with the mention that it comes from. ``found`` is in the order that cards are founded in."""
    owners = Owners(parties, {mention.name: mention.of for mentions in found for mention in mentions.parties})
    articles = {mentions.source.ref: article(mentions, who, owners) for mentions in found}
    first: dict[str, Named] = {}
    for scene in articles.values():
        for named in scene.named:
            first.setdefault(named.who.ref, named)
    return Cast(articles, tuple(first[ref] for ref in sorted(first)), parties)


@dataclass(frozen=True, slots=True)
class Owners:
    """Who belongs to whom, by what the lists and the articles say."""

    parties: Parties
    mentioned: Mapping[str, str | None]
    """Canonical name of a party -> the state or body that it belongs to."""

    def state(self, name: str | None) -> str | None:
        """The end of the chain of belonging: the Revolutionary Guards' navy -> the Revolutionary Guards -> Iran."""
        met: set[str] = set()
        while name is not None and name not in met:
            met.add(name)
            row = self.parties.by_name(name)
            owner = self.mentioned.get(name) or (row.of if row else None)
            if owner is None or owner == name:
                return name
            name = owner
        return name

    def named(self, naming: Naming, mention: PartyMention | None) -> Named:
        """One naming with what a reader knows of it."""
        who = naming.who
        if who.kind is Kind.PERSON:
            return Named(naming.at, who, None, "name", naming.subject, self.state(who.party))
        row = self.parties.by_name(who.name)
        kind = mention.type if mention else row.type if row else PartyType.OTHER
        how = mention.how if mention else "name"
        own = kind is PartyType.STATE or who.party is None
        return Named(naming.at, who, kind, how, naming.subject, self.state(who.name if own else who.party))


def article(mentions: Mentions, who: Referents, owners: Owners) -> Article:
    """The namings of one article, those inside longer ones left out: "Russia" in "Russia's defence ministry"."""
    whole = mentions.source.evidence(0, len(mentions.source.text)) if mentions.source.text else None
    known = {mention.evidence: mention for mention in mentions.parties}
    kept: list[Named] = []
    for naming in who.inside(whole) if whole else ():
        named = owners.named(naming, known.get(naming.at))
        while kept and kept[-1].at.start >= named.at.start:
            kept.pop()
        if not kept or kept[-1].at.end <= named.at.start:
            kept.append(named)
    return Article(mentions, tuple(kept), tuple(named.at.start for named in kept))
