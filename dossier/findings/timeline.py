"""What happened when, in order: dated events, conflicts side by side; undated ones apart.

An event that all articles have only as somebody's word is marked as such: "KCNA said that Kim met Shoigu on Wednesday".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dossier.dateforms import days_meant
from dossier.findings.denials import Denials
from dossier.model import ClaimCard, Dossier, EventCard, Evidence, SourceCard, Statement

MARGIN = timedelta(days=14)
"""How long before the first article an event still belongs to what the articles tell of."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in the order of time, and on whose word it stands."""

    event: EventCard
    days: tuple[date, date] | None
    """The first and the last day that its dates can mean; ``None`` where no date is known."""
    background: bool
    """Whether it lies well before the first article."""
    claims: tuple[ClaimCard, ...]
    """Claims whose words tell of it, by reference."""
    attributed: bool
    """Whether every telling stands in somebody's words."""
    disputed: bool
    """Whether it is attributed and somebody denies one of these claims."""

    @property
    def dates(self) -> tuple[Statement, ...]:
        """Its dates; more than one where the articles disagree."""
        return self.event.statements.get("date", ())

    @property
    def printed(self) -> tuple[Statement, ...]:
        """The wordings of its dates."""
        return self.event.statements.get("printed", ())


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events of a dossier."""

    dated: tuple[Entry, ...]
    """The earliest first."""
    undated: tuple[Entry, ...]
    """By name."""
    first: date | None
    """The first day of which the articles tell as present; ``None`` where no article is dated."""

    def by_ref(self) -> dict[str, Entry]:
        """The entry of each event."""
        return {entry.event.ref: entry for entry in (*self.dated, *self.undated)}


def find_timeline(dossier: Dossier, denials: Denials) -> Timeline:
    """The events of ``dossier`` in order."""
    first = first_day(dossier.sources)
    claims = claims_by_source(dossier.claims)
    entries = [entry_of(event, first, claims, denials) for event in dossier.events]
    dated = sorted((e for e in entries if e.days), key=lambda e: (e.days or (date.min, date.min), e.event.ref))
    undated = sorted((e for e in entries if not e.days), key=lambda e: (e.event.name.casefold(), e.event.ref))
    return Timeline(tuple(dated), tuple(undated), first)


def first_day(sources: Iterable[SourceCard]) -> date | None:
    """Two weeks before the first dated article."""
    days = [days for source in sources if (days := days_meant(source.published or ""))]
    return min(days)[0] - MARGIN if days else None


def claims_by_source(claims: Iterable[ClaimCard]) -> dict[str, list[tuple[Evidence, ClaimCard]]]:
    """For each article, the words of its claims."""
    rows: dict[str, list[tuple[Evidence, ClaimCard]]] = {}
    for claim in claims:
        for report in claim.reports:
            rows.setdefault(report.proposition.source, []).append((report.proposition, claim))
    return rows


def entry_of(
    event: EventCard, first: date | None, claims: Mapping[str, list[tuple[Evidence, ClaimCard]]], denials: Denials
) -> Entry:
    """One event with its place in time and the claims that tell of it."""
    told = [evidence for statement in event.statements.get("what", ()) for evidence in statement.evidence]
    telling = [[c for place, c in claims.get(at.source, ()) if place.span.overlaps(at)] for at in told]
    found = {claim.ref: claim for row in telling for claim in row}
    attributed = bool(telling) and all(telling)
    spans = [days for s in event.statements.get("date", ()) if s.value and (days := days_meant(s.value))]
    days = (min(spans)[0], max(day for _, day in spans)) if spans else None
    return Entry(
        event=event,
        days=days,
        background=bool(days and first and days[1] < first),
        claims=tuple(found[ref] for ref in sorted(found)),
        attributed=attributed,
        disputed=attributed and any(denials.disputed(claim) for claim in found.values()),
    )
