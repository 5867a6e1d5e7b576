"""Speech between dashes: a text, and the stretches of it that somebody speaks."""

from __future__ import annotations

import pytest

from build import CardCompiler
from dossier.mentions.dashes import find_dash_speech

CASES = [
    ("an attribution between two speeches", "- We go - he said. - They stay.", ["- We go -", "- They stay."]),
    (
        "glued to the stop before it",
        "The mayor is worried.- The road is closed.We need help - she added.",
        ["- The road is closed.We need help -"],
    ),
    ("glued to the verb behind it", "- We met in Oslo-stressed Lindqvist.", ["- We met in Oslo-"]),
    ("ended by a torn closing mark", '- We go. They stay, "said Lindqvist.', ['- We go. They stay, "']),
    ("a hyphen inside", "- The self-proclaimed lords are gone - he said.", ["- The self-proclaimed lords are gone -"]),
    (
        "dashes inside, an office before the verb",
        "- The allies - all of them - will help - the head of the Oslo institute said.",
        ["- The allies - all of them - will help -"],
    ),
    ("behind a colon, to the end", "She replied: - It is closed. Drive slowly.", ["- It is closed. Drive slowly."]),
    ("a list is no speech", "- Two tanks - Leopards", []),
    ("nor is an aside", "The road - the only one - is closed. It was shelled - twice.", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_case(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    found = find_dash_speech(compiler.model(text), compiler.lexicon.claims.reporting)
    assert [text[q.start : q.end] for q in found] == expected, title
