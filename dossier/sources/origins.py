"""Which articles carry the same text: reprints, cuts, and paraphrases made by machine.

Two papers that report on their own quote the same communiqué at length; a paraphrase changes every sentence but
leaves the quotations. So long quotations are masked first, and what remains is compared by runs of three words.
Measured on the articles of 26 dossiers: same text .23 and above, different text .14 and below (one that quotes another
at length, two that print the same posts), mostly .07. What a paraphrase changed beyond that is recognised by the order
of its sentences (``retold``), or because it names its agency.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import Any

from dossier.model import Shared
from dossier.sources.retold import FEWEST, RETOLD_IF_NAMED, WORTH_A_LOOK, cut_sentences, is_retold, stems

SAME = 0.16
"""Share of common three-word runs (Jaccard) from which two texts are one."""
SAME_IF_CONTAINED = (0.09, 0.4)
"""A cut: a smaller share is enough where the shorter text stands in the longer one for this part."""
LEAST = min(SAME, SAME_IF_CONTAINED[0])
"""Share of common runs below which no two texts are one."""
LONG_QUOTATION = 25
"""Characters; shorter ones are single words in quotation marks, which a reprint and its original share."""
RUN = 3
REWRITTEN = (0.24, 0.5)
"""A rewriting that names the agency it draws on ("Reuters quoted …") may share no run of three words at all: then
the words alone decide, again by Jaccard and containment. Eleven such pairs: .26 and .51 upwards; other reports that
name or credit the agency: .22 and .43 at most. Without such a name the measure says nothing: .34 and .57 were met."""
FREQUENT = 60
"""Articles; a run that more of them have says little about two of them."""
NEAREST = 12
"""Articles of its origin that each is shown beside."""

QUOTATION = re.compile(rf"“[^“”\n]{{{LONG_QUOTATION},2000}}”|\"[^\"\n]{{{LONG_QUOTATION},2000}}\"")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


def own_words(text: str) -> str:
    """``text`` without its long quotations, which all who report an event have in the order in which they were said."""
    return QUOTATION.sub(" ", text)


def told_sentences(text: str) -> tuple[frozenset[str], ...]:
    """The sentences of a text without its long quotations, or with them where too few are left."""
    own = cut_sentences(own_words(text))
    return own if len(own) >= FEWEST else cut_sentences(text)


def shingles(text: str) -> frozenset[str]:
    """The runs of three words of ``text``, long quotations and differences of spelling taken out."""
    plain = own_words(text).lower().replace("’", "'").replace("-", " ")
    words = WORD.findall(re.sub(r"(defen|offen|licen)ce", r"\1se", plain))
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def share_of_text(first: str, second: str) -> tuple[float, float]:
    """How much two bodies have in common: (Jaccard of three-word runs, part of the shorter found in the longer)."""
    return compare_sets(shingles(first), shingles(second))


def compare_sets(first: frozenset[Any], second: frozenset[Any]) -> tuple[float, float]:
    """The two shares for texts that are cut up already."""
    if not first or not second:
        return 0.0, 0.0
    common = len(first & second)
    return common / (len(first) + len(second) - common), common / min(len(first), len(second))


def find_rewritings(
    bodies: Mapping[str, str], agencies: Mapping[str, str | None], words: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Pairs of a credited article and one with its words that says from which agency it has them: "Reuters quoted …".

    An article that credits another agency is no rewriting of it. ``words`` is what ``number_words`` tells.
    """
    credited: dict[str, list[str]] = defaultdict(list)
    for key in words:
        if agency := agencies[key]:
            credited[agency].append(key)
    for key in words:
        own = agencies[key]
        named = {own} if own else {a for a in credited if re.search(rf"\b{re.escape(a)}\b", bodies[key])}
        for other in (other for agency in sorted(named) for other in credited[agency]):
            if other != key and is_rewriting(*compare_numbers(words[key], words[other])):
                yield key, other


def number_words(words: Mapping[str, frozenset[str]]) -> Mapping[str, int]:
    """Each set of words as one number with a bit a word: what two have in common is then found in a step."""
    places = {word: place for place, word in enumerate(sorted(frozenset().union(*words.values())))}
    return {key: sum(1 << places[word] for word in found) for key, found in words.items()}


def compare_numbers(first: int, second: int) -> tuple[float, float]:
    """The two shares for sets of words that are numbers."""
    if not first or not second:
        return 0.0, 0.0
    sizes, common = (first.bit_count(), second.bit_count()), (first & second).bit_count()
    return common / (sum(sizes) - common), common / min(sizes)


