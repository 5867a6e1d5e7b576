"""Claims: titled texts in ``tests/cases/claims.md``, each with the claims that a careful reader finds in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build import CardCompiler
from dossier.model import ClaimMention, Mode, Polarity, Source

CASES = Path(__file__).parents[1] / "cases" / "claims.md"


def read_cases() -> Iterator[tuple[str, str, list[str]]]:
    """Title, text and expected lines of each second-level heading."""
    for section in CASES.read_text("utf-8").split("\n## ")[1:]:
        title, *lines = section.split("\n")
        text = "\n".join(line.removeprefix("> ") for line in lines if line.startswith("> "))
        yield title, text, [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def find(compiler: CardCompiler, text: str) -> tuple[ClaimMention, ...]:
    source = Source(id="case", file="case.txt", sha256="", text=text)
    (mentions,) = compiler.find([source])
    return mentions.claims


def told(claim: ClaimMention) -> str:
    """One claim as a case has it: ``Tehran (name) | denied | the report [denies]``."""
    speaker = claim.speaker
    who = f"{speaker.evidence.exact} ({speaker.how})" if speaker else "nobody"
    notes = ["denies"] if claim.polarity is Polarity.DENIES else []
    notes += [claim.mode.value] if claim.mode is not Mode.INDIRECT else []
    notes += [f"via {medium.evidence.exact}" for medium in claim.via]
    notes += [f"object {claim.object.exact}"] if claim.object else []
    return f"{who} | {claim.cue} | {claim.proposition.exact}" + "".join(f" [{note}]" for note in notes)


@pytest.mark.parametrize(("title", "text", "expected"), [pytest.param(*case, id=case[0]) for case in read_cases()])
def test_case(title: str, text: str, expected: list[str], compiler: CardCompiler) -> None:
    assert [told(claim) for claim in find(compiler, text)] == ([] if expected == ["none"] else expected), title


def test_a_passage_pins_its_claim_however_long_the_quotation_is(compiler: CardCompiler) -> None:
    sentences = " ".join(f"The northern road was closed on day {day} of the siege." for day in range(40))
    claims = find(compiler, f'"{sentences}" said Mayor Ivan Horak.')
    assert len(claims) == 40
    assert all(claim.passage.end - claim.passage.start <= 900 for claim in claims)
    assert all(claim.passage.span.covers(claim.proposition) for claim in claims)


PIECES = st.sampled_from(
    ["Kyiv said ", "that ", '"', "“", "”", "’", "the raid failed", ", ", ". ", "KCNA reported", " denied", " it",
     " as ", "according to ", "saying ", "he ", "and ", "accusations ", "\n", " by Oslo", ": ", "which ", " praised"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=25))
def test_whatever_is_found_stands_in_the_text(pieces: list[str], compiler: CardCompiler) -> None:
    text = "".join(pieces)
    for claim in find(compiler, text):
        places = [claim.passage, claim.proposition, claim.cue_at, *(pointer.evidence for pointer in claim.via)]
        places += [claim.speaker.evidence] if claim.speaker else []
        assert all(text[at.start : at.end] == at.exact for at in places)
        assert claim.proposition.exact.strip()
