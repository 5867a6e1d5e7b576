"""Change logs of the small dossier of ``makers.py``: what came, what an editor decided, what went again."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from makers import small_dossier

from dossier.changes import Edition, Entry, entry_of, find_changes
from dossier.model import Dossier

SMALL = small_dossier()


def struck() -> Dossier:
    """An editor has struck the admiral's office."""
    decision = {"do": "strike", "key": "role", "value": "admiral", "by": "JK", "date": "2026-11-22"}
    corvo = replace(SMALL.people[0], statements={}, curated={"decisions": [decision]})
    return replace(SMALL, people=(corvo, SMALL.people[1]))


def grown() -> Dossier:
    """The dossier before its third article came."""
    return replace(SMALL, people=SMALL.people[:1], sources=SMALL.sources[:2])


def log_of(*states: Dossier) -> tuple[Entry, ...]:
    """One entry for each step from a state of the cards to the next."""
    entries = [entry_of(find_changes(Edition(old), Edition(new))) for old, new in pairwise(states)]
    assert None not in entries
    return tuple(entry for entry in entries if entry)


def log() -> tuple[Entry, ...]:
    """First an article came, then an editor struck a value."""
    return log_of(grown(), SMALL, struck())


def long_log() -> tuple[Entry, ...]:
    """All that can be told: the first cards, an article, a decision made and taken back, cards that go."""
    hidden = replace(SMALL, people=(replace(SMALL.people[0], curated={"decisions": [{"do": "hide"}]}),))
    fewer = replace(SMALL, claims=tuple(replace(claim, reports=claim.reports[:1]) for claim in SMALL.claims))
    return log_of(Dossier(), grown(), SMALL, struck(), SMALL, fewer, hidden, Dossier())
