"""Who met, heads, sent, holds, accuses and denies whom: ties between cards, each with the passages that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from dossier.findings.denials import Denials
from dossier.model import ClaimCard, DelegationCard, Dossier, Evidence, Kind, Polarity, Statement

MEETING = "meeting"
"""The sort of event after which two people have met."""

ACCUSING = ("accus", "blam")
"""How the cues of an accusation begin."""


class Tie(StrEnum):
    """How one card is tied to another, as a verb between their names."""

    MET = "met"
    HEADS = "heads"
    MEMBER = "is a member of"
    OFFICE = "holds office in"
    SENT = "sent"
    VISITS = "visits"
    HOLDS = "holds"
    ACCUSES = "accuses"
    DENIES = "denies what is said by"


@dataclass(frozen=True, slots=True)
class Edge:
    """One tie: ``people/ines-corvo heads delegations/maren-port-tessaly``."""

    start: str
    tie: Tie
    end: str
    evidence: tuple[Evidence, ...]
    words: str = ""
    """What more a passage says: the office."""


def find_edges(dossier: Dossier, denials: Denials) -> tuple[Edge, ...]:
    """Every tie once, with all its passages, by sort and by cards; only between cards that there are."""
    refs = {card.ref for card in dossier.cards()}
    found: dict[tuple[str, Tie, str], Edge] = {}
    for edge in (*stated(dossier), *met(dossier), *contradicted(dossier.claims, denials)):
        key = (edge.start, edge.tie, edge.end)
        if edge.start == edge.end or not {edge.start, edge.end} <= refs or not edge.evidence:
            continue
        known = found.get(key)
        found[key] = joined(known, edge) if known is not None else edge
    order = list(Tie)
    return tuple(found[key] for key in sorted(found, key=lambda key: (order.index(key[1]), key[0], key[2])))


def joined(one: Edge, other: Edge) -> Edge:
    """Both passages and both wordings of one tie."""
    words = dict.fromkeys(part for part in (*one.words.split("; "), *other.words.split("; ")) if part)
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    return replace(one, evidence=evidence, words="; ".join(words))


def stated(dossier: Dossier) -> Iterator[Edge]:
    """Ties that a card states of itself."""
    for person in dossier.people:
        for role in person.statements.get("role", ()):
            if role.ref:
                yield Edge(person.ref, Tie.OFFICE, role.ref, role.evidence, role.value or "")
    for weapon in dossier.weapons:
        for holder in weapon.statements.get("held_by", ()):
            if holder.ref:
                yield Edge(holder.ref, Tie.HOLDS, weapon.ref, holder.evidence)
    for delegation in dossier.delegations:
        yield from of_delegation(delegation)


def of_delegation(card: DelegationCard) -> Iterator[Edge]:
    """Who sent it, heads it, is a member of it, and where it goes."""
    for key, tie in (("head", Tie.HEADS), ("member", Tie.MEMBER), ("from", Tie.SENT)):
        for statement in named(card.statements.get(key, ())):
            yield Edge(statement.ref or "", tie, card.ref, statement.evidence)
    for statement in named(card.statements.get("to", ())):
        yield Edge(card.ref, Tie.VISITS, statement.ref or "", statement.evidence)


def named(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements that name a card."""
    return (statement for statement in statements if statement.ref)


def met(dossier: Dossier) -> Iterator[Edge]:
    """Every two who took part in one meeting."""
    for event in dossier.events:
        if MEETING not in {statement.value for statement in event.statements.get("type", ())}:
            continue
        takers = sorted(named(event.statements.get("who", ())), key=lambda statement: statement.ref or "")
        told = tuple(e for statement in event.statements.get("what", ()) for e in statement.evidence)
        for one, other in combinations(takers, 2):
            if one.ref and other.ref:
                yield Edge(one.ref, Tie.MET, other.ref, told)


def contradicted(claims: Iterable[ClaimCard], denials: Denials) -> Iterator[Edge]:
    """Who accuses whom, and who denies what whom says."""
    for claim in claims:
        passages = tuple(report.passage for report in claim.reports)
        if claim.speaker_ref is None:
            continue
        if claim.polarity is Polarity.DENIES:
            for answered in denials.answers(claim):
                if answered.speaker_ref:
                    yield Edge(claim.speaker_ref, Tie.DENIES, answered.speaker_ref, passages)
            continue
        for accused in accused_by(claim, denials):
            yield Edge(claim.speaker_ref, Tie.ACCUSES, accused, passages)


def accused_by(claim: ClaimCard, denials: Denials) -> list[str]:
    """Whoever denies a claim that names them; for "accused X of", X where the claim names nobody else."""
    about = [ref for ref in claim.about if ref.partition("/")[0] in (Kind.PERSON.plural, Kind.ORGANISATION.plural)]
    about = [ref for ref in about if ref != claim.speaker_ref]
    denying = [d.speaker_ref for d in denials.of(claim) if d.speaker_ref in about]
    if not any(report.cue.casefold().startswith(ACCUSING) for report in claim.reports):
        return sorted({ref for ref in denying if ref})
    return sorted({ref for ref in (*denying, *(about if len(about) == 1 else ())) if ref})


def edges_around(edges: Iterable[Edge]) -> dict[str, tuple[Edge, ...]]:
    """For each card, the ties that it has a part in."""
    around: dict[str, list[Edge]] = {}
    for edge in edges:
        around.setdefault(edge.start, []).append(edge)
        around.setdefault(edge.end, []).append(edge)
    return {ref: tuple(rows) for ref, rows in around.items()}
