"""What a proposition is about, so that two tellings of it can be known as one.

The measure needs no statistics of the dossier: an article that is added changes no figure of the others.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from dossier.cards.cast import Article
from dossier.cards.wording import PLAIN
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Form, Mentions

NAME, LIGHT, NUMBER, WORD, DESIGNATION = 0.6, 0.15, 1.0, 1.0, 1.5
"""Weights. Names recur in every claim of a dossier and tell less than verbs and objects; designations tell most."""

RUN = 4
"""Words in a row that count as the same wording: "the strongest army in the world" has two such runs."""

ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "ing",
    "ness",
    "ions",
    "ion",
    "ity",
    "ial",
    "al",
    "ed",
    "es",
    "ly",
    "s",
    "e",
)
"""Cut where five letters remain, so that "negotiations", "negotiate" and "negotiating" are one term."""

NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"dozen": "12", "hundred": "100", "thousand": "1000", "million": "1000000", "billion": "1000000000"}

NEGATIONS = re.compile(r"\b(?:not|never|no|none|neither|nor|nothing|without|cannot)\b|n't\b", re.IGNORECASE)
PRONOUNS = re.compile(r"\b(?:it|its|they|their|he|she|his|her|we|our|us|I|my)\b")


@dataclass(frozen=True, slots=True)
class Content:
    """The terms of a proposition by sort; weights are fixed by sort."""

    names: frozenset[str]
    """Canonical names of parties and people."""
    words: frozenset[str]
    """Stems and heads of paraphrase groups."""
    light: frozenset[str]
    numbers: frozenset[str]
    designations: frozenset[str]
    """Named weapons and further names with a number."""
    runs: frozenset[tuple[str, ...]]
    negated: bool

    @property
    def bare(self) -> bool:
        """Whether there is nothing to compare: "the allegation"."""
        return len(self.words | self.numbers | self.designations) < 2


def read_content(place: Evidence, article: Article, lexicon: Lexicon, own: str | None) -> Content:
    """The terms of the words at ``place``; a pronoun counts as ``own``, the name of the speaker's side."""
    named = article.inside(place)
    weapons = [w for w in article.mentions.weapons if w.form is Form.NAMED and place.span.covers(w.evidence)]
    taken = [n.at for n in named] + [w.evidence for w in weapons]
    names = {n.who.name for n in named}
    plain = place.exact.translate(PLAIN)
    if own is not None and PRONOUNS.search(plain):
        names.add(own)
    words: set[str] = set()
    light: set[str] = set()
    numbers: set[str] = set()
    for start, end, lemma in lemmas_in(place, article.mentions):
        if any(at.start <= start and end <= at.end for at in taken):
            continue
        number = as_number(lemma)
        if number is not None:
            numbers.add(number)
        elif lemma in lexicon.paraphrases.light:
            light.add(lemma)
        else:
            words.add(term(lemma, lexicon))
    tokens = re.findall(r"\w+", plain.casefold())
    runs = frozenset(tuple(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1))
    return Content(
        frozenset(names),
        frozenset(words),
        frozenset(light),
        frozenset(numbers),
        frozenset(w.name for w in weapons),
        runs,
        NEGATIONS.search(plain) is not None,
    )


def lemmas_in(place: Evidence, mentions: Mentions) -> list[tuple[int, int, str]]:
    """The content lemmas that stand in ``place``, in the order of the text."""
    starts = sorted(mentions.lemmas)
    found: list[tuple[int, int, str]] = []
    for start in starts[max(0, bisect_right(starts, place.start) - 1) :]:
        if start >= place.end:
            break
        found += [row for row in mentions.lemmas[start] if place.start <= row[0] and row[1] <= place.end]
    return found


def term(lemma: str, lexicon: Lexicon) -> str:
    """One term for all words that tell the same: ``supplied`` and ``shipment`` give the head of their group."""
    word = lexicon.spelling.canonical(lemma).casefold()
    group = lexicon.paraphrases.group
    return group.get(word) or group.get(stem(word)) or stem(word)


def stem(word: str) -> str:
    """``word`` without a usual ending, where five letters remain."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 5:
            return word[: -len(ending)]
    return word


def as_number(lemma: str) -> str | None:
    """A number as digits: ``1,200`` and ``six``; years and counts alike."""
    if lemma in NUMBERS:
        return NUMBERS[lemma]
    digits = re.fullmatch(r"\$?(\d+(?:[.,]\d+)*)(?:st|nd|rd|th|%|m|bn|km)?", lemma)
    return digits.group(1).replace(",", "") if digits else None


def similarity(a: Content, b: Content, without: str | None = None) -> float:
    """How far two propositions are one, 0 to 1: the weighted share of their terms that both have.

    ``without`` leaves out a name, as the speaker's own says nothing among claims of one speaker. Two that name
    different systems are different; numbers that contradict halve the figure; long runs of the same words raise it.
    """
    if a.designations and b.designations and a.designations.isdisjoint(b.designations):
        return 0.0
    own = {without} if without else set()
    shared = total = 0.0
    for weight, left, right in (
        (NAME, a.names - own, b.names - own),
        (WORD, a.words, b.words),
        (LIGHT, a.light, b.light),
        (NUMBER, a.numbers, b.numbers),
        (DESIGNATION, a.designations, b.designations),
    ):
        shared += weight * len(left & right)
        total += weight * len(left | right)
    figure = shared / total if total else 0.0
    if not (a.words & b.words or a.numbers & b.numbers or a.designations & b.designations):
        figure *= 0.5
    if a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        figure *= 0.5
    return max(figure, same_wording(a, b))


def same_wording(a: Content, b: Content) -> float:
    """The share of the shorter one's runs of words that the other has too; 0 where that is less than two runs."""
    common = len(a.runs & b.runs)
    return common / min(len(a.runs), len(b.runs)) if common > 1 else 0.0
