"""Claims: passages, speakers, polarity; relays; which reports are one claim; which denial answers what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from dossier.evaluation.delegations import Same, person_matcher
from dossier.evaluation.figures import Scored, assign, missed_and_invented, prf, ratio
from dossier.evaluation.gold import Gold, Row, as_list
from dossier.evaluation.matching import Matcher
from dossier.model import ClaimCard, Dossier, Report, Span

LONGEST_PASSAGE = 900
"""Code points, about three long sentences; a longer passage pins nothing."""

Pairs = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """One report with its card and the gold id of its article."""

    report: Report
    card: ClaimCard
    source: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Gold claims and found reports with everything needed to hold one against the other."""

    gold: Gold
    found: tuple[Found, ...]
    matcher: Matcher
    same_person: Same

    def place(self, row: Row) -> Span | None:
        """Where the gold phrase stands in its article."""
        at = self.gold.texts.get(row["source"], "").find(row["phrase"])
        return Span(at, at + len(row["phrase"])) if at >= 0 else None

    def speaker_right(self, row: Row, found: Found) -> bool:
        """The same person or party; nobody where nobody is named."""
        if row.get("speaker") is None:
            return not found.report.speaker
        said = (found.report.speaker, found.card.speaker)
        return any(
            self.same_person(row["speaker"], name) or self.matcher.same_party(row["speaker"], name)
            for name in said
            if name
        )

    def right(self, row: Row, found: Found) -> bool:
        """Speaker and polarity both as the readers have them."""
        return self.speaker_right(row, found) and bool(row["polarity"] == found.card.polarity.value)

    def inside(self, row: Row, found: Found) -> bool:
        """Whether the proposition holds the first character of the phrase."""
        spot = self.place(row)
        return spot is not None and found.report.proposition.start <= spot.start < found.report.proposition.end

    def grade(self, row: Row, found: Found) -> int:
        """0 unless the passage covers the phrase; then the more is right, the better."""
        spot, passage = self.place(row), found.report.passage
        if spot is None or found.source != row["source"] or not passage.span.covers(spot):
            return 0
        if len(passage.span) > LONGEST_PASSAGE:
            return 0
        polarity: bool = row["polarity"] == found.card.polarity.value
        return 1 + 4 * self.speaker_right(row, found) + 2 * polarity + self.inside(row, found)


def score_claims(gold: Gold, dossier: Dossier, matcher: Matcher) -> Scored:
    """Pair gold claims with reports by passage, then count what is said about the pairs."""
    ids = gold.ids(dossier)
    found = tuple(Found(r, card, ids.get(r.passage.source)) for card in dossier.claims for r in card.reports)
    comparison = Comparison(gold, found, matcher, person_matcher(gold))
    detected = assign(gold.claims, found, comparison.grade)
    right = [(i, j) for i, j in detected if comparison.right(gold.claims[i], found[j])]
    modes = sum(gold.claims[i]["mode"] == found[j].report.mode.value for i, j in right)
    inside = sum(comparison.inside(gold.claims[i], found[j]) for i, j in right)
    wanted = [f"{row['source']} {row['speaker']}: … {row['phrase']} …" for row in gold.claims]
    got = [f"{f.source} {f.report.speaker} [{f.report.cue}]: {f.report.passage.exact[:90]!r}" for f in found]
    return Scored(
        {
            **prf(len(right), len(gold.claims), len(found)),
            "found_anyhow": prf(len(detected), len(gold.claims), len(found)),
            "mode": ratio(modes, len(right)),
            "via": score_relays(comparison, right),
            "proposition": ratio(inside, len(right)),
            "same_claim_pairs": score_pairs(comparison, detected),
            "denials_answered": score_denials(comparison, detected),
        },
        missed_and_invented(wanted, got, right),
    )


def score_relays(comparison: Comparison, right: Pairs) -> dict[str, float | int]:
    """Whether the nearest relaying medium is among those found."""
    wanted = [[via for via in as_list(comparison.gold.claims[i].get("via")) if via] for i, _ in right]
    got = [comparison.found[j].report.via for _, j in right]
    hits = sum(
        any(comparison.matcher.same_party(w[0], g) for g in names) for w, names in zip(wanted, got, strict=True) if w
    )
    return prf(hits, sum(map(bool, wanted)), sum(map(bool, got)))


def score_pairs(comparison: Comparison, detected: Pairs) -> dict[str, float | int]:
    """Of all pairs of claims: which are one claim for the readers, and which stand on one card."""
    claims, found = comparison.gold.claims, comparison.found
    together = sum(a["cluster"] == b["cluster"] for a, b in combinations(claims, 2))
    apart = both = 0
    for (i, j), (k, m) in combinations(detected, 2):
        wanted = claims[i]["cluster"] == claims[k]["cluster"]
        got = found[j].card.id == found[m].card.id
        apart += got
        both += wanted and got
    return prf(both, together, apart)


def score_denials(comparison: Comparison, detected: Pairs) -> float | None:
    """The share of denials whose card answers a card that stands for the right claim."""
    claims, found = comparison.gold.claims, comparison.found
    answered = 0
    for i, j in detected:
        against = as_list(claims[i].get("against"))
        answers = found[j].card.answers
        answered += any(
            found[m].card.ref in answers for k, m in detected if against and claims[k]["cluster"] in against
        )
    return ratio(answered, sum(bool(row.get("against")) for row in claims))
