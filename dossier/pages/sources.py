"""A source's page: its cited passages in the order of the text, each with its marks and with who uses it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeVar

from markupsafe import Markup

from dossier.findings.shares import Share, shown_spans
from dossier.findings.uses import Use
from dossier.links import passage_address, passage_id
from dossier.model import Card, Evidence, Furniture, Kind, SourceCard, Span
from dossier.pages.paper import printed
from dossier.pages.shelf import Shelf

NEW_LINE_AFTER = 12
"""Unshown characters up to which a gap is only white space between two sentences ("\\n\\n    ")."""

USERS = (
    Kind.CLAIM, Kind.EVENT, Kind.PERSON, Kind.DELEGATION, Kind.WEAPON, Kind.ORGANISATION, Kind.SOURCE,
)  # fmt: skip
"""The kinds of cards that use a passage, in the order in which they are listed beside it."""

BEGINNING = attrgetter("start")

T = TypeVar("T")

PARAGRAPH = re.compile(r"[^\n]*[^\s][^\n]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A step in writing a marked text: open a mark, print words, close a mark."""

    text: str = ""
    opens: str = ""
    """The id of the mark that begins here, or empty."""
    closes: bool = False
    goes_on: bool = False
    """Whether the opening mark is the rest of one that another mark cut in two."""


@dataclass(frozen=True, slots=True)
class CitedBy:
    """One card that uses a passage, and as what."""

    card: Card
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One shown stretch of the article, after what was left out before it."""

    left_out: int
    """Characters of running text not shown between the row before and this one."""
    furniture: tuple[tuple[str, int], ...]
    """What of the gap was marked as furniture: reason, characters."""
    tokens: tuple[Token, ...]
    used_by: tuple[CitedBy, ...]
    at: str
    """Where the stretch stands, as an address: ``sources/a1#p27-39``."""

    @property
    def place(self) -> str:
        """The fragment of that address: what a link to the whole stretch ends in."""
        return self.at.rpartition("#")[2]

    @property
    def marked(self) -> Markup:
        """The words with their marks: ``The <mark id="p4-13">Norwegian</mark> team landed``."""
        return Markup("".join(map(set_token, self.tokens)))  # noqa: S704 - put together from escaped parts

    @property
    def marked_whole(self) -> bool:
        """Whether a mark of the whole stretch has that name already; no two places of a page may share one."""
        return any(token.opens == self.place and not token.goes_on for token in self.tokens)


@dataclass(frozen=True, slots=True)
class Article:
    """What a source's page shows of the article."""

    rows: tuple[Row, ...]
    left_out: int
    """Characters not shown after the last row."""
    share: Share
    furniture: tuple[tuple[str, int], ...]
    """All that was left unread: reason, characters."""


def show_article(source: SourceCard, shelf: Shelf) -> Article:
    """The stretches that may be shown, with marks for all that cards cite there."""
    uses = shelf.uses[source.ref]
    text = shelf.texts.get(source.ref)
    spans = shown_spans(source, [use.evidence for use in uses]) if text is None else whole_text(text, uses)
    rows, before = [], 0
    used = apart(spans, uses, lambda use: use.evidence)
    passages = apart(spans, source.passages, lambda passage: passage)
    for span in spans:
        inside = used[span]
        cited = [use.evidence for use in inside]
        words = text[span.start : span.end] if text is not None else words_of(span, [*passages[span], *cited])
        rows.append(
            Row(
                left_out=span.start - before if span.start - before > NEW_LINE_AFTER else 0,
                furniture=tallied(f for f in source.furniture if before <= f.start and f.end <= span.start),
                tokens=tuple(mark_text(words, span.start, cited)),
                used_by=cited_by(inside),
                at=passage_address(Evidence(source.ref, span.start, span.end, words)),
            )
        )
        before = span.end
    rest = source.length - before
    shown = sum(len(span) for span in spans)
    return Article(
        rows=tuple(rows),
        left_out=rest if rest > NEW_LINE_AFTER else 0,
        share=Share(source.ref, shown, source.length),
        furniture=tallied(source.furniture),
    )


