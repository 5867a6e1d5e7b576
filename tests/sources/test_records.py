"""What articles tell about one another: the year of a dateline, the agency behind a rewriting, one origin of copies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.lexicon import Lexicon
from dossier.model import Source
from dossier.sources import read_sources, share_of_text
from dossier.sources.origins import group_origins, is_same_text

Read = Callable[[Mapping[str, str]], dict[str, Source]]

WIRE = """DUBAI, April 9 (Reuters) - A Saudi delegation landed in the Yemeni capital on Sunday for talks on a truce.
The envoys were received at the airport by the deputy head of the Houthi political council and drove to the palace.
"We have come to end this war and to open a new page with our brothers," the ambassador said, according to the channel.
Three people close to the talks said that both sides were near an agreement on wages and on the port of Hodeidah.
An Omani team that has carried messages between the capitals for months had arrived one day earlier on the same runway.
The kingdom leads a coalition that entered the conflict in 2015 and has struck targets in the north ever since.
Aid agencies say that two thirds of the population need help and that most of the hospitals are closed or damaged."""

OTHER = """Negotiators from Riyadh met leaders of the rebels in Sanaa on Sunday, a broadcaster of the movement reported.
"We have come to end this war and to open a new page with our brothers," the ambassador said, according to the channel.
Residents of the city spoke of heavy traffic and of posters that had been taken down overnight.
Fuel queues were shorter than in March, a shopkeeper said, and the currency had gained a little.
Diplomats in Geneva hope that the prisoners whom both sides promised to free will be home before the feast."""


@pytest.fixture
def read(tmp_path: Path, lexicon: Lexicon) -> Read:
    def read_these(articles: Mapping[str, str]) -> dict[str, Source]:
        folder = tmp_path / "seeds"
        folder.mkdir()
        for name, text in articles.items():
            (folder / f"{name}.txt").write_text(text, "utf-8")
        return {source.id: source for source in read_sources(folder, lexicon)}

    return read_these


def test_a_dateline_without_a_year_takes_it_from_the_copy_that_is_dated(read: Read) -> None:
    sources = read(
        {
            "a": WIRE,
            "b": f"Saudi team in Sanaa\nPublished: 9 April 2023\n{WIRE}",
            "c": f"Year in review\n2021-12-30\n{OTHER}",
        }
    )
    assert sources["a"].published == "2023-04-09"
    assert sources["a"].found["published"].rule == "year of the dossier"
    assert [passage.exact for passage in sources["a"].found["published"].evidence] == ["April 9"]


def test_a_dateline_takes_the_year_that_brings_it_nearest_to_dated_articles(read: Read) -> None:
    assert read({"a": WIRE, "c": f"Talks in Sanaa\n2 May 2022\n{OTHER}"})["a"].published == "2022-04-09"


def test_a_dateline_far_from_all_dated_articles_stays_undated(read: Read) -> None:
    assert read({"a": WIRE, "c": f"Talks in Sanaa\n2 November 2022\n{OTHER}"})["a"].published is None


def test_a_day_in_numbers_is_read_in_the_order_that_agrees_with_the_dossier(read: Read) -> None:
    articles = {"a": f"Talks in Sanaa\n10/04/2023\n{OTHER}", "b": f"Talks in Sanaa\n9 April 2023\n{WIRE}"}
    source = read(articles)["a"]
    assert source.published == "2023-04-10"
    assert source.found["published"].rule == "order of day and month by the dossier"


def test_an_agency_named_in_the_body_counts_in_a_copy_of_its_text_only(read: Read) -> None:
    copy = WIRE.split(" - ", 1)[1].replace("according to the channel", "Reuters reported")
    sources = read({"a": WIRE, "b": copy, "c": OTHER.replace("according to the channel", "Reuters reported")})
    assert {key: (source.agency, source.origin) for key, source in sources.items()} == {
        "a": ("Reuters", "a"),
        "b": ("Reuters", "a"),
        "c": (None, "c"),
    }
    assert sources["b"].found["agency"].rule == "named in the body, credited by the same text"


def test_a_rewriting_that_names_its_agency_shares_the_origin(read: Read) -> None:
    rewriting = """The delegation of Saudi has landed at the capital of Yemen Sunday for talks of lasting truce.
Houthi deputy head of political council received these envoys in airport, then they drove toward palace.
Reuters has quoted three people close with talks that agreement of wages and Hodeidah port is near.
Omani team carrying messages since months between both capitals arrived earlier one day.
Coalition led by kingdom entered conflict in 2015, it struck many targets in north since then.
Two thirds population needs help as aid agencies say, hospitals mostly closed or damaged."""
    sources = read({"a": WIRE, "b": rewriting, "c": OTHER})
    assert sources["b"].origin == "a"
    assert sources["b"].agency == "Reuters"
    assert sources["c"].origin == "c"


def test_two_stories_of_one_agency_are_two_origins(read: Read) -> None:
    assert {s.origin for s in read({"a": WIRE, "b": f"ADEN, April 10 (Reuters) - {OTHER}"}).values()} == {"a", "b"}


def test_the_same_quotation_makes_no_common_origin() -> None:
    assert not is_same_text(*share_of_text(WIRE, OTHER))


@settings(deadline=None)
@given(st.sets(st.integers(0, 6), max_size=3), st.sets(st.integers(0, 60), max_size=6))
def test_a_copy_with_dropped_sentences_and_changed_words_stays_in_its_group(
    dropped: set[int], changed: set[int]
) -> None:
    kept = [line for at, line in enumerate(WIRE.splitlines()) if at not in dropped]
    words = ["altered" if at in changed else word for at, word in enumerate("\n".join(kept).split(" "))]
    groups = group_origins({"a": WIRE, "b": " ".join(words), "c": OTHER}, dict.fromkeys("abc"))
    assert groups == {"a": "a", "b": "a", "c": "c"}


def test_hundreds_of_reprints_are_one_group() -> None:
    lines = WIRE.splitlines()
    bodies = {f"{at:03d}": "\n".join(lines[: at % 3] + lines[at % 3 + 1 :]) for at in range(150)}
    assert set(group_origins({**bodies, "x": OTHER}, dict.fromkeys([*bodies, "x"])).values()) == {"000", "x"}


def test_adding_an_article_moves_no_other_out_of_its_group() -> None:
    bodies = {"b": WIRE, "c": WIRE.replace("Sunday", "Monday"), "d": OTHER}
    before = group_origins(bodies, dict.fromkeys("bcd"))
    after = group_origins({**bodies, "e": "Nothing in common here at all, the clerk said."}, dict.fromkeys("bcde"))
    assert {key: after[key] for key in before} == before
