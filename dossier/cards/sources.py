"""The card of each article: its record, and the passages of it that the site may show."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from dossier.cards.passages import passages_by_key
from dossier.model import Dossier, Evidence, Extracted, Mentions, Source, SourceCard, Span


def compile_sources(found: Sequence[Mentions], dossier: Dossier) -> Dossier:
    """``dossier`` with one source card an article, sorted by id, and its passages as the cards cite them."""
    cards = sorted((source_card(mentions.source) for mentions in found), key=lambda card: card.id)
    return cite_passages(found, replace(dossier, sources=tuple(cards)))


def cite_passages(found: Sequence[Mentions], dossier: Dossier) -> Dossier:
    """``dossier`` with each article's passages as its cards cite them now; a hidden card cites nothing."""
    cited: dict[str, list[Evidence]] = {}
    for card in dossier.cards():
        if not card.hidden and not isinstance(card, SourceCard):
            for _, evidence in passages_by_key(card):
                cited.setdefault(evidence.source, []).append(evidence)
    mentions_of = {mentions.source.ref: mentions for mentions in found}
    cards = (
        replace(card, passages=tuple(passages_of(mentions_of[card.ref], cited.get(card.ref, []))))
        if card.ref in mentions_of
        else card
        for card in dossier.sources
    )
    return replace(dossier, sources=tuple(cards))


def source_card(source: Source) -> SourceCard:
    """The record of one article, its passages not yet known."""
    return SourceCard(
        id=source.id,
        name=source_name(source),
        file=source.file,
        sha256=source.sha256,
        title=source.title,
        publisher=source.publisher,
        authors=source.authors,
        agency=source.agency,
        published=source.published,
        language=source.language,
        url=source.url,
        licence=source.licence,
        origin=source.origin or source.id,
        furniture=source.furniture,
        found=source.found,
        length=len(source.text),
        unread=source.unread,
        shares=source.shares,
        extracted=Extracted(sha256(source.text.encode()).hexdigest(), source.text) if source.extracted else None,
    )


def source_name(source: Source) -> str:
    """The title, else who published it when ("Reuters, 2023-07-27"), else the file's name; never empty."""
    who = source.agency or source.publisher
    parts = [part for part in (who, source.published) if part]
    return source.title or ", ".join(parts if who else []) or source.file


def passages_of(mentions: Mentions, cited: Sequence[Evidence]) -> Iterator[Evidence]:
    """The sentences that hold a cited place, and what is cited outside any sentence or of the record itself.

    A quotation over two sentences shows both, and what only the record cites (a dateline, a credit) shows no more than
    itself.
    """
    source = mentions.source
    own = (e for record in source.found.values() for e in record.evidence if e.source == source.ref)
    shown = [*widened((e.span for e in cited), mentions.sentences), *(e.span for e in own)]
    for span in merged(shown):
        yield source.evidence(span.start, span.end)


def widened(places: Iterable[Span], sentences: Sequence[Span]) -> Iterator[Span]:
    """Each place, stretched to the sentences that it begins and ends in. ``sentences`` are in the order of the text."""
    starts = [sentence.start for sentence in sentences]
    for place in places:
        first = sentence_around(place.start, sentences, starts)
        last = sentence_around(place.end - 1, sentences, starts)
        yield Span(first.start if first else place.start, last.end if last else place.end)


def sentence_around(offset: int, sentences: Sequence[Span], starts: Sequence[int]) -> Span | None:
    """The sentence that holds the character at ``offset``, or ``None`` in furniture."""
    at = bisect_right(starts, offset) - 1
    return sentences[at] if at >= 0 and offset < sentences[at].end else None


def merged(spans: Iterable[Span]) -> list[Span]:
    """``spans`` in order, those that overlap made one."""
    result: list[Span] = []
    for span in sorted(set(spans)):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return result
