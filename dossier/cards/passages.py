"""One walk over all that a card rests on and refers to, each with the key that it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.model import Card, ClaimCard, Evidence, SourceCard


def passages_by_key(card: Card) -> Iterator[tuple[str, Evidence]]:
    """Every passage of a card with the key that it stands under."""
    yield from under("evidence", card.evidence)
    for alias in card.aliases:
        yield from under("aliases", alias.evidence)
    for key, statements in card.statements.items():
        for statement in statements:
            yield from under(f"statements.{key}", statement.evidence)
    if isinstance(card, ClaimCard):
        for report in card.reports:
            yield from under("reports", [report.passage])
            yield from under("reports.proposition", [report.proposition])
            yield from under("reports.speaker_at", [report.speaker_at] if report.speaker_at else [])
            yield from under("reports.cue_at", [report.cue_at])
            yield from under("reports.via_at", report.via_at)
        yield from under("restated", card.restated)
    if isinstance(card, SourceCard):
        for key, found in card.found.items():
            yield from under(f"found.{key}", found.evidence)
        yield from under("passages", card.passages)


def under(key: str, evidence: Iterable[Evidence]) -> Iterator[tuple[str, Evidence]]:
    """Each passage with its key."""
    return ((key, item) for item in evidence)


def references_by_key(card: Card) -> Iterator[tuple[str, str]]:
    """Every reference of a card with the key that it stands under."""
    for key, statements in card.statements.items():
        yield from ((f"statements.{key}", statement.ref) for statement in statements if statement.ref)
    if isinstance(card, ClaimCard):
        yield from [("speaker_ref", card.speaker_ref)] if card.speaker_ref else []
        yield from (("about", ref) for ref in card.about)
        yield from (("answers", ref) for ref in card.answers)
    if isinstance(card, SourceCard) and not card.orphaned:
        yield from (("shares", shared.source) for shared in card.shares)
