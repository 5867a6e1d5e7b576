"""Every relation, so that it can be walked both ways: a weapon's holder is told on the holder's page too.

"The navy has fired two Falak rockets" makes a row on the rocket's card (held by the navy) and its way back on the
navy's, each with that sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dossier.findings.channels import named_media
from dossier.model import Card, ClaimCard, Dossier, Evidence


@dataclass(frozen=True, slots=True)
class Relation:
    """One card names another, and the passages that say so."""

    card: Card
    """The card that states it."""
    key: str
    """The property: ``held_by``, ``head``, ``role``; for claims ``speaker``, ``about``, ``via``."""
    to: str
    """Reference of the card that it names."""
    value: str | None
    evidence: tuple[Evidence, ...]


def find_relations(dossier: Dossier) -> Iterator[Relation]:
    """All relations of a dossier, by card, in the order of its properties."""
    media = named_media(dossier)
    for card in dossier.cards():
        for key, statements in card.statements.items():
            for statement in statements:
                if statement.ref and statement.ref != card.ref:
                    yield Relation(card, key, statement.ref, statement.value, statement.evidence)
        if isinstance(card, ClaimCard):
            yield from claim_relations(card, media)


def claim_relations(claim: ClaimCard, media: Mapping[str, str]) -> Iterator[Relation]:
    """Who says it, whom and what it is about, and who relays it."""
    passages = tuple(report.passage for report in claim.reports)
    if claim.speaker_ref:
        yield Relation(claim, "speaker", claim.speaker_ref, None, passages)
    for ref in claim.about:
        if ref != claim.speaker_ref:
            yield Relation(claim, "about", ref, None, passages)
    relays: dict[str, list[Evidence]] = {}
    for report in claim.reports:
        for name in report.via:
            if name in media and media[name] != claim.speaker_ref:
                relays.setdefault(media[name], []).append(report.passage)
    for ref, found in relays.items():
        yield Relation(claim, "via", ref, None, tuple(found))


def find_backlinks(dossier: Dossier) -> dict[str, tuple[Relation, ...]]:
    """For each card, the relations that lead to it from other cards."""
    back: dict[str, list[Relation]] = {}
    for relation in find_relations(dossier):
        back.setdefault(relation.to, []).append(relation)
    return {ref: tuple(rows) for ref, rows in back.items()}
