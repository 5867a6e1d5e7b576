"""The stairs: commands, exit codes, same bytes, and what happens to bad input."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

WIRE = """\
OSLO, March 3 (Reuters) - Norway will send two patrol boats to Kenya, Norwegian Defence Minister Ingrid Solheim said.
"The boats will sail before the summer," Solheim told reporters in Oslo.
Tanzania denied that it had asked for the boats.
"""
LATER = """\
A Kenyan delegation led by General Peter Otieno arrived in Oslo on Tuesday for talks on the patrol boats.
According to the NTB news agency, Otieno thanked Norway for the offer.
"""


def build(*words: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, ROOT / "build.py", *map(str, words)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "NO_COLOR": "1", **environment},
    )


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """A small dossier of two articles with a settings file."""
    done = build("new", tmp_path / "dossier")
    assert done.returncode == 0, done.stderr
    write(tmp_path / "dossier" / "seeds", {"a_wire.txt": WIRE, "b_later.txt": LATER})
    return tmp_path / "dossier"


def write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below ``folder`` with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_the_whole_path_leaves_cards_and_a_site(dossier: Path) -> None:
    done = build("--root", dossier)
    assert done.returncode == 0, done.stderr
    assert {p.name for p in (dossier / "content").iterdir()} >= {"sources", "people", "weapons", "claims"}
    assert (dossier / "content/people/ingrid-solheim.yml").is_file()
    assert "Ingrid Solheim" in (dossier / "site/people/ingrid-solheim.html").read_text("utf-8")
    assert (dossier / "site/index.html").is_file()


def test_two_builds_give_the_same_bytes_wherever_and_whenever(dossier: Path, tmp_path: Path) -> None:
    here = build("--root", dossier, PYTHONHASHSEED="1", TZ="Asia/Seoul", LC_ALL="C")
    assert here.returncode == 0, here.stderr
    elsewhere = tmp_path / "another place" / "d"
    assert build("new", elsewhere).returncode == 0
    write(elsewhere / "seeds", {"b_later.txt": LATER, "a_wire.txt": WIRE})
    there = build("--root", elsewhere, PYTHONHASHSEED="77", TZ="America/Lima", LC_ALL="C.UTF-8", cwd=tmp_path)
    assert there.returncode == 0, there.stderr
    assert tree(dossier / "content") == tree(elsewhere / "content")
    assert tree(dossier / "site") == tree(elsewhere / "site")


def test_a_second_build_of_the_same_seeds_changes_no_byte(dossier: Path) -> None:
    assert build("cards", "--root", dossier).returncode == 0
    before = tree(dossier / "content")
    assert build("cards", "--root", dossier).returncode == 0
    assert tree(dossier / "content") == before


def test_site_and_help_import_no_language_model(dossier: Path) -> None:
    assert build("cards", "--root", dossier).returncode == 0
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import build; "
    script += f"code = build.main(['site', '--root', {str(dossier)!r}]); assert code == 0; "
    script += "assert 'spacy' not in sys.modules and 'numpy' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import build; "
    script += "build.command_line(build.COMMANDS).format_help(); "
    script += "heavy = {'spacy', 'numpy', 'jinja2', 'mkdocs', 'yaml'} & set(sys.modules); assert not heavy, heavy"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_check_is_clean_after_a_build_and_writes_nothing(dossier: Path) -> None:
    assert build("cards", "--root", dossier).returncode == 0
    before = tree(dossier)
    done = build("check", "--root", dossier)
    assert done.returncode == 0, done.stdout + done.stderr
    assert tree(dossier) == before


def test_check_names_card_key_and_offset_when_one_letter_of_a_seed_changes(dossier: Path) -> None:
    assert build("cards", "--root", dossier).returncode == 0
    seed = dossier / "seeds" / "a_wire.txt"
    seed.write_text(seed.read_text("utf-8").replace("Ingrid", "Ingrit"), "utf-8")
    done = build("check", "--root", dossier, "--no-rebuild")
    assert done.returncode == 1
    assert "people/ingrid-solheim" in done.stdout
    assert str(WIRE.index("Ingrid")) in done.stdout


def test_the_committed_cards_are_what_the_seeds_give() -> None:
    done = build("check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_whoever_stops_reading_early_gets_no_error(dossier: Path) -> None:
    reading = f"{sys.executable} {ROOT}/build.py explain people/ingrid-solheim --root {dossier} | true"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", reading], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Broken" not in done.stderr


def test_explain_tells_passages_and_rules(dossier: Path) -> None:
    done = build("explain", "people/ingrid-solheim", "--root", dossier)
    assert done.returncode == 0, done.stderr
    assert "seeds/a_wire.txt:1:" in done.stdout
    assert "'Ingrid Solheim'" in done.stdout
    assert "defence minister of Norway" in done.stdout


def test_explain_tells_by_which_rule_a_denial_answers_a_claim(tmp_path: Path) -> None:
    charge = "Tanzania had stolen the boats, Norway said on Friday.\n"
    denial = "Tanzania denied on Saturday that it had stolen the Norwegian boats.\n"
    write(tmp_path / "seeds", {"a.txt": charge, "b.txt": denial})
    assert build("cards", "--root", tmp_path).returncode == 0
    denials = [card.stem for card in (tmp_path / "content/claims").glob("tanzania-denies-*")]
    done = build("explain", f"claims/{denials[0]}", "--root", tmp_path)
    assert "answers claims/norway-tanzania-stolen-boats (rule: tells what the denial denies)" in done.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["explain", "people/nobody"], "no such card"),
        (["evaluate", "nowhere"], "no gold file there"),
        (["fly"], "invalid choice"),
    ],
)
def test_wrong_use_exits_with_2_and_says_what_to_do(words: list[str], message: str, dossier: Path) -> None:
    done = build(*words, "--root", dossier) if words != ["fly"] else build("fly")
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


BAD_SEEDS = {
    "no seeds": {},
    "an empty seed": {"a.txt": b""},
    "a blank seed": {"a.txt": b" \n\n"},
    "a binary seed": {"a.txt": b"\x00\x01\x02PK" * 50},
    "not UTF-8": {"a.txt": "Général Bédard a déclaré".encode("latin-1")},
    "50 MB": {"a.txt": b"word " * 10_500_000},
    "two seeds with one id": {"a_b.txt": WIRE.encode(), "a-b.txt": LATER.encode()},
}


@pytest.mark.parametrize("title", BAD_SEEDS)
def test_bad_seeds_give_one_message_and_change_nothing(title: str, dossier: Path) -> None:
    assert build("--root", dossier).returncode == 0
    before = tree(dossier / "content") | tree(dossier / "site")
    shutil.rmtree(dossier / "seeds")
    (dossier / "seeds").mkdir()
    for name, content in BAD_SEEDS[title].items():
        (dossier / "seeds" / name).write_bytes(content)
    done = build("--root", dossier)
    assert done.returncode == 1
    assert_one_message(done, next(iter(BAD_SEEDS[title]), "seeds"))
    assert tree(dossier / "content") | tree(dossier / "site") == before


def test_a_link_that_leads_out_of_the_seeds_is_refused(dossier: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(WIRE, "utf-8")
    (dossier / "seeds" / "c.txt").symlink_to(secret)
    done = build("--root", dossier)
    assert done.returncode == 1
    assert_one_message(done, "c.txt")


@pytest.mark.parametrize("damage", ["id: [", "kind: !!python/object:os.system {}", "just text", "{}"])
def test_a_damaged_card_is_named_and_nothing_is_lost(damage: str, dossier: Path) -> None:
    assert build("--root", dossier).returncode == 0
    card = dossier / "content/people/ingrid-solheim.yml"
    card.write_text(damage, "utf-8")
    before = tree(dossier / "content") | tree(dossier / "site")
    for command in ("cards", "site"):
        done = build(command, "--root", dossier)
        assert done.returncode == 1, command
        assert_one_message(done, "ingrid-solheim.yml")
    assert tree(dossier / "content") | tree(dossier / "site") == before


def test_an_article_in_another_language_is_carried_as_a_source_marked_unread(dossier: Path) -> None:
    german = "Der Minister sagte am Montag, dass die Boote noch vor dem Sommer geliefert werden sollen. " * 4
    write(dossier / "seeds", {"c_german.txt": german})
    done = build("cards", "--root", dossier)
    assert done.returncode == 0, done.stderr
    card = (dossier / "content/sources/c-german.yml").read_text("utf-8")
    assert "unread: written in de" in card


HOSTILE = """\
OSLO, March 3 (Reuters) - Defence Minister <script>alert(1)</script> Ingrid Solheim said the boats carry "{{ 7*7 }}".
Solheim said [the port](javascript:alert(1)) and ![x](http://example.org/x.png) were safe, {% raw %} and *so* `they`.
"!!python/object/apply:os.system ['id']", Solheim said, "../../etc/passwd is a path & an <img src=x onerror=alert(2)>."
The minister said \u202ethe boats\u202c would \u0007 sail </title><script>alert(3)</script> on Monday.
"""


def test_hostile_text_shows_as_text(dossier: Path) -> None:
    write(dossier / "seeds", {"c_hostile.txt": HOSTILE})
    done = build("--root", dossier)
    assert done.returncode == 0, done.stderr
    pages = {name: page.decode("utf-8") for name, page in tree(dossier / "site").items() if name.endswith(".html")}
    assert any("{{ 7*7 }}" in page or "&#123;&#123; 7*7 &#125;&#125;" in page for page in pages.values())
    for name, page in pages.items():
        for mark in ("<script>alert", "onerror=alert(2)>", 'href="javascript:', 'src="http://example.org'):
            assert mark not in page, (name, mark)


def assert_one_message(done: subprocess.CompletedProcess[str], file: str) -> None:
    """One complaint that names the file, says what to do, and is no traceback."""
    assert "Traceback" not in done.stderr
    complaints = [line for line in done.stderr.splitlines() if file in line]
    assert complaints, done.stderr
    assert any(";" in line for line in complaints), done.stderr
