"""Dates as articles print them, and the days that they mean: "on July 26", "Thursday", "last week", "26-28 July 2023".

A phrase is resolved against the day on which its article was published. Where two readings remain ("last
Thursday" in a Saturday paper) nothing is resolved: no date is better than a wrong one. Rules are named, because
the site explains them: ``as printed``, ``year of publication``, ``weekday``, ``relative day``, ``week`` …
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dossier.dateforms import (
    COMMA_YEAR,
    DAY,
    MONTH,
    NUMBERS,
    ON,
    RANGES,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    day_of,
    make_day,
    may_hold_date,
    month_of,
    whole,
)
from dossier.model import Span


class Tense(StrEnum):
    """Which way the sentence looks: "arrived Thursday", "will arrive Thursday"."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase means, and by which rule."""

    value: str
    """``2023-07-26``, ``2023-07-26/2023-07-28``, ``2023-07`` or ``2023``."""
    rule: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is read against."""

    published: date | None
    """The day of publication; the 15th where only its month is known (see ``day_known``)."""
    day_known: bool
    tense: Tense
    anchor: date | None
    """The day that the text last spoke of, for "the previous day"."""


def span_of_days(first: date | None, last: date | None, rule: str) -> Resolved | None:
    """A range in the right order, or nothing."""
    if first is None or last is None or first > last:
        return None
    return Resolved(f"{first}/{last}" if first != last else str(first), rule)


def near_day(month: int, day: int, frame: Frame) -> date | None:
    """The day without a year that the sentence means: the nearest, or the nearest on the tense's side."""
    if frame.published is None:
        return None
    near = frame.published
    days = [d for year in (near.year - 1, near.year, near.year + 1) if (d := make_day(year, month, day))]
    if frame.tense is Tense.PAST:
        days = [d for d in days if d <= near or (not frame.day_known and d.month == near.month)]
    if frame.tense is Tense.FUTURE:
        days = [d for d in days if d >= near or (not frame.day_known and d.month == near.month)]
    return min(days, key=lambda d: (abs(d - near), d), default=None)


# ------------------------------------------------------------------------------------------ the rules, one a form


def read_iso_day(found: re.Match[str], _: Frame) -> Resolved | None:
    """2023-07-27."""
    day = make_day(int(found["year"]), int(found["month"]), int(found["day"]))
    return Resolved(str(day), "as printed") if day else None


def read_iso_month(found: re.Match[str], _: Frame) -> Resolved | None:
    """2025-03."""
    return Resolved(f"{found['year']}-{found['month']}", "as printed") if 1 <= int(found["month"]) <= 12 else None


