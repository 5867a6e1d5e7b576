"""Who is meant where: from a passage to the card of the person or party that it names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dossier.model import Evidence, Kind


@dataclass(frozen=True, slots=True)
class Referent:
    """The card that a mention stands for."""

    ref: str
    name: str
    """The card's name: ``Sergei Shoigu``, ``Russia``."""
    kind: Kind
    party: str | None
    """The state or body that it belongs to or is, canonical: ``Russia`` for both; ``None`` where unknown."""
    titles: tuple[str, ...] = ()
    """For a person: canonical titles, so that "the defence minister" can be resolved."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One passage and the referent that it names."""

    at: Evidence
    who: Referent
    subject: bool = False


class Referents:
    """All namings of a dossier, searchable by place. Immutable once made."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        by_source: dict[str, list[Naming]] = {}
        for naming in namings:
            by_source.setdefault(naming.at.source, []).append(naming)
        self._by_source = {
            source: sorted(rows, key=lambda n: (n.at.start, n.at.end, n.who.ref)) for source, rows in by_source.items()
        }
        self._starts = {source: [n.at.start for n in rows] for source, rows in self._by_source.items()}

    def __add__(self, other: Referents) -> Referents:
        """Both sets of namings in one."""
        return Referents([*self, *other])

    def __iter__(self):  # type: ignore[no-untyped-def]
        for source in sorted(self._by_source):
            yield from self._by_source[source]

    def inside(self, place: Evidence) -> Sequence[Naming]:
        """The namings that lie wholly inside ``place``, in the order of the text."""
        return [n for n in self._from(place.source, place.start) if n.at.end <= place.end and n.at.start < place.end]

    def before(self, source: str, offset: int) -> Sequence[Naming]:
        """The namings in ``source`` that begin before ``offset``, nearest first."""
        rows = self._by_source.get(source, [])
        return rows[: bisect_left(self._starts.get(source, []), offset)][::-1]

    def _from(self, source: str, offset: int) -> Sequence[Naming]:
        rows = self._by_source.get(source, [])
        return rows[bisect_left(self._starts.get(source, []), offset) :]
