"""Where the boxes of a drawn network stand: force-directed after Fruchterman and Reingold (1991), then pushed apart.

Nothing is random: boxes begin on a spiral in the order of their references, so that one dossier gives one drawing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import cos, hypot, pi, sin, sqrt

from dossier.findings.network import Edge
from dossier.pages.paper import shortened

LETTER = 7.4
"""Width of a letter at the drawing's size, in units of the drawing."""
HEIGHT = 26.0
GAP = 14.0
LONGEST = 26
"""Letters of a label."""
ROUNDS = 80
"""Steps of the force-directed layout; with more, no fewer ties cross on fifteen dossiers."""
IDEAL = 85.0
"""How long a tie wishes to be."""
PULL = 0.7
"""How strongly the middle pulls: what has few ties stays in sight."""
GOLDEN = pi * (3 - sqrt(5))
MOST = 60
"""Boxes of a drawing at most; the table has all ties."""
MOST_AROUND = 12
"""Neighbours in the drawing around one card."""


@dataclass(frozen=True, slots=True)
class Box:
    """One card in the drawing; ``x`` and ``y`` are its middle."""

    ref: str
    label: str
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        """Room for its label."""
        return round(len(self.label) * LETTER + 20, 1)

    @property
    def left(self) -> float:
        """Where it begins."""
        return round(self.x - self.width / 2, 1)

    @property
    def top(self) -> float:
        """Where it begins from above."""
        return round(self.y - HEIGHT / 2, 1)

    @property
    def slanted(self) -> str:
        """The corners of a box with slanted sides, for delegations."""
        return self.corners(8, 0)

    @property
    def pointed(self) -> str:
        """The corners of a box with pointed sides, for weapons."""
        return self.corners(8, HEIGHT / 2)

    def corners(self, slant: float, middle: float) -> str:
        """The corners as SVG has them; with ``middle``, a point on either side."""
        left, right, top, bottom = self.left, self.left + self.width, self.top, self.top + HEIGHT
        if middle:
            points = [(left + slant, top), (right - slant, top), (right, self.y), (right - slant, bottom),
                      (left + slant, bottom), (left, self.y)]  # fmt: skip
        else:
            points = [(left + slant, top), (right, top), (right - slant, bottom), (left, bottom)]
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


@dataclass(frozen=True, slots=True)
class Line:
    """All ties between two cards."""

    start: Box
    end: Box
    ties: tuple[str, ...]
    """``heads``, ``met``."""
    said: tuple[tuple[str, str, str], ...]
    """The ties as sentences: ``("Ines Corvo", "heads", "Maren naval delegation")``."""

    @property
    def middle(self) -> tuple[float, float]:
        """Where its words stand."""
        return round((self.start.x + self.end.x) / 2, 1), round((self.start.y + self.end.y) / 2 + 3, 1)


