"""Which claim a denial answers: somebody else's, near it in the article or of the same content elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dossier.cards.clusters import Saying
from dossier.cards.propositions import similarity
from dossier.model import Polarity

ACCEPTED = 1.2
"""Score from which a claim of the same article is what a denial answers."""

ELSEWHERE = 0.25
"""Similarity from which a claim of any article is what a denial answers."""

OPPOSED = 0.3
"""Similarity to another's accusation from which "said it had not …" is a denial of it."""


def is_other_side(denial: Saying, claim: Saying) -> bool:
    """Whether a claim is somebody else's: nobody denies themselves, their government or their state's media."""
    if denial.speaker.key == claim.speaker.key:
        return False
    return denial.speaker.party is None or denial.speaker.party != claim.speaker.party


def answered_nearby(denial: Saying, article: Sequence[Saying]) -> Saying | None:
    """The claim of the same article that ``denial`` answers: it mentions the denier, is near, tells the same.

    ``article`` has all sayings of the article in the order of the text.
    """
    here = article.index(denial)
    scored = [
        (score(denial, claim, here - at), -abs(here - at), -at, claim)
        for at, claim in enumerate(article)
        if claim.polarity is Polarity.ASSERTS and is_other_side(denial, claim)
    ]
    best = max(scored, default=None, key=lambda row: row[:3])
    return best[3] if best is not None and best[0] >= ACCEPTED else None


def score(denial: Saying, claim: Saying, distance: int) -> float:
    """How likely ``denial`` answers ``claim``, which stands ``distance`` claims before it (negative: after it)."""
    mentioned = float(denial.speaker.party in claim.content.names or denial.speaker.name in claim.content.names)
    nearness = 0.5 / max(1, distance) if distance >= 0 else 0.25 / -distance
    overlap = 0.0 if denial.content.bare else similarity(denial.content, claim.content)
    if not denial.content.bare and overlap < ELSEWHERE / 2:
        return 0.0
    return mentioned + nearness + 2 * overlap


def answering(denial: Saying, article: Sequence[Saying]) -> Saying:
    """A denial with the claim that it answers; one of "the allegation" takes over the words of that claim."""
    claim = answered_nearby(denial, article)
    if claim is None:
        return denial
    if not denial.content.bare:
        return replace(denial, answers=claim.mention)
    return replace(denial, answers=claim.mention, content=claim.content, told=claim.told)


def turned(saying: Saying, article: Sequence[Saying]) -> Saying:
    """A negated assertion that contradicts another side's claim in the article is a denial: "said it had not …"."""
    if saying.polarity is Polarity.DENIES or not saying.content.negated:
        return saying
    side = {saying.speaker.party, saying.speaker.name}
    accusations = (c for c in article if c.polarity is Polarity.ASSERTS and not c.content.negated)
    for claim in accusations:
        accused = not side.isdisjoint(claim.content.names) and is_other_side(saying, claim)
        if accused and similarity(saying.content, claim.content) >= OPPOSED:
            return replace(saying, polarity=Polarity.DENIES)
    return saying


def answered_anywhere(denial: Sequence[Saying], claims: Sequence[Saying]) -> bool:
    """Whether one group of tellings denies what another asserts, by their content alone."""
    if not is_other_side(denial[0], claims[0]):
        return False
    figures = [similarity(d.content, c.content) for d in denial for c in claims if not d.content.bare]
    return bool(figures) and sum(figures) / len(figures) >= ELSEWHERE
