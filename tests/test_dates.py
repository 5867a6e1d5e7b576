"""The table of ``cases/dates.md``, and what holds of dates in any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.dates import Tense, find_dates, resolve_date

TABLE = Path(__file__).parent / "cases" / "dates.md"


def cases() -> list[tuple[str, str | None, Tense, str | None]]:
    rows = [line[2:].split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("- ")]
    return [
        (phrase, None if published == "-" else published, Tense(tense), None if value == "-" else value)
        for phrase, published, tense, value in rows
    ]


@pytest.mark.parametrize(("phrase", "published", "tense", "expected"), cases())
def test_a_phrase_means(phrase: str, published: str | None, tense: Tense, expected: str | None) -> None:
    resolved = resolve_date(phrase, published, tense)
    assert (resolved.value if resolved else None) == expected


def test_the_previous_day_is_told_from_the_day_that_the_text_last_spoke_of() -> None:
    resolved = resolve_date("the previous day", "2023-07-27", Tense.PAST, anchor="2023-07-20")
    assert resolved is not None
    assert (resolved.value, resolved.rule) == ("2023-07-19", "day beside another")


def test_phrases_are_found_in_order_and_the_longest_wins() -> None:
    text = "He came on Thursday, Sept. 14, 2023, two days ago, and stays until next week; in May it may rain."
    assert [text[span.start : span.end] for span in find_dates(text)] == [
        "Thursday, Sept. 14, 2023",
        "two days ago",
        "next week",
        "in May",
    ]


def test_a_month_with_a_day_or_a_year_is_not_read_as_a_month_alone() -> None:
    text = "Since June 30, 2019, nothing has moved; in February 2022 the border closed, and in May it opened."
    assert [text[span.start : span.end] for span in find_dates(text)] == ["June 30, 2019", "February 2022", "in May"]


@settings(deadline=None)
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)))
def test_every_printed_form_of_a_day_leads_back_to_it(day: date) -> None:
    forms = (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day:%A}, {day.day} {day:%B} {day.year}",
        day.isoformat(),
    )
    assert [resolved.value for form in forms if (resolved := resolve_date(form))] == [day.isoformat()] * len(forms)


@settings(deadline=None)
@given(st.text("JulyMarTo 0123456789,-–/.thsndayweklast\n", max_size=200))
def test_spans_lie_in_the_text_and_never_overlap(text: str) -> None:
    reached = 0
    for span in find_dates(text):
        assert reached <= span.start < span.end <= len(text)
        reached = span.end
