"""How a day is written: the pieces that the rules of ``dates`` are put together from.

Months and weekdays need their capital: "may" is mostly a verb, and "sat" always is.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?"
    r"|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
TO = r"(?:[-–—]|\s(?:to|until|through)\s)"
"""Between two days of a month; with blanks around it a dash goes on: "Aug. 2 - 30 people were killed"."""
TO_MONTH = r"(?:\s?[-–—]\s?|\s(?:to|until|through)\s)"
BETWEEN = r"(?P<between>[Bb]etween\s)?"
AND = r"(?(between)\sand\s"
"""Opens a choice: "between July 26 and 28" is a range, "on July 26 and 28" is two days."""
ON = rf"(?:(?:{WEEKDAY}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?),?\s(?:the\s)?)?"
COMMA_YEAR = rf"(?:(?:,?\s|\s,\s?)(?:of\s)?(?P<year>{YEAR})(?!\s?(?:th|nd|rd|km|m)\b))?"

RANGES = (
    rf"{BETWEEN}(?P<month>{MONTH})\s(?P<day>{DAY}){AND}|{TO})(?P<day2>{DAY}){COMMA_YEAR}",
    rf"{BETWEEN}(?P<month>{MONTH})\s(?P<day>{DAY}){AND}|{TO_MONTH})(?P<month2>{MONTH})\s(?P<day2>{DAY}){COMMA_YEAR}",
    rf"{BETWEEN}(?P<day>{DAY}){AND}|{TO})(?P<day2>{DAY})\s(?:of\s)?(?P<month>{MONTH}){COMMA_YEAR}",
    rf"{BETWEEN}(?P<day>{DAY})\s(?P<month>{MONTH}){AND}|{TO_MONTH})(?P<day2>{DAY})\s(?P<month2>{MONTH}){COMMA_YEAR}",
)
"""July 26-28, 2023; July 30 to August 2; 26-28 July; 30 July to 2 August."""


HINTS = (
    *("DAY", "day", "evening", "month", "morning", "night", "noon", "omorrow", "week", "year"),
    *(month.capitalize() for month in MONTHS),
    *(month.upper() for month in MONTHS),
)
"""What every form without a digit holds: "Wednesday", "last night", "in early May"; most sentences have none."""


def may_hold_date(text: str) -> bool:
    """Whether any form can be in ``text``, at a fraction of the cost of looking for each."""
    return re.search(r"\d", text) is not None or any(hint in text for hint in HINTS)


def whole(pattern: str) -> re.Pattern[str]:
    """``pattern`` where no letter or digit touches it: "Kang Sun Nam" holds no Sunday, "F-16" no sixteenth."""
    return re.compile(rf"(?<![\w/.-])(?:{pattern})(?![\w/]|-\d)")


def day_of(text: str) -> int:
    """The number in "26th"."""
    return int(re.sub(r"\D", "", text))


def month_of(text: str) -> int:
    """1 to 12 for "Sept." or "JULY"."""
    return MONTHS.index(text[:3].lower()) + 1


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, or ``None`` for a thirtieth of February."""
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def days_meant(value: str) -> tuple[date, date] | None:
    """The first and last day that ``2023-07-26``, ``2023-07-24/2023-07-30``, ``2023-07`` or ``2023`` can mean."""
    try:
        if re.fullmatch(YEAR, value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
        if re.fullmatch(rf"{YEAR}-\d\d", value):
            year, month = int(value[:4]), int(value[5:])
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        first, _, last = value.partition("/")
        return date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return None
