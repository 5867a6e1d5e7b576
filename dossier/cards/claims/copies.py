"""One claim whose speaker a copy of the text only describes: "Pelagos Tankers denied …", "the company denied …".

Who rewrites an article drops names: a ministry's spokeswoman becomes "a spokesperson", a list of three states "three
nations". Such speakers are never compared by their words alone. But copies keep the order of what they tell, so a
saying that stands between the same neighbours, tells alike and whose speaker may be the same one is the same claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dossier.cards.claims.clusters import IN_STEP, Saying, heaviest_chain
from dossier.cards.claims.likeness import similarity
from dossier.cards.speakers.scene import Speaker

ANCHOR = 1.0
"""What it weighs in the order of two copies that a pair is one claim already."""

Groups = Sequence[Sequence[Saying]]


def join_copies(groups: Groups) -> list[list[Saying]]:
    """The groups, those made one that copies of one text tell in the same place by speakers who may be one."""
    joined = [list(group) for group in groups]
    place = {id(saying): number for number, group in enumerate(groups) for saying in group}
    for a, b in sorted(in_place(groups), key=lambda pair: (-alike(*pair), place[id(pair[0])], place[id(pair[1])])):
        one, other = sorted((place[id(a)], place[id(b)]))
        if one != other and may_join(joined[one], joined[other]):
            joined[one] += joined[other]
            place |= {id(saying): one for saying in joined[other]}
            joined[other] = []
    return [group for group in joined if group]


def in_place(groups: Groups) -> Iterator[tuple[Saying, Saying]]:
    """The pairs of sayings of two groups that two copies of a text have in the same place."""
    number = {id(saying): at for at, group in enumerate(groups) for saying in group}
    for one, other in copies(groups):
        if all(saying.speaker.ref for saying in (*one, *other)):
            continue
        weight = {
            (i, j): ANCHOR if number[id(a)] == number[id(b)] else alike(a, b)
            for i, a in enumerate(one)
            for j, b in enumerate(other)
            if number[id(a)] == number[id(b)] or (may_be_one(a.speaker, b.speaker) and a.polarity is b.polarity)
        }
        near = sorted(pair for pair, figure in weight.items() if figure >= IN_STEP)
        pairs = [(one[i], other[j]) for i, j in heaviest_chain(near, weight)] if near else []
        yield from ((a, b) for a, b in pairs if number[id(a)] != number[id(b)])


def copies(groups: Groups) -> Iterator[tuple[list[Saying], list[Saying]]]:
    """Every two articles of one origin, the sayings of each in the order of its text."""
    told: dict[str, dict[str, list[Saying]]] = {}
    for saying in (saying for group in groups for saying in group):
        if saying.origin:
            told.setdefault(saying.origin, {}).setdefault(saying.source, []).append(saying)
    for _, articles in sorted(told.items()):
        for _, sayings in sorted(articles.items()):
            sayings.sort(key=lambda s: (s.mention.cue_at.start, s.mention.proposition.start, s.speaker.key))
        yield from combinations((articles[source] for source in sorted(articles)), 2)


def may_be_one(a: Speaker, b: Speaker) -> bool:
    """Whether two speakers may be one: a description of nobody in particular, and a name or another description.

    Not where both have cards of their own, nobody is named, or they belong to two sides.
    """
    if (a.ref and b.ref) or a.key == b.key or a.name is None or b.name is None or a.medium != b.medium:
        return False
    return a.party is None or b.party is None or a.party == b.party


def may_join(one: Sequence[Saying], other: Sequence[Saying]) -> bool:
    """Whether all of two groups may be one claim: no article tells both, all speakers may be one."""
    if not {saying.source for saying in one}.isdisjoint(saying.source for saying in other):
        return False
    speakers = {s.speaker.key: s.speaker for s in one}, {s.speaker.key: s.speaker for s in other}
    return all(a.key == b.key or may_be_one(a, b) for a in speakers[0].values() for b in speakers[1].values())


def alike(a: Saying, b: Saying) -> float:
    """How far two sayings tell the same, the names of both speakers left out."""
    return similarity(a.content, b.content, a.speaker.own | b.speaker.own)
