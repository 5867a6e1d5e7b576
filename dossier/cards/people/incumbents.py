"""Whose president a president is that everybody knows: "President Obama" needs no country in the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.cards.people.names import parts
from dossier.lexicon.people import Leader, PeopleWords

REGNAL = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
"""Numbers of monarchs, whose first name is the one they are called by."""

BEFORE = frozenset({"acting", "ex", "former", "incoming", "late", "outgoing", "then"})
"""Words before an office that leave it the same office."""

ANY_OFFICE = frozenset({"dictator", "leader", "ruler", "strongman", "supreme leader"})
"""What whoever stands at the head of a state is also called, where the whole name is printed."""

ALIKE = {"premier": "prime minister"}


@dataclass(frozen=True, slots=True)
class Known:
    """One leader's name in its parts, with the state and the office."""

    given: str
    surname: str
    leader: Leader

    def is_named(self, name: tuple[str, ...]) -> bool:
        """Whether the parts of a printed name are of this name, any in the middle left out."""
        return {self.given, self.surname} <= set(name)


class Incumbents:
    """The list of leaders, asked for the states that a title without one may mean."""

    def __init__(self, people: PeopleWords) -> None:
        self._people = people
        self._known: dict[str, list[Known]] = {}
        for leader in people.leaders:
            known = known_of(leader, people)
            self._known.setdefault(known.surname, []).append(known)

    def states_of(self, name: str, office: str) -> frozenset[str]:
        """The states that somebody called ``name`` has led in an ``office`` such as "former president"."""
        title = " ".join(word for word in office.split() if word not in BEFORE)
        return frozenset(self._states(parts(name, self._people), ALIKE.get(title, title)))

    def _states(self, name: tuple[str, ...], title: str) -> Iterator[str]:
        for part in name:
            for known in self._known.get(part, ()):
                whole = len(name) > 1 and known.is_named(name)
                held = title == ALIKE.get(known.leader.office, known.leader.office)
                called = whole and title in ANY_OFFICE and known.given != known.surname
                if called or (held and (whole or name == (known.surname,))):
                    yield known.leader.state


def known_of(leader: Leader, people: PeopleWords) -> Known:
    """A row of the list as a name that can be compared: "Xi, Jinping" is called Xi, "Felipe VI" Felipe."""
    family, comma, rest = leader.name.partition(", ")
    if comma:
        return Known(parts(rest, people)[-1], parts(family, people)[0], leader)
    name = parts(leader.name, people)
    last = name[0] if name[-1] in REGNAL else name[-1]
    return Known(name[-1] if name[-1] in REGNAL else name[0], last, leader)
