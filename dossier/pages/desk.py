"""A page at work: one place that knows the dossier, what follows from it, and where this page stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from dossier.findings.channels import Channels, Tally, find_channels, named_media
from dossier.findings.denials import Denials, find_denials
from dossier.findings.network import Edge, edges_around, find_edges
from dossier.findings.relations import Relation, find_backlinks
from dossier.findings.timeline import Entry, Timeline, find_timeline
from dossier.findings.uses import Use, uses_by_source
from dossier.lexicon.wording import WordingWords, load_wording_words
from dossier.links import RULES, href, index_of, page_of, passage_href, rule_id
from dossier.model import Card, ClaimCard, Dossier, Evidence, Form, Kind, Polarity, SourceCard, Statement, WeaponCard
from dossier.pages.citing import Citation, cite_page
from dossier.pages.figures import Figures
from dossier.pages.graphs import Graph, draw_around
from dossier.pages.paper import shortened
from dossier.pages.quotes import Quote
from dossier.pages.rulings import Ruling, ruling_for, rulings_on
from dossier.pages.searching import Signposts, load_signposts, weight
from dossier.pages.titles import (
    LONGEST_TITLE,
    Label,
    claim_title,
    claim_under_speaker,
    label_articles,
    speaker_name,
)
from dossier.settings import Dates, Settings
from dossier.voice import Voice

SORTS = {"asserted": "Claim", "disputed": "Disputed claim", "denial": "Denial"}
"""What a search hit of a claim is called, by how the claim stands."""

LONGEST_CITED = 200
"""Characters of a title in a citation."""


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
    coverage = {claim.ref: channels.tally_claim(claim) for claim in dossier.claims}
    return Shelf(
        dossier=dossier,
        settings=settings,
        voice=voice,
        texts=texts,
        cards={card.ref: card for card in dossier.cards()},
        names={card.ref: card.name for card in dossier.cards()},
        sources=sources,
        media=named_media(dossier),
        channels=channels,
        denials=denials,
        backlinks=find_backlinks(dossier),
        uses=uses_by_source(dossier),
        neighbours=neighbours_in(dossier),
        words=load_wording_words(),
        signposts=load_signposts(),
        labels=labels,
        figures=Figures(sources, labels, voice),
        coverage=coverage,
        single=known_through_one(dossier.claims, coverage),
        timeline=timeline,
        entries=timeline.by_ref(),
        edges=edges,
        around=edges_around(edges),
        decided=tuple(card for card in dossier.cards() if card.curated),
    )


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


@dataclass(frozen=True, slots=True)
class Desk:
    """What a template may ask: links from its own page, names, quotations, counts."""

    shelf: Shelf
    page: str
    """The Markdown path of the page being written."""

    def card(self, ref: str | None) -> Card | None:
        """The card that a reference names, where there is one."""
        return self.shelf.cards.get(ref) if ref else None

    def to(self, ref: str) -> str:
        """The relative address of a card's page."""
        return href(self.page, page_of(ref))

    def path(self, there: str, fragment: str = "") -> str:
        """The relative address of any page: ``desk.path("about.md", "marks")``."""
        return href(self.page, there, fragment)

    def index(self, kind: Kind | str) -> str:
        """The relative address of a kind's list."""
        return href(self.page, index_of(Kind(kind).plural))

    def passage(self, evidence: Evidence) -> str:
        """The relative address of a passage on its source's page."""
        return passage_href(self.page, evidence)

    def rule(self, name: str) -> str:
        """The relative address of a rule on the page of rules."""
        return href(self.page, RULES, rule_id(name))

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """The sentences around passages, each once."""
        return self.shelf.figures.quotes(evidence)

    def rulings(self, card: Card) -> list[Ruling]:
        """What editors decided about a card."""
        return list(rulings_on(card, self.shelf.decided))

    def ruling(self, card: Card, key: str, statement: Statement) -> Ruling | None:
        """The editor's decision behind a value that no article gives."""
        return ruling_for(card, key, statement)

    def figure(self, quote: Quote) -> Markup:
        """A quotation with the article that it links to."""
        return self.shelf.figures.figure(self.page, quote)

    def evidence(self, evidence: Iterable[Evidence], shown: int = 1) -> Markup:
        """The first sentences that a value rests on, the others one step away."""
        return self.shelf.figures.evidence(self.page, evidence, shown)

    def source(self, ref: str) -> SourceCard | None:
        """The article behind a passage."""
        return self.shelf.sources.get(ref)

    def tally(self, evidence: Iterable[Evidence]) -> Tally:
        """Articles, origins and channels behind a value."""
        return self.shelf.channels.tally(evidence)

    def tally_claim(self, claim: ClaimCard) -> Tally:
        """Articles, origins and channels behind a claim."""
        return self.shelf.coverage[claim.ref]

    def covered(self, claims: Iterable[ClaimCard]) -> list[ClaimCard]:
        """Claims in the order of every list: those of most origins first, then of most articles."""
        return most_covered(claims, self.shelf.coverage)

    def back(self, ref: str, kind: Kind | str, *keys: str) -> tuple[Relation, ...]:
        """The relations that lead to a card from one kind of card, by any of ``keys``; claims most covered first."""
        rows = [
            relation
            for relation in self.shelf.backlinks.get(ref, ())
            if relation.card.kind is Kind(kind) and relation.key in keys
        ]
        coverage = self.shelf.coverage
        rows.sort(
            key=lambda row: (
                (-coverage[row.card.ref].origins, -coverage[row.card.ref].articles)
                if row.card.ref in coverage
                else (0, 0)
            )
        )
        return tuple(rows)

    def title(self, card: Card, longest: int = LONGEST_TITLE) -> str:
        """What the card's page, its links and its search hits are called; never a disputed claim alone."""
        titles, key = self.shelf.titles, (card.ref, longest)
        if key not in titles:
            titles[key] = self._title(card, longest)
        return titles[key]

    def _title(self, card: Card, longest: int) -> str:
        if isinstance(card, ClaimCard):
            return claim_title(card, self.shelf.denials, self.shelf.words, longest, self.shelf.voice)
        if isinstance(card, SourceCard):
            return self.article(card, longest)
        entry = self.shelf.entries.get(card.ref)
        return shortened(card.name, longest) + (
            f" {self.shelf.voice.say('(disputed)')}" if entry and entry.disputed else ""
        )

    def under_speaker(self, claim: ClaimCard) -> str:
        """What a claim is called where its speaker's name stands above it."""
        return claim_under_speaker(claim, self.shelf.denials, self.shelf.voice)

    def graph(self, ref: str) -> Graph | None:
        """The drawing of a card's ties."""
        return draw_around(ref, self.shelf.around.get(ref, ()), self.shelf.names)

    def speaker(self, claim: ClaimCard) -> str:
        """Who makes a claim, as it stands after "by": ``the United States``."""
        return speaker_name(claim, self.shelf.words, self.shelf.voice)

    def tags(self, card: Card) -> list[str]:
        """What a search hit of the card is called, then what a reader may type for it: ``defense minister``."""
        say = self.shelf.voice.say
        sort = say(card.kind.value).capitalize()
        if isinstance(card, ClaimCard):
            sort = say(SORTS[self.status(card)])
        if isinstance(card, WeaponCard) and card.form is Form.CLASS:
            sort = say("Class of weapon")
        return self.shelf.signposts.tags(card, sort, self.title(card))

    def weight(self, card: Card) -> float:
        """How much the card's page counts in the order of search hits."""
        return weight(card)

    def status(self, claim: ClaimCard) -> str:
        """``denial``, ``disputed`` or ``asserted``."""
        if claim.polarity is Polarity.DENIES:
            return "denial"
        return "disputed" if self.shelf.denials.disputed(claim) else "asserted"

    def article(self, source: SourceCard, longest: int = LONGEST_TITLE) -> str:
        """What an article is called where it is cited."""
        return shortened(self.shelf.labels[source.ref].name, longest)

    def beside(self, source: SourceCard) -> str:
        """Whose article it is, and of when, as far as its name doesn't say so: ``Reuters, 27 July 2023``."""
        return self.shelf.labels[source.ref].beside

    def only_through(self, medium: Card) -> list[ClaimCard]:
        """The claims that are known through this medium alone."""
        names = {name for name, ref in self.shelf.media.items() if ref == medium.ref}
        return self.covered(claim for name in sorted(names) for claim in self.shelf.single.get(name, ()))

    def siblings(self, card: Card) -> tuple[Card | None, Card | None]:
        """The cards before and after this one in its kind's list."""
        return self.shelf.neighbours[card.ref]

    def citation(self, card: Card) -> Citation:
        """How the card's page is cited."""
        settings = self.shelf.settings
        return cite_page(card, self.title(card, LONGEST_CITED), settings, self.shelf.voice)

    def counted(self, number: int, noun: str) -> str:
        """``3 articles``."""
        return self.shelf.voice.count(number, noun)

    def listed(self, names: Sequence[str]) -> str:
        """``AFP, AP and Reuters``."""
        return self.shelf.voice.list(names)
