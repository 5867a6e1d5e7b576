"""Compile people: one card for each human being named in any article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.homes import Homes
from dossier.cards.identity import Household, Person
from dossier.cards.names import usual
from dossier.cards.offices import COUNTERPART, resolve_counterparts, state_offices
from dossier.cards.referents import Naming, Referent, Referents
from dossier.lexicon import Lexicon
from dossier.model import Alias, Evidence, Kind, Mentions, PersonCard, PersonMention, Reading, Statement


def compile_people(
    found: Sequence[Mentions], lexicon: Lexicon, parties: Referents, addresses: Addresses
) -> tuple[tuple[PersonCard, ...], Referents]:
    """Cards sorted by id, and who is meant at each mention; a short name with several candidates names nobody.

    ``parties`` leads from an office's body to that body's card.
    """
    household = Household(found, lexicon)
    order = {m.source.ref: (m.source.published or "9999", m.source.id) for m in found}
    refs = {naming.who.name: naming.who.ref for naming in parties}
    people = [sort_mentions(person, order) for person in household.people]
    names = [usual(forms(person), lexicon.people) for person in people]
    ids = addresses.assign(
        Kind.PERSON,
        [
            Applicant(name, tuple(m.evidence for m in person.mentions))
            for name, person in zip(names, people, strict=True)
        ],
    )
    homes = Homes(found, {(r.value, r.of) for p in people for m in p.mentions for r in m.roles if r.of is not None})
    offices = [roles(person, household, homes, lexicon, refs) for person in people]
    cards = [
        PersonCard(
            id=id_,
            name=name,
            aliases=aliases(person, name),
            evidence=first_in_each_source(person.mentions),
            statements=statements(person, role, dict(zip(map(id, people), ids, strict=True))),
        )
        for id_, name, person, role in zip(ids, names, people, offices, strict=True)
    ]
    namings = [
        naming
        for card, person, role in zip(cards, people, offices, strict=True)
        for naming in namings_of(card, person, role, household)
    ]
    return tuple(sorted(cards, key=lambda card: card.id)), Referents(namings)


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


def roles(
    person: Person, household: Household, homes: Homes, lexicon: Lexicon, refs: Mapping[str, str]
) -> tuple[Statement, ...]:
    """What the articles say that the person is, merged."""

    def is_part(small: str, large: str) -> bool:
        return household.belongs(small, large)

    def office_of(place: Evidence) -> Reading | None:
        other = next((p for p in household.people if any(m.evidence == place for m in p.mentions)), None)
        held = [r for m in other.mentions for r in m.roles if r.value != COUNTERPART] if other else []
        ministers = [r for r in held if r.of is not None] or held
        return max(ministers, key=lambda r: sum(o.value == r.value for o in ministers), default=None)

    placed = {reading.value for m in person.mentions for reading in m.roles if reading.of is not None}
    readings = [r if r.value in placed else homes.place(m, r) for m in person.mentions for r in m.roles]
    return state_offices(resolve_counterparts(readings, office_of), lexicon.people, is_part, refs)


def statements(person: Person, role: tuple[Statement, ...], ids: Mapping[int, str]) -> dict[str, tuple[Statement, ...]]:
    """The card's properties; people who may be the same are listed, not joined."""
    found = {"role": role} if role else {}
    rivals = tuple(sorted(f"people/{ids[id(rival)]}" for rival in person.rivals if id(rival) in ids))
    if rivals:
        evidence = first_in_each_source(person.mentions)
        found["same_as"] = (Statement(None, evidence, "possible same person", candidates=rivals),)
    return found


def namings_of(card: PersonCard, person: Person, role: tuple[Statement, ...], household: Household) -> list[Naming]:
    """One naming for each mention, with the person's titles and the state or body that he or she stands for."""
    owners = [statement.of for statement in role if statement.of is not None]
    states = [state for owner in owners if (state := household.state_of(owner)) is not None]
    party = next(iter(states), None) or next(iter(owners), None)
    titles = tuple(
        dict.fromkeys([*(s.value for s in role if s.value), *(r.value for m in person.mentions for r in m.roles)])
    )
    who = Referent(card.ref, card.name, Kind.PERSON, party, tuple(t for t in titles if t != COUNTERPART))
    return [Naming(mention.evidence, who, mention.subject) for mention in person.mentions]
