"""Why each value stands on a card: ``build.py explain people/sergei-shoigu``.

A view of what was compiled and found in memory; it decides nothing and is written nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from dossier.errors import UsageError
from dossier.model import Card, ClaimCard, Dossier, Evidence, Mentions, Rejected, Report, SourceCard, Statement

LONGEST_QUOTE = 110
"""Code points of a passage that one line of a terminal has room for."""


def explain_card(name: str, dossier: Dossier, found: Sequence[Mentions]) -> str:
    """The story of one card as text; ``UsageError`` where no card is called ``name`` (a reference or an id)."""
    card = find_card(name, dossier)
    teller = Teller({mentions.source.ref: mentions for mentions in found})
    return "\n".join(teller.tell(card))


def find_card(name: str, dossier: Dossier) -> Card:
    """The card whose reference or id is ``name``; the message suggests near misses."""
    cards = {card.ref: card for card in dossier.cards()}
    matches = [card for ref, card in cards.items() if name in {ref, card.id}]
    if len(matches) == 1:
        return matches[0]
    near = [card.ref for card in matches] or get_close_matches(name, list(cards), 3, 0.4)
    remedy = f"did you mean {' or '.join(near)}?" if near else "`ls content/*` shows all cards"
    raise UsageError(name, "names more than one card" if matches else "no such card", remedy)


class Teller:
    """Turns a card into lines, with places as ``seeds/FILE:LINE:COLUMN`` (column in code points, from 1)."""

    def __init__(self, found: Mapping[str, Mentions]) -> None:
        self._found = found

    def tell(self, card: Card) -> Iterator[str]:
        """Head, aliases, statements, reports, and what was turned down."""
        yield f"{card.ref}: {card.name} ({card.kind.value})"
        yield "  mentioned first, in each source"
        yield from self._passages(card.evidence)
        for alias in card.aliases:
            yield f"  also written {alias.name!r}"
            yield from self._passages(alias.evidence)
        for key, statements in card.statements.items():
            for statement in statements:
                yield f"  {key}: {said(statement)}"
                yield from self._passages(statement.evidence)
        if isinstance(card, ClaimCard):
            yield from self._claim(card)
        if isinstance(card, SourceCard):
            yield from self._record(card)
        yield from self._turned_down(card)

    def _claim(self, card: ClaimCard) -> Iterator[str]:
        yield f"  speaker: {card.speaker or 'nobody named'}; {card.polarity.value}"
        if card.candidates:
            yield f"  could be: {', '.join(card.candidates)}"
        for report in card.reports:
            yield f"  reported ({report.mode.value}), rule: {report.rule}"
            yield from self._report(report)
        for passage in card.restated:
            yield "  stated by the article in its own voice"
            yield from self._passages([passage])
        for answered in card.answers:
            yield f"  answers {answered} (rule: {card.answer_rules.get(answered, 'decided by a person')})"

    def _report(self, report: Report) -> Iterator[str]:
        yield from self._passages([report.passage])
        for label, passage in (("speaker", report.speaker_at), ("cue", report.cue_at)):
            if passage:
                yield f"    {label}: {self._place(passage)} {passage.exact!r}"
        for name, passage in zip(report.via, report.via_at, strict=False):
            yield f"    via {name}: {self._place(passage)} {passage.exact!r}"

    def _record(self, card: SourceCard) -> Iterator[str]:
        for key, found in card.found.items():
            yield f"  {key}: rule {found.rule!r}, stated by {found.by}"
            yield from self._passages(found.evidence)
        for piece in card.furniture:
            mentions = self._found.get(card.ref)
            words = mentions.source.text[piece.start : piece.end] if mentions else ""
            yield f"  left unread ({piece.reason}): {shortened(words)!r}"

    def _turned_down(self, card: Card) -> Iterator[str]:
        rows = sorted(self._rejected_near(card), key=lambda row: (row.evidence, row.rule))
        if rows:
            yield "  turned down"
        for row in rows:
            yield f"    {self._place(row.evidence)} {shortened(row.evidence.exact)!r}: {row.rule}"

    def _rejected_near(self, card: Card) -> Iterator[Rejected]:
        """Candidates of the card's kind that share a word with its names or a sentence with its passages."""
        words = {word.casefold() for name in (card.name, *(a.name for a in card.aliases)) for word in name.split()}
        for mentions in self._found.values():
            cited = {mentions.sentence_at(e.start) for e in all_passages(card) if e.source == mentions.source.ref}
            for row in mentions.rejected:
                shares_word = words & {word.casefold() for word in row.evidence.exact.split()}
                if row.kind is card.kind and (
                    shares_word or mentions.sentence_at(row.evidence.start) in cited - {None}
                ):
                    yield row

    def _passages(self, passages: Iterable[Evidence]) -> Iterator[str]:
        for passage in passages:
            yield f"    {self._place(passage)} {shortened(passage.exact)!r}"

    def _place(self, passage: Evidence) -> str:
        mentions = self._found.get(passage.source)
        if mentions is None:
            return f"{passage.source}:{passage.start}"
        before = mentions.source.text[: passage.start]
        return f"seeds/{mentions.source.file}:{before.count(chr(10)) + 1}:{passage.start - before.rfind(chr(10))}"


def said(statement: Statement) -> str:
    """``defence minister of Russia (rule: premodifier)``."""
    value = statement.value if statement.value is not None else f"undecided: {' or '.join(statement.candidates)}"
    of = f" of {statement.of}" if statement.of else ""
    rule = f" (rule: {statement.rule})" if statement.rule else ""
    return f"{value}{of}{rule}"


def all_passages(card: Card) -> Iterator[Evidence]:
    """The passages of a card's names, values and reports."""
    yield from card.evidence
    for statements in card.statements.values():
        for statement in statements:
            yield from statement.evidence
    if isinstance(card, ClaimCard):
        yield from (report.passage for report in card.reports)


def shortened(words: str) -> str:
    """One line of a passage, cut in the middle of nothing: at a word."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
