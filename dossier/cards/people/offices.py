"""What a person is, merged: "Defence Minister", "defense chief" and "his Russian counterpart" are one office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dossier.lexicon.people import PeopleWords
from dossier.model import Evidence, Reading, Statement

COUNTERPART = "counterpart"
MINISTRY = re.compile(r"\b(\w+) ministry$", re.IGNORECASE)
"""Whoever heads one is its minister."""

STATE_OFFICES = frozenset({"chancellor", "governor", "minister", "premier", "president", "senator"})
"""Offices that a state or its land gives, whatever the party of the one who holds them."""

COMPLEMENT = re.compile(r"(?<=\w) (?:of|for|to|at|in|on|with) ")

PLAIN = frozenset({"of", "the", "for", "and", "a", "to"})


@dataclass(frozen=True, slots=True)
class Office:
    """Readings that say the same of one person."""

    readings: tuple[Reading, ...]

    def wording(self) -> str:
        """The wording that most readings have; of equals the longest, then the first by letters."""
        counts = Counter(reading.value for reading in self.readings)
        return min(counts, key=lambda value: (-counts[value], -len(value), value))

    def owner(self, is_part: Callable[[str, str], bool]) -> str | None:
        """The narrowest body that any reading names: the foreign ministry rather than the state.

        A "Democratic president" beside the "US President" holds the state's office, not his party's.
        """
        named = [reading.of for reading in self.readings if reading.of is not None]
        of_state = self.readings[0].value.split()[-1] in STATE_OFFICES
        owners = Counter([owner for owner in named if not (of_state and owner.endswith(" Party"))] or named)
        narrow = [o for o in owners if not any(p != o and is_part(p, o) for p in owners)]
        return min(narrow, key=lambda o: (-owners[o], o)) if narrow else None


def state_offices(
    readings: Sequence[Reading],
    people: PeopleWords,
    is_part: Callable[[str, str], bool],
    refs: Mapping[str, str],
) -> tuple[Statement, ...]:
    """One statement for each distinct office, in the order in which they are first read.

    ``is_part(small, large)`` tells whether a body belongs to another; ``refs`` leads from a party's name to its card.
    """
    groups: list[list[Reading]] = []
    for reading in sorted(readings, key=lambda r: -len(r.value.split())):
        home = next((g for g in groups if any(same_office(reading, r, people, is_part) for r in g)), None)
        if home is None:
            groups.append([reading])
        else:
            home.append(reading)
    found = []
    for group in groups:
        office = Office(tuple(sorted(group, key=lambda r: r.evidence[0])))
        owner = office.owner(is_part)
        evidence = tuple(dict.fromkeys(e for r in office.readings for e in r.evidence))
        value = office.wording()
        rule = next(r.rule for r in office.readings if r.value == value)
        found.append(Statement(value, evidence, rule, owner, refs.get(owner or "")))
    return tuple(sorted(found, key=lambda s: (-len(s.evidence), s.value or "", s.of or "")))


def same_office(left: Reading, right: Reading, people: PeopleWords, is_part: Callable[[str, str], bool]) -> bool:
    """Whether two readings of one person are one office: same words or a synonym, or one says less than the other."""
    one, other = canonical(ministerial(left), people), canonical(ministerial(right), people)
    if left.of is not None and right.of is not None and left.of != right.of:
        if all_words(one, left.of) == all_words(other, right.of):
            return True
        if not (is_part(left.of, right.of) or is_part(right.of, left.of)):
            return False
    if one == other:
        return True
    a, b = set(one.split()) - PLAIN, set(other.split()) - PLAIN
    rank = people.modifiers - {"chief", "general", "permanent"}
    if a & rank != b & rank or head_of(one) != head_of(other):
        return False
    return a <= b or b <= a


def head_of(title: str) -> str:
    """The noun that a title turns on: ``envoy`` of "special envoy for Yemen"."""
    return COMPLEMENT.split(title, maxsplit=1)[0].split()[-1]


def ministerial(reading: Reading) -> str:
    """The title, a ministry's head as its minister: "head of the energy ministry" -> "energy minister"."""
    title, joint, rest = reading.value.partition(" of ")
    ministry = MINISTRY.search(rest if joint else reading.of or "")
    return f"{ministry.group(1).casefold()} minister" if title in {"head", "chief"} and ministry else reading.value


def all_words(title: str, owner: str | None) -> set[str]:
    """The words of an office with its body: "commission president" of ECOWAS, "president" of its commission."""
    return set(f"{title} {(owner or '').casefold()}".split()) - PLAIN


def canonical(value: str, people: PeopleWords) -> str:
    """A title under the wording that its synonyms share, "former" and "deputy" kept: "ex-defence chief"."""
    words = value.removeprefix("ex-").replace("vice-", "vice ").split()
    kept: list[str] = ["former"] if value.startswith("ex-") else []
    while len(words) > 1 and words[0] in people.modifiers and " ".join(words) not in people.synonyms:
        kept.append({"then": "", "ex": "former"}.get(words[0], words[0]))
        words = words[1:]
    words[-1] = people.synonyms.get(words[-1], words[-1])
    plain = " ".join(words)
    return " ".join([*filter(None, kept), people.synonyms.get(plain, plain)])


def resolve_counterparts(
    readings: Sequence[Reading], office_of: Callable[[Evidence], Reading | None], people: PeopleWords
) -> tuple[Reading, ...]:
    """Give a counterpart the office of the other person, with the passages of both; drop it where that is unknown.

    An office that the counterpart's state has not goes by its usual name: a Norwegian one is no "secretary of state".
    """
    found = []
    for reading in readings:
        if reading.value != COUNTERPART:
            found.append(reading)
            continue
        other = office_of(reading.evidence[-1])
        if other is not None:
            value = ministerial(other)
            foreign = value in people.whose and reading.of not in people.whose[value]
            value = people.abroad.get(value, value) if foreign else value
            found.append(Reading(value, (*reading.evidence, *other.evidence), COUNTERPART, reading.of))
    return tuple(found)
