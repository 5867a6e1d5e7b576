"""The agreement of two annotators: the README prints what the script does, and every gold file is in form."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from gold.agreement import first_of, score, sentence_at, table_of

GOLD = Path(__file__).parent / "gold"


def test_the_readme_has_the_table_that_the_script_prints() -> None:
    table = "\n".join(table_of(sorted((GOLD / "second").glob("*.yml"))))
    assert table in (GOLD / "README.md").read_text("utf-8"), f"put this into tests/gold/README.md:\n{table}"


@pytest.mark.parametrize("file", sorted((GOLD / "second").glob("*.yml")), ids=lambda file: file.stem)
def test_an_annotation_agrees_wholly_with_itself(file: Path) -> None:
    gold = first_of(file)
    report = json.loads(score(gold, gold, "--json"))
    figures = [report[kind]["f1"] for kind in ("people", "weapons", "delegations", "claims")]
    figures += [report["people"]["roles"]["f1"], report["claims"]["same_claim_pairs"]["f1"]]
    assert set(figures) == {1.0}, report


def test_every_gold_file_is_in_form() -> None:
    done = subprocess.run([sys.executable, GOLD / "check_gold.py"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("had seized the dhow", "The U.S. Navy said Lt. Gen. Rono's men had seized the dhow."),
        ("We let them go", "“We let them go.”"),
        ("no caption here", "There is no caption here"),
    ],
)
def test_a_passage_is_the_sentence_around_its_phrase(phrase: str, sentence: str) -> None:
    text = (
        "Nairobi, Friday\nThe U.S. Navy said Lt. Gen. Rono's men had seized the dhow. “We let them go.” He left!\n"
        "There is no caption here"
    )
    start = text.index(phrase)
    found = slice(*sentence_at(text, start, start + len(phrase)))
    assert text[found].strip() == sentence
