"""Whom "the Norwegian leader" means besides his office: "President Dvorak said …. *The Norwegian leader* added …".

For the one person in the dossier who is said to be that state's president, premier or the like, and only in articles
that name him; where two could be meant, as where a state has a president and a premier, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dossier.cards.people.epithets import RULE, descriptions, holding
from dossier.cards.people.register import Person
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Mentions, Reading

TITULAR = frozenset({"head of state", "leader"})
"""Descriptions that are a role of their own beside "president"."""


def find_leaders(
    found: Sequence[Mentions], at: Mapping[Evidence, Person], lexicon: Lexicon
) -> Mapping[int, tuple[Reading, ...]]:
    """Identity of a person -> the readings of "the Norwegian leader" that mean him or her."""
    leads = leading(at, lexicon)
    readings: dict[int, tuple[Reading, ...]] = {}
    for mentions in found:
        here = {id(at[mention.evidence]) for mention in mentions.people if mention.evidence in at}
        for epithet in descriptions(mentions, lexicon):
            person = leads.get(epithet.state)
            if epithet.value in TITULAR and person in here and person is not None:
                reading = Reading(epithet.value, (epithet.evidence,), RULE, epithet.state)
                readings[person] = (*readings.get(person, ()), reading)
    return readings


def leading(at: Mapping[Evidence, Person], lexicon: Lexicon) -> Mapping[str, int]:
    """State -> the identity of the one person who is said to lead it now."""
    holders: dict[str, set[int]] = {}
    for person in at.values():
        for state in led_by(person, lexicon):
            holders.setdefault(state, set()).add(id(person))
    return {state: next(iter(people)) for state, people in holders.items() if len(people) == 1}


def led_by(person: Person, lexicon: Lexicon) -> Iterator[str]:
    """The states whose leading office the articles give to a person."""
    for mention in person.mentions:
        for reading in mention.roles:
            if reading.of is not None and holding(reading.value, lexicon) == "leader":
                yield reading.of
