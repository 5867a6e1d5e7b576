"""How many articles, how many texts, through whose hands: three counts that are never given apart.

Five articles are not five confirmations. "Ana Reyes met the envoy" in three papers that all reprint one agency is
*in 3 articles, 1 origin · only through* that agency.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.model import ClaimCard, Dossier, Evidence, Kind, OrganisationCard, Polarity, Report, SourceCard
from dossier.voice import Voice

MEDIA_NOUNS = frozenset(
    ("agency", "broadcaster", "channel", "daily", "media", "medium", "newspaper", "outlet", "radio", "television")
)
"""Head nouns of what a medium is called: "state news agency"."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The articles that have something, the texts they go back to, and the channels that it came through."""

    articles: int
    origins: int
    channels: tuple[str, ...]
    """Named channels, sorted."""
    unstated: bool = False
    """Whether some article names no channel: no relay, no agency, no publisher."""
    only: str | None = None
    """The one medium that stands in every chain, or ``None``."""
    voice: Voice = field(default_factory=Voice, compare=False, repr=False)
    """In which language it is told."""

    def __str__(self) -> str:
        """``in 3 articles, 1 origin · only through KCNA``."""
        return self.voice.say(
            "in %(articles)s, %(origins)s · %(through)s",
            articles=self.voice.count(self.articles, "article"),
            origins=self.voice.count(self.origins, "origin"),
            through=self.through,
        )

    @property
    def through(self) -> str:
        """The channels in words: ``only through KCNA``, ``through AP and Reuters``, ``channel not stated``."""
        if self.only:
            return self.voice.say("only through %(name)s", name=self.only)
        if not self.channels:
            return self.voice.say("channel not stated")
        names = [*self.channels, self.voice.say("a channel not stated")] if self.unstated else list(self.channels)
        if len(names) > 4:
            return self.voice.say("through %(count)s channels", count=len(self.channels))
        return self.voice.say("through %(names)s", names=self.voice.list(names))


def counted(number: int, noun: str) -> str:
    """``1 article``, ``3 articles``, ``2 people``."""
    return Voice().count(number, noun)


def listed(names: Sequence[str], last: str = "and") -> str:
    """``AFP``, ``AFP and AP``, ``AFP, AP and Reuters``."""
    return Voice().list(names, last)


@dataclass(frozen=True, slots=True)
class Channels:
    """Looks up the chain of media behind each passage of a dossier."""

    sources: Mapping[str, SourceCard]
    reports: Mapping[str, tuple[tuple[Report, ClaimCard], ...]]
    """For each source, the attributed passages in the order of the text, with the claim they belong to."""
    media: frozenset[str]
    """References of organisations that are media."""
    voice: Voice = field(default_factory=Voice)

    def of_report(self, report: Report, claim: ClaimCard) -> tuple[str, ...]:
        """The chain: who relays it, else a speaker that is a medium, else the article's agency, else its publisher."""
        if report.via:
            return report.via
        if claim.speaker_ref in self.media and claim.speaker:
            return (claim.speaker,)
        return self.of_source(report.passage.source)

    def origin(self, ref: str) -> str:
        """The text that an article carries; an article that is not there is its own."""
        return self.sources[ref].origin if ref in self.sources else ref

    def of_source(self, ref: str) -> tuple[str, ...]:
        """Whose word an article's own voice is: its agency, else its publisher, else nobody known."""
        source = self.sources.get(ref)
        name = source and (source.agency or source.publisher)
        return (name,) if name else ()

    def of_evidence(self, evidence: Evidence) -> tuple[str, ...]:
        """The chain behind any passage: that of the attributed passage that it stands in, else the article's."""
        for report, claim in self.reports.get(evidence.source, ()):
            if report.passage.covers(evidence):
                return self.of_report(report, claim)
        return self.of_source(evidence.source)

    def tally(self, evidence: Iterable[Evidence]) -> Tally:
        """The three counts for a value that rests on these passages."""
        return self._count([(passage.source, self.of_evidence(passage)) for passage in evidence])

    def tally_claim(self, claim: ClaimCard) -> Tally:
        """The three counts for a claim.

        An article that says the same in its own voice counts as an article and for its origin; it is no channel of
        its own, since it doesn't say whose word it repeats.
        """
        chains = [(report.passage.source, self.of_report(report, claim)) for report in claim.reports]
        return self._count(chains, [passage.source for passage in claim.restated])

    def _count(self, chains: Sequence[tuple[str, tuple[str, ...]]], besides: Iterable[str] = ()) -> Tally:
        articles = {source for source, _ in chains} | set(besides)
        origins = {self.origin(source) for source in articles}
        named = [chain for _, chain in chains if chain]
        shared = set(named[0]).intersection(*named[1:]) if named and len(named) == len(chains) else set()
        return Tally(
            articles=len(articles),
            origins=len(origins),
            channels=tuple(sorted({chain[0] for chain in named})),
            unstated=len(named) < len(chains),
            only=next((name for name in named[0] if name in shared), None) if shared else None,
            voice=self.voice,
        )


