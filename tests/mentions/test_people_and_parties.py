"""People and parties: titled texts in ``tests/cases``, each with whom a careful reader finds named in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build import CardCompiler
from dossier.model import Mentions, PartyMention, PersonMention, Source

CASES = Path(__file__).parents[1] / "cases"


def read_cases(name: str) -> Iterator[tuple[str, str, list[str]]]:
    """Title, text and expected lines of each second-level heading."""
    for section in (CASES / name).read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        text = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        expected = [line.removeprefix("- ").strip() for line in lines if line.startswith("- ")]
        yield title, text, [] if expected == ["none"] else expected


def find(compiler: CardCompiler, text: str) -> Mentions:
    (mentions,) = compiler.find([Source(id="case", file="case.txt", sha256="", text=text)])
    return mentions


def party_line(party: PartyMention) -> str:
    return f"{party.evidence.exact} | {party.name} | {party.how}"


def person_line(person: PersonMention) -> str:
    roles = [role.value + (f" of {role.of}" if role.of else "") for role in person.roles]
    return f"{person.name} | {'; '.join(roles)}".strip()


@pytest.mark.parametrize(("title", "text", "expected"), [pytest.param(*c, id=c[0]) for c in read_cases("parties.md")])
def test_parties(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    assert [party_line(party) for party in find(compiler, text).parties] == expected, title


@pytest.mark.parametrize(("title", "text", "expected"), [pytest.param(*c, id=c[0]) for c in read_cases("people.md")])
def test_people(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    assert [person_line(person) for person in find(compiler, text).people] == expected, title


def test_a_counterpart_rests_on_the_passage_of_the_other_person(compiler: CardCompiler) -> None:
    people = find(compiler, "Japanese Defence Minister Kenji Mori called his Indian counterpart, Arun Mehta.").people
    assert people[1].roles[0].evidence[-1] == people[0].evidence


def test_what_was_taken_for_a_person_and_is_none_is_told(compiler: CardCompiler) -> None:
    found = find(compiler, "The tanker Stella Maris sank. Sailors of the Stella Maris were saved.")
    assert not found.people
    assert all(item.rule for item in found.rejected)


PIECES = st.sampled_from(
    ["President ", "Kim ", "Jong-un ", "al-Houthi ", "Russia’s ", "the ", "ministry ", "Gen. ", "his ", "who heads ",
     "counterpart ", ", ", ". ", "'s ", "Sergei ", "Shoigu", "’", "“", "US ", "(", ")", "of ", "and ", "\n", "North ",
     "state media ", "-", "spokesman for ", "İ", "ß", "–", "1,"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=24).map("".join))
def test_any_text_gives_mentions_in_order_that_stand_where_they_say(compiler: CardCompiler, text: str) -> None:
    found = find(compiler, text)
    for mentions in (found.parties, found.people):
        places = [mention.evidence for mention in mentions]
        assert all(text[place.start : place.end] == place.exact for place in places)
        assert places == sorted(places)
        assert all(left.end <= right.start for left, right in pairwise(places))
    assert all(text[e.start : e.end] == e.exact for p in found.people for r in p.roles for e in r.evidence)
