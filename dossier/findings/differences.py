"""What a reprint leaves out, adds, or says without attribution; and what only one origin has.

Claims are compared, not sentences: an article leaves a claim out where the others of its origin report it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import ClaimCard, Dossier, Evidence


@dataclass(frozen=True, slots=True)
class Difference:
    """One article against the others of its origin, in the order of the claims."""

    left_out: tuple[ClaimCard, ...] = ()
    """Others of the origin report it, this article has nothing of it."""
    added: tuple[ClaimCard, ...] = ()
    """It reports it, and none of the others has anything of it."""
    unattributed: tuple[tuple[ClaimCard, tuple[Evidence, ...]], ...] = ()
    """Others report it with a speaker; this article says much the same and names nobody."""
    only_origin: tuple[ClaimCard, ...] = ()
    """It has it, and no article of another origin has anything of it."""


def find_differences(dossier: Dossier) -> Mapping[str, Difference]:
    """For each article, how its claims differ; an article that was left unread leaves nothing out."""
    origins = {source.ref: source.origin for source in dossier.sources}
    members: dict[str, set[str]] = {}
    for source in dossier.sources:
        members.setdefault(source.origin, set()).add(source.ref)
    rows: dict[str, list[list[ClaimCard]]] = {source.ref: [[], [], [], []] for source in dossier.sources}
    unread = {source.ref for source in dossier.sources if source.unread}
    for claim in dossier.claims:
        reporting = {report.passage.source for report in claim.reports}
        having = reporting | {evidence.source for evidence in claim.restated}
        alone = len({origins.get(ref) for ref in having}) == 1
        for origin in {origins[ref] for ref in having if ref in origins}:
            for ref in members[origin] - unread:
                place = place_of(ref, having & members[origin], reporting & members[origin])
                if len(members[origin]) == 1:
                    place = None  # there is nothing to compare it with
                if place is not None:
                    rows[ref][place].append(claim)
                if alone and ref in having:
                    rows[ref][3].append(claim)
    return {ref: difference_of(ref, *lists) for ref, lists in rows.items()}


def place_of(ref: str, having: set[str], reporting: set[str]) -> int | None:
    """0 left out, 1 added, 2 unattributed, ``None`` for what an article shares with the others of its origin."""
    if ref not in having:
        return 0 if reporting else None
    if ref in reporting:
        return 1 if having == {ref} else None
    return 2 if reporting else None


def difference_of(
    ref: str, out: list[ClaimCard], added: list[ClaimCard], bare: list[ClaimCard], only: list[ClaimCard]
) -> Difference:
    """The lists of one article, with the sentences that name nobody."""
    unattributed = ((claim, tuple(e for e in claim.restated if e.source == ref)) for claim in bare)
    return Difference(tuple(out), tuple(added), tuple(unattributed), tuple(only))
