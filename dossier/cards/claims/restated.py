"""Where an article states in its own voice what elsewhere somebody is said to have claimed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from dossier.cards.cast import Article, Cast
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.likeness import ByTerm, places_in
from dossier.cards.claims.propositions import Content, Passage, read_content
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Polarity, Span

COVERED = 0.6
"""Share of a proposition's words, and of its names, that the sentence must have; its people all."""

SHARED = 3
"""Terms in common that make a chance agreement unlikely, names included, one of them no name."""


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """All sentences of the dossier that attribute nothing, with what they are about, searchable by their terms."""

    rows: Sequence[tuple[Evidence, Content]]
    telling: ByTerm
    """The rows by their words."""
    exact: ByTerm
    """The rows by the people, the numbers and the designations that they name."""

    def near(self, claim: Content) -> int:
        """The rows that may cover a claim, a bit a place: those that have one of its rarest words, and all its numbers.

        Of five words three are needed, so a row has one of any three: those that the fewest rows have are looked up.
        """
        rarest = sorted(claim.words, key=lambda word: (self.telling.holding(word).bit_count(), word))
        enough = max(1, ceil(COVERED * len(rarest)))
        found = 0
        for word in rarest[: len(rarest) - enough + 1]:
            found |= self.telling.holding(word)
        for term in claim.people | claim.numbers | claim.designations:
            found &= self.exact.holding(term)
        return found


def read_own_voice(cast: Cast, lexicon: Lexicon) -> OwnVoice:
    """The sentences of all articles, in the order of the articles."""
    rows = [row for article in cast.articles.values() for row in own_voice(article, cast, lexicon)]
    telling = ByTerm(content.words for _, content in rows)
    exact = ByTerm(content.people | content.numbers | content.designations for _, content in rows)
    return OwnVoice(rows, telling, exact)


def own_voice(article: Article, cast: Cast, lexicon: Lexicon) -> list[tuple[Evidence, Content]]:
    """The sentences that attribute nothing and leave nothing open, with what they are about."""
    source = article.mentions.source
    elsewhere: list[Span] = [*source.headings, *source.captions]
    elsewhere += [claim.passage.span for claim in article.mentions.claims]
    found: list[tuple[Evidence, Content]] = []
    for sentence in article.mentions.sentences:
        if any(sentence.overlaps(span) for span in elsewhere):
            continue
        place = source.evidence(sentence.start, sentence.end)
        words = set(re.findall(r"[a-z]+", place.exact.casefold()))
        if words.isdisjoint(lexicon.speakers.hedges):
            found.append((place, read_content(Passage(place), article, cast, lexicon)))
    return found


def find_restated(group: Sequence[Saying], sentences: OwnVoice) -> tuple[Evidence, ...]:
    """The sentences that state what the sayings of ``group`` assert, in the order given; none for a denial."""
    if group[0].polarity is Polarity.DENIES:
        return ()
    claims = dict.fromkeys(saying.content for saying in group)
    near = 0
    for claim in claims:
        near |= sentences.near(claim)
    return tuple(
        sentences.rows[place][0]
        for place in places_in(near)
        if any(states(sentences.rows[place][1], claim) for claim in claims)
    )


def states(sentence: Content, claim: Content) -> bool:
    """Whether a sentence says at least the core of what is claimed, with nothing turned round."""
    if sentence.negated != claim.negated:
        return False
    if not claim.designations <= sentence.designations or not claim.numbers <= sentence.numbers:
        return False
    names, words = claim.names & sentence.names, claim.words & sentence.words
    if not words or len(names) + len(words) < SHARED or not claim.people <= sentence.people:
        return False
    return len(words) >= COVERED * len(claim.words) and len(names) >= COVERED * len(claim.names)
