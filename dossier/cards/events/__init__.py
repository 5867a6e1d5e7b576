"""Compile events: one card a happening, in however many articles and wordings. Conflicting dates stand side by side.

What stands in the words of a denial is no event. What others claim and somebody denies is one; pages mark it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.cast import compile_cast
from dossier.cards.events.names import Group, address_of, founding, name_of, words_of
from dossier.cards.events.sameness import covers, group_tellings
from dossier.cards.events.tellings import Company, Part, Telling, read_tellings
from dossier.cards.referents import Referents
from dossier.dateforms import days_meant
from dossier.lexicon import Lexicon
from dossier.model import (
    ClaimCard,
    DelegationCard,
    EventCard,
    Evidence,
    Kind,
    Mentions,
    Polarity,
    Reading,
    Source,
    Statement,
    WeaponCard,
)


def compile_events(
    found: Sequence[Mentions],
    lexicon: Lexicon,
    who: Referents,
    cards: tuple[Sequence[WeaponCard], Sequence[DelegationCard], Sequence[ClaimCard]],
    addresses: Addresses,
) -> tuple[EventCard, ...]:
    """The events of all articles, sorted by id.

    ``cards`` are those that an event may name: weapons, delegations, and the claims that a telling may stand in.
    """
    weapons, delegations, claims = cards
    found = sorted(found, key=lambda mentions: publication(mentions.source))
    company = Company(compile_cast(found, who, lexicon.parties), delegations, weapons, lexicon)
    denied = denied_places(claims)
    told = [t for t in read_tellings(company) if is_told(t, lexicon) and not is_denied(t, denied)]
    groups = group_tellings(told, lexicon.events)
    wishes = [Applicant(address_of(group), tuple(t.mention.trigger for t in group)) for group in groups]
    ids = addresses.assign(Kind.EVENT, wishes)
    known = {naming.who.name: naming.who.ref for naming in who if naming.who.kind is Kind.ORGANISATION}
    armed = {card.ref: card.name for card in weapons}
    made = [card(slug, group, known, armed) for slug, group in zip(ids, groups, strict=True)]
    return tuple(sorted(made, key=lambda event: event.id))


def publication(source: Source) -> tuple[bool, str, str]:
    """The order in which articles found cards: by date, undated last, then by id."""
    return source.published is None, source.published or "", source.id


def is_told(telling: Telling, lexicon: Lexicon) -> bool:
    """Whether it names enough cards to be told from others: one with a date, two without."""
    if telling.date is not None:
        return bool(telling.refs or telling.weapons) or telling.mention.sort == "beginning"
    mutual = lexicon.events.sorts[telling.mention.sort].mutual
    return len(telling.refs) > 1 if mutual else bool(telling.doing and telling.met)


def denied_places(claims: Iterable[ClaimCard]) -> list[Evidence]:
    """The words of denials."""
    denials = (claim for claim in claims if claim.polarity is Polarity.DENIES)
    return [report.proposition for claim in denials for report in claim.reports]


def is_denied(telling: Telling, places: Sequence[Evidence]) -> bool:
    """Whether a telling stands inside words that somebody calls untrue."""
    core = telling.mention.core
    return any(place.source == core.source and place.span.covers(core) for place in places)


def card(slug: str, group: Group, known: dict[str, str], armed: dict[str, str]) -> EventCard:
    """The card of one event."""
    first: dict[str, Evidence] = {}
    for telling in group:
        first.setdefault(telling.source, telling.mention.trigger)
    founder = founding(group)
    mentions = [telling.mention for telling in group]
    statements = {
        "type": (Statement(founder.mention.sort, tuple(sorted({m.core for m in mentions})), "sort of happening"),),
        "date": tuple(dates_of(group)),
        "printed": tuple(printed_of(group)),
        "place": tuple(values((m.place for m in mentions), known)),
        "who": tuple(parts_of(group)),
        "what": (Statement(words_of(founder), tuple(sorted({m.trigger for m in mentions})), "as printed"),),
        "weapon": tuple(weapons_of(group, armed)),
    }
    return EventCard(
        id=slug,
        name=name_of(founder),
        evidence=tuple(first.values()),
        statements={key: value for key, value in statements.items() if value},
    )


def dates_of(group: Group) -> Iterator[Statement]:
    """One statement for each date that the tellings give, days before the weeks that they lie in."""
    found: dict[str, list[Reading]] = {}
    phrases: set[Evidence] = set()
    for telling in group:
        if telling.date is not None and telling.date.value:
            found.setdefault(telling.date.value, []).append(telling.date)
            phrases |= {at for at in telling.date.evidence if telling.mention.evidence.span.covers(at)}
    for value in sorted(found):
        days = days_meant(value)
        others = (days_meant(other) for other in found if other != value)
        if days is not None and any(finer is not None and covers(days, finer) for finer in others):
            continue
        readings = found[value]
        evidence = passages(reading.evidence for reading in readings)
        evidence = tuple(sorted(evidence, key=lambda at: at not in phrases))  # when the article appeared comes last
        yield Statement(value, evidence, readings[0].rule)


def printed_of(group: Group) -> Iterator[Statement]:
    """One statement for each wording of the date."""
    found: dict[str, list[Evidence]] = {}
    for telling in group:
        if telling.date is not None:
            for phrase in telling.date.evidence:
                if telling.mention.evidence.span.covers(phrase):
                    found.setdefault(" ".join(phrase.exact.split()), []).append(phrase)
    for wording, evidence in found.items():
        yield Statement(wording, passages([evidence]), "as printed")


def values(groups: Iterable[Sequence[Reading]], known: dict[str, str]) -> Iterator[Statement]:
    """One statement for each place."""
    found: dict[str, list[Reading]] = {}
    for reading in (reading for group in groups for reading in group):
        found.setdefault(reading.value, []).append(reading)
    for value, readings in found.items():
        evidence = passages(reading.evidence for reading in readings)
        yield Statement(value, evidence, readings[0].rule, ref=known.get(value))


def parts_of(group: Group) -> Iterator[Statement]:
    """One statement for each card that has a part in the event."""
    found: dict[str, list[Part]] = {}
    for part in (part for telling in group for part in (*telling.doers, *telling.others)):
        if part.ref is not None:
            found.setdefault(part.ref, []).append(part)
    for ref, parts in found.items():
        rules = {"name": "by name", "party": "by name", "group": "by its group"}
        rule = next((rules[p.how] for p in parts if p.how in rules), f"by {parts[0].how}")
        yield Statement(parts[0].name, passages([[part.printed for part in parts]]), rule, ref=ref)


def weapons_of(group: Group, armed: dict[str, str]) -> Iterator[Statement]:
    """One statement for each weapon that has a part in the event."""
    found: dict[str, list[Evidence]] = {}
    for telling in group:
        for ref in telling.weapons:
            found.setdefault(ref, []).extend(telling.mention.weapons)
    for ref, evidence in found.items():
        yield Statement(armed[ref], passages([evidence]), "named in it", ref=ref)


def passages(groups: Iterable[Iterable[Evidence]]) -> tuple[Evidence, ...]:
    """All passages once, in the order of the sources and texts."""
    return tuple(sorted({evidence for group in groups for evidence in group}))
