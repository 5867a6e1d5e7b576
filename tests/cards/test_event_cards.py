"""Event cards: one a happening across articles, conflicts side by side, and two where one would be a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from dossier.dateforms import days_meant
from dossier.model import Dossier, EventCard

Compile = Callable[[Mapping[str, str]], Dossier]

DATED = "date 2024-05-16\n\nThe visit\n\n"
"""The lines with which an article of 16 May 2024, a Thursday, begins."""


def values(card: EventCard, key: str) -> list[str | None]:
    return [statement.value for statement in card.statements.get(key, ())]


def events(dossier: Dossier, sort: str) -> list[EventCard]:
    return [card for card in dossier.events if sort in values(card, "type")]


def test_one_meeting_in_two_articles_is_one_card(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": DATED
            + "Kenyan President William Ruto met Indian Prime Minister Narendra Modi in New Delhi on Tuesday.",
            "b.txt": "date 2024-05-15\n\nTalks\n\n"
            "Indian Prime Minister Narendra Modi met with Kenyan President William Ruto on Tuesday, aides said.",
        }
    )
    (meeting,) = events(dossier, "meeting")
    assert values(meeting, "date") == ["2024-05-14"]
    assert values(meeting, "place") == ["New Delhi"]
    assert sorted(str(s.ref) for s in meeting.statements["who"]) == ["people/narendra-modi", "people/william-ruto"]
    assert len(meeting.evidence) == 2


def test_two_articles_that_disagree_by_a_day_are_shown_side_by_side(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": DATED + "Foreign Minister Wang Yi met Indian Prime Minister Narendra Modi on May 13.",
            "b.txt": DATED + "Chinese Foreign Minister Wang Yi met with Indian Prime Minister Narendra Modi on May 14.",
        }
    )
    (meeting,) = events(dossier, "meeting")
    assert values(meeting, "date") == ["2024-05-13", "2024-05-14"]
    assert values(meeting, "printed") == ["May 13", "May 14"]


def test_two_meetings_on_two_days_of_one_article_are_two(compile_articles: Compile) -> None:
    text = (
        "Foreign Minister Wang Yi met Indian Prime Minister Narendra Modi on Monday. "
        "Wang Yi met Narendra Modi on Tuesday, too."
    )
    dossier = compile_articles({"a.txt": DATED + text})
    assert sorted(values(card, "date") for card in events(dossier, "meeting")) == [["2024-05-13"], ["2024-05-14"]]


def test_an_undated_telling_joins_the_only_dated_one(compile_articles: Compile) -> None:
    one = "Chinese Foreign Minister Wang Yi met Indian Prime Minister Narendra Modi on Monday."
    other = "China's Foreign Minister Wang Yi met Prime Minister Narendra Modi. They spoke for an hour."
    joined = compile_articles({"a.txt": DATED + one, "b.txt": "Talks\n\n" + other})
    assert [values(card, "date") for card in events(joined, "meeting")] == [["2024-05-13"]]


def test_an_undated_telling_that_fits_two_stays_apart(compile_articles: Compile) -> None:
    dossier = compile_articles(
        {
            "a.txt": DATED
            + "Chinese Foreign Minister Wang Yi met Indian Prime Minister Narendra Modi on May 2. "
            + "Wang Yi met Narendra Modi on May 13, too.",
            "b.txt": "Talks\n\nForeign Minister Wang Yi met Prime Minister Narendra Modi. They spoke for an hour.",
        }
    )
    assert sorted(values(card, "date") for card in events(dossier, "meeting")) == [[], ["2024-05-02"], ["2024-05-13"]]


def test_a_weekday_without_a_year_joins_only_its_own_weekday(compile_articles: Compile) -> None:
    one = "Chinese Foreign Minister Wang Yi met Indian Prime Minister Narendra Modi on May 13."
    for day, cards in (("Monday", 1), ("Wednesday", 2)):
        undated = f"Talks\n\nForeign Minister Wang Yi met Indian Prime Minister Narendra Modi on {day}, aides said."
        dossier = compile_articles({"a.txt": DATED + one, "b.txt": undated})
        assert len(events(dossier, "meeting")) == cards, day


def test_he_is_the_only_person_of_the_sentence_before(compile_articles: Compile) -> None:
    text = "The Kenyan delegation is led by Foreign Minister Musalia Mudavadi. He handed Narendra Modi a letter."
    (handed,) = events(compile_articles({"a.txt": DATED + text}), "handover")
    assert handed.name == "Musalia Mudavadi handed Narendra Modi a letter"
    assert [s.rule for s in handed.statements["who"]] == ["by pronoun", "by name"]


def test_he_stays_open_where_two_fit(compile_articles: Compile) -> None:
    text = "Talks between William Ruto and Musalia Mudavadi were the first since May 2, when he met Narendra Modi."
    (met,) = events(compile_articles({"a.txt": DATED + text}), "meeting")
    assert values(met, "who") == ["Narendra Modi"]


def test_what_stands_in_a_denial_is_no_event(compile_articles: Compile) -> None:
    text = "Iran's foreign ministry denied claims that Iran attacked Pakistan on Tuesday."
    assert events(compile_articles({"a.txt": DATED + text}), "attack") == []


def test_every_value_stands_on_words_of_its_article(first_dossier: Dossier) -> None:
    assert first_dossier.events
    for card in first_dossier.events:
        for statements in card.statements.values():
            assert all(statement.evidence for statement in statements)
        for statement in card.statements.get("date", ()):
            assert days_meant(statement.value or "") is not None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-07-26", "2023-07-26", "2023-07-26"),
        ("2023-07-24/2023-07-30", "2023-07-24", "2023-07-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1953", "1953-01-01", "1953-12-31"),
    ],
)
def test_the_days_that_a_date_can_mean(value: str, first: str, last: str) -> None:
    days = days_meant(value)
    assert days is not None
    assert [day.isoformat() for day in days] == [first, last]


@pytest.mark.parametrize("value", ["", "soon", "2023-13", "2023-02-30"])
def test_what_is_no_date_means_no_day(value: str) -> None:
    assert days_meant(value) is None
