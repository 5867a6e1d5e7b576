"""The hard problems: their share of right readings may only rise. ``python tests/hard.py`` lists what is missed."""

from __future__ import annotations

import pytest
from hard import HARD, missed, read_problem

from build import CardCompiler


@pytest.mark.parametrize("name", sorted(path.stem for path in HARD.glob("*.md")))
def test_no_hard_problem_falls_below_its_floor(name: str, compiler: CardCompiler) -> None:
    problem = read_problem(name)
    wrong = [f"{case.title}: {sentence}" for case in problem.cases for sentence in missed(case, compiler)]
    right = problem.total - len(wrong)
    assert right >= problem.floor, "\n".join([f"{right} of {problem.total}, must be {problem.floor}", *wrong])
