"""Every rule that wrote something on a card is explained on the page of rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build import CardCompiler
from dossier.pages import render_pages
from dossier.pages.paper import make_environment
from dossier.pages.rules import rules_applied
from dossier.pages.shelf import fill_shelf
from dossier.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [ROOT / "seeds", *sorted((ROOT / "tests" / "gold" / "dev").glob("*/seeds"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.relative_to(ROOT).as_posix())
def test_every_rule_has_a_note_for_readers(folder: Path, compiler: CardCompiler) -> None:
    notes = make_environment().get_template("_rules.j2").make_module({}).rules  # type: ignore[attr-defined]
    shelf = fill_shelf(compiler.compile_folder(folder), Settings(), {})
    applied = {rule.replace("'", "’") for rule, _, _ in rules_applied(shelf)}
    assert len(applied) > 10
    assert sorted(applied - set(notes)) == []


def test_a_note_on_a_value_leads_to_its_own_rule(compiler: CardCompiler) -> None:
    pages = render_pages(compiler.compile_folder(ROOT / "seeds"), Settings())
    rows = re.findall(r'<tr id="(r-[\w-]+)">', pages["rules.md"])
    asked = {rule for page in pages.values() for rule in re.findall(r'rules\.html#(r-[\w-]+)"', page)}
    assert len(asked) > 10
    assert asked <= set(rows)
    assert len(rows) == len(set(rows))


def test_the_rules_that_read_most_stand_first(compiler: CardCompiler) -> None:
    page = render_pages(compiler.compile_folder(ROOT / "seeds"), Settings())["rules.md"]
    uses = [int(number) for number in re.findall(r'data-th="Values">(\d+)<', page)]
    assert len(uses) > 10
    assert uses == sorted(uses, reverse=True)