@dataclass(frozen=True, slots=True)
class Graph:
    """A drawing: boxes, lines, and how large it is."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    left_out: int = 0
    """Cards that the table has and the drawing has not."""


def draw_around(ref: str, edges: Sequence[Edge], names: Mapping[str, str]) -> Graph | None:
    """The neighbours of one card around it; ``None`` where it has none."""
    weight: dict[str, int] = {}
    for edge in edges:
        other = edge.end if edge.start == ref else edge.start
        weight[other] = weight.get(other, 0) + 1 + len(edge.evidence)
    near = sorted(weight, key=lambda other: (-weight[other], other))[:MOST_AROUND]
    if not near:
        return None
    boxes = [Box(ref, label(names[ref]))]
    for index, other in enumerate(sorted(near)):
        angle = 2 * pi * index / len(near) - pi / 2 + (pi / 4 if len(near) == 2 else 0)
        boxes.append(Box(other, label(names[other]), 240 * cos(angle), (70 + 9 * len(near)) * sin(angle)))
    shown = {box.ref for box in boxes}
    lines = tuple(edge for edge in edges if {edge.start, edge.end} <= shown)
    return framed(apart(boxes), lines, len(weight) - len(near))


def draw_all(edges: Sequence[Edge], names: Mapping[str, str]) -> Graph | None:
    """All ties of a dossier, those of the best-tied cards where they are many; ``None`` where there is none."""
    degree: dict[str, int] = {}
    for edge in edges:
        degree[edge.start] = degree.get(edge.start, 0) + 1
        degree[edge.end] = degree.get(edge.end, 0) + 1
    chosen = sorted(sorted(degree, key=lambda ref: (-degree[ref], ref))[:MOST])
    if not chosen:
        return None
    lines = tuple(edge for edge in edges if {edge.start, edge.end} <= set(chosen))
    boxes = [Box(ref, label(names[ref])) for ref in chosen]
    return framed(apart(spread(boxes, lines)), lines, len(degree) - len(chosen))


def label(name: str) -> str:
    """A name that fits into a box."""
    return shortened(name, LONGEST)


def spread(boxes: Sequence[Box], edges: Sequence[Edge]) -> list[Box]:
    """Force-directed places: boxes repel each other, ties pull."""
    ideal = IDEAL
    at = [(ideal * sqrt(i + 1) * cos(i * GOLDEN), ideal * sqrt(i + 1) * sin(i * GOLDEN)) for i in range(len(boxes))]
    index = {box.ref: i for i, box in enumerate(boxes)}
    pairs = sorted({(index[edge.start], index[edge.end]) for edge in edges})
    for round_ in range(ROUNDS):
        moves = forces(at, pairs, ideal)
        heat = ideal * (1 - round_ / ROUNDS)
        for i, (dx, dy) in enumerate(moves):
            length = hypot(dx, dy) or 1.0
            step = min(length, heat)
            at[i] = (at[i][0] + dx / length * step, at[i][1] + dy / length * step)
    return [replace(box, x=x * 1.5, y=y * 0.75) for box, (x, y) in zip(boxes, at, strict=True)]


def forces(at: Sequence[tuple[float, float]], pairs: Sequence[tuple[int, int]], ideal: float) -> list[list[float]]:
    """What pushes and pulls each box: repulsion between all, attraction along ties, a weak pull to the middle."""
    moves = [[-x * PULL, -y * PULL] for x, y in at]
    for i, (x, y) in enumerate(at):
        across, down = moves[i]
        for (other_x, other_y), other in zip(at[i + 1 :], moves[i + 1 :], strict=True):
            dx, dy = x - other_x, y - other_y
            push = ideal * ideal / (dx * dx + dy * dy or 1.0)
            dx, dy = dx * push, dy * push
            across, down = across + dx, down + dy
            other[0] -= dx
            other[1] -= dy
        moves[i] = [across, down]
    for i, j in pairs:
        dx, dy = at[i][0] - at[j][0], at[i][1] - at[j][1]
        pull = hypot(dx, dy) / ideal
        moves[i][0] -= dx * pull
        moves[i][1] -= dy * pull
        moves[j][0] += dx * pull
        moves[j][1] += dy * pull
    return moves


def apart(boxes: Sequence[Box]) -> list[Box]:
    """The boxes moved up and down until none covers another."""
    across = [(box.x, box.width) for box in boxes]
    near = [
        (i, j)
        for (i, (x, width)), (j, (other_x, other_width)) in combinations(enumerate(across), 2)
        if (width + other_width) / 2 + GAP - abs(x - other_x) > 0
    ]
    at = [box.y for box in boxes]
    for _ in range(200):
        moved = sum(push_apart(at, i, j) for i, j in near)
        if not moved:
            break
    return [replace(box, y=y) for box, y in zip(boxes, at, strict=True)]


def push_apart(at: list[float], one: int, other: int) -> bool:
    """Move two boxes that stand above each other until the gap is kept; whether they had to move."""
    over = HEIGHT + GAP - abs(at[one] - at[other])
    if over <= 0:
        return False
    down = 1 if at[other] >= at[one] else -1
    at[one] -= down * (over / 2 + 0.1)
    at[other] += down * (over / 2 + 0.1)
    return True


def framed(boxes: Sequence[Box], edges: tuple[Edge, ...], left_out: int) -> Graph:
    """The drawing moved so that it begins at nought."""
    left, top = min(box.left for box in boxes) - GAP, min(box.top for box in boxes) - GAP
    moved = tuple(replace(box, x=round(box.x - left, 1), y=round(box.y - top, 1)) for box in boxes)
    width = max(box.left + box.width for box in moved) + GAP
    height = max(box.top for box in moved) + HEIGHT + GAP
    return Graph(moved, tuple(lines_between(moved, edges)), round(width), round(height), left_out)


def lines_between(boxes: Sequence[Box], edges: Sequence[Edge]) -> Iterator[Line]:
    """One line for each two boxes that are tied."""
    places = {box.ref: box for box in boxes}
    pairs: dict[tuple[str, str], list[Edge]] = {}
    for edge in edges:
        pairs.setdefault((min(edge.start, edge.end), max(edge.start, edge.end)), []).append(edge)
    for (start, end), rows in pairs.items():
        said = tuple((places[edge.start].label, edge.tie.value, places[edge.end].label) for edge in rows)
        ties = tuple(dict.fromkeys(edge.tie.value for edge in rows))
        yield Line(places[start], places[end], ties, said)
