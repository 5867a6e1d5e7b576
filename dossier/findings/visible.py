"""A dossier as the site may show it: without the cards that a person decided to hide, and of the kinds asked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from dossier.findings.uses import find_uses
from dossier.model import Card, Dossier, Evidence, SourceCard

AnyCard = TypeVar("AnyCard", bound=Card)


def without_hidden(dossier: Dossier, kinds: Collection[str] = ()) -> Dossier:
    """The same dossier less hidden cards, and less the passages that only those cited.

    ``kinds`` are the kinds to show, by their folders (``people``); all where none is given. Sources are always shown.
    """
    if not kinds and not any(card.hidden for card in dossier.cards()):
        return dossier

    def shown(cards: Sequence[AnyCard]) -> tuple[AnyCard, ...]:
        return tuple(card for card in cards if not card.hidden and (not kinds or card.kind.plural in kinds))

    kept = Dossier(
        sources=tuple(source for source in dossier.sources if not source.hidden),
        people=shown(dossier.people),
        weapons=shown(dossier.weapons),
        delegations=shown(dossier.delegations),
        claims=shown(dossier.claims),
        organisations=shown(dossier.organisations),
        events=shown(dossier.events),
    )
    cited: dict[str, list[Evidence]] = {}
    for card in kept.cards():
        for use in find_uses(card):
            cited.setdefault(use.evidence.source, []).append(use.evidence)
    return replace(kept, sources=tuple(still_cited(source, cited.get(source.ref, ())) for source in kept.sources))


def still_cited(source: SourceCard, cited: Sequence[Evidence]) -> SourceCard:
    """The source with the passages that some shown card cites."""
    passages = tuple(p for p in source.passages if any(p.span.overlaps(evidence) for evidence in cited))
    return replace(source, passages=passages)
