"""Which claims of the whole dossier a denial answers, without comparing every denial with every claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import replace

from dossier.cards.claims.charges import accuses, foretells, is_other_side
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.disclaimers import denies_deed, is_about_to, is_of_one_matter
from dossier.cards.claims.elsewhere import answered_anywhere
from dossier.cards.claims.likeness import ByTerm, places_in
from dossier.cards.stories import Kin
from dossier.model import ClaimMention

Group = Sequence[Saying]
"""The tellings of one proposition by one speaker."""

BESIDE = "told beside the denial"
SAME_CHARGE = "the charge that is told beside the denial, by those who make it"
SAME_CONTENT = "tells what the denial denies"
FORETOLD = "foretells what the denier says will not be done"
SAME_DEED = "the deed in other words"
ONLY_CHARGE = "the one accusation against the denier"


class Answerable:
    """The claims of a dossier, searchable by what they tell."""

    def __init__(self, claims: Sequence[Group], kin: Kin) -> None:
        """``claims`` are groups of assertions; ``answered_by`` gives their places.

        ``kin`` says which articles are on one matter.
        """
        self._claims = claims
        self._kin = kin
        self._wordings = [distinct(group) for group in claims]
        self._accusing = [place for place, group in enumerate(claims) if any(saying.accuses for saying in group)]
        self._hostile = [place for place, group in enumerate(claims) if any(s.content.hostile for s in group)]
        self._places: dict[ClaimMention, list[int]] = {}
        for place, group in enumerate(claims):
            for saying in group:
                self._places.setdefault(saying.mention, []).append(place)
        rows = [(place, saying.content) for place, wordings in enumerate(self._wordings) for saying in wordings]
        self._place_of = [place for place, _ in rows]
        self._telling = ByTerm(content.telling for _, content in rows)
        self._naming = ByTerm(content.names | content.sides for _, content in rows)

    def marked(self, denial: Saying) -> Saying:
        """A denial with the places of the claims that it answers: the one near it, else those of its content."""
        linked = dict.fromkeys(self._linked(denial), BESIDE)
        return replace(denial, answered=linked or self._sought([denial]))

    def answered_by(self, denial: Group) -> dict[int, str]:
        """The places of the claims that a denial answers, in order, and the rule for each; its tellings are marked.

        Those of one that is told once were sought when it was marked.
        """
        told_once = len(denial) == 1 and not self._linked(denial[0])
        found = denial[0].answered if told_once else self._sought(denial)
        return {place: found[place] for place in sorted(found)}

    def _linked(self, denial: Saying) -> Sequence[int]:
        """The places of the claim that one telling of a denial answers near it in its article."""
        return self._places.get(denial.answers, ()) if denial.answers is not None else ()

    def _sought(self, denial: Group) -> dict[int, str]:
        """The places of the claims that a denial answers, each with the first rule that says so.

        "The charge" in an article that does not tell it is the one accusation of the dossier against the denier.
        """
        linked = {saying.answers for saying in denial if saying.answers is not None}
        beside = sorted({place for mention in linked for place in self._places.get(mention, ())})
        makers = [place for charge in beside for place in self._makers(charge, denial[0])]
        found = dict.fromkeys(makers, SAME_CHARGE) | dict.fromkeys(beside, BESIDE)
        wordings = distinct(denial)
        rows = {
            SAME_CONTENT: self._telling_so(denial[0], wordings, found),
            FORETOLD: self._warnings(denial),
            SAME_DEED: self._deeds(wordings),
        }
        for rule, places in rows.items():
            found = dict.fromkeys(places, rule) | found
        return found or dict.fromkeys(self._accusations(denial), ONLY_CHARGE)

    def _telling_so(self, denial: Saying, wordings: Group, but: Collection[int]) -> list[int]:
        """The claims by others of what a denial denies in one of its wordings, in whatever article."""
        near = {place for saying in wordings for place in self._near(saying)}.difference(but)
        others = (place for place in sorted(near) if is_other_side(denial, self._claims[place][0]))
        return [place for place in others if answered_anywhere(wordings, self._wordings[place])]

    def _warnings(self, denial: Group) -> Iterator[int]:
        """The claims that the denier's side may yet do what a denial says it will not: "denies plans to *invade*"."""
        told = tells_in_common(denial)
        if told is None or any(saying.pointing for saying in denial):
            return
        for place in self._telling_all(told):
            claims = self._wordings[place]
            if any(told <= claim.content.telling and foretells(claim, denial[0]) for claim in claims):
                yield place

    def _deeds(self, denial: Sequence[Saying]) -> Iterator[int]:
        """The claims that a deed is coming of which a denial says that it is not: "has *no plans to attack* anyone"."""
        deeds = [saying for saying in denial if saying.content.hostile and is_about_to(saying)]
        for place in self._hostile if deeds else ():
            rows = ((saying, claim) for saying in deeds for claim in self._wordings[place])
            if any(denies_deed(*row) and is_of_one_matter(*row, self._kin) for row in rows):
                yield place

    def _makers(self, charge: int, denial: Saying) -> Iterator[int]:
        """The claims of those who make a charge that the denial's article lays to nobody: "claims that …"."""
        if self._claims[charge][0].speaker.name is not None:
            return
        for saying in self._wordings[charge]:
            for place in sorted(self._near(saying)):
                claims = self._wordings[place]
                if is_other_side(denial, claims[0]) and answered_anywhere([saying], claims):
                    yield place

    def _accusations(self, denial: Group) -> list[int]:
        """The accusation against the denier's side by those whose charge it is said to be; none of several.

        Where a denial says what it denies, an accusation must tell all of that: "denies plans to *invade*".
        """
        told = frozenset[str]() if all(saying.pointing for saying in denial) else tells_in_common(denial)
        if told is None:
            return []
        among = self._telling_all(told) if told else self._accusing
        found = [
            place
            for place in self._accusing
            if place in among
            and any(told <= claim.content.telling and accuses(claim, denial[0]) for claim in self._wordings[place])
        ]
        return found if len(found) == 1 or told else []

    def _telling_all(self, told: Set[str]) -> list[int]:
        """The claims of which one wording tells all of this."""
        return sorted({self._place_of[row] for row in places_in(self._telling.holding_all(told))})

    def _near(self, denial: Saying) -> set[int]:
        """The claims that may be what is denied: they share two terms with it, or one and speak of the denier."""
        one, two = self._telling.sharing(denial.content.telling)
        accusing = self._naming.holding(denial.speaker.party) | self._naming.holding(denial.speaker.name)
        return {self._place_of[row] for row in places_in(two | one & accusing)}


def tells_in_common(denial: Group) -> frozenset[str] | None:
    """What all wordings of a denial tell; nothing where that is no word."""
    told = frozenset.intersection(*(saying.content.telling for saying in denial))
    return told or None


def distinct(group: Group) -> tuple[Saying, ...]:
    """The first telling of each wording: reprints say nothing that tells more."""
    return tuple({saying.content: saying for saying in reversed(group)}.values())
