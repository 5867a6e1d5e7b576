"""A dossier with everything that follows from it, worked out once for all pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dossier.findings.channels import Channels, Tally, find_channels, named_media
from dossier.findings.denials import Denials, find_denials
from dossier.findings.drift import Wording, find_wordings
from dossier.findings.network import Edge, edges_around, find_edges
from dossier.findings.relations import Relation, find_backlinks
from dossier.findings.timeline import Entry, Timeline, find_timeline
from dossier.findings.uses import Use, uses_by_source
from dossier.lexicon.wording import WordingWords, load_wording_words
from dossier.model import Card, ClaimCard, Dossier, Kind, SourceCard
from dossier.pages.figures import Figures
from dossier.pages.searching import Signposts, load_signposts
from dossier.pages.titles import (
    Label,
    label_articles,
)
from dossier.settings import Dates, Settings
from dossier.voice import Voice


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dossier with everything that follows from it, worked out once for all pages."""

    dossier: Dossier
    settings: Settings
    voice: Voice
    """The language of the site's own words."""
    texts: Mapping[str, str]
    """Whole articles by reference of their source; empty where only passages are published."""
    cards: Mapping[str, Card]
    names: Mapping[str, str]
    sources: Mapping[str, SourceCard]
    read: Mapping[str, SourceCard]
    """The articles that were not left unread."""
    kin: Mapping[str, Sequence[SourceCard]]
    """For each origin, its articles."""
    media: Mapping[str, str]
    channels: Channels
    denials: Denials
    backlinks: Mapping[str, tuple[Relation, ...]]
    uses: Mapping[str, tuple[Use, ...]]
    neighbours: Mapping[str, tuple[Card | None, Card | None]]
    words: WordingWords
    signposts: Signposts
    labels: Mapping[str, Label]
    """What each article is called."""
    figures: Figures
    coverage: Mapping[str, Tally]
    """For each claim, in how many articles and origins it is."""
    single: Mapping[str, Sequence[ClaimCard]]
    """For each medium, the claims that are known through it alone."""
    wordings: Mapping[str, tuple[Wording, ...]]
    """For each claim, its wordings from article to article; none where there is only one."""
    timeline: Timeline
    entries: Mapping[str, Entry]
    """For each event, its place in the timeline."""
    edges: tuple[Edge, ...]
    around: Mapping[str, tuple[Edge, ...]]
    """For each card, the ties that it has a part in."""
    decided: tuple[Card, ...]
    """The cards that editors made decisions on."""
    titles: dict[tuple[str, int], str] = field(default_factory=dict)
    """What a card is called in so many characters, remembered for one rendering: lists name it again and again."""


def fill_shelf(dossier: Dossier, settings: Settings, texts: Mapping[str, str], voice: Voice | None = None) -> Shelf:
    """Work out what the pages share."""
    voice = voice or Voice(american=settings.dates == Dates.AMERICAN)
    channels, denials = find_channels(dossier, voice), find_denials(dossier)
    timeline, edges = find_timeline(dossier, denials), find_edges(dossier, denials)
    sources = {source.ref: source for source in dossier.sources}
    labels = label_articles(dossier.sources, voice)
    words = load_wording_words()
    coverage = {claim.ref: channels.tally_claim(claim) for claim in dossier.claims}
    return Shelf(
        dossier=dossier,
        settings=settings,
        voice=voice,
        texts=texts,
        cards={card.ref: card for card in dossier.cards()},
        names={card.ref: card.name for card in dossier.cards()},
        sources=sources,
        read={ref: source for ref, source in sources.items() if not source.unread},
        kin=kin_by_origin(dossier.sources),
        media=named_media(dossier),
        channels=channels,
        denials=denials,
        backlinks=find_backlinks(dossier),
        uses=uses_by_source(dossier),
        neighbours=neighbours_in(dossier),
        words=words,
        signposts=load_signposts(),
        labels=labels,
        figures=Figures(sources, labels, voice),
        coverage=coverage,
        single=known_through_one(dossier.claims, coverage),
        wordings=wordings_by_claim(dossier, words),
        timeline=timeline,
        entries=timeline.by_ref(),
        edges=edges,
        around=edges_around(edges),
        decided=tuple(card for card in dossier.cards() if card.curated),
    )


def kin_by_origin(sources: Iterable[SourceCard]) -> dict[str, list[SourceCard]]:
    """For each origin, the articles that go back to it."""
    kin: dict[str, list[SourceCard]] = {}
    for source in sources:
        kin.setdefault(source.origin, []).append(source)
    return kin


def wordings_by_claim(dossier: Dossier, words: WordingWords) -> dict[str, tuple[Wording, ...]]:
    """For each claim, its wordings; none where there is only one."""
    origins = {source.ref: source.origin for source in dossier.sources}
    told = {
        claim.ref: find_wordings(claim, words, origins) if len(claim.reports) + len(claim.restated) > 1 else ()
        for claim in dossier.claims
    }
    return {ref: found if len(found) > 1 else () for ref, found in told.items()}


def known_through_one(claims: Iterable[ClaimCard], coverage: Mapping[str, Tally]) -> dict[str, list[ClaimCard]]:
    """For each medium that stands in every chain of some claim, those claims."""
    single: dict[str, list[ClaimCard]] = {}
    for claim in claims:
        only = coverage[claim.ref].only
        if only:
            single.setdefault(only, []).append(claim)
    return single


def most_covered(claims: Iterable[ClaimCard], coverage: Mapping[str, Tally]) -> list[ClaimCard]:
    """Claims of most origins first, then of most articles; else in the order given."""
    return sorted(claims, key=lambda claim: (-coverage[claim.ref].origins, -coverage[claim.ref].articles))


def neighbours_in(dossier: Dossier) -> dict[str, tuple[Card | None, Card | None]]:
    """For each card, the cards before and after it in its kind's list."""
    by_kind: dict[Kind, list[Card]] = {}
    for card in dossier.cards():
        by_kind.setdefault(card.kind, []).append(card)
    return {
        card.ref: (before, after)
        for cards in by_kind.values()
        for before, card, after in zip([None, *cards[:-1]], cards, [*cards[1:], None], strict=True)
    }
