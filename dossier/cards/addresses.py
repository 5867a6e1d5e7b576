"""Permalinks: the ids that cards were ever given. ``content/addresses.yml`` is an input, like the seeds.

An address says which passage a card was founded on. A card that still rests on that passage keeps its id,
whatever is added later; without the file, ids derive from the seeds alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from slugify import slugify

from dossier.model import Evidence, Kind

LONGEST_SLUG = 60
"""Characters of an id: long enough for a speaker and five words of a claim, short enough to read in a link."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """A card that needs an id."""

    slug: str
    """The id that it would like, before clashes: any text; it is slugified here."""
    evidence: tuple[Evidence, ...]
    """All places of the card's mentions, founding passage first."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Ids given out so far: reference -> founding passage; retired reference -> where it leads, or ``None`` (gone)."""

    founded: Mapping[str, Evidence] = field(default_factory=dict)
    retired: Mapping[str, str | None] = field(default_factory=dict)

    def assign(self, kind: Kind, applicants: Sequence[Applicant]) -> list[str]:
        """An id for each applicant, in their order.

        Whoever rests on the founding passage of a known address keeps it. The others take their slug; where it
        is taken, by an earlier applicant in order of founding passage or by a retired address, ``-2``, ``-3`` …
        """
        known = {evidence: ref.partition("/")[2] for ref, evidence in self.founded.items() if ref.startswith(kind.plural + "/")}
        taken = set(known.values()) | {ref.partition("/")[2] for ref in self.retired if ref.startswith(kind.plural + "/")}
        ids: dict[int, str] = {}
        given: set[str] = set()
        order = sorted(range(len(applicants)), key=lambda i: (applicants[i].evidence[:1], applicants[i].slug))
        for i in order:
            kept = next((known[e] for e in sorted(applicants[i].evidence) if e in known and known[e] not in given), None)
            if kept is not None:
                ids[i] = kept
                given.add(kept)
        for i in order:
            if i not in ids:
                ids[i] = free_id(applicants[i].slug, taken | given)
                given.add(ids[i])
        return [ids[i] for i in range(len(applicants))]


def free_id(text: str, taken: set[str]) -> str:
    """The slug of ``text``, numbered from 2 where that is taken: ``kim-song-il``, ``kim-song-il-2``."""
    slug = slugify(text, max_length=LONGEST_SLUG, word_boundary=True) or "unnamed"
    number, candidate = 1, slug
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