def pairs_worth_a_look(words: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """The pairs of articles, as numbers of their words, that share enough of them to be laid beside each other.

    All pairs are looked at, since they may share no run: half a million of a thousand articles, a third of a
    microsecond each.
    """
    jaccard, containment = WORTH_A_LOOK
    least = jaccard / (1 + jaccard)
    rows = [(key, number, number.bit_count()) for key, number in words.items() if number]
    for place, (first, number, size) in enumerate(rows, 1):
        for second, other, other_size in rows[place:]:
            common = (number & other).bit_count()
            if common >= least * (size + other_size) and common >= containment * min(size, other_size):
                yield first, second


def is_rewriting(jaccard: float, containment: float) -> bool:
    """Whether two texts with these shares of common words tell the same story sentence by sentence."""
    return jaccard >= REWRITTEN[0] and containment >= REWRITTEN[1]


def is_same_text(jaccard: float, containment: float) -> bool:
    """Whether two texts with these shares are one."""
    return jaccard >= SAME or (jaccard >= SAME_IF_CONTAINED[0] and containment >= SAME_IF_CONTAINED[1])


def group_origins(bodies: Mapping[str, str], agencies: Mapping[str, str | None]) -> Mapping[str, str]:
    """Source id -> the smallest id among the articles that carry the same text; single link.

    A pair's verdict depends on the two articles alone, so another one never moves an article out of its group.
    """
    cut = {key: shingles(bodies[key]) for key in sorted(bodies)}
    words = number_words({key: stems(bodies[key]) for key in cut})
    sentences = cache(lambda key: told_sentences(bodies[key]))
    leader = {key: key for key in cut}
    join_pairs(leader, likely_pairs(cut), lambda a, b: is_same_text(*compare_sets(cut[a], cut[b])))
    join_pairs(leader, pairs_worth_a_look(words), lambda a, b: is_retold(sentences(a), sentences(b)))
    rewritings = find_rewritings(bodies, agencies, words)
    join_pairs(leader, rewritings, lambda a, b: is_retold(sentences(a), sentences(b), RETOLD_IF_NAMED))
    return {key: find_leader(leader, key) for key in leader}


def measure_shares(bodies: Mapping[str, str], origins: Mapping[str, str]) -> Mapping[str, tuple[Shared, ...]]:
    """For each article, how much of it stands in the others of its origin; those it shares most with, most first.

    A reprint stands wholly in its original, the original only partly in a cut of it: so each article is measured
    against the other, and both numbers are kept.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for key in sorted(bodies):
        groups[origins[key]].append(key)
    shared: dict[str, tuple[Shared, ...]] = dict.fromkeys(bodies, ())
    for group in groups.values():
        cut = {key: (shingles(bodies[key]), stems(bodies[key])) for key in group} if len(group) > 1 else {}
        for key in cut:
            rows = [share_with(other, cut[key], cut[other]) for other in company(key, group)]
            shared[key] = tuple(sorted(rows, key=lambda row: (-row.text, -row.words, row.source))[:NEAREST])
    return shared


def share_with(other: str, own: tuple[frozenset[str], ...], others: tuple[frozenset[str], ...]) -> Shared:
    """The parts of an article's runs and words that stand in the article ``other``."""
    text, words = (round(100 * len(a & b) / len(a)) if a else 0 for a, b in zip(own, others, strict=True))
    return Shared(f"sources/{other}", text, words)


def company(key: str, group: Sequence[str]) -> list[str]:
    """The others of a group; of a very large one the first and the neighbours, enough to see who reprints whom."""
    at = group.index(key)
    near = group if len(group) <= FREQUENT else [group[0], *group[max(1, at - NEAREST) : at + NEAREST]]
    return [other for other in near if other != key]


def likely_pairs(cut: Mapping[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs that may share enough runs to be one text, in order; an index of runs spares all other comparisons.

    The holders of a run that very many articles have are paired with their neighbours only: enough to chain a hundred
    reprints together, and no hundred times a hundred comparisons for "in the United States".
    """
    holders = index_runs(cut)
    often = {key: sum(len(holders[run]) > FREQUENT for run in runs) for key, runs in cut.items()}
    pairs: set[tuple[str, str]] = set()
    for key, runs in cut.items():
        rare = (holders[run] for run in runs if 1 < len(holders[run]) <= FREQUENT)
        for other, shared in Counter(chain.from_iterable(rare)).items():
            needed = LEAST * (len(runs) + len(cut[other])) / (1 + LEAST)
            if key < other and shared + min(often[key], often[other]) >= needed:
                pairs.add((key, other))
    for keys in {tuple(keys) for keys in holders.values() if len(keys) > FREQUENT}:
        pairs.update(pairwise(keys))
    return sorted(pairs)


def index_runs(cut: Mapping[str, frozenset[str]]) -> Mapping[str, list[str]]:
    """The articles that have each run, in their order."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key, runs in cut.items():
        for run in runs:
            holders[run].append(key)
    return holders


def find_leader(leader: Mapping[str, str], key: str) -> str:
    """The smallest id of the group that ``key`` is in."""
    while leader[key] != key:
        key = leader[key]
    return key


def join_groups(leader: dict[str, str], first: str, second: str) -> None:
    """Make one group of two; the smaller id leads."""
    low, high = sorted((find_leader(leader, first), find_leader(leader, second)))
    leader[high] = low


def join_pairs(leader: dict[str, str], pairs: Iterable[tuple[str, str]], are_one: Callable[[str, str], bool]) -> None:
    """Join the groups of each pair that is one text; who is in one group already is not compared again."""
    for first, second in pairs:
        if find_leader(leader, first) != find_leader(leader, second) and are_one(first, second):
            join_groups(leader, first, second)
