"""The list of claims: under the names of those who make them, on as many pages as it needs."""

from __future__ import annotations

from typing import Any

from dossier.links import index_of
from dossier.model import ClaimCard, Kind
from dossier.pages.leaves import Leaf, leaves_of
from dossier.pages.shelf import Shelf, most_covered


def claims_views(shelf: Shelf) -> dict[str, tuple[str, dict[str, Any]]]:
    """Path -> template and view of each page of the list."""
    return {leaf.page: ("claims", {"leaf": leaf}) for leaf in claim_leaves(shelf)} if shelf.dossier.claims else {}


def claim_leaves(shelf: Shelf) -> list[Leaf[ClaimCard]]:
    """The pages of the list, in its order."""
    return leaves_of(index_of(Kind.CLAIM.plural), by_speaker(shelf))


def by_speaker(shelf: Shelf) -> list[tuple[str, list[ClaimCard]]]:
    """Claims under the name of who makes them, the busiest first, nobody named last."""
    groups: dict[str, list[ClaimCard]] = {}
    for claim in most_covered(shelf.dossier.claims, shelf.coverage):
        groups.setdefault(claim.speaker or "", []).append(claim)
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name.casefold()))
    return [(name[:1].upper() + name[1:] or shelf.voice.say("Nobody named"), groups[name]) for name in order]
