"""What rests on which passage: every piece of evidence of a card, with the part that it plays there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import Card, ClaimCard, Dossier, Evidence, Polarity, SourceCard


@dataclass(frozen=True, slots=True)
class Use:
    """One card cites one passage."""

    card: Card
    part: str
    """``name``, ``also written``, a property (``held by``), ``claim``, ``denial``, ``much the same, unattributed`` …"""
    evidence: Evidence
    shown: bool = True
    """Whether the page of the source lists it beside the passage; the words of a speaker or a cue are only marked."""


def find_uses(card: Card) -> Iterator[Use]:
    """Every passage that a card cites."""
    if isinstance(card, SourceCard):
        for key, found in card.found.items():
            for evidence in found.evidence:
                yield Use(card, key, evidence, shown=False)
        return
    for evidence in card.evidence:
        yield Use(card, "name", evidence, shown=not isinstance(card, ClaimCard))
    for alias in card.aliases:
        for evidence in alias.evidence:
            yield Use(card, "also written", evidence)
    for key, statements in card.statements.items():
        for statement in statements:
            for evidence in statement.evidence:
                yield Use(card, key.replace("_", " "), evidence)
    if isinstance(card, ClaimCard):
        yield from claim_uses(card)


def claim_uses(claim: ClaimCard) -> Iterator[Use]:
    """The passages of a claim's reports, and where an article says the same in its own voice."""
    part = "denial" if claim.polarity is Polarity.DENIES else "claim"
    for report in claim.reports:
        yield Use(claim, part, report.passage)
        for evidence in (report.proposition, report.speaker_at, report.cue_at, *report.via_at):
            if evidence is not None:
                yield Use(claim, part, evidence, shown=False)
    for evidence in claim.restated:
        yield Use(claim, "much the same, unattributed", evidence)


def uses_by_source(dossier: Dossier) -> dict[str, tuple[Use, ...]]:
    """For each source, what all cards cite of it, in the order of its text."""
    rows: dict[str, list[Use]] = {source.ref: [] for source in dossier.sources}
    for card in dossier.cards():
        for use in find_uses(card):
            rows.setdefault(use.evidence.source, []).append(use)
    return {ref: tuple(sorted(uses, key=by_place)) for ref, uses in rows.items()}


def by_place(use: Use) -> tuple[int, int, str, str]:
    """Sort key: the longer passage first where two begin together."""
    return use.evidence.start, -use.evidence.end, use.card.ref, use.part
