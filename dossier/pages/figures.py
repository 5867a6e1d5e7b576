"""Quotations as HTML, each set once and used on every page of its folder.

A sentence is shown wherever a card rests on it, often on dozens of pages. Setting it through template macros each
time was nine tenths of the rendering; here it is put together from escaped parts and remembered for one rendering.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from dossier.links import passage_href
from dossier.model import Evidence, SourceCard
from dossier.pages.paper import printed, shortened
from dossier.pages.quotes import Piece, Quote, find_quotes
from dossier.pages.titles import Label
from dossier.voice import Voice

LONGEST_LABEL = 70
"""Characters of an article's name under a quotation."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The quotations of one dossier, remembered by what they cite and by the folder that links from there."""

    sources: Mapping[str, SourceCard]
    labels: Mapping[str, Label]
    voice: Voice
    _quotes: dict[tuple[Evidence, ...], tuple[Quote, ...]] = field(default_factory=dict)
    _set: dict[tuple[str, str, tuple[Evidence, ...]], Markup] = field(default_factory=dict)

    def quotes(self, evidence: Iterable[Evidence]) -> tuple[Quote, ...]:
        """The sentences around passages, each once."""
        key = tuple(evidence)
        quotes = self._quotes.get(key)
        if quotes is None:
            quotes = self._quotes[key] = find_quotes(key, self.sources)
        return quotes

    def figure(self, page: str, quote: Quote) -> Markup:
        """One quotation with the article that it links to: ``<figure class="ev"><blockquote>…``."""
        way = passage_href(page, quote.cited[0])
        key = (way, quote.at, quote.cited)
        figure = self._set.get(key)
        if figure is None:
            figure = self._set[key] = self._figure(way, quote)
        return figure

    def evidence(self, page: str, evidence: Iterable[Evidence], shown: int = 1) -> Markup:
        """The first quotations open, the others one step away."""
        figures = [self.figure(page, quote) for quote in self.quotes(evidence)]
        text = "\n".join(figures[:shown])
        if figures[shown:]:
            more = self.voice.count(len(figures) - shown, "more passage")
            folded = "\n".join(figures[shown:])
            text += f'\n<details class="more"><summary>{more}</summary>\n{folded}\n</details>'
        return Markup(text)  # noqa: S704 - put together from figures

    def _figure(self, way: str, quote: Quote) -> Markup:
        source = self.sources.get(quote.source)
        label = shortened(self.labels[source.ref].name, LONGEST_LABEL) if source else quote.source
        beside = self.labels[source.ref].beside if source else ""
        return Markup(  # noqa: S704 - every part is escaped here
            f'<figure class="ev"><blockquote data-at="{printed(quote.at)}"{_language(source, self.voice.language)}>'
            f"<p>{''.join(map(set_piece, quote.pieces))}</p></blockquote>"
            f'<figcaption data-search-exclude="true"><a href="{printed(way)}">{printed(label)}</a>'
            f"{_byline(beside) if beside else ''}</figcaption></figure>"
        )


def _language(source: SourceCard | None, page: str) -> str:
    """`` lang="fr"`` for words in another language than the page's, so that they are read aloud as what they are."""
    return f' lang="{escape(source.language)}"' if source and source.language not in (None, page) else ""


def _byline(beside: str) -> str:
    """Who published it when: `` <span class="by">Reuters, 27 July 2023</span>``."""
    return f' <span class="by">{printed(beside)}</span>'


def set_piece(piece: Piece) -> str:
    """A run of words, escaped, marked where the value rests on it."""
    words = printed(piece.text)
    return f"<mark>{words}</mark>" if piece.marked else words
