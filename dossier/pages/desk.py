"""A page at work: what a template may ask, and where this page stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dossier.findings.channels import Tally
from dossier.findings.relations import Relation
from dossier.links import RULES, href, index_of, page_of, passage_href, rule_id
from dossier.model import Card, ClaimCard, Evidence, Form, Kind, Polarity, SourceCard, Statement, WeaponCard
from dossier.pages.citing import Citation, cite_page
from dossier.pages.graphs import Graph, draw_around
from dossier.pages.paper import printed, shortened
from dossier.pages.quotes import Quote
from dossier.pages.rulings import Ruling, ruling_for, rulings_on
from dossier.pages.searching import weight
from dossier.pages.shelf import Shelf, most_covered
from dossier.pages.titles import (
    LONGEST_TITLE,
    claim_title,
    claim_under_speaker,
    speaker_name,
)

SORTS = {"asserted": "Claim", "disputed": "Disputed claim", "denial": "Denial"}
"""What a search hit of a claim is called, by how the claim stands."""

LONGEST_CITED = 200
"""Characters of a title in a citation."""


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

    def link(self, ref: str | None, text: str) -> Markup:
        """``text`` as a link to a card's page, where there is such a card."""
        words = printed(text)
        return Markup(f'<a href="{self.to(ref)}">{words}</a>' if ref and self.card(ref) else words)  # noqa: S704 - escaped here

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

    def within(self, name: str) -> str:
        """A name as it stands in a sentence: president of ``the United States``."""
        return self.shelf.words.in_sentence(name)

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
