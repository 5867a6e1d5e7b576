"""Every rule that wrote something on a card is explained on the method page."""

from __future__ import annotations

from pathlib import Path

import pytest

from build import CardCompiler
from dossier.pages.desk import fill_shelf
from dossier.pages.lists import rules_applied
from dossier.pages.paper import make_environment
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
