"""Decisions that need a second look: the words that they were made on are no longer there, or they change nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dossier.cards.curation import stale_decisions
from dossier.cards.curation.decisions import Curation, Decision, Part
from dossier.cards.passages import passages_by_key
from dossier.model import Dossier, Evidence


def idle_decisions(machine: Dossier, curation: Curation) -> list[Decision]:
    """The decisions that change nothing in ``machine``, the cards before any decision, each once, by place.

    A struck value that no article gives now; an added one that an article gives by itself.
    """
    found = {decision.where: decision for decision in stale_decisions(machine, curation)}
    return [found[where] for where in sorted(found)]


def shaken_parts(curation: Curation, texts: Mapping[str, str]) -> Iterator[tuple[Part, Evidence]]:
    """Each person's part whose card was written from words that have changed, with the first such passage.

    ``texts``: reference of a source -> its text now. True from the change of an article until the next build.
    """
    for ref in sorted(curation.parts):
        part = curation.parts[ref]
        passages = sorted({passage for _, passage in passages_by_key(part.card)})
        moved = (p for p in passages if texts.get(p.source, "")[p.start : p.end] != p.exact)
        first = next(moved, None)
        if part.decisions and first is not None:
            yield part, first
