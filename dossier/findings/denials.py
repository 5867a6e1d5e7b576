"""Who denies what, from claim to claim: "The ministry denied that the convoy had crossed the border".

A claim is disputed where another claim denies it, or where it is itself a denial. Nobody's word decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import ClaimCard, Dossier, Polarity


@dataclass(frozen=True, slots=True)
class Denials:
    """The claims of a dossier as far as they contradict each other."""

    answered: Mapping[str, tuple[ClaimCard, ...]]
    """For each claim that somebody denies: the denials."""
    claims: Mapping[str, ClaimCard]

    def of(self, claim: ClaimCard) -> tuple[ClaimCard, ...]:
        """The denials that answer a claim."""
        return self.answered.get(claim.ref, ())

    def answers(self, claim: ClaimCard) -> tuple[ClaimCard, ...]:
        """The claims that a denial answers."""
        return tuple(self.claims[ref] for ref in claim.answers if ref in self.claims)

    def disputed(self, claim: ClaimCard) -> bool:
        """Whether a claim may never stand as a bare headline."""
        return claim.polarity is Polarity.DENIES or bool(self.of(claim)) or bool(claim.answers)

    def unmatched(self) -> tuple[ClaimCard, ...]:
        """Denials of what no article here claims."""
        return tuple(c for c in self.claims.values() if c.polarity is Polarity.DENIES and not self.answers(c))


def find_denials(dossier: Dossier) -> Denials:
    """Turn ``answers`` round, so that it can be followed both ways."""
    claims = {claim.ref: claim for claim in dossier.claims}
    answered: dict[str, list[ClaimCard]] = {}
    for claim in dossier.claims:
        for ref in claim.answers:
            answered.setdefault(ref, []).append(claim)
    return Denials({ref: tuple(rows) for ref, rows in answered.items()}, claims)
