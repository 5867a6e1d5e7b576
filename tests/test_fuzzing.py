"""Broken articles and broken cards: read, or refused by name; never a crash, a lost card, or foreign markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzzing import BATCH, base_texts, card_files, cards_run, fuzz_card, fuzz_seeds, seeds_run

from build import CardCompiler

MANY_SEEDS, MANY_CARDS = 100_000, 20_000


@pytest.mark.parametrize("number", [0, 10])
def test_broken_articles_go_the_whole_way(compiler: CardCompiler, number: int) -> None:
    assert fuzz_seeds(number, base_texts(), compiler.find, compiler.lexicon) > BATCH // 2


def test_broken_cards_are_read_or_refused_by_name(tmp_path: Path) -> None:
    files = card_files()
    for number in range(300):
        fuzz_card(number, files, tmp_path)
    assert not list(tmp_path.rglob("*.yml"))


@pytest.mark.audit
def test_a_hundred_thousand_broken_articles() -> None:
    assert max(seeds_run(MANY_SEEDS)) == MANY_SEEDS


@pytest.mark.audit
def test_twenty_thousand_broken_cards() -> None:
    assert max(cards_run(MANY_CARDS)) == MANY_CARDS
