"""Compile people: one card for each human being named in any article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.people.epithets import find_epithets
from dossier.cards.people.homes import HIS, Homes, is_national
from dossier.cards.people.identity import Household
from dossier.cards.people.leaders import find_leaders
from dossier.cards.people.names import usual
from dossier.cards.people.offices import COUNTERPART, resolve_counterparts, state_offices
from dossier.cards.people.ownership import Ownership
from dossier.cards.people.register import Person
from dossier.cards.referents import Naming, Referent, Referents
from dossier.lexicon import Lexicon
from dossier.lexicon.people import PeopleWords
from dossier.model import Alias, Evidence, Kind, Mentions, PersonCard, PersonMention, Reading, Statement


def compile_people(
    found: Sequence[Mentions], lexicon: Lexicon, parties: Referents, addresses: Addresses
) -> tuple[tuple[PersonCard, ...], Referents]:
    """Cards sorted by id, and who is meant at each mention; a short name with several candidates names nobody.

    ``parties`` leads from an office's body to that body's card.
    """
    ownership = Ownership(found, lexicon.parties)
    order = {m.source.ref: (m.source.published or "9999", m.source.id) for m in found}
    people = [sort_mentions(person, order) for person in Household(found, lexicon.people, ownership).people]
    names = [usual(forms(person), lexicon.people) for person in people]
    wishes = [Applicant(name, places(person)) for name, person in zip(names, people, strict=True)]
    ids = addresses.assign(Kind.PERSON, wishes)
    desk = make_desk(
        found, lexicon, people, dict(zip(map(id, people), zip(names, ids, strict=True), strict=True)), ownership
    )
    refs = {naming.who.name: naming.who.ref for naming in parties}
    cards, namings = [], []
    for name, person in zip(names, people, strict=True):
        role = desk.roles(person, refs)
        card = compile_card(name, person, role, desk)
        cards.append(card)
        namings += namings_of(card, person, role, ownership)
    return tuple(sorted(cards, key=lambda card: card.id)), Referents(namings)


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies ready when one person's card is written: everybody else."""

    words: PeopleWords
    cards: Mapping[int, tuple[str, str]]
    """Identity of a person -> name and id of the card."""
    at: Mapping[Evidence, Person]
    homes: Homes
    ownership: Ownership
    epithets: Mapping[int, tuple[Reading, ...]]
    """Identity of a person -> offices that only descriptions give."""
    leaders: Mapping[int, tuple[Reading, ...]]
    """Identity of a person -> "the Norwegian leader" of somebody who is its president."""

    def roles(self, person: Person, refs: Mapping[str, str]) -> tuple[Statement, ...]:
        """What the articles say that a person is, merged; ``refs`` leads from a party's name to its card."""
        printed = [(m, self.homes.checked(r)) for m in person.mentions for r in m.roles]
        placed = {reading.value for _, reading in printed if reading.of is not None}
        told = [(m, self.of_another(r)) for m, r in printed]
        readings = [r if r.value in placed else self.homes.place(m, r) for m, r in told]
        readings += (*self.epithets.get(id(person), ()), *self.leaders.get(id(person), ()))
        readings = [self.of_his_state(r, readings) for r in readings]
        readings = self.homes.at_home(readings)
        readings = [
            self.of_person(r) if r.of not in refs else r
            for r in resolve_counterparts(readings, self.office_of, self.words)
        ]
        readings = [r for r in readings if r.of != self.cards[id(person)][0]]  # nobody is his own sister
        owners = {name: f"people/{card}" for name, card in self.cards.values()}
        return state_offices(readings, self.words, self.ownership.belongs, {**owners, **refs})

    def of_another(self, reading: Reading) -> Reading:
        """An office that another person gives: "his defence minister" is of that one's state, "his aide" that one's."""
        if reading.rule != HIS or len(reading.evidence) < 2:
            return reading
        place = reading.evidence[1]
        if not is_national(reading.value):
            other = self.at.get(place)
            return reading if other is None else replace(reading, of=self.cards[id(other)][0])
        office = self.office_of(place)
        state = self.ownership.state_of(office.of) if office else None
        if office is None or state is None:
            return reading
        return replace(reading, of=state, evidence=(*reading.evidence, office.evidence[0]))

    def of_his_state(self, reading: Reading, readings: Sequence[Reading]) -> Reading:
        """An office for which no passage names the state, with that of all others: "Chinese leader X"."""
        if reading.of is not None or not is_national(reading.value):
            return reading
        owned = [(self.ownership.state_of(other.of), other) for other in readings if other.of is not None]
        if not owned or len({state for state, _ in owned}) != 1 or owned[0][0] is None:
            return reading
        evidence = (*reading.evidence, owned[0][1].evidence[0])
        return replace(reading, of=owned[0][0], evidence=evidence, rule="the state of another office")

    def of_person(self, reading: Reading) -> Reading:
        """An office that somebody else gives, under that one's full name: "*Putin's* spokesman"."""
        if reading.of is None:
            return reading
        words = reading.of.split(" ")
        names = [" ".join(words[cut:]) for cut in range(len(words))]  # "aide to Prime Minister *Ida Lund*"
        for passage in (passage for passage in reading.evidence if reading.of in passage.exact):
            end = passage.start + passage.exact.index(reading.of) + len(reading.of)
            places = (Evidence(passage.source, end - len(name), end, name) for name in names)
            other = next((self.at[place] for place in places if place in self.at), None)
            if other is not None:
                return replace(reading, of=self.cards[id(other)][0])
        return reading

    def office_of(self, place: Evidence) -> Reading | None:
        """The office that most passages give to the person named at ``place``."""
        other = self.at.get(place)
        held = [r for m in other.mentions for r in m.roles if r.value != COUNTERPART] if other else []
        owned = [reading for reading in held if reading.of is not None] or held
        return max(owned, key=lambda r: sum(o.value == r.value for o in owned), default=None)


