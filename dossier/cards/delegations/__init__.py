"""Compile delegations: one card a group and visit, across all articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dossier.cards.addresses import Addresses, Applicant
from dossier.cards.delegations.visits import Frame, Value, group_visits, read_frames, same_person
from dossier.cards.organisations.party_names import shown_name
from dossier.cards.referents import Referents
from dossier.lexicon import Lexicon
from dossier.lexicon.parties import Parties
from dossier.model import DelegationCard, Evidence, Kind, Mentions, Reading, Source, Statement

Visit = Sequence[Frame]
"""The frames of one visit, earliest published first."""


def compile_delegations(
    found: Sequence[Mentions], lexicon: Lexicon, who: Referents, addresses: Addresses
) -> tuple[DelegationCard, ...]:
    """The delegations of all articles, sorted by id.

    ``who`` leads from the passages of senders and heads to their cards. A visit of which nothing is said but its
    sender gets no card.
    """
    found = sorted(found, key=lambda mentions: publication(mentions.source))
    frames = list(read_frames(found, who, lexicon.parties))
    visits = [visit for visit in group_visits(frames) if is_told(visit)]
    names = [name_of(visit, lexicon.parties) for visit in visits]
    wishes = [Applicant(name, places(visit)) for name, visit in zip(names, visits, strict=True)]
    ids = addresses.assign(Kind.DELEGATION, wishes)
    cards = [
        card(slug, name, visit, who, lexicon.parties) for slug, name, visit in zip(ids, names, visits, strict=True)
    ]
    return tuple(sorted(cards, key=lambda card: card.id))


def publication(source: Source) -> tuple[bool, str, str]:
    """The order in which articles found cards: by date, undated last, then by id."""
    return source.published is None, source.published or "", source.id


def is_told(visit: Visit) -> bool:
    """Whether the texts say who leads it or where it goes, without which no visit can be told from another."""
    return any(frame.head or frame.to or frame.members for frame in visit)


def places(visit: Visit) -> tuple[Evidence, ...]:
    """The words that name it, the founding passage first."""
    return tuple(frame.mention.trigger for frame in visit)


def card(slug: str, name: str, visit: Visit, who: Referents, parties: Parties) -> DelegationCard:
    """The card of one visit."""
    first: dict[str, Evidence] = {}
    for frame in visit:
        first.setdefault(frame.source, frame.mention.trigger)
    head = [frame.head for frame in visit if frame.head is not None]
    statements = {
        "from": tuple(shown(statement, who, parties) for statement in one(frame.sender for frame in visit)),
        "head": one(head),
        "member": tuple(members(visit, head)),
        "to": destination(visit),
        "occasion": tuple(readings(frame.mention.occasion for frame in visit)),
        "dates": tuple(readings(frame.mention.dates for frame in visit)),
    }
    return DelegationCard(
        id=slug,
        name=name,
        evidence=tuple(first.values()),
        statements={key: value for key, value in statements.items() if value},
    )


def name_of(visit: Visit, parties: Parties) -> str:
    """What a heading shows: "Russian delegation to North Korea"; without a destination, under whom."""
    sender = next(frame.sender.name for frame in visit if frame.sender is not None)
    row = parties.by_name(sender)
    stem = f"{row.adjective if row is not None else genitive(sender)} delegation"
    to = destination(visit)
    if to:
        return f"{stem} to {to[0].value}"
    head = next((frame.head.name for frame in visit if frame.head is not None), None)
    return f"{stem} led by {head}" if head else stem


def genitive(sender: str) -> str:
    """A plural sender in a heading: "African leaders' delegation"."""
    return f"{sender}'" if sender.endswith("s") and " " in sender and sender.split()[-1].islower() else sender


def one(values: Iterable[Value | None]) -> tuple[Statement, ...]:
    """The one value that all frames of a visit share, by its fullest name, with all passages."""
    known = [value for value in values if value is not None]
    if not known:
        return ()
    best = max(known, key=lambda value: (value.ref is not None, len(value.name)))
    evidence = tuple(sorted({passage for value in known for passage in value.evidence}))
    return (Statement(best.name, evidence, best.rule, ref=best.ref),)


def shown(statement: Statement, who: Referents, parties: Parties) -> Statement:
    """The statement with its party as the articles print it."""
    return replace(statement, value=shown_name(statement.value or "", statement.evidence, who, parties))


def members(visit: Visit, head: Sequence[Value]) -> Iterator[Statement]:
    """Those who are named in it, the head left out."""
    groups: list[list[Value]] = []
    for member in (member for frame in visit for member in frame.members):
        if any(same_person(member, leader) for leader in head):
            continue
        known = next((group for group in groups if same_person(group[0], member)), None)
        if known is None:
            groups.append([member])
        else:
            known.append(member)
    for group in groups:
        yield from one(group)


def destination(visit: Visit) -> tuple[Statement, ...]:
    """Where it goes: the country where any frame says it, else the city named most often."""
    known = [frame for frame in visit if frame.to is not None]
    names = Counter(frame.to.name for frame in known if frame.to is not None)
    lands = [frame for frame in known if frame.to is not None and frame.to.name == frame.land]
    if not known:
        return ()
    chosen = lands[0].to if lands else max((f.to for f in known if f.to), key=lambda value: names[value.name])
    if chosen is None:
        return ()
    evidence = tuple(sorted({passage for f in known if f.to is not None for passage in f.to.evidence}))
    return (Statement(chosen.name, evidence, chosen.rule, ref=chosen.ref),)


def readings(groups: Iterable[Sequence[Reading]]) -> Iterator[Statement]:
    """Distinct values, the fullest wording of each: "talks" is left out beside "talks on prisoners"."""
    found: dict[str, list[Reading]] = {}
    for reading in (reading for group in groups for reading in group):
        found.setdefault(reading.value, []).append(reading)
    words = {value: set(value.casefold().replace("'s", "").split()) for value in found}
    for value, group in found.items():
        if any(words[value] < words[other] for other in found):
            continue
        evidence = tuple(sorted({passage for reading in group for passage in reading.evidence}))
        yield Statement(value, evidence, group[0].rule)
