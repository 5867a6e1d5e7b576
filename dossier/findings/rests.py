"""What falls without an article: the cards, claims and values that rest on it alone.

A person, weapon, visit or event stands as long as one article names it; an organisation as long as some other card
needs it; a claim as long as one article attributes it. "Without the harbour's bulletin nobody here would call Joan Pell
a harbour master, and Tessaly would have no card."
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.findings.channels import named_media
from dossier.model import Card, ClaimCard, Dossier, Evidence, OrganisationCard, SourceCard, Statement


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
    """Values of cards that would stay, all of whose passages are this article's.

    The same might be inferred anew from passages that no card cites now.
    """

    def __bool__(self) -> bool:
        return bool(self.cards or self.claims or self.values)


def find_rests(dossier: Dossier) -> Mapping[str, Rests]:
    """For each source, what would vanish with it; what a person decided on rests on nobody."""
    felled = fellers_of(dossier)
    cards: dict[str, list[Card]] = {}
    claims: dict[str, list[ClaimCard]] = {}
    values: dict[str, list[Value]] = {}
    for card in dossier.cards():
        for ref in sorted(felled.get(card.ref, ())):
            if isinstance(card, ClaimCard):
                claims.setdefault(ref, []).append(card)
            else:
                cards.setdefault(ref, []).append(card)
        for value in values_of(card):
            for ref in only(value.statement.evidence) - felled.get(card.ref, frozenset()):
                values.setdefault(ref, []).append(value)
    return {
        ref: Rests(tuple(cards.get(ref, ())), tuple(claims.get(ref, ())), tuple(values.get(ref, ())))
        for ref in (source.ref for source in dossier.sources)
    }


def fellers_of(dossier: Dossier) -> Mapping[str, frozenset[str]]:
    """For each card, the articles without any one of which it would fall; a state has a card if a body of it has."""
    felled = {card.ref: fellers(card) for card in dossier.cards() if not isinstance(card, SourceCard)}
    media = named_media(dossier)
    supports: dict[str, list[frozenset[str]]] = {}
    for card in dossier.cards():
        if not isinstance(card, (SourceCard, OrganisationCard)):
            for ref, needs in needs_of(card, media):
                supports.setdefault(ref, []).append(needs | felled[card.ref])
    bodies: dict[str, list[str]] = {}
    for organisation in dossier.organisations:
        for statement in organisation.statements.get("of", ()):
            bodies.setdefault(statement.ref or "", []).append(organisation.ref)
    for organisation in dossier.organisations:
        rows = [row for ref in (organisation.ref, *bodies.get(organisation.ref, ())) for row in supports.get(ref, ())]
        if rows and not organisation.curated:
            felled[organisation.ref] |= frozenset.intersection(*rows)
    return felled


def fellers(card: Card) -> frozenset[str]:
    """The article without which a card has nothing of its own left: no name, or for a claim no report."""
    if card.curated:
        return frozenset()
    if isinstance(card, ClaimCard):
        return only(tuple(report.passage for report in card.reports))
    return only((*card.evidence, *(evidence for alias in card.aliases for evidence in alias.evidence)))


def needs_of(card: Card, media: Mapping[str, str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The organisations that a card needs, each with the article that alone makes it need it."""
    for statements in card.statements.values():
        for statement in statements:
            if statement.ref:
                yield statement.ref, only(statement.evidence)
    if isinstance(card, ClaimCard):
        for ref in (card.speaker_ref, *card.about):
            if ref:
                yield ref, frozenset()
        for name in dict.fromkeys(name for report in card.reports for name in report.via):
            if name in media:
                yield media[name], only(tuple(r.passage for r in card.reports if name in r.via))


def only(evidence: tuple[Evidence, ...]) -> frozenset[str]:
    """The one article that passages stand in; empty where they stand in several, or where there are none."""
    sources = frozenset(passage.source for passage in evidence)
    return sources if len(sources) == 1 else frozenset()


def values_of(card: Card) -> tuple[Value, ...]:
    """Every value of a card with its property."""
    return tuple(Value(card, key, s) for key, statements in card.statements.items() for s in statements)


def origin_groups(dossier: Dossier) -> tuple[tuple[SourceCard, ...], ...]:
    """Articles that carry one text, together; the groups in the order of their origin."""
    groups: dict[str, list[SourceCard]] = {}
    for source in dossier.sources:
        groups.setdefault(source.origin or source.ref, []).append(source)
    return tuple(tuple(groups[origin]) for origin in sorted(groups))