def read_numeric(found: re.Match[str], _: Frame) -> Resolved | None:
    """27/07/2023; nothing for 07/08/2023, which is August in London and July in New York."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    days = {d for d in (make_day(year, second, first), make_day(year, first, second)) if d}
    if "." in found[0][-9:]:  # 11.02.2025 has the day first wherever dots are used
        days = {d for d in days if d.day == first}
    weekday = found[0][:3].lower()
    if weekday in WEEKDAYS:  # Tuesday 06/02/2024 is in February
        days = {d for d in days if d.weekday() == WEEKDAYS.index(weekday)}
    return Resolved(str(days.pop()), "as printed") if len(days) == 1 else None


def read_range(found: re.Match[str], frame: Frame) -> Resolved | None:
    """July 26-28, 2023; July 30 to August 2; 26-28 July."""
    month, month2 = found["month"], found.groupdict().get("month2") or found["month"]
    if found["year"]:
        year = int(found["year"])
        last = make_day(year, month_of(month2), day_of(found["day2"]))
        wraps = month_of(month) > month_of(month2)
        first = make_day(year - wraps, month_of(month), day_of(found["day"]))
        return span_of_days(first, last, "as printed")
    first = near_day(month_of(month), day_of(found["day"]), frame)
    if first is None:
        return None
    wraps = month_of(month) > month_of(month2)
    last = make_day(first.year + wraps, month_of(month2), day_of(found["day2"]))
    return span_of_days(first, last, "year of publication")


def read_day(found: re.Match[str], frame: Frame) -> Resolved | None:
    """July 27, 2023; 27 July; Thursday, July 27."""
    month, day = month_of(found["month"]), day_of(found["day"])
    if found["year"]:
        full = make_day(int(found["year"]), month, day)
        return Resolved(str(full), "as printed") if full else None
    near = near_day(month, day, frame)
    return Resolved(str(near), "year of publication") if near else None


def read_month(found: re.Match[str], frame: Frame) -> Resolved | None:
    """July 2023; in April; early June; last November."""
    month = month_of(found["month"])
    if found["year"]:
        return Resolved(f"{found['year']}-{month:02d}", "as printed")
    if frame.published is None:
        return None
    near, which = frame.published, (found["which"] or "").lower()
    if which == "this":
        return Resolved(f"{near.year}-{month:02d}", "month")
    if which == "next" or frame.tense is Tense.FUTURE:
        return Resolved(f"{near.year + (month < near.month)}-{month:02d}", "month")
    if which == "last" and month == near.month:
        return None
    return Resolved(f"{near.year - (month > near.month)}-{month:02d}", "month")


def read_weekday(found: re.Match[str], frame: Frame) -> Resolved | None:
    """Thursday: the latest on or before publication, or the next one where the sentence looks ahead."""
    if frame.published is None or not frame.day_known:
        return None
    near, which = frame.published, (found["which"] or "").lower()
    back = (near.weekday() - WEEKDAYS.index(found["weekday"][:3].lower())) % 7
    past, future = near - timedelta(back), near + timedelta((7 - back) % 7)
    if which == "this":
        return Resolved(str(near - timedelta(near.weekday() - past.weekday())), "weekday")
    if which in {"last", "next"}:
        day = past if which == "last" else future
        same_week = day.isocalendar()[:2] == near.isocalendar()[:2]
        return None if same_week else Resolved(str(day), "weekday")
    return Resolved(str(future if frame.tense is Tense.FUTURE else past), "weekday")


def read_relative_day(found: re.Match[str], frame: Frame) -> Resolved | None:
    """today, yesterday, last night, overnight, tomorrow."""
    if frame.published is None or not frame.day_known:
        return None
    words = found[0].lower()
    shift = -1 if "yesterday" in words or words == "last night" else 1 if "tomorrow" in words else 0
    if words == "overnight" and frame.tense is Tense.FUTURE:
        return None
    return Resolved(str(frame.published + timedelta(shift)), "relative day")


def read_neighbour_day(found: re.Match[str], frame: Frame) -> Resolved | None:
    """The previous day, a day earlier, the next day: beside the day that the text last spoke of."""
    near = frame.anchor or (frame.published if frame.day_known else None)
    if near is None:
        return None
    later = re.search(r"next|following|later|after", found[0]) is not None
    return Resolved(str(near + timedelta(1 if later else -1)), "day beside another")


def read_days_ago(found: re.Match[str], frame: Frame) -> Resolved | None:
    """Two days ago; nothing for "weeks ago", which is a round figure."""
    if frame.published is None or not frame.day_known:
        return None
    count = found["count"].lower()
    days = NUMBERS.index(count) if count in NUMBERS else int(count)
    return Resolved(str(frame.published - timedelta(days)), "relative day")


def read_period(found: re.Match[str], frame: Frame) -> Resolved | None:
    """A period beside the present one: this week (Monday to Sunday), last month, next year."""
    if frame.published is None:
        return None
    near, shift = frame.published, {"last": -1, "this": 0, "next": 1}[found["which"].lower()]
    unit = found["unit"].lower()
    if unit == "year":
        return Resolved(str(near.year + shift), "year")
    if unit == "month":
        months = near.year * 12 + near.month - 1 + shift
        return Resolved(f"{months // 12}-{months % 12 + 1:02d}", "month")
    if not frame.day_known:
        return None
    monday = near - timedelta(near.weekday() - 7 * shift)
    if unit == "weekend":
        return span_of_days(monday + timedelta(5), monday + timedelta(6), "week")
    return span_of_days(monday, monday + timedelta(6), "week")


@dataclass(frozen=True, slots=True)
class Rule:
    """One printed form and how it is read."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Frame], Resolved | None]


