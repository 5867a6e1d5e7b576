"""The whole path, again and again: articles come, change and go, and the folder ends as a clean build leaves it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from build import CardCompiler
from dossier.cards import compile_dossier
from dossier.cards.addresses import addresses_of
from dossier.cards.checks import check_dossier
from dossier.cards.store import read_addresses, read_cards, read_curation, write_dossier
from dossier.model import Dossier, Mentions
from dossier.sources import read_sources

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = {
    "a-wire.txt": (
        "MUSCAT, April 9 (Reuters) - Omani Foreign Minister Salem Al Busaidi met a Houthi delegation in Sanaa on "
        "Sunday, the Omani news agency ONA reported. Houthi negotiator Yahya Rashed said the talks covered salaries "
        "and ports.\n\n"
        "Saudi Arabia has accused Iran of sending drones to the Houthis. Iran denies the allegation.\n"
    ),
    "b-reprint.txt": (
        "Omani Foreign Minister Salem Al Busaidi met a Houthi delegation in Sanaa on Sunday, the Omani news agency ONA "
        "reported. Saudi Arabia has accused Iran of sending drones to the Houthis.\n"
    ),
    "c-own.txt": (
        "Yahya Rashed, the Houthi negotiator, told reporters that ballistic missiles were not on the table.\n\n"
        "Iran denies sending drones to the Houthis, its foreign ministry said on Monday.\n"
    ),
    "d-later.txt": (
        "Salem al-Busaidi left Sanaa on Tuesday. The Omani minister said the port of Hodeidah would open within "
        "weeks.\n"
    ),
}
CHANGED = {"c-own.txt": ARTICLES["c-own.txt"].replace("told reporters", "told journalists in Sanaa")}


class Desk:
    """Somebody's dossier: a folder of articles that changes, and builds after each change."""

    def __init__(self, compiler: CardCompiler, folder: Path) -> None:
        self.compiler = compiler
        self.seeds, self.content = folder / "seeds", folder / "content"
        self._found: dict[str, Mentions] = {}

    def build(self, names: Collection[str], changed: bool = False, renamed: Collection[str] = ()) -> Dossier:
        """Build from these articles, put into the folder in the order given, some under another name."""
        shutil.rmtree(self.seeds, ignore_errors=True)
        self.seeds.mkdir(parents=True)
        for name in names:
            text = CHANGED.get(name, ARTICLES[name]) if changed else ARTICLES[name]
            (self.seeds / (f"moved-{name}" if name in renamed else name)).write_text(text, "utf-8")
        sources = read_sources(self.seeds, self.compiler.lexicon)
        for source in sources:
            if repr(source) not in self._found:
                self._found[repr(source)] = self.compiler.find([source])[0]
        found = [self._found[repr(source)] for source in sources]
        before = read_addresses(self.content)
        dossier = compile_dossier(found, self.compiler.lexicon, before, read_curation(self.content))
        write_dossier(dossier, addresses_of(dossier, before), self.content)
        assert read_cards(self.content) == dossier
        assert check_dossier(dossier, sources, read_addresses(self.content)) == []
        return dossier

    def files(self) -> dict[str, bytes]:
        return {str(p.relative_to(self.content)): p.read_bytes() for p in sorted(self.content.rglob("*.yml"))}


@pytest.mark.parametrize("chance", range(3))
def test_any_history_ends_as_a_clean_build(compiler: CardCompiler, tmp_path: Path, chance: int) -> None:
    lot = random.Random(chance)  # noqa: S311 - a history, not a secret
    desk, clean = Desk(compiler, tmp_path / "desk"), Desk(compiler, tmp_path / "clean")
    for _ in range(3):
        names = lot.sample(sorted(ARTICLES), lot.randint(1, len(ARTICLES)))
        changed = lot.random() < 0.5
        desk.build(names, changed)
    clean.content.mkdir(parents=True)
    shutil.copy(desk.content / "addresses.yml", clean.content)
    clean.build(names[::-1], changed)
    assert clean.files() == desk.files()


