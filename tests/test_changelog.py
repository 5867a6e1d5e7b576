"""`build.py cards --log`: what a build enters, and when it refuses to lose cards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_build import LATER, WIRE, build, tree, write

MANY = "\n\n".join(
    f"The Norwegian envoy {first} {last} said on Monday that the boats would sail."
    for first, last in [
        ("Anna", "Bergland"), ("Bjorn", "Dahlstrom"), ("Clara", "Ekeberg"), ("David", "Fosseid"),
        ("Elsa", "Grimstad"), ("Frode", "Hellevik"), ("Greta", "Isaksen"), ("Henrik", "Jakobsen"),
    ]
)  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A dossier of one article, compiled."""
    root = tmp_path / "dossier"
    assert build("new", root).returncode == 0
    write(root / "seeds", {"a_wire.txt": WIRE})
    assert build("cards", "--root", root).returncode == 0
    return root


def entries(log: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def test_a_build_enters_what_it_changes_and_nothing_where_it_changes_nothing(dossier: Path) -> None:
    log = dossier / "changes.jsonl"
    log.write_text("", "utf-8")
    assert build("cards", "--root", dossier).returncode == 0
    assert log.read_bytes() == b""
    write(dossier / "seeds", {"b_later.txt": LATER})
    assert build("cards", "--root", dossier).returncode == 0
    (entry,) = entries(log)
    assert entry["seeds"] == {"sources/b-later": "added"}
    before = log.read_bytes()
    assert build("cards", "--root", dossier).returncode == 0
    assert log.read_bytes() == before


def test_without_a_log_none_is_begun_and_the_first_build_enters_nothing(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    assert build("new", root).returncode == 0
    write(root / "seeds", {"a_wire.txt": WIRE})
    done = build("cards", "--root", root, "--log", tmp_path / "log.jsonl")
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "log.jsonl").exists()
    assert not (root / "changes.jsonl").exists()


def test_the_log_leaves_the_cards_as_they_would_be_without_it(dossier: Path, tmp_path: Path) -> None:
    write(dossier / "seeds", {"b_later.txt": LATER})
    done = build("cards", "--root", dossier, "--log", tmp_path / "log.jsonl", "--date", "2026-11-22")
    assert done.returncode == 0, done.stderr
    assert entries(tmp_path / "log.jsonl")[0]["date"] == "2026-11-22"
    logged = tree(dossier / "content")
    clean = tmp_path / "clean"
    write(clean, {"addresses.yml": (dossier / "content/addresses.yml").read_text("utf-8")})
    assert build("cards", "--root", dossier, "--content", clean).returncode == 0
    assert tree(clean) == {name: data for name, data in logged.items() if name != ".gitkeep"}


def test_a_build_that_is_refused_enters_nothing(dossier: Path) -> None:
    log = dossier / "changes.jsonl"
    log.write_text("", "utf-8")
    (dossier / "seeds/a_wire.txt").write_text(WIRE.replace("Solheim", "Solberg"), "utf-8")
    card = dossier / "content/people/ingrid-solheim.yml"
    card.write_text(card.read_text("utf-8").replace("name: Ingrid", "name: Astrid", 1), "utf-8")
    assert build("cards", "--root", dossier).returncode == 1
    assert log.read_bytes() == b""


def test_a_date_that_is_none_is_wrong_use(dossier: Path) -> None:
    done = build("cards", "--root", dossier, "--date", "yesterday")
    assert done.returncode == 2
    assert "--date" in done.stderr


def test_a_build_that_loses_a_fifth_of_a_kind_stops_and_asks(dossier: Path) -> None:
    write(dossier / "seeds", {"b_many.txt": MANY})
    assert build("cards", "--root", dossier).returncode == 0
    assert len(list((dossier / "content/people").glob("*.yml"))) >= 9
    before = tree(dossier / "content")
    (dossier / "seeds/b_many.txt").unlink()
    done = build("cards", "--root", dossier)
    assert done.returncode == 1
    assert "content/people: 8 of 9 cards would go" in done.stderr
    assert "--allow-loss" in done.stderr
    assert tree(dossier / "content") == before
    assert build("cards", "--root", dossier, "--allow-loss").returncode == 0
    assert len(list((dossier / "content/people").glob("*.yml"))) == 1
