"""Through whose hands a claim came: speaker, relaying media, agency, outlet; and the link that a retelling dropped.

"Kim thanked the president, KCNA said" in an agency's report is told by one paper without KCNA: the chain is shown
with that link missing, because other articles of the same text have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossier.findings.channels import Channels
from dossier.model import ClaimCard, Evidence, Report


class Step(StrEnum):
    """What somebody is in a chain."""

    SPEAKER = "speaker"
    RELAY = "relay"
    DROPPED = "dropped"
    AGENCY = "agency"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain, with the words of the article that name it."""

    step: Step
    name: str | None
    """``None`` where the articles don't say."""
    evidence: Evidence | None
    """Where the name stands; for a dropped link, where another article of the same text has it."""


def find_chain(report: Report, claim: ClaimCard, channels: Channels) -> tuple[Link, ...]:
    """The links from the speaker to the article, in that order."""
    speaker = report.speaker or (report.speaker_at.exact if report.speaker_at else None)
    links = [Link(Step.SPEAKER, speaker, report.speaker_at)]
    places = dict(zip(report.via, report.via_at, strict=False))
    links += [Link(Step.RELAY, name, places.get(name)) for name in reversed(report.via)]
    links += dropped_links(report, claim, channels)
    passed = {link.name for link in links if link.step is not Step.DROPPED}
    links += [link for link in outlet_links(report.passage.source, channels) if link.name not in passed]
    return tuple(links)


def dropped_links(report: Report, claim: ClaimCard, channels: Channels) -> Iterator[Link]:
    """Relays that other articles of the same origin name for this claim, where this one names none."""
    if report.via:
        return
    origin = channels.origin(report.passage.source)
    own = {report.speaker, *channels.of_source(report.passage.source)}
    seen: set[str] = set()
    for other in claim.reports:
        if other.passage.source == report.passage.source or channels.origin(other.passage.source) != origin:
            continue
        for name, place in zip(other.via, other.via_at, strict=False):
            if name not in own and name not in seen:
                seen.add(name)
                yield Link(Step.DROPPED, name, place)


def outlet_links(ref: str, channels: Channels) -> Iterator[Link]:
    """The agency and the publisher that an article names, each with the line that does so."""
    source = channels.sources.get(ref)
    if source is None:
        return
    for step, key, name in ((Step.AGENCY, "agency", source.agency), (Step.OUTLET, "publisher", source.publisher)):
        found = source.found.get(key)
        if name:
            yield Link(step, name, next(iter(found.evidence), None) if found else None)
