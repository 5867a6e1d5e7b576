"""Drawings of networks: no box covers another, one dossier gives one drawing, and what does not fit is counted."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.findings.network import Edge, Tie
from dossier.model import Evidence
from dossier.pages.graphs import HEIGHT, MOST, MOST_AROUND, Box, draw_all, draw_around

AT = (Evidence("sources/x", 0, 1, "x"),)
pairs = st.lists(st.tuples(st.integers(0, 17), st.integers(0, 17)).filter(lambda p: p[0] != p[1]), min_size=1)


def edges(numbers: list[tuple[int, int]]) -> list[Edge]:
    return [Edge(f"people/p{one}", Tie.MET, f"people/p{other}", AT) for one, other in numbers]


def names(count: int) -> dict[str, str]:
    return {f"people/p{n}": "A name of " + "many words " * (n % 4) for n in range(count)}


def overlap(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < (one.width + other.width) / 2 and abs(one.y - other.y) < HEIGHT


@settings(deadline=None, max_examples=30)
@given(pairs)
def test_no_box_covers_another_and_all_lie_in_the_frame(numbers: list[tuple[int, int]]) -> None:
    graph = draw_all(edges(numbers), names(18))
    assert graph is not None
    assert not any(overlap(one, other) for one, other in combinations(graph.boxes, 2))
    for box in graph.boxes:
        assert 0 <= box.left <= graph.width - box.width
        assert 0 <= box.top <= graph.height - HEIGHT


@settings(deadline=None, max_examples=20)
@given(pairs)
def test_the_same_ties_give_the_same_drawing(numbers: list[tuple[int, int]]) -> None:
    assert draw_all(edges(numbers), names(18)) == draw_all(edges(numbers), names(18))


def test_no_ties_no_drawing() -> None:
    assert draw_all([], {}) is None
    assert draw_around("people/p0", [], names(1)) is None


def test_many_cards_are_counted_and_left_to_the_table() -> None:
    ring = edges([(n, (n + 1) % (MOST + 9)) for n in range(MOST + 9)])
    graph = draw_all(ring, names(MOST + 9))
    assert graph is not None
    assert (len(graph.boxes), graph.left_out) == (MOST, 9)


def test_the_drawing_around_a_card_has_its_nearest_neighbours() -> None:
    star = edges([(0, n) for n in range(1, MOST_AROUND + 4)])
    graph = draw_around("people/p0", star, names(MOST_AROUND + 4))
    assert graph is not None
    assert (len(graph.boxes), graph.left_out) == (MOST_AROUND + 1, 3)
    assert not any(overlap(one, other) for one, other in combinations(graph.boxes, 2))


def test_all_ties_of_two_cards_are_one_line() -> None:
    both = [Edge("people/p0", tie, "people/p1", AT) for tie in (Tie.MET, Tie.DENIES)]
    graph = draw_all(both, {"people/p0": "Ines Corvo", "people/p1": "Joan Pell"})
    assert graph is not None
    (line,) = graph.lines
    assert line.ties == ("met", "denies what is said by")
    assert [" ".join(said) for said in line.said] == [
        "Ines Corvo met Joan Pell",
        "Ines Corvo denies what is said by Joan Pell",
    ]
