"""One card for one proposition by one speaker: which attributed passages tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.cards.propositions import Content, similarity
from dossier.cards.scene import Speaker
from dossier.model import ClaimMention, Evidence, Polarity

SAME = 0.2
"""Average similarity from which two groups of tellings are one proposition."""

SAME_GOVERNMENT = 0.85
"""What a similarity between a state and its own ministry is worth: each also speaks for itself."""

SAME_ARTICLE = 0.6
"""What a similarity within one article is worth: a writer rarely says the same twice."""

SAME_ANSWERED = 0.6
"""What it counts that two denials answer one claim, where one of them only points at it."""

APART = -1.0
"""The figure of two sayings that are two claims whatever their words."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attributed passage with who makes it, who relays it and what it is about."""

    mention: ClaimMention
    speaker: Speaker
    via: tuple[Speaker, ...]
    via_at: tuple[Evidence, ...]
    polarity: Polarity
    content: Content
    told: Evidence
    """The words that say what is claimed; those of the claim denied where the proposition is only "the allegation"."""
    pointing: bool = False
    """Whether a denial only points at what it denies: "the allegation", "involvement"."""
    dismisses: bool = False
    """Whether it only calls something untrue: "That is fake news"."""
    authors: frozenset[str] = frozenset()
    """Whose claim a denial says that it denies: "the account given by *Admiral Tangestani*", "*Russian* claims"."""
    answers: ClaimMention | None = None
    """For a denial: the claim of the same article that it answers."""
    accuses: bool = False
    """Whether its reporting word accuses: "blamed", "allegations"; for a denial, whether it is of a charge."""
    answered: frozenset[int] = frozenset()
    """For a denial: the places of the claims that it answers, among all claims of the dossier."""

    @property
    def block(self) -> tuple[str, Polarity]:
        """Only sayings that share this are compared: one speaker, or offices of one government."""
        return self.speaker.government or self.speaker.key, self.polarity

    @property
    def source(self) -> str:
        """The reference of the article."""
        return self.mention.passage.source


def cluster(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """Groups of sayings that tell one proposition by one speaker, each in the order given."""
    blocks: dict[tuple[str, Polarity], list[Saying]] = {}
    for saying in sayings:
        blocks.setdefault(saying.block, []).append(saying)
    return [group for key in sorted(blocks) for group in group_block(blocks[key])]


def group_block(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """Average link: the most similar pairs first, and a group is joined only where all of it is similar enough."""
    near = {(i, j): alike(sayings[i], sayings[j]) for i, j in comparable(sayings)}
    group_of = list(range(len(sayings)))
    members = {i: [i] for i in group_of}
    for (i, j), figure in sorted(near.items(), key=lambda row: (-row[1], row[0])):
        a, b = sorted((group_of[i], group_of[j]))
        if figure < SAME or a == b:
            continue
        across = [near.get((min(x, y), max(x, y)), 0.0) for x in members[a] for y in members[b]]
        if min(across) == APART:
            continue
        if sum(across) / len(across) >= SAME:
            members[a] += members.pop(b)
            for index in members[a]:
                group_of[index] = a
    return [[sayings[i] for i in sorted(indexes)] for _, indexes in sorted(members.items())]


def comparable(sayings: Sequence[Saying]) -> list[tuple[int, int]]:
    """The pairs that share a word, a number, a designation, a run of words or a claim denied: no other can be one."""
    holders: dict[object, list[int]] = {}
    for index, saying in enumerate(sayings):
        content = saying.content
        for key in (*content.words, *content.numbers, *content.designations, *content.runs, *saying.answered):
            holders.setdefault(key, []).append(index)
    return sorted({pair for rows in holders.values() for pair in combinations(rows, 2)})


def alike(a: Saying, b: Saying) -> float:
    """How far two sayings of one speaker tell the same."""
    here = a.source == b.source
    if here and a.mention.proposition.span.overlaps(b.mention.proposition):
        return 0.0
    if here and a.mention.cue_at == b.mention.cue_at and a.mention.rule == b.mention.rule and not a.dismisses:
        return APART  # two clauses of one quotation: nobody says the same twice in one breath
    figure = similarity(a.content, b.content, a.speaker.own | b.speaker.own)
    figure *= 1.0 if a.speaker.key == b.speaker.key else SAME_GOVERNMENT
    figure = figure * SAME_ARTICLE if here else figure
    return max(figure, SAME_ANSWERED) if deny_one(a, b) else figure


def deny_one(a: Saying, b: Saying) -> bool:
    """Whether both deny one claim and one of them says no more: "rejected the charge", "denied that it had fired"."""
    return (a.pointing or b.pointing) and not a.answered.isdisjoint(b.answered)
