"""What waits for an editor: what a card leaves open, and decisions that no longer hold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from makers import ARTICLES, Shelf, small_dossier
from test_build import LATER, WIRE, build, write

from dossier.model import Evidence, Kind, Mentions, Rejected, Source, Statement
from dossier.reviewing import Sort, as_json, as_text, find_waiting


def test_a_settled_dossier_leaves_nothing_to_do() -> None:
    assert find_waiting(small_dossier(), []) == []
    assert as_text([]) == "nothing waits"
    assert json.loads(as_json([])) == {"waiting": []}


def test_an_open_speaker_is_told_with_candidates_and_passage() -> None:
    small = small_dossier()
    claim = replace(small.claims[0], speaker=None, speaker_ref=None, candidates=("Ines Corvo", "Joan Pell"))
    (row,) = find_waiting(replace(small, claims=(claim, *small.claims[1:])), [])
    assert row.sort is Sort.SPEAKER
    assert row.where == claim.ref
    assert row.choices == ("Ines Corvo", "Joan Pell")
    text = as_text([row])
    assert "could be: Ines Corvo, Joan Pell" in text
    assert "“The boats are for fishing & rescue,”" in text


def test_possible_doubles_and_open_values_are_told_apart() -> None:
    small = small_dossier()
    pell = small.people[1]
    maybe = Statement(None, pell.evidence, "alike", candidates=("people/ines-corvo",))
    where = Statement(None, pell.evidence, "alike", candidates=("Ostrava", "Maren"))
    pell = replace(pell, statements={**pell.statements, "same_as": (maybe,), "role": (where,)})
    value, double = find_waiting(replace(small, people=(small.people[0], pell)), [])
    assert (value.sort, value.what, value.choices) == (Sort.VALUE, "Joan Pell: role", ("Ostrava", "Maren"))
    assert (double.sort, double.choices) == (Sort.DOUBLE, ("people/ines-corvo",))
    assert "not_same_as" in double.todo


def test_an_unread_article_and_a_card_without_articles_wait() -> None:
    small = small_dossier()
    source = replace(small.sources[1], unread="written in ru")
    person = replace(small.people[0], orphaned=True)
    dossier = replace(small, sources=(source,), people=(person,))
    assert [(row.sort, row.where) for row in find_waiting(dossier, [])] == [
        (Sort.ORPHAN, "people/ines-corvo"),
        (Sort.UNREAD, "sources/a2"),
    ]


def test_what_a_rule_turned_down_is_told_once_a_rule() -> None:
    shelf = Shelf(ARTICLES)
    rule = "a figure of speech, no rocket"
    rows = tuple(Rejected(Kind.WEAPON, shelf.at("a1", words), rule) for words in ("rockets", "attack drones"))
    (row,) = find_waiting(small_dossier(), [Mentions(Source("a1", "a1.txt", "", ARTICLES["a1"]), (), rejected=rows)])
    assert (row.sort, row.where, row.what, row.count) == (Sort.REFUSED, "weapon", rule, 2)
    assert isinstance(row.passages[0], Evidence)
    assert "turned down: 2\n" in as_text([row])


def test_a_decision_whose_passage_changed_comes_back(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    assert build("new", root).returncode == 0
    write(root / "seeds", {"a_wire.txt": WIRE, "b_later.txt": LATER})
    assert build("cards", "--root", root).returncode == 0
    card = root / "content/people/ingrid-solheim.yml"
    decided = "curated:\n  decisions:\n  - {do: strike, key: role, value: defence minister}\n"
    card.write_text(card.read_text("utf-8").replace("curated: {}\n", decided), "utf-8")
    assert build("cards", "--root", root).returncode == 0
    settled = build("review", "--root", root, "--json")
    assert settled.returncode == 0, settled.stderr
    assert not {"stale", "changed"} & {row["sort"] for row in json.loads(settled.stdout)["waiting"]}
    write(root / "seeds", {"a_wire.txt": WIRE.replace("Defence Minister Ingrid", "Ingrid")})
    moved = build("review", "--root", root)
    assert moved.returncode == 0, moved.stderr
    assert "decision whose passage changed: 1\n  to do: read the passage again\n  people/ingrid-solheim" in moved.stdout
    assert "decision without effect: 1\n" in moved.stdout
    assert "strike role defence minister" in moved.stdout