def whole_text(text: str, uses: Iterable[Use]) -> tuple[Span, ...]:
    """The paragraphs of a whole article, joined where a passage runs over a paragraph's end."""
    spans = sorted([*(Span(*match.span()) for match in PARAGRAPH.finditer(text)), *(use.evidence.span for use in uses)])
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def apart(spans: Sequence[Span], items: Iterable[T], place: Callable[[T], Evidence]) -> dict[Span, list[T]]:
    """For each stretch what lies wholly inside, in the order given; the stretches stand in order, none in another."""
    inside: dict[Span, list[T]] = {span: [] for span in spans}
    for item in items:
        at = place(item)
        span = spans[bisect_right(spans, at.start, key=BEGINNING) - 1]
        if span.covers(at):
            inside[span].append(item)
    return inside


def words_of(span: Span, known: Iterable[Evidence]) -> str:
    """The words of a shown stretch, pieced together from the passages in it."""
    words, at = "", span.start
    for passage in sorted(known, key=BEGINNING):
        if passage.start <= at < passage.end:
            words += passage.exact[at - passage.start :]
            at = passage.end
    return words


def mark_text(words: str, offset: int, cited: Iterable[Evidence]) -> Iterator[Token]:
    """Words and marks in order; a mark that crosses another's end is closed there and goes on after it."""
    spans = sorted({evidence.span: passage_id(evidence) for evidence in cited}.items(), key=outer_first)
    open_marks: list[tuple[int, str]] = []
    at = offset
    for span, name in spans:
        yield from close_until(span.start, at, words, offset, open_marks)
        at = max(at, min(span.start, offset + len(words)))
        open_marks.append((span.end, name))
        yield Token(opens=name)
    yield from close_until(offset + len(words), at, words, offset, open_marks)


def set_token(token: Token) -> str:
    """One step as HTML."""
    if token.closes:
        return "</mark>"
    if token.goes_on:
        return '<mark class="on">'
    return f'<mark id="{token.opens}">' if token.opens else printed(token.text)


def outer_first(item: tuple[Span, str]) -> tuple[int, int]:
    """Sort key: by beginning, the longer span first."""
    return item[0].start, -item[0].end


def close_until(stop: int, at: int, words: str, offset: int, open_marks: list[tuple[int, str]]) -> Iterator[Token]:
    """Print words up to ``stop``, closing each mark where it ends."""
    while open_marks and min(end for end, _ in open_marks) <= stop:
        end = min(end for end, _ in open_marks)
        if end > at:
            yield Token(text=words[at - offset : end - offset])
            at = end
        first = next(i for i, (e, _) in enumerate(open_marks) if e == end)
        crossing = open_marks[first + 1 :]
        for _ in open_marks[first:]:
            yield Token(closes=True)
        del open_marks[first:]
        for still_open in crossing:
            if still_open[0] > end:
                yield Token(opens=still_open[1], goes_on=True)
                open_marks.append(still_open)
    if stop > at:
        yield Token(text=words[at - offset : stop - offset])


def cited_by(uses: Sequence[Use]) -> tuple[CitedBy, ...]:
    """Each card that uses a stretch, claims first, with the parts that its words play."""
    parts: dict[str, list[str]] = {}
    cards: dict[str, Card] = {}
    for use in uses:
        if use.shown:
            cards[use.card.ref] = use.card
            rows = parts.setdefault(use.card.ref, [])
            if use.part not in rows:
                rows.append(use.part)
    order = sorted(cards, key=lambda ref: (USERS.index(cards[ref].kind), ref))
    return tuple(CitedBy(cards[ref], tuple(parts[ref])) for ref in order)


def tallied(furniture: Iterable[Furniture]) -> tuple[tuple[str, int], ...]:
    """Characters of furniture by reason, most first."""
    counts: dict[str, int] = {}
    for stretch in furniture:
        counts[stretch.reason] = counts.get(stretch.reason, 0) + len(stretch.span)
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
