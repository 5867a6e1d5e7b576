"""Delegations: titled texts in ``tests/cases/delegations.md``, each with the frames that "
"a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from build import CardCompiler
from dossier.model import DelegationMention, Reading, Source

CASES = Path(__file__).parents[1] / "cases" / "delegations.md"


def read_cases() -> Iterator[tuple[str, str, list[str]]]:
    """Title, text and expected lines of each second-level heading."""
    for section in CASES.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        text = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        yield title, text, [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def find(compiler: CardCompiler, text: str) -> tuple[DelegationMention, ...]:
    (mentions,) = compiler.find([Source(id="case", file="case.txt", sha256="", text=text, published="2024-05-16")])
    return mentions.delegations


def told(frame: DelegationMention) -> str:
    """One frame as a case has it: ``A Kenyan delegation; from Kenya; to Jakarta``."""
    parts = [("from", frame.sender), ("head", frame.head), ("with", frame.members), ("to", frame.to)]
    parts += [("for", frame.occasion), ("on", frame.dates)]
    said = [f"{word} {values(readings)}" for word, readings in parts if readings]
    return "; ".join([frame.trigger.exact, *said])


def values(readings: Sequence[Reading]) -> str:
    return ", ".join(reading.value or f"@{reading.evidence[0].exact}" for reading in readings)


@pytest.mark.parametrize(("title", "text", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_case(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    assert [told(frame) for frame in find(compiler, text)] == ([] if expected == ["none"] else expected), title


def test_a_frame_stands_in_its_sentence(compiler: CardCompiler) -> None:
    text = "Talks went on. A Kenyan delegation arrived in Jakarta, the ministry said. Rain fell."
    (frame,) = find(compiler, text)
    assert frame.evidence.exact == "A Kenyan delegation arrived in Jakarta, the ministry said."
    assert frame.evidence.span.covers(frame.trigger)