def make_desk(
    found: Sequence[Mentions],
    lexicon: Lexicon,
    people: Sequence[Person],
    cards: Mapping[int, tuple[str, str]],
    ownership: Ownership,
) -> Desk:
    """Lay out everybody, and which offices are said to be whose."""
    taken = {(r.value, r.of) for p in people for m in p.mentions for r in m.roles if r.of is not None}
    at = {mention.evidence: person for person in people for mention in person.mentions}
    homes = Homes(found, taken, lexicon, ownership)
    epithets = find_epithets(found, at, lexicon)
    return Desk(lexicon.people, cards, at, homes, ownership, epithets, find_leaders(found, at, lexicon))


def compile_card(name: str, person: Person, role: tuple[Statement, ...], desk: Desk) -> PersonCard:
    """One card; people who may be the same are listed on it, not joined with it."""
    found = {"role": role} if role else {}
    rivals = tuple(sorted({f"people/{desk.cards[id(rival)][1]}" for rival in person.rivals if id(rival) in desk.cards}))
    evidence = first_in_each_source(person.mentions)
    if rivals:
        found["same_as"] = (Statement(None, evidence, "possible same person", candidates=rivals),)
    return PersonCard(
        id=desk.cards[id(person)][1], name=name, aliases=aliases(person, name), evidence=evidence, statements=found
    )


def places(person: Person) -> tuple[Evidence, ...]:
    """Where a person is named, the founding passage first."""
    return tuple(mention.evidence for mention in person.mentions)


def sort_mentions(person: Person, order: Mapping[str, tuple[str, str]]) -> Person:
    """The mentions by publication, then source, then place: the founding passage comes first."""
    person.mentions.sort(key=lambda m: (order[m.evidence.source], m.evidence.start))
    return person


def forms(person: Person) -> list[tuple[str, int, int]]:
    """Each surface form with the number of sources and of mentions that have it."""
    found: dict[str, list[str]] = {}
    for mention in person.mentions:
        found.setdefault(mention.name, []).append(mention.evidence.source)
    return [(name, len(set(sources)), len(sources)) for name, sources in sorted(found.items())]


def aliases(person: Person, name: str) -> tuple[Alias, ...]:
    """Every other surface form, sorted, with its first place in each source."""
    found: dict[str, list[PersonMention]] = {}
    for mention in person.mentions:
        if mention.name != name:
            found.setdefault(mention.name, []).append(mention)
    return tuple(Alias(form, first_in_each_source(found[form])) for form in sorted(found))


def first_in_each_source(mentions: Sequence[PersonMention]) -> tuple[Evidence, ...]:
    """The first place in each source, in the order of ``mentions``."""
    first: dict[str, Evidence] = {}
    for mention in mentions:
        first.setdefault(mention.evidence.source, mention.evidence)
    return tuple(first.values())


def namings_of(card: PersonCard, person: Person, role: tuple[Statement, ...], ownership: Ownership) -> list[Naming]:
    """One naming for each mention, with the person's titles and the state or body that he or she stands for."""
    owners = [statement.of for statement in role if statement.of is not None]
    states = [state for owner in owners if (state := ownership.state_of(owner)) is not None]
    party = next(iter(states), None) or next(iter(owners), None)
    said = [reading.value for mention in person.mentions for reading in mention.roles]
    titles = dict.fromkeys([*(s.value for s in role if s.value), *said])
    who = Referent(card.ref, card.name, Kind.PERSON, party, tuple(title for title in titles if title != COUNTERPART))
    return [Naming(mention.evidence, who, mention.subject) for mention in person.mentions]
