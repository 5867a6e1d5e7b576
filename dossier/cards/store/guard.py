"""A build that loses many cards at once stops and asks: articles that failed to arrive look like a removal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dossier.cards.store import card_paths
from dossier.errors import CardError, CardErrors
from dossier.model import Dossier, Kind

LARGEST_LOSS = 0.2
"""Share of a kind's cards that a build may lose unasked."""

FEWEST = 5
"""Cards of a kind from which on a share says anything."""


def guard_counts(dossier: Dossier, folder: Path) -> None:
    """Refuse to replace the cards in ``folder`` where too many of a kind would go. ``CardErrors`` names each kind."""
    CardErrors.raise_all(losses(dossier, folder))


def losses(dossier: Dossier, folder: Path) -> Iterator[CardError]:
    """Each kind that would lose more than its share: ``content/people: 12 of 30 cards would go``."""
    there = [kind for _, kind in card_paths(folder)]
    for kind in Kind:
        before, after = there.count(kind), len(getattr(dossier, kind.plural))
        if before >= FEWEST and before - after > before * LARGEST_LOSS:
            yield CardError(
                str(folder / kind.plural),
                f"{before - after} of {before} cards would go",
                "see that all articles are there; if it is meant, build with --allow-loss",
            )