DECISIONS = (
    "name: {name} II",
    "summary: Looked up by hand.",
    "decisions:\n  - {{do: alias, value: {name} the Elder, reason: a family name}}",
    "decisions:\n  - {{do: hide, by: JK, date: 2026-11-22}}",
    "decisions:\n  - {{do: add, key: note, value: seen on a list}}",
)


def decide(content: Path, lot: random.Random) -> None:
    """An editor decides something about one card that nobody has decided on yet."""
    kinds = ("people", "organisations", "weapons")
    cards = [path for kind in kinds for path in sorted((content / kind).glob("*.yml"))]
    free = [path for path in cards if path.read_text("utf-8").endswith("\ncurated: {}\n")]
    if free:
        path = lot.choice(free)
        name = next(card.name for card in read_cards(content).cards() if card.ref == f"{path.parent.name}/{path.stem}")
        part = lot.choice(DECISIONS).format(name=name.replace(":", ""))
        path.write_text(path.read_text("utf-8").replace("\ncurated: {}\n", f"\ncurated:\n  {part}\n"), "utf-8")


@pytest.mark.parametrize("chance", range(4))
def test_any_history_with_decisions_and_renamed_articles_ends_as_a_clean_build(
    compiler: CardCompiler, tmp_path: Path, chance: int
) -> None:
    lot = random.Random(100 + chance)  # noqa: S311 - a history, not a secret
    desk, clean = Desk(compiler, tmp_path / "desk"), Desk(compiler, tmp_path / "clean")
    parts: dict[str, str] = {}
    for _ in range(5):
        names = lot.sample(sorted(ARTICLES), lot.randint(1, len(ARTICLES)))
        changed, renamed = lot.random() < 0.4, frozenset(name for name in names if lot.random() < 0.3)
        desk.build(names, changed, renamed)
        now = {ref: part.text for ref, part in read_curation(desk.content).parts.items()}
        assert {ref: now.get(ref) for ref in parts} == parts
        decide(desk.content, lot)
        parts = {ref: part.text for ref, part in read_curation(desk.content).parts.items()}
    desk.build(names, changed, renamed)
    shutil.copytree(desk.content, clean.content)
    for path in sorted(clean.content.rglob("*.yml")):
        if path.name != "addresses.yml" and path.read_text("utf-8").endswith("\ncurated: {}\n"):
            path.unlink()
    clean.build(names[::-1], changed, renamed)
    assert clean.files() == desk.files()


def test_articles_that_come_and_go_leave_the_others_cards_and_addresses_alone(
    compiler: CardCompiler, tmp_path: Path
) -> None:
    desk = Desk(compiler, tmp_path)
    desk.build(["a-wire.txt"])
    first = desk.files()
    people = {card.ref for card in desk.build(sorted(ARTICLES)).people}
    assert {name.removesuffix(".yml") for name in first if name.startswith("people/")} <= people
    desk.build(["a-wire.txt"])
    last = desk.files()
    assert {name: text for name, text in last.items() if name != "addresses.yml"} == {
        name: text for name, text in first.items() if name != "addresses.yml"
    }


def test_building_twice_writes_nothing_the_second_time(compiler: CardCompiler, tmp_path: Path) -> None:
    desk = Desk(compiler, tmp_path)
    desk.build(sorted(ARTICLES))
    times = {path: path.stat().st_mtime_ns for path in desk.content.rglob("*")}
    desk.build(sorted(ARTICLES, reverse=True))
    assert {path: path.stat().st_mtime_ns for path in desk.content.rglob("*")} == times


def test_machine_locale_and_hash_seed_leave_no_trace(tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "seeds" / name).write_text(text, "utf-8")
    built = []
    for number, (hash_seed, zone, locale) in enumerate([("0", "UTC", "C"), ("31337", "Pacific/Auckland", "C.UTF-8")]):
        content = tmp_path / f"content-{number}"
        subprocess.run(
            [sys.executable, ROOT / "build.py", "cards", "-q", "--seeds", tmp_path / "seeds", "--content", content],
            check=True,
            cwd=tmp_path if number else ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": zone, "LC_ALL": locale},
        )
        built.append({str(p.relative_to(content)): p.read_bytes() for p in sorted(content.rglob("*.yml"))})
    assert built[0] == built[1]
