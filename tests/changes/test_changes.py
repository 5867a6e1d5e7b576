"""What changed between two states of the small dossier of tests/makers.py, and what caused it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import small_dossier

from dossier.changes import (
    Change,
    Edition,
    Sort,
    add_entry,
    as_markdown,
    as_text,
    entry_of,
    find_changes,
    read_log,
    without_cards,
)
from dossier.changes.entries import as_line, read_line
from dossier.errors import CardError
from dossier.model import Card, Dossier, Statement

SMALL = small_dossier()


def with_cards(dossier: Dossier, *cards: Card) -> Dossier:
    """``dossier`` with these cards in place of those of the same reference, or beside them."""
    for card in cards:
        plural = card.kind.plural
        rows = [row for row in getattr(dossier, plural) if row.id != card.id]
        dossier = replace(dossier, **{plural: tuple(sorted([*rows, card], key=lambda row: row.id))})
    return dossier


def without(dossier: Dossier, *refs: str) -> Dossier:
    kept = {kind: tuple(c for c in getattr(dossier, kind) if c.ref not in refs) for kind in KINDS}
    return Dossier(**kept)


KINDS = ("sources", "people", "weapons", "delegations", "claims", "organisations", "events")


def card(ref: str, dossier: Dossier = SMALL) -> Card:
    return next(card for card in dossier.cards() if card.ref == ref)


def decided(ref: str, *decisions: dict[str, str], **lines: object) -> Card:
    curated = lines | ({"decisions": list(decisions)} if decisions else {})
    return replace(card(ref), curated=curated)


def changes(old: Dossier, new: Dossier, **retired: str | None) -> list[Change]:
    return find_changes(
        Edition(old), Edition(new, {ref.replace("__", "/").replace("_", "-"): to for ref, to in retired.items()})
    )


def told(rows: list[Change]) -> list[str]:
    """``people/x role: admiral -> captain [sources/a1 was changed]``."""
    return [
        f"{row.card} {row.key}: {row.before or ''} -> {row.after or ''} [{'; '.join(map(str, row.causes))}]"
        for row in rows
    ]


def reworded(ref: str) -> Card:
    """An article whose words were changed."""
    return replace(card(ref), sha256="0" * 64)


ADMIRAL = card("people/ines-corvo")
OFFICE = ADMIRAL.statements["role"][0]


def test_equal_cards_give_no_change_and_no_words() -> None:
    assert changes(SMALL, small_dossier()) == []
    assert (as_text([]), as_markdown([]), entry_of([])) == ("", "", None)


def test_a_value_that_an_articles_new_words_give_is_caused_by_that_article() -> None:
    captain = replace(OFFICE, value="captain")
    new = with_cards(SMALL, reworded("sources/a1"), replace(ADMIRAL, statements={"role": (captain,)}))
    rows = [row for row in changes(SMALL, new) if row.card == ADMIRAL.ref]
    assert told(rows) == ["people/ines-corvo role: admiral -> captain [sources/a1 was changed]"]
    assert rows[0].correction


def test_a_new_article_adds_and_corrects_nothing() -> None:
    old = without(SMALL, "sources/a3", "people/joan-pell", "claims/joan-pell-denies-drones-landed")
    rows = changes(old, SMALL)
    assert not any(row.correction for row in rows)
    assert "people/joan-pell role:  -> harbour master of Tessaly [sources/a3 was added]" in told(rows)
    assert {cause.what for row in rows for cause in row.causes} == {"sources/a3"}


def test_a_removed_article_takes_what_rested_on_it() -> None:
    new = without(SMALL, "sources/a3", "people/joan-pell", "claims/joan-pell-denies-drones-landed")
    rows = changes(SMALL, new)
    assert all(row.correction and row.sort is Sort.REMOVED for row in rows)
    assert {str(cause) for row in rows for cause in row.causes} == {"sources/a3 was removed"}


def test_one_more_article_behind_a_value_is_neither_correction_nor_addition() -> None:
    fewer = replace(OFFICE, evidence=OFFICE.evidence[:1])
    old = without(with_cards(SMALL, replace(ADMIRAL, statements={"role": (fewer,)})), "sources/a2")
    rows = [row for row in changes(old, SMALL) if row.card == ADMIRAL.ref]
    assert told(rows) == [
        "people/ines-corvo role: admiral (in 1 article) -> admiral (in 2 articles) [sources/a2 was added]"
    ]
    assert as_text(rows).splitlines()[0] == "More or fewer articles behind it: 1"
    assert "role: admiral (in 1 → 2 articles)" in as_text(rows)


DECISIONS: dict[str, tuple[Callable[[], Dossier], str]] = {
    "a struck value": (
        lambda: with_cards(
            SMALL,
            replace(
                decided(
                    ADMIRAL.ref, {"do": "strike", "key": "role", "value": "Admiral", "by": "JK", "reason": "retired"}
                ),
                statements={},
            ),
        ),
        "people/ines-corvo role: admiral ->  [JK decided “strike role Admiral”: retired]",
    ),
    "an added value": (
        lambda: with_cards(
            SMALL,
            replace(
                decided("weapons/attack-drone", {"do": "add", "key": "type", "value": "aircraft"}),
                statements={"type": (Statement("aircraft", (), "editor"),)},
            ),
        ),
        "weapons/attack-drone type:  -> aircraft [an editor decided “add type aircraft”]",
    ),
    "another name": (
        lambda: with_cards(SMALL, replace(decided(ADMIRAL.ref, name="Inés Corvo"), name="Inés Corvo")),
        "people/ines-corvo name: Ines Corvo -> Inés Corvo [an editor decided “name Inés Corvo”]",
    ),
    "a summary": (
        lambda: with_cards(SMALL, decided(ADMIRAL.ref, summary="Led the visit.")),
        "people/ines-corvo summary:  -> Led the visit. [an editor decided “summary Led the visit.”]",
    ),
    "a hidden card": (
        lambda: with_cards(SMALL, decided(ADMIRAL.ref, {"do": "hide", "by": "JK", "date": "2026-11-22"})),
        "people/ines-corvo status:  -> hidden from readers [JK decided “hide”]",
    ),
    "a decision that changes nothing else": (
        lambda: with_cards(SMALL, decided(ADMIRAL.ref, {"do": "not_same_as", "ref": "people/x"})),
        "people/ines-corvo decision:  -> not same as people/x [an editor decided “not same as people/x”]",
    ),
}


@pytest.mark.parametrize("title", DECISIONS)
def test_a_decision_is_the_cause_of_what_it_changes(title: str) -> None:
    new, line = DECISIONS[title]
    assert told(changes(SMALL, new())) == [line]


@pytest.mark.parametrize("title", DECISIONS)
def test_a_decision_taken_back_is_the_cause_of_the_way_back(title: str) -> None:
    new, _ = DECISIONS[title]
    (row,) = changes(new(), SMALL)
    assert "took back" in str(row.causes[0])


def test_joined_cards_lead_on_and_their_values_come_of_the_decision() -> None:
    merged = replace(
        decided(ADMIRAL.ref, {"do": "same_as", "ref": "people/joan-pell", "by": "JK"}),
        statements={"role": (OFFICE, *card("people/joan-pell").statements["role"])},
    )
    new = with_cards(without(SMALL, "people/joan-pell"), merged)
    rows = [row for row in changes(SMALL, new, people__joan_pell=ADMIRAL.ref) if row.card == ADMIRAL.ref]
    why = "[JK decided “same as people/joan-pell”]"
    assert told(rows) == [
        f"people/ines-corvo address: people/joan-pell -> people/ines-corvo {why}",
        f"people/ines-corvo role:  -> harbour master of Tessaly {why}",
    ]


def test_an_article_under_another_name_changes_no_fact() -> None:
    renamed = replace(card("sources/a3"), id="b3", file="b3.txt")

    def moved(one: Card) -> Card:
        at = tuple(replace(e, source="sources/b3") if e.source == "sources/a3" else e for e in one.evidence)
        return replace(one, evidence=at)

    new = with_cards(without(SMALL, "sources/a3"), renamed, moved(ADMIRAL))
    rows = [row for row in changes(SMALL, new) if row.card == ADMIRAL.ref]
    assert told(rows) == ["people/ines-corvo passages:  -> the same, read from other places [sources/b3 was renamed]"]
    assert not rows[0].correction


def test_what_neither_article_nor_editor_caused_is_the_programs() -> None:
    (row,) = changes(SMALL, with_cards(SMALL, replace(ADMIRAL, statements={})))
    assert str(row.causes[0]) == "the program reads the same articles otherwise"


def test_corrections_stand_apart_from_additions() -> None:
    old = with_cards(SMALL, replace(ADMIRAL, statements={"born": (replace(OFFICE, value="1961"),)}))
    assert [line for line in as_text(changes(old, SMALL)).splitlines() if not line.startswith(" ")] == [
        "Corrections and withdrawals: 1",
        "Additions: 1",
    ]


def test_markdown_shows_an_articles_words_as_words() -> None:
    hostile = replace(OFFICE, value="<img src=x> [a](javascript:b) `c` @team\n# d")
    text = as_markdown(changes(SMALL, with_cards(SMALL, replace(ADMIRAL, statements={"role": (hostile,)}))))
    assert "<img" not in text
    assert "[a](" not in text
    assert "@team" not in text
    assert "\n#" not in text.removeprefix("## ")


@given(st.lists(st.sampled_from(sorted(card.ref for card in SMALL.cards())), unique=True), st.booleans())
@settings(max_examples=40, deadline=None)
def test_there_are_changes_exactly_where_cards_differ(gone: list[str], swapped: bool) -> None:
    new = without(SMALL, *gone)
    editions = (new, SMALL) if swapped else (SMALL, new)
    rows = changes(*editions)
    assert {row.card for row in rows} == set(gone)
    assert rows == changes(*editions)


@pytest.mark.parametrize("ref", [card.ref for card in SMALL.cards()])
def test_a_card_that_only_its_passages_change_in_is_told(ref: str) -> None:
    one = card(ref)
    other = replace(one, evidence=tuple(replace(e, start=e.start + 1, end=e.end + 1) for e in one.evidence))
    rows = changes(SMALL, with_cards(SMALL, other))
    assert bool(rows) == (one != other)
    assert all(row.key == "passages" for row in rows)


# ---------------------------------------------------------------------------------------------- the log


def test_the_log_reads_back_what_was_written(tmp_path: Path) -> None:
    entry = entry_of(changes(SMALL, DECISIONS["a struck value"][0]()))
    assert entry is not None
    log = tmp_path / "changes.jsonl"
    assert add_entry(log, entry)
    assert read_log(log) == (entry,)
    assert as_line(entry) + "\n" == log.read_text("utf-8")


def test_an_entry_is_dated_by_its_causes_and_never_by_the_clock() -> None:
    rows = changes(SMALL, DECISIONS["a hidden card"][0]())
    entry, again = entry_of(rows), entry_of(rows)
    assert entry == again
    assert entry is not None
    assert entry.date == "2026-11-22"
    assert entry_of(rows, "2026-12-01").date == "2026-12-01"  # type: ignore[union-attr]
    assert entry_of(changes(SMALL, DECISIONS["a summary"][0]())).date is None  # type: ignore[union-attr]


def test_a_build_cut_short_after_the_log_adds_no_second_entry(tmp_path: Path) -> None:
    there, back = changes(SMALL, DECISIONS["a summary"][0]()), changes(DECISIONS["a summary"][0](), SMALL)
    log = tmp_path / "changes.jsonl"
    added = [add_entry(log, entry_of(rows)) for rows in (there, there, back, there)]  # type: ignore[arg-type]
    assert added == [True, False, True, True]
    ids = [entry.id for entry in read_log(log)]
    assert len(set(ids)) == 3
    assert ids[2] == f"{ids[0]}-2"


@pytest.mark.parametrize(
    "line",
    ["{", "[]", '{"id": 1, "date": null, "changes": []}', '{"id": "a", "date": null, "changes": [{}]}', "[" * 9999],
)
def test_a_broken_line_of_the_log_is_named(line: str, tmp_path: Path) -> None:
    log = tmp_path / "changes.jsonl"
    log.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(CardError, match=r"changes\.jsonl:2: no entry of a change log"):
        read_log(log)
    with pytest.raises(CardError, match="no entry"):
        read_line(line, "here")


def test_readers_learn_nothing_of_a_hidden_card() -> None:
    entry = entry_of(changes(SMALL, DECISIONS["a hidden card"][0]()))
    assert entry is not None
    assert without_cards([entry], {ADMIRAL.ref}) == ()
    assert without_cards([entry], set()) == (entry,)