def find_channels(dossier: Dossier, voice: Voice | None = None) -> Channels:
    """The look-up for one dossier; its counts are told in ``voice``."""
    by_source: dict[str, list[tuple[Report, ClaimCard]]] = {source.ref: [] for source in dossier.sources}
    for claim in dossier.claims:
        for report in claim.reports:
            by_source.setdefault(report.passage.source, []).append((report, claim))
    ordered = {
        ref: tuple(sorted(rows, key=lambda row: (len(row[0].passage.span), row[0].passage, row[1].id)))
        for ref, rows in by_source.items()
    }
    return Channels(
        sources={source.ref: source for source in dossier.sources},
        reports=ordered,
        media=find_media(dossier),
        voice=voice or Voice(),
    )


def find_media(dossier: Dossier) -> frozenset[str]:
    """References of the organisations that report what others say.

    An agency, a broadcaster or a newspaper by the type on its card; whoever an article of the dossier names as its
    agency or its publisher; whoever relays a claim and does nothing that a state or a ministry does.
    """
    relaying = {name for claim in dossier.claims for report in claim.reports for name in report.via}
    credited = {name for source in dossier.sources for name in (source.agency, source.publisher) if name}
    names = named_media(dossier)
    typed = {card.ref for card in dossier.organisations if is_medium(card)}
    relays = {names[name] for name in relaying if name in names} - find_actors(dossier)
    return frozenset(typed | relays | {names[name] for name in credited if name in names})


def find_actors(dossier: Dossier) -> frozenset[str]:
    """References of those who hold arms, send or receive a delegation, have bodies of their own or deny a claim.

    "China rejected *claims by Manila* that …": Manila relays what it says of China, and is no medium.
    """
    keys = ("held_by", "from", "to", "of")
    cards = (*dossier.weapons, *dossier.delegations, *dossier.organisations)
    shown = {value.ref for card in cards for key in keys for value in card.statements.get(key, ()) if value.ref}
    denying = {claim.speaker_ref for claim in dossier.claims if claim.polarity is Polarity.DENIES and claim.speaker_ref}
    return frozenset(shown | denying)


def is_medium(card: OrganisationCard) -> bool:
    """Whether a card's type says so: ``medium``, ``state news agency``, ``daily newspaper``."""
    types = [statement.value or "" for statement in card.statements.get("type", ())]
    return any(MEDIA_NOUNS.intersection(value.casefold().split()) for value in types)


def named_media(dossier: Dossier) -> dict[str, str]:
    """Name of a medium -> reference of its card, so that a relay can be linked."""
    names: dict[str, str] = {}
    for card in dossier.organisations:
        for name in (card.name, *(alias.name for alias in card.aliases)):
            names.setdefault(name, f"{Kind.ORGANISATION.plural}/{card.id}")
    return names
