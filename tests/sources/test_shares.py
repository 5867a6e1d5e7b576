"""How much of one article stands in another of its origin, told from both sides."""

from __future__ import annotations

from dossier.sources.origins import FREQUENT, NEAREST, measure_shares

WIRE = (
    "The harbour of Tessaly was closed on Monday after two freighters collided in thick fog, the coast guard said. "
    "Nobody was hurt, and divers will look at both hulls before the pilots let anybody leave."
)
CUT = "The harbour of Tessaly was closed on Monday after two freighters collided in thick fog, the coast guard said."
REWORDED = "Divers were to look at the hulls of two freighters that had collided near the harbour of Tessaly in fog."


def test_a_cut_stands_wholly_in_its_original_and_the_original_only_partly_in_the_cut() -> None:
    shares = measure_shares({"cut": CUT, "wire": WIRE}, {"cut": "cut", "wire": "cut"})
    (of_cut,), (of_wire,) = shares["cut"], shares["wire"]
    assert (of_cut.source, of_cut.text, of_cut.words) == ("sources/wire", 100, 100)
    assert (of_wire.source, 40 < of_wire.text < 60, 50 < of_wire.words < 80) == ("sources/cut", True, True)


def test_a_rewording_keeps_words_and_few_runs() -> None:
    shares = measure_shares({"new": REWORDED, "wire": WIRE}, {"new": "new", "wire": "new"})
    (of_new,) = shares["new"]
    assert of_new.text < 30 < 60 < of_new.words


def test_the_article_with_most_in_common_stands_first_and_other_origins_are_left_out() -> None:
    bodies = {"cut": CUT, "new": REWORDED, "other": WIRE, "wire": WIRE}
    shares = measure_shares(bodies, {"cut": "cut", "new": "cut", "wire": "cut", "other": "other"})
    assert [row.source for row in shares["new"]] == ["sources/wire", "sources/cut"]
    assert shares["other"] == ()


def test_a_hundred_reprints_are_each_shown_beside_a_few() -> None:
    bodies = {f"r{number:03}": WIRE for number in range(FREQUENT + 40)}
    shares = measure_shares(bodies, dict.fromkeys(bodies, "r000"))
    assert all(0 < len(rows) <= NEAREST for rows in shares.values())
    assert all("sources/r000" in [row.source for row in rows] for key, rows in shares.items() if key != "r000")


def test_an_article_without_words_shares_nothing() -> None:
    shares = measure_shares({"a": "", "b": WIRE}, {"a": "a", "b": "a"})
    assert [(row.text, row.words) for row in (*shares["a"], *shares["b"])] == [(0, 0), (0, 0)]
