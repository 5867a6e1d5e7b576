"""One card for one proposition by one speaker: which attributed passages tell the same."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dossier.cards.claims.likeness import holds_most, quotes_again, repeats_wording, similarity
from dossier.cards.claims.propositions import Content
from dossier.cards.speakers.scene import Speaker
from dossier.model import ClaimMention, Evidence, Mode, Polarity

SAME = 0.38
"""Average similarity from which two groups of tellings are one proposition."""

SAME_GOVERNMENT = 0.85
"""What a similarity between a state and its own ministry is worth: each also speaks for itself."""

TURNED = 0.8
"""What a similarity is worth where one of the two has a negation: "no evidence that they prepare", "they prepare"."""

SAME_ARTICLE, QUOTED, OPENING = 0.4, 0.75, 0.8
"""What a similarity within one article is worth: a writer rarely says the same twice, unless it is once in reported
speech and once as the quotation that bears it out, or once in brief at the top. Of the pairs of one speaker that
are alike by .5, nine of ten are one claim where the first opens its article and is no quotation; else one of three."""

GAP = 3
"""Characters between two sentences that follow each other."""

IN_STEP, SAME_IN_STEP = 0.1, 0.5
"""Similarity from which two sayings that stand in one order in two copies of a text are the same, and what it counts
then. Copies are made by machine as well: "four guards died" is "minimum four guards have lost their lives". Of 210
such pairs in 15 dossiers 207 are one claim."""

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
    origin: str = ""
    """The origin of its article: copies of one text share it."""
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
    answered: Mapping[int, str] = field(default_factory=dict, compare=False)
    """For a denial: the places of the claims that it answers, among all claims of the dossier, and the rule of each."""
    opens: bool = False
    """Whether it is of the first that its article tells: what opens an article is told at length below."""

    @property
    def block(self) -> tuple[str, Polarity]:
        """Only sayings that share this are compared: one speaker, or offices of one government."""
        return self.speaker.government or self.speaker.key, self.polarity

    @property
    def appended(self) -> bool:
        """Whether a denial is hung on the words that it denies: "The ship fled, *a claim that Oslo rejected*"."""
        noun, passage = self.mention.object, self.mention.passage
        if noun is None or noun.end > self.mention.cue_at.start or noun.start <= passage.start:
            return False
        before = passage.exact[: noun.start - passage.start].rstrip()
        return before.endswith((",", "-", "–", "—")) and noun.exact.split()[0] in {"a", "an", "which"}

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
    near |= {pair: max(near[pair], SAME_IN_STEP) for pair in in_step(near, sayings)}
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


def in_step(near: Mapping[tuple[int, int], float], sayings: Sequence[Saying]) -> Iterator[tuple[int, int]]:
    """The pairs of sayings that two copies of one text have in the same order, as few as possible left out."""
    copies: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in sorted(near):
        a, b = sayings[i], sayings[j]
        copied = a.origin and a.origin == b.origin and a.source != b.source
        numbers = a.content.numbers, b.content.numbers
        recounted = all(numbers) and numbers[0].isdisjoint(numbers[1])
        if copied and near[i, j] >= IN_STEP and not recounted:
            copies.setdefault((a.source, b.source), []).append((i, j))
    for pairs in copies.values():
        yield from heaviest_chain(pairs, near)


def heaviest_chain(pairs: Sequence[tuple[int, int]], weight: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Of ``pairs``, sorted, those of the heaviest chain in which both numbers rise."""
    best: list[tuple[float, int]] = []  # the weight of the heaviest chain that ends here, and its last place but one
    for at, (i, j) in enumerate(pairs):
        before = [(best[k][0], -k) for k in range(at) if pairs[k][0] < i and pairs[k][1] < j]
        heaviest, last = max(before, default=(0.0, 1))
        best.append((heaviest + weight[i, j], -last))
    chain: list[tuple[int, int]] = []
    at = max(range(len(pairs)), key=lambda k: (best[k][0], -k))
    while at >= 0:
        chain.append(pairs[at])
        at = best[at][1]
    return chain[::-1]


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
    turned = a.polarity is Polarity.ASSERTS and a.content.negated != b.content.negated
    figure *= TURNED if turned else 1.0
    if here:
        figure *= worth_in_article(a, b)
    return max(figure, SAME_ANSWERED) if a.polarity is Polarity.DENIES and deny_one(a, b) else figure


def worth_in_article(a: Saying, b: Saying) -> float:
    """What the similarity of two sayings of one article is worth."""
    if repeats_wording(a.content, b.content) or quotes_again(a.content, b.content):
        return 1.0
    first, later = sorted((a, b), key=lambda saying: saying.mention.cue_at.start)
    quotations = (first.mention.mode is Mode.DIRECT) + (later.mention.mode is Mode.DIRECT)
    if quotations == 1 and later.mention.mode is Mode.DIRECT and holds_most(a.content, b.content):
        return 1.0
    goes_on = not quotations and later.mention.passage.start - first.mention.passage.end <= GAP
    recalled = recalls(first) != recalls(later)
    if first.opens and first.mention.mode is not Mode.DIRECT and not goes_on and not recalled:
        return OPENING
    return QUOTED if quotations == 1 else SAME_ARTICLE


def recalls(saying: Saying) -> bool:
    """Whether a saying is told as one of another day: "*In September*, Orlov said …", "said *last month*"."""
    passage, said = saying.mention.passage, saying.mention.proposition
    around = passage.exact[: max(0, said.start - passage.start)], passage.exact[said.end - passage.start :]
    return any(ANOTHER_DAY.search(words) for words in around)


ANOTHER_DAY = re.compile(
    rf"\b(?:ago|previously|last (?:week|month|year|{'|'.join(month_name[1:])})|[Ee]arlier (?:this|in)"
    rf"|in (?:(?:early|mid|late)[ -])?(?:{'|'.join(month_name[1:])}|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)


def deny_one(a: Saying, b: Saying) -> bool:
    """Whether two denials deny one claim, and one says no more ("rejected the charge") or they stand in two articles.

    Who denies one charge at two occasions denies it again, and so does who denies one plan in two articles; in one
    article the second sentence adds to the first.
    """
    if a.source != b.source and deny_one_plan(a.content, b.content, a.speaker.own | b.speaker.own):
        return True
    again = a.source != b.source and a.answered.keys() == b.answered.keys()
    return (a.pointing or b.pointing or again) and not a.answered.keys().isdisjoint(b.answered)


def deny_one_plan(a: Content, b: Content, own: frozenset[str]) -> bool:
    """Whether both tell no more than something hostile: "plans to *invade*", "intends to launch an *attack*".

    Not where each names somebody whom the other does not, or tells when or with what it would be done.
    """
    apart = bool(a.names - b.names - own) and bool(b.names - a.names - own)
    return bool(a.deeds and b.deeds) and not apart and not (a.telling | b.telling) - a.deeds - b.deeds