RULES = (
    Rule(whole(rf"(?P<year>{YEAR})[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)"), read_iso_day),
    Rule(whole(rf"(?P<year>{YEAR})-(?P<month>\d\d)"), read_iso_month),
    Rule(whole(rf"{ON}(?P<first>\d\d?)[/.-](?P<second>\d\d?)[/.-](?P<year>{YEAR})"), read_numeric),
    *(Rule(whole(form), read_range) for form in RANGES),
    Rule(whole(rf"{ON}(?P<month>{MONTH}),?\s(?:the\s)?(?P<day>{DAY}){COMMA_YEAR}"), read_day),
    Rule(
        whole(rf"{ON}(?P<day>{DAY})[\s/-](?:of\s)?(?P<month>{MONTH})(?:(?:,?\s|\s,\s?|[/-])(?P<year>{YEAR}))?"),
        read_day,
    ),
    Rule(whole(rf"(?P<which>(?!))?(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})"), read_month),
    Rule(
        whole(
            r"(?:[Ii]n|[Ss]ince|[Dd]uring|[Uu]ntil|[Bb]y|[Ll]ate|[Ee]arly|[Mm]id|[Ee]nd of"
            rf"|(?P<which>[Ll]ast|[Tt]his|[Nn]ext))[\s-](?:late[\s-]|early[\s-]|mid[\s-])?(?P<month>{MONTH})(?P<year>(?!))?(?!,?\s(?:of\s)?\d)"
        ),
        read_month,
    ),
    Rule(whole(rf"(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s)?(?P<weekday>{WEEKDAY})"), read_weekday),
    Rule(
        whole(
            r"[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Oo]vernight|[Ll]ast night"
            r"|[Tt]his (?:morning|afternoon|evening)|[Ee]arlier today"
        ),
        read_relative_day,
    ),
    Rule(
        whole(r"[Tt]he (?:previous|next|following) day|[Aa] day (?:earlier|later)"),
        read_neighbour_day,
    ),
    Rule(whole(rf"(?P<count>{'|'.join(NUMBERS[1:])}|\d{{1,2}})\sdays ago"), read_days_ago),
    Rule(whole(r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s(?P<unit>week|weekend|month|year)"), read_period),
)
"""In this order: the longer form of what begins at one place comes first."""


def find_dates(text: str) -> Iterator[Span]:
    """The phrases of ``text`` that say when, in order and without overlap; offsets in code points of ``text``."""
    if not may_hold_date(text):
        return
    hits = sorted((found.start(), -found.end(), found.end()) for rule in RULES for found in rule.pattern.finditer(text))
    reached = 0
    for start, _, end in hits:
        if start >= reached:
            yield Span(start, end)
            reached = end


def resolve_date(
    phrase: str, published: str | None = None, tense: Tense = Tense.UNKNOWN, anchor: str | None = None
) -> Resolved | None:
    """What ``phrase`` means in an article of the day ``published`` (ISO, or ``YYYY-MM``); ``None`` where unclear.

    ``anchor`` is the day that the text last spoke of, for "the previous day". A phrase holds one date form,
    with words such as "on" or "night" around it.
    """
    day, known = read_published(published)
    frame = Frame(day, known, tense, read_published(anchor)[0])
    plain = re.sub(r"\s+", " ", phrase)
    for rule in RULES:
        found = rule.pattern.search(plain)
        if found:
            return rule.read(found, frame)
    return None


def read_published(value: str | None) -> tuple[date | None, bool]:
    """An ISO day and ``True``; for a month its middle and ``False``; else nothing."""
    found = re.fullmatch(rf"({YEAR})-(\d\d)(?:-(\d\d))?", value or "")
    if not found:
        return None, False
    day = make_day(int(found[1]), int(found[2]), int(found[3] or 15))
    return day, day is not None and found[3] is not None
