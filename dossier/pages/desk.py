"""A page at work: one place that knows the dossier, what follows from it, and where this page stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.findings.channels import Channels, Tally, counted, find_channels, listed, named_media
from dossier.findings.denials import Denials, find_denials
from dossier.findings.relations import Relation, find_backlinks
from dossier.findings.uses import Use, uses_by_source
from dossier.links import href, index_of, page_of, passage_href
from dossier.model import Card, ClaimCard, Dossier, Evidence, Kind, Polarity, SourceCard
from dossier.pages.paper import as_date, shortened
from dossier.pages.quotes import Quote, find_quotes
from dossier.settings import Dates, Settings

EDITOR = "editor"
"""The rule of a value that a person added without a passage."""

LONGEST_TITLE = 90
"""Characters of a claim's words, or of a name, in a heading."""

TOO_SHORT = 3
"""Words of a denial that say nothing by themselves: "such a claim"."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A dossier with everything that follows from it, worked out once for all pages."""

    dossier: Dossier
    settings: Settings
    texts: Mapping[str, str]
    """Whole articles by reference of their source; empty where only passages are published."""
    cards: Mapping[str, Card]
    sources: Mapping[str, SourceCard]
    media: Mapping[str, str]
    channels: Channels
    denials: Denials
    backlinks: Mapping[str, tuple[Relation, ...]]
    uses: Mapping[str, tuple[Use, ...]]
    neighbours: Mapping[str, tuple[Card | None, Card | None]]


def fill_shelf(dossier: Dossier, settings: Settings, texts: Mapping[str, str]) -> Shelf:
    """Work out what the pages share."""
    return Shelf(
        dossier=dossier,
        settings=settings,
        texts=texts,
        cards={card.ref: card for card in dossier.cards()},
        sources={source.ref: source for source in dossier.sources},
        media=named_media(dossier),
        channels=find_channels(dossier),
        denials=find_denials(dossier),
        backlinks=find_backlinks(dossier),
        uses=uses_by_source(dossier),
        neighbours=neighbours_in(dossier),
    )


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

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """The sentences around passages, each once."""
        return find_quotes(evidence, self.shelf.sources)

    def source(self, ref: str) -> SourceCard | None:
        """The article behind a passage."""
        return self.shelf.sources.get(ref)

    def tally(self, evidence: Iterable[Evidence]) -> Tally:
        """Articles, origins and channels behind a value."""
        return self.shelf.channels.tally(evidence)

    def tally_claim(self, claim: ClaimCard) -> Tally:
        """Articles, origins and channels behind a claim."""
        return self.shelf.channels.tally_claim(claim)

    def back(self, ref: str, kind: Kind | str, *keys: str) -> tuple[Relation, ...]:
        """The relations that lead to a card from one kind of card, by any of ``keys``."""
        return tuple(
            relation
            for relation in self.shelf.backlinks.get(ref, ())
            if relation.card.kind is Kind(kind) and relation.key in keys
        )

    def title(self, card: Card, longest: int = LONGEST_TITLE) -> str:
        """What the card's page, its links and its search hits are called; never a disputed claim alone."""
        if isinstance(card, ClaimCard):
            return claim_title(card, self.shelf.denials, longest)
        return shortened(card.name, longest)

    def status(self, claim: ClaimCard) -> str:
        """``denial``, ``disputed`` or ``asserted``."""
        if claim.polarity is Polarity.DENIES:
            return "denial"
        return "disputed" if self.shelf.denials.disputed(claim) else "asserted"

    def article(self, source: SourceCard, longest: int = LONGEST_TITLE) -> str:
        """What an article is called where it is cited: its title, else its file."""
        return shortened(source.title or f"Untitled ({source.file})", longest)

    def byline(self, source: SourceCard) -> str:
        """Whose article it is, and of when: ``Reuters, 27 July 2023``; says so where it isn't known."""
        names = [name for name in (source.publisher, source.agency) if name]
        who = " / ".join(dict.fromkeys(names)) or "publisher not stated"
        if not source.published:
            return f"{who}, undated"
        return f"{who}, {as_date(source.published, american=self.shelf.settings.dates == Dates.AMERICAN)}"

    def siblings(self, card: Card) -> tuple[Card | None, Card | None]:
        """The cards before and after this one in its kind's list."""
        return self.shelf.neighbours[card.ref]

    def counted(self, number: int, noun: str) -> str:
        """``3 articles``."""
        return counted(number, noun)

    def listed(self, names: Sequence[str]) -> str:
        """``AFP, AP and Reuters``."""
        return listed(names)


def claim_title(claim: ClaimCard, denials: Denials, longest: int = LONGEST_TITLE) -> str:
    """``Claim by the harbour master: the ship carried grain (disputed)``; cutting never drops the last word."""
    word = "Denial" if claim.polarity is Polarity.DENIES else "Claim"
    speaker = claim.speaker or "a speaker not named"
    marker = " (disputed)" if denials.disputed(claim) else ""
    return f"{word} by {speaker}: {shortened(claim_words(claim, denials), longest)}{marker}"


def claim_words(claim: ClaimCard, denials: Denials) -> str:
    """What is claimed, in the words of the report that the card is founded on; an editor's wording wins.

    A denial of two words ("denies the allegation") takes the words of the claim that it answers.
    """
    named = claim.curated.get("name")
    if isinstance(named, str) and named.strip():
        return named
    founding = claim.reports[0].proposition.exact if claim.reports else claim.name
    answered = [other for other in denials.answers(claim) if other.reports]
    if len(founding.split()) <= TOO_SHORT and answered:
        founding = answered[0].reports[0].proposition.exact
    return without_odd_marks(founding.strip(" \t\r\n,.;"))


def without_odd_marks(words: str) -> str:
    """Words without a quotation mark that opens and never closes, or the reverse, at either end."""
    if words.count("“") > words.count("”"):
        return words.removeprefix("“")
    return words.removesuffix("”") if words.count("”") > words.count("“") else words
