"""Which tellings are of one event: the same sort, the same parties, days that agree. When in doubt they stay apart.

Two articles that put one handover on two days next to each other make one card with both dates; two meetings on two
days in one article are two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from dossier.cards.events.tellings import Telling
from dossier.dateforms import MONTHS, WEEKDAYS, days_meant
from dossier.lexicon.events import EventWords

SLIP = timedelta(days=1)
"""How far two articles may be apart on the day of one event: a time zone, or a day mistaken."""

Days = tuple[date, date]
"""The first and the last day that a date can mean."""


def group_tellings(tellings: Sequence[Telling], words: EventWords) -> list[list[Telling]]:
    """The tellings of each event together, each in the order of ``tellings``; the most exactly dated found groups."""
    order = {id(telling): index for index, telling in enumerate(tellings)}
    groups: list[list[Telling]] = []
    for telling in sorted(tellings, key=lambda t: (exactness(t), order[id(t)])):
        fitting = [group for group in groups if all(is_same(telling, other, words) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(telling)
        else:  # none fits, or several do and nothing tells which
            groups.append([telling])
    groups.sort(key=lambda group: min(order[id(telling)] for telling in group))
    return [sorted(group, key=lambda telling: order[id(telling)]) for group in groups]


def exactness(telling: Telling) -> tuple[int, int]:
    """Sort key: the shortest stretch of days first, undated last; more parties first."""
    days = days_meant(telling.date.value) if telling.date else None
    return ((days[1] - days[0]).days if days else 100_000), -len(telling.refs)


def is_same(a: Telling, b: Telling, words: EventWords) -> bool:
    """Whether two tellings can be of one event and enough speaks for it."""
    if a.mention.sort != b.mention.sort or not agree(a, b, words):
        return False
    if words.sorts[a.mention.sort].general and a.mention.core.exact.casefold() != b.mention.core.exact.casefold():
        return False
    one, other = (days_meant(t.date.value) if t.date else None for t in (a, b))
    if one is None or other is None:
        return is_whole(a, b, words) and wording_agrees(a, one, b, other)
    if one[0] <= other[1] and other[0] <= one[1]:
        return covers(one, other) or covers(other, one)
    near = one[0] - other[1] <= SLIP and other[0] - one[1] <= SLIP
    return near and a.source != b.source and is_whole(a, b, words) and is_day(one) and is_day(other)


def agree(a: Telling, b: Telling, words: EventWords) -> bool:
    """Whether no party, weapon or thing speaks against it, and one speaks for it."""
    if words.sorts[a.mention.sort].mutual:
        shared = a.refs & b.refs
        alone = bool(shared) and min(len(a.refs), len(b.refs)) == 1
        return len(shared) > 1 or (alone and (same_place(a, b) or same_words(a, b)))
    sides = ((a.doing, b.doing), (a.met, b.met), (frozenset(a.weapons), frozenset(b.weapons)))
    if any(one and other and not one & other for one, other in sides):
        return False
    things = set(a.mention.things), set(b.mention.things)
    if all(things) and not things[0] & things[1]:
        return False
    return any(one & other for one, other in sides)


def is_whole(a: Telling, b: Telling, words: EventWords) -> bool:
    """Whether both tellings name the same two sides."""
    if words.sorts[a.mention.sort].mutual:
        return len(a.refs) > 1 and a.refs == b.refs
    sides = bool(a.doing) and a.doing == b.doing and a.met == b.met and (bool(a.met) or same_place(a, b))
    armed = bool(a.weapons) and bool(set(a.weapons) & set(b.weapons)) and a.doing == b.doing
    return sides or (armed and bool(a.date) and bool(b.date))


def same_place(a: Telling, b: Telling) -> bool:
    """Whether both say where, and the same place."""
    places = {p.value for p in a.mention.place}, {p.value for p in b.mention.place}
    return bool(places[0] & places[1])


def same_words(a: Telling, b: Telling) -> bool:
    """Whether both print it alike, as reprints do."""
    words = (t.mention.trigger.exact.replace("’", "'").casefold().split() for t in (a, b))
    return next(words) == next(words)


def wording_agrees(a: Telling, one: Days | None, b: Telling, other: Days | None) -> bool:
    """Whether an unresolved "Wednesday" or "in April" can be the day that the other telling gives."""
    for telling, days in ((a, other), (b, one)):
        phrase = telling.date.evidence[0].exact if telling.date and not telling.date.value else ""
        if days is not None and not can_be(phrase, days):
            return False
    return True


def can_be(phrase: str, days: Days) -> bool:
    """Whether the weekday and the month that ``phrase`` names, if any, are those of ``days``."""
    found = [word[:3].casefold() for word in re.findall(r"[A-Z][a-z]{2,}", phrase)]
    weekday = next((word for word in found if word in WEEKDAYS), None)
    month = next((word for word in found if word in MONTHS), None)
    if weekday is not None and (days[0] != days[1] or WEEKDAYS[days[0].weekday()] != weekday):
        return False
    return month is None or MONTHS[days[0].month - 1] == month


def covers(one: Days, other: Days) -> bool:
    """Whether all days of ``other`` lie in ``one``."""
    return one[0] <= other[0] and other[1] <= one[1]


def is_day(days: Days) -> bool:
    """Whether it is one day."""
    return days[0] == days[1]
