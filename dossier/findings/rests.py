"""What falls without an article: the cards that rest on it alone."""

from __future__ import annotations

from dossier.findings.uses import find_uses
from dossier.model import Card, Dossier, SourceCard


def cards_alone(dossier: Dossier) -> dict[str, tuple[Card, ...]]:
    """For each source, the cards all of whose evidence is in it; a card without evidence rests on nobody."""
    rows: dict[str, list[Card]] = {source.ref: [] for source in dossier.sources}
    for card in dossier.cards():
        if isinstance(card, SourceCard):
            continue
        sources = {use.evidence.source for use in find_uses(card)}
        if len(sources) == 1:
            rows.setdefault(sources.pop(), []).append(card)
    return {ref: tuple(cards) for ref, cards in rows.items()}


def origin_groups(dossier: Dossier) -> tuple[tuple[SourceCard, ...], ...]:
    """Articles that carry one text, together; the groups in the order of their origin."""
    groups: dict[str, list[SourceCard]] = {}
    for source in dossier.sources:
        groups.setdefault(source.origin or source.ref, []).append(source)
    return tuple(tuple(groups[origin]) for origin in sorted(groups))
