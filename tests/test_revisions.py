"""`build.py diff` between folders and between git revisions, and what it does when it is named neither."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from makers import small_dossier
from test_build import build

from dossier.cards.addresses import Addresses, addresses_of
from dossier.cards.store import write_dossier
from dossier.errors import UsageError
from dossier.revisions import open_content


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Ada", "-c", "user.email=ada@harbour.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *who, *words], check=True, capture_output=True)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A repository in whose sub-folder a dossier has two states: a role is struck in the second."""
    dossier = small_dossier()
    git(tmp_path, "init", "-q")
    (tmp_path / "readme").write_text("harbour", "utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "no cards yet")
    content = tmp_path / "harbour/content"
    write_dossier(dossier, addresses_of(dossier, Addresses()), content)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    card = content / "people/ines-corvo.yml"
    summary = "curated:\n  summary: Led the visit.\n"
    card.write_text(card.read_text("utf-8").replace("curated: {}\n", summary), "utf-8")
    git(tmp_path, "commit", "-q", "-a", "-m", "second")
    return tmp_path


def test_revisions_and_folders_are_told_apart_and_compared(history: Path) -> None:
    root = history / "harbour"
    for old, new in (("HEAD~1", "HEAD"), ("HEAD~1:harbour/content", root), ("HEAD~1", root / "content")):
        done = build("diff", old, new, "--root", root)
        assert done.returncode == 0, done.stderr
        assert done.stdout == (
            "Additions: 1\n  people/ines-corvo: Ines Corvo\n"
            "    because an editor decided “summary Led the visit.”\n    - new: summary: Led the visit.\n"
        )


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_no_change_is_empty_output_in_every_form(form: str, history: Path) -> None:
    done = build("diff", "HEAD", "HEAD:harbour/content", "--root", history / "harbour", "--format", form)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_revision_before_the_first_cards_has_none(history: Path) -> None:
    done = build("diff", "HEAD~2", "HEAD", "--root", history / "harbour", "--format", "json")
    assert done.returncode == 0, done.stderr
    entry = json.loads(done.stdout)
    assert {row["sort"] for row in entry["changes"]} == {"added"}
    assert entry["seeds"] == {"sources/a1": "added", "sources/a2": "added", "sources/a3": "added"}


def test_what_is_neither_folder_nor_revision_is_wrong_use(history: Path) -> None:
    done = build("diff", "no-such-thing", "HEAD", "--root", history)
    assert done.returncode == 2
    assert "no-such-thing: neither a folder nor a git revision" in done.stderr
    done = build("diff", "HEAD:nowhere", "HEAD", "--root", history)
    assert done.returncode == 2
    assert "the revision has no such folder" in done.stderr


@pytest.mark.parametrize("name", ["--output=/tmp/x", "-h", ":", "HEAD..HEAD~1"])
def test_a_name_is_never_taken_for_an_option(name: str, history: Path) -> None:
    with pytest.raises(UsageError, match="neither a folder"), open_content(name, history):
        pass
