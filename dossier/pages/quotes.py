"""Quotations: the sentence around a passage, with the passage's own words marked.

A value such as "Norway" rests on one word; a reader wants the sentence: "The *Norwegian* team landed on Monday".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.links import passage_address
from dossier.model import Evidence, SourceCard, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a quotation's words."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of one source, and the passages in them that the value rests on."""

    source: str
    """Reference of the source."""
    cited: tuple[Evidence, ...]
    """In the order of the text; a link leads to the first."""
    pieces: tuple[Piece, ...]
    at: str = ""
    """Where the whole quotation stands, as an address: ``sources/a1#p27-39``."""

    @property
    def text(self) -> str:
        """The whole quotation, character for character as in the source."""
        return "".join(piece.text for piece in self.pieces)


def find_quotes(evidence: Iterable[Evidence], sources: Mapping[str, SourceCard]) -> tuple[Quote, ...]:
    """One quotation a sentence, in the order in which the sentences are first cited."""
    by_passage: dict[Evidence, list[Evidence]] = {}
    for cited in evidence:
        rows = by_passage.setdefault(passage_around(cited, sources.get(cited.source)), [])
        if cited not in rows:
            rows.append(cited)
    return tuple(quote_of(passage, sorted(cited)) for passage, cited in by_passage.items())


def passage_around(evidence: Evidence, source: SourceCard | None) -> Evidence:
    """The published passage that holds ``evidence``; itself where none does."""
    passages = source.passages if source else ()
    return next((passage for passage in passages if passage.covers(evidence)), evidence)


def quote_of(passage: Evidence, cited: Iterable[Evidence]) -> Quote:
    """The passage's words, cut where a marked stretch begins or ends."""
    cited = tuple(cited)
    spans = [Span(evidence.start, evidence.end) for evidence in cited]
    whole = any(span == passage.span for span in spans)
    pieces = [Piece(passage.exact, marked=False)] if whole else list(cut(passage, spans))
    return Quote(passage.source, cited, tuple(pieces), passage_address(passage))


def cut(passage: Evidence, spans: Iterable[Span]) -> Iterator[Piece]:
    """Alternate plain and marked runs; overlapping spans make one marked run."""
    at = passage.start
    for span in sorted(spans):
        start, end = max(span.start, at), min(span.end, passage.end)
        if end <= start:
            continue
        if start > at:
            yield Piece(passage.exact[at - passage.start : start - passage.start], marked=False)
        yield Piece(passage.exact[start - passage.start : end - passage.start], marked=True)
        at = end
    if at < passage.end:
        yield Piece(passage.exact[at - passage.start :], marked=False)
