"""What falls without an article: the cards, values and reports that rest on it alone.

A card stands as long as one article names it; a value as long as one passage of another article gives it. "Without
the harbour's bulletin nobody here would call Joan Pell a harbour master."
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.findings.uses import find_uses
from dossier.model import Card, ClaimCard, Dossier, SourceCard, Statement


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a card."""

    card: Card
    key: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Rests:
    """What rests on one article alone."""

    cards: tuple[Card, ...] = ()
    """Cards of any kind but claims."""
    claims: tuple[ClaimCard, ...] = ()
    values: tuple[Value, ...] = ()
    """Values of cards that would stay."""

    def __bool__(self) -> bool:
        return bool(self.cards or self.claims or self.values)


def find_rests(dossier: Dossier) -> Mapping[str, Rests]:
    """For each source, what would vanish with it; what has no passage at all rests on nobody."""
    cards: dict[str, list[Card]] = {}
    claims: dict[str, list[ClaimCard]] = {}
    values: dict[str, list[Value]] = {}
    for card in dossier.cards():
        if isinstance(card, SourceCard):
            continue
        alone = only_source(card)
        if alone is None:
            for value in values_of(card):
                sources = {evidence.source for evidence in value.statement.evidence}
                if len(sources) == 1:
                    values.setdefault(sources.pop(), []).append(value)
        elif isinstance(card, ClaimCard):
            claims.setdefault(alone, []).append(card)
        else:
            cards.setdefault(alone, []).append(card)
    return {
        ref: Rests(tuple(cards.get(ref, ())), tuple(claims.get(ref, ())), tuple(values.get(ref, ())))
        for ref in (source.ref for source in dossier.sources)
    }


def only_source(card: Card) -> str | None:
    """The one article that a card rests on, or ``None``.

    A claim falls with its last report: what an article says in its own voice is nobody's claim.
    """
    if isinstance(card, ClaimCard):
        sources = {report.passage.source for report in card.reports}
    else:
        sources = {use.evidence.source for use in find_uses(card)}
    return sources.pop() if len(sources) == 1 and not card.curated else None


def values_of(card: Card) -> tuple[Value, ...]:
    """Every value of a card with its property."""
    return tuple(Value(card, key, s) for key, statements in card.statements.items() for s in statements)


def origin_groups(dossier: Dossier) -> tuple[tuple[SourceCard, ...], ...]:
    """Articles that carry one text, together; the groups in the order of their origin."""
    groups: dict[str, list[SourceCard]] = {}
    for source in dossier.sources:
        groups.setdefault(source.origin or source.ref, []).append(source)
    return tuple(tuple(groups[origin]) for origin in sorted(groups))
