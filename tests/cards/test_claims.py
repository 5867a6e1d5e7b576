"""Claims as cards: who speaks, which tellings are one, what a denial answers. The cases stand in ``tests/cases``."""

from __future__ import annotations

import pytest
from telling import Case, compile_case, met, read_cases

CASES = [case for name in ("speakers", "same_claim", "denials") for case in read_cases(name)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_claims_of_a_case(case: Case, compiler) -> None:
    cards = compile_case(case, compiler.lexicon, compiler.model)
    assert case.expected
    assert [f"{line.partition(':')[0]}: {met(line, case, cards)}" for line in case.expected] == case.expected
