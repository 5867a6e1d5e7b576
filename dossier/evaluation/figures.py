"""Precision, recall, F1, shares, and the one-to-one pairing that they are counted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

G = TypeVar("G")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Scored:
    """The figures of one kind, and what was missed or invented in words."""

    figures: Mapping[str, Any]
    errors: tuple[str, ...] = ()


def prf(hits: int, gold: int, found: int) -> dict[str, float | int]:
    """Precision, recall and F1, rounded to three places, with the counts that they rest on."""
    precision = hits / found if found else 0.0
    recall = hits / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(f1, 3),
        "hits": hits,
        "gold": gold,
        "found": found,
    }


def ratio(good: int, total: int) -> float | None:
    """The share that is right, or ``None`` where there was nothing to get right."""
    return round(good / total, 3) if total else None


def assign(gold: Sequence[G], found: Sequence[F], grade: Callable[[G, F], float]) -> list[tuple[int, int]]:
    """One-to-one pairs of indexes, best grade first; grade 0 is no pair."""
    graded = sorted(((grade(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for score, i, j in graded:
        if score > 0 and i not in used_gold and j not in used_found:
            pairs.append((-i, -j))
            used_gold.add(i)
            used_found.add(j)
    return pairs


def missed_and_invented(
    missed: Sequence[str], invented: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    """What no pair covers: gold entries that were missed, cards that were invented."""
    hit_gold, hit_found = {i for i, _ in pairs}, {j for _, j in pairs}
    return (
        *(f"missed   {text}" for i, text in enumerate(missed) if i not in hit_gold),
        *(f"invented {text}" for j, text in enumerate(invented) if j not in hit_found),
    )
