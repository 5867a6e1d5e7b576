"""Decisions that can't both hold: each pair is named with both places, and nothing is built until one is taken away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.cards.curation.decisions import SPEAKER, Curation, Decision, Do
from dossier.errors import CardError

OPPOSITES = ((Do.ADD, Do.STRIKE), (Do.ALIAS, Do.UNALIAS), (Do.SAME_AS, Do.NOT_SAME_AS), (Do.ANSWER, Do.UNANSWER))


@dataclass(frozen=True, slots=True)
class _Placed:
    """A decision with the card that it stands on."""

    ref: str
    decision: Decision

    def pair(self) -> frozenset[str]:
        """The two cards that a decision about sameness is about, whichever of them it stands on."""
        return frozenset({self.ref, self.decision.ref or ""})


def contradictions(curation: Curation) -> Iterator[CardError]:
    """Every two decisions that can't both hold, each with file and line."""
    placed = [_Placed(ref, d) for ref in sorted(curation.parts) for d in curation.parts[ref].decisions]
    for yes, no in OPPOSITES:
        for one in (p for p in placed if p.decision.do is yes):
            yield from (clash(one, other) for other in placed if other.decision.do is no and contradict(one, other))
    yield from split_clashes(curation)
    yield from speaker_clashes(placed)
    yield from join_clashes([p for p in placed if p.decision.do is Do.SAME_AS], curation)


def contradict(one: _Placed, other: _Placed) -> bool:
    """Whether two opposite decisions speak of the same thing."""
    if one.decision.do is Do.SAME_AS:
        return one.pair() == other.pair()
    a, b = one.decision, other.decision
    if one.ref != other.ref:
        return False
    if a.do is Do.ANSWER:
        return a.ref == b.ref
    if a.do is Do.ALIAS:
        return a.value == b.value
    return (
        a.key == b.key and folded(a.value) == folded(b.value) and (not a.of or not b.of or folded(a.of) == folded(b.of))
    )


def folded(text: str | None) -> str:
    """Text without regard to capitals, as values are compared."""
    return (text or "").casefold()


def split_clashes(curation: Curation) -> Iterator[CardError]:
    """What one article says can't go to two cards that are split off from one."""
    for ref in sorted(curation.parts):
        splits = [d for d in curation.parts[ref].decisions if d.do is Do.SPLIT]
        for number, one in enumerate(splits):
            for other in splits[number + 1 :]:
                if set(one.sources) & set(other.sources):
                    yield clash(_Placed(ref, one), _Placed(ref, other))


def speaker_clashes(placed: Sequence[_Placed]) -> Iterator[CardError]:
    """A claim is made by one speaker: two editors may name two."""
    named: dict[str, _Placed] = {}
    for row in placed:
        if row.decision.do is Do.ADD and row.decision.key == SPEAKER and row.ref.startswith("claims/"):
            if row.ref in named and named[row.ref].decision.value != row.decision.value:
                yield clash(named[row.ref], row)
            named.setdefault(row.ref, row)


def join_clashes(joins: Sequence[_Placed], curation: Curation) -> Iterator[CardError]:
    """A card taken into two others, into itself, or taken in although it has decisions of its own."""
    takers: dict[str, _Placed] = {}
    for join in joins:
        taken = join.decision.ref or ""
        if taken == join.ref:
            yield CardError(join.decision.where, f"{taken} is to be the same as itself", "name the other card")
        elif taken in takers:
            yield clash(takers[taken], join)
        elif taken in curation.parts:
            where = curation.parts[taken].where
            yield CardError(
                join.decision.where,
                f"{taken} is to be taken into {join.ref}, but has a person's part of its own in {where}",
                f"move that part to {join.ref}, or take `same_as` away",
            )
        takers.setdefault(taken, join)


def clash(one: _Placed, other: _Placed) -> CardError:
    """Two decisions that can't both hold."""
    return CardError(
        one.decision.where,
        f"`{one.decision}` contradicts `{other.decision}` in {other.decision.where}",
        "take one of the two away",
    )
