"""Which claims of the whole dossier a denial answers, without comparing every denial with every claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.cards.clusters import Saying
from dossier.cards.denials import ELSEWHERE, accuses, answered_anywhere, is_other_side
from dossier.cards.likeness import COMMON, LIGHT, NAME, UNTOLD
from dossier.model import ClaimMention

Group = Sequence[Saying]
"""The tellings of one proposition by one speaker."""

LEAST = 0.99 * COMMON * (ELSEWHERE / UNTOLD) ** 2 / (1 - (ELSEWHERE / UNTOLD) ** 2)
"""Weight of the names and light words that a claim must share with a denial where it shares nothing that tells. With s
in common and at least one telling word besides, of a weight of ``COMMON`` or more, two contents are alike by at most
``UNTOLD * sqrt(s / (s + COMMON))``; the hundredth is for rounding."""


class Answerable:
    """The claims of a dossier, searchable by what they tell and whom they name."""

    def __init__(self, claims: Sequence[Group]) -> None:
        """``claims`` are groups of assertions; ``answered_by`` gives their places among them."""
        self._claims = claims
        self._wordings = [distinct(group) for group in claims]
        self._accusing = [place for place, group in enumerate(claims) if any(saying.accuses for saying in group)]
        self._places: dict[ClaimMention, list[int]] = {}
        self._telling: dict[object, list[int]] = {}
        self._naming: dict[tuple[str, float], list[int]] = {}
        for place, group in enumerate(claims):
            for saying in group:
                self._places.setdefault(saying.mention, []).append(place)
            for term in {term for saying in self._wordings[place] for term in telling(saying)}:
                self._telling.setdefault(term, []).append(place)
            for name in {name for saying in self._wordings[place] for name in naming(saying)}:
                self._naming.setdefault(name, []).append(place)

    def marked(self, denial: Saying) -> Saying:
        """A denial with the places of the claims that it answers: the one near it, else those of its content."""
        linked = self._places.get(denial.answers, ()) if denial.answers is not None else ()
        return replace(denial, answered=frozenset(linked or self.answered_by([denial])))

    def answered_by(self, denial: Group) -> list[int]:
        """The places of the claims that a denial answers, in order: near it in its article, or by content anywhere.

        "The charge" in an article that does not tell it is the one accusation of the dossier against the denier.
        """
        linked = {saying.answers for saying in denial if saying.answers is not None}
        found = {place for mention in linked for place in self._places.get(mention, ())}
        found |= {place for charge in sorted(found) for place in self._makers(charge, denial[0])}
        wordings = distinct(denial)
        near = {place for saying in wordings for place in self._near(saying)} - found
        others = (place for place in near if is_other_side(denial[0], self._claims[place][0]))
        found |= {place for place in others if answered_anywhere(wordings, self._wordings[place])}
        if not found and all(saying.pointing for saying in denial):
            found = set(self._accusations(denial[0]))
        return sorted(found)

    def _makers(self, charge: int, denial: Saying) -> Iterator[int]:
        """The claims of those who make a charge that the denial's article lays to nobody: "claims that …"."""
        if self._claims[charge][0].speaker.name is not None:
            return
        for saying in self._wordings[charge]:
            for place in sorted(set(self._near(saying))):
                claims = self._wordings[place]
                if is_other_side(denial, claims[0]) and answered_anywhere([saying], claims):
                    yield place

    def _accusations(self, denial: Saying) -> list[int]:
        """The accusation against the denier's side by those whose charge it is said to be; none of several."""
        found = [place for place in self._accusing if any(accuses(claim, denial) for claim in self._wordings[place])]
        return found if len(found) == 1 else []

    def _near(self, denial: Saying) -> Iterator[int]:
        """The claims that have enough in common with a telling of a denial to be what it denies."""
        if not denial.content.telling:
            return
        for term in telling(denial):
            yield from self._telling.get(term, ())
        shared: dict[int, float] = {}
        for name in naming(denial):
            for place in self._naming.get(name, ()):
                shared[place] = shared.get(place, 0.0) + name[1]
        yield from (place for place, weight in shared.items() if weight >= LEAST)


def distinct(group: Group) -> tuple[Saying, ...]:
    """The first telling of each wording: reprints say nothing that tells more."""
    return tuple({saying.content: saying for saying in reversed(group)}.values())


def telling(saying: Saying) -> frozenset[object]:
    """What says more than who is meant: words, numbers, designations and runs of words."""
    return frozenset[object]().union(saying.content.telling, saying.content.runs)


def naming(saying: Saying) -> Iterator[tuple[str, float]]:
    """Names and light words, each with its weight."""
    yield from ((name, NAME) for name in saying.content.names)
    yield from ((word, LIGHT) for word in saying.content.light)
