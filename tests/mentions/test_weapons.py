"""Weapons: titled texts in ``tests/cases/weapons.md``, each with the weapons that a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build import CardCompiler
from dossier.model import Form, Source, WeaponMention

CASES = Path(__file__).parents[1] / "cases" / "weapons.md"


def read_cases() -> Iterator[tuple[str, str, list[str]]]:
    """Title, text and expected lines of each second-level heading."""
    for section in CASES.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        text = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        yield title, text, [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def find(compiler: CardCompiler, text: str) -> tuple[WeaponMention, ...]:
    (mentions,) = compiler.find([Source(id="case", file="case.txt", sha256="", text=text)])
    return mentions.weapons


def told(weapon: WeaponMention) -> str:
    """One weapon as a case has it: ``named T-72 = tank, printed T-72B3``."""
    said = f"{weapon.form.value} {weapon.name}" + "".join(f" = {reading.value}" for reading in weapon.types)
    said += f", printed {weapon.printed}" if weapon.printed else ""
    return said + "".join(f", held by {reading.value} ({reading.rule})" for reading in weapon.holders)


@pytest.mark.parametrize(("title", "text", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_case(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    assert [told(weapon) for weapon in find(compiler, text)] == ([] if expected == ["none"] else expected), title


def test_a_weapon_is_found_behind_a_quotation_mark_of_any_kind(compiler: CardCompiler) -> None:
    for name in ("“Fattah”", "'Fattah'", '"Fattah"'):
        (weapon,) = find(compiler, f"They showed the {name} missile.")
        assert (weapon.name, weapon.evidence.exact, weapon.form) == ("Fattah", "Fattah", Form.NAMED)


PIECES = st.sampled_from(
    ["missiles", " and ", ", ", "F-16", "Leopard 2A6", " tanks", "drone", " (", ")", "-", "short-", " range", "USS ",
     "Kinzhal", " fired ", "Iran", "'s ", "“", "”", ". ", "\n", "such as ", "the ", "a ", " guided", "Type ", "055",
     "-class"]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_whatever_the_text_each_weapon_stands_where_it_says(compiler: CardCompiler, pieces: list[str]) -> None:
    text = "".join(pieces)
    for weapon in find(compiler, text):
        assert weapon.evidence.exact == text[weapon.evidence.start : weapon.evidence.end]
        for reading in (*weapon.types, *weapon.holders):
            assert all(passage.exact == text[passage.start : passage.end] for passage in reading.evidence)
