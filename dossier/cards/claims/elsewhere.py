"""Whether a claim of any article is what a denial denies, by what both tell alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.cards.claims.charges import is_accused, is_of_elsewhere, may_be_meant
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.likeness import coverage, may_reach, similarity

ELSEWHERE = 0.4
"""Similarity from which a claim of any article is what a denial answers."""

ALONE = 0.55
"""Similarity from which one term in common is enough: "denies plans to *invade*"."""

BESIDES = 0.28
"""Similarity under which a claim that has a denial's terms has too much else: a tour of an arms fair after a war is no
supply of arms for a war."""

MOSTLY, WHOLLY = 0.6, 0.8
"""Share of a denial's terms that a claim of another article must have: one that speaks of the denier, any other."""

TOLD = 0.7
"""Share of what a denial tells, names left out, that such a claim must tell: a fair of arms shares the arms and the war
with "supplied arms for the war", and not the supply."""


OF_CLAIMS = re.compile(
    r"\W*(?:(?:all|any|such|the|these|those) )?(?:accusations?|allegations?|claims?|reports?|rumou?rs?)\b",
    re.IGNORECASE,
)
"""How a claim begins that tells of others' claims, and is none of them: "*the reports* come from terrorists"."""


def answered_anywhere(denial: Sequence[Saying], claims: Sequence[Saying]) -> bool:
    """Whether one group of tellings denies what another side asserts, by their content alone; each wording once."""
    if not any(may_reach(BESIDES, d.content, c.content) for d in denial for c in claims):
        return False
    rows = [
        (d, c)
        for d in denial
        for c in claims
        if d.content.negated >= c.content.negated
        and may_be_meant(c, d)
        and not (names_another(d, c) or is_of_elsewhere(d, c))
        and OF_CLAIMS.match(c.told.exact) is None
    ]
    pairs = [(d, c, similarity(d.content, c.content)) for d, c in rows]
    if any(denies_there(d, c) for d, c, figure in pairs if figure >= BESIDES):
        return True
    mean = sum(figure for _, _, figure in pairs) / len(pairs) if pairs else 0.0
    return mean >= ELSEWHERE and any(shares_matter(d, c, figure) for d, c, figure in pairs)


def names_another(denial: Saying, claim: Saying) -> bool:
    """Whether each names somebody whom the other does not: shells *from North Korea*, drones *from Iran*.

    So does a claim of two others that says nothing of the denier: of what *North Korea* did for *Russia*.
    """
    mine = denial.content.names - denial.speaker.own - claim.content.sides
    theirs = claim.content.names - denial.speaker.own - claim.speaker.own - denial.content.sides
    elsewhere = not is_accused(denial, claim) and len(theirs - mine) > 1
    by_another = claim.content.leads.isdisjoint(denial.speaker.own) and bool(mine - theirs) and bool(theirs - mine)
    return elsewhere or by_another


def shares_matter(denial: Saying, claim: Saying, figure: float) -> bool:
    """Whether two contents that are alike by ``figure`` share more than who does it: two terms, or all that is told.

    A single word of any report is enough only where the claim accuses: "an *invasion* would be horrific" does not.
    """
    shared = denial.content.telling & claim.content.telling
    if len(shared) != 1:
        return len(shared) > 1
    telling = claim.accuses or not shared <= denial.content.common | claim.content.common
    named = denial.content.names & claim.content.names - denial.speaker.own
    return telling and figure >= ALONE and (is_accused(denial, claim) or (claim.accuses and bool(named)))


def denies_there(denial: Saying, claim: Saying) -> bool:
    """Whether a claim of whatever article, not unlike a denial, has most of its terms."""
    told, other = denial.content.telling, claim.content.telling
    if claim.content.negated:
        return False
    if told and len(told & other) < TOLD * len(told):
        return False
    return coverage(denial.content, claim.content) >= (MOSTLY if is_accused(denial, claim) else WHOLLY)
