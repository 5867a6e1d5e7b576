"""The state in which an article is at home, whose officials it names with no state: "Serbian lawmakers on Thursday …".

A paper writes "Opposition leader X" of its own country's, and an agency of the country that its piece is about. The
signs, the surest first: the state with which the first sentence of the body opens; the capital in the dateline; an
office that one state alone has, named without it ("Secretary of State X"); the state whose officials most of the
article's people are. A sign counts only for a state that the article names often; where none speaks, it is the state
that the article names far more often than the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dossier.cards.people.ownership import Ownership
from dossier.lexicon.parties import Parties
from dossier.model import Evidence, Mentions

OPENS = re.compile(r"[\s\"“”‘’']*(?:(?:The|In|Top|Senior|Dozens of)\s)?")
"""What may stand before the state with which an article opens: "*The* Serbian parliament"."""

OBLIQUE = re.compile(
    r"\b(?:for|to|against|with|into|on|over|towards?|near|between|inside|about|around|outside|across|via)"
    r"(?: (?:the|neighbouring|neighboring|ally|war-torn))?\s$"
)
"""Prepositions before a state to which something is done, and which is nobody's home: "funding *for* Ukraine"."""

TWICE = 2
"""How many times as often as the next a state is named where nothing else speaks for it."""

OFTEN = 2
"""Among so many states named most is one that a sign speaks for."""

REACH = 40
"""Code points before a state in which a preposition that leads to it stands."""

Homeland = tuple[str, Evidence]
"""A state, and a passage of the article that names it."""


def follows(words: re.Pattern[str], text: str, start: int) -> bool:
    """Whether what stands at ``start`` (code points) comes right after such words: "*sanctions against* Russia"."""
    return words.search(text, max(0, start - REACH), start) is not None


@dataclass(frozen=True, slots=True)
class Homelands:
    """All articles, asked which state each is at home in."""

    found: Mapping[str, Mentions]
    """Reference of a source -> what was found in it."""
    ownership: Ownership
    parties: Parties
    whose: Mapping[str, frozenset[str]]
    """Office -> the only states that have it."""

    def of(self, place: Evidence, others: Collection[str], *, surely: bool) -> Homeland | None:
        """The home of the article that names somebody at ``place``, and where it names it.

        ``others`` are states that it cannot be; ``surely``: only by a sign. Where the paragraph has spoken of another
        state first, or speaks of others alone and nothing but numbers tells the home, there is none.
        """
        named = self._named(place.source)
        text = self.found[place.source].source.text
        acting = (state for state, at in named if not follows(OBLIQUE, text, at.start))
        counts = Counter(state for state in acting if state not in others)
        often = {state for state, _ in counts.most_common(OFTEN)}
        beside = [(owner, evidence) for owner, evidence in named if self._beside(place, evidence)]
        first = next((owner for owner, evidence in beside if evidence.start < place.start), None)
        state = next((sign for sign in self._signs(place.source) if sign in often), None)
        if state is None:
            state = next(self._officials(place.source), None) or (
                "" if surely else self._most_named(place.source, counts)
            )
            state = state if state in often and (not beside or state in dict(beside)) else None
        if state is None or first not in {None, state}:
            return None
        return next((name, evidence) for name, evidence in named if name == state)

    def _most_named(self, source: str, counts: Counter[str]) -> str:
        """The state named most, less those whose officials have it in their titles: "*Venezuelan* Vice-President"."""
        foreign = {reading.of for person in self.found[source].people for reading in person.roles}
        (best, most), *rest = [*((s, n) for s, n in counts.most_common() if s not in foreign), ("", 0)]
        return best if most > 1 and (not rest or most >= TWICE * rest[0][1]) else ""

    def _beside(self, place: Evidence, other: Evidence) -> bool:
        """Whether two passages of an article stand in one paragraph."""
        text = self.found[place.source].source.text
        return "\n" not in text[min(place.start, other.start) : max(place.end, other.end)]

    def _named(self, source: str) -> list[Homeland]:
        """The states in the order of the text, then the dateline's twice, as all is told from there."""
        owned = ((self.ownership.state_of(p.name), p.evidence) for p in self.found[source].parties)
        return [*((state, place) for state, place in owned if state is not None), *[*self._filed(source)] * 2]

    def _signs(self, source: str) -> Iterator[str]:
        yield from self._opening(source)
        yield from self._dateline(source)
        yield from self._bare_offices(source)

    def _bare_offices(self, source: str) -> Iterator[str]:
        """The one state that has the offices which the article leaves bare: "*Secretary of State* X"."""
        bare = (r.value for person in self.found[source].people for r in person.roles if r.of is None)
        owners = {state for value in bare if len(states := self.whose.get(value, frozenset())) == 1 for state in states}
        if len(owners) == 1:
            yield from owners

    def _opening(self, source: str) -> Iterator[str]:
        """The state with which the body opens: "*Guyana's* army said on Saturday"; in no title, beside no other."""
        mentions = self.found[source]
        headings = mentions.source.headings
        body = (s for s in mentions.sentences if not any(h.start <= s.start < h.end for h in headings))
        first, text = next(body, None), mentions.source.text
        titles = [e for person in mentions.people for role in person.roles for e in role.evidence]
        for state, place in self._named(source):
            opens = first is not None and OPENS.fullmatch(text, first.start, place.start) is not None
            alone = not text.startswith((" and ", ", "), place.end)
            if opens and alone and not any(title.start <= place.start < title.end for title in titles):
                yield state

    def _dateline(self, source: str) -> Iterator[str]:
        """The state whose capital the dateline has: "*GEORGETOWN*, Dec 30"."""
        yield from (state for state, _ in self._filed(source))

    def _filed(self, source: str) -> Iterator[Homeland]:
        article = self.found[source].source
        for piece in article.furniture:
            if piece.reason == "dateline":
                for hit in self.parties.find(article.text[piece.start : piece.end].title()):
                    state = self.parties.state(hit.party)
                    if state is not None:
                        yield state.name, article.evidence(piece.start, piece.end)

    def _officials(self, source: str) -> Iterator[str]:
        """The one state whose officials more than half of the people are who have an office of some state."""
        owners = {
            person.name: state
            for person in self.found[source].people
            for reading in person.roles
            if (state := self.ownership.state_of(reading.of)) is not None
        }
        (best, most), *_ = [*Counter(owners.values()).most_common(), ("", 0)]
        if most > 1 and most * 2 > len(owners):
            yield best
