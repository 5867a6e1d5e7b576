"""The list of cues: what it must hold, and what a row that is wrong says."""

from __future__ import annotations

from typing import Any

import pytest

from dossier.errors import WordsError
from dossier.lexicon import claims
from dossier.lexicon.claims import Takes, load_claim_words
from dossier.lexicon.words import read_words


def test_phrasal_verbs_stand_before_the_plain_verb() -> None:
    calls = load_claim_words().verbs["call"]
    assert calls[0].particles
    assert calls[-1].particles == ()
    assert Takes.COMPLEMENT in calls[-1].takes


def test_denying_verbs_are_marked() -> None:
    verbs = load_claim_words().verbs
    assert all(verbs[lemma][0].denies for lemma in ("deny", "dismiss", "refute", "reject"))
    assert not verbs["say"][0].denies


@pytest.mark.parametrize("kind", ["people", "bodies", "media", "documents"])
def test_every_list_is_sorted_and_has_no_row_twice(kind: str) -> None:
    rows = read_words("cues")["speakers"][kind]
    assert rows == sorted(set(rows)), kind


def test_a_verb_in_two_classes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: dict[str, Any] = read_words("cues")
    rows["verbs"]["deny"]["words"] = [*rows["verbs"]["deny"]["words"], "say"]
    monkeypatch.setattr(claims, "read_words", lambda _: rows)
    with pytest.raises(WordsError, match="'say' stands in two classes"):
        load_claim_words()
