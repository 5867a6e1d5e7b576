"""Which way each article of one origin probably derives: from the agency that it credits, or from another article.

Signs only, and each is shown: whose dateline or byline it carries, which article is dated earlier, how much of one
text stands in the other. No article says that it was copied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.findings.rests import origin_groups
from dossier.model import ClaimCard, Dossier, Shared, SourceCard

NAMED_ONLY = "named in the body"
"""How the rule begins by which an article's agency was found in its running text alone."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One article and what probably derives from it."""

    source: SourceCard
    share: Shared | None
    """How much of it stands in the article above it; ``None`` where an agency or nothing stands above."""
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """The articles of one origin as a tree."""

    origin: str
    agency: str | None
    """Whose text it is, as far as the articles credit an agency."""
    relays: tuple[tuple[str, int], ...]
    """Media that its articles relay, with the number of claims, most first."""
    branches: tuple[Branch, ...]
    size: int


def find_families(dossier: Dossier) -> tuple[Family, ...]:
    """One tree an origin, in the order of the origins."""
    by_source: dict[str, list[ClaimCard]] = {}
    for claim in dossier.claims:
        for ref in dict.fromkeys(report.passage.source for report in claim.reports):
            by_source.setdefault(ref, []).append(claim)
    return tuple(family_of(group, by_source) for group in origin_groups(dossier))


def family_of(group: Sequence[SourceCard], by_source: dict[str, list[ClaimCard]]) -> Family:
    """The tree of one origin."""
    agencies = Counter(source.agency for source in group if source.agency)
    agency = min(agencies, key=lambda name: (-agencies[name], name)) if agencies else None
    refs = {source.ref for source in group}
    told = {
        (name, claim.ref)
        for ref in refs
        for claim in by_source.get(ref, ())
        for report in claim.reports
        for name in report.via
        if report.passage.source in refs and name != agency
    }
    relays = Counter(name for name, _ in told)
    order = sorted(relays.items(), key=lambda row: (-row[1], row[0]))
    return Family(group[0].origin, agency, tuple(order), tuple(grow(group, agency)), len(group))


def grow(group: Sequence[SourceCard], agency: str | None) -> Iterator[Branch]:
    """The branches of one origin, each under the article that it shares most with among those that precede it."""
    order = sorted(group, key=lambda source: precedence(source, agency))
    above: dict[str, tuple[str, Shared]] = {}
    for place, source in enumerate(order[1:], 1):
        before = {other.ref for other in order[:place]}
        if agency and credits_agency(source, agency):
            continue
        nearest = max(
            (row for row in source.shares if row.source in before),
            key=lambda row: (row.text + row.words, row.source),
            default=None,
        )
        if nearest:
            above[source.ref] = (nearest.source, nearest)
    branches = {source.ref: Branch(source, above[source.ref][1] if source.ref in above else None) for source in order}
    for source in reversed(order):
        if source.ref in above:
            parent = above[source.ref][0]
            grown = branches[parent]
            branches[parent] = replace(grown, branches=(branches.pop(source.ref), *grown.branches))
    yield from (branches[source.ref] for source in order if source.ref in branches)


def precedence(source: SourceCard, agency: str | None) -> tuple[bool, str, str]:
    """Sort key: those that credit the agency first, then the earlier dated, undated last."""
    credited = agency is not None and credits_agency(source, agency)
    return not credited, source.published or "9999", source.id


def credits_agency(source: SourceCard, agency: str) -> bool:
    """Whether a dateline, byline, credit or an editor gives the article to the agency: then it may come from there."""
    found = source.found.get("agency")
    return source.agency == agency and not (found and found.rule.startswith(NAMED_ONLY))
