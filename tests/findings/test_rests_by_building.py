"""What rests on one article alone, proved by building the first dossier without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from build import CardCompiler
from dossier.cards import compile_dossier
from dossier.cards.addresses import Addresses, addresses_of
from dossier.cards.curation import Curation
from dossier.findings.rests import find_rests
from dossier.model import ClaimCard, Dossier, SourceCard
from dossier.sources import read_sources

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

INFERRED = {"date", "dates", "held_by", "printed", "what"}
"""Properties that the program reads anew from other passages where the first are gone."""


@pytest.fixture(scope="module")
def without(
    compiler: CardCompiler, first_dossier: Dossier, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[SourceCard], Dossier]:
    """The first dossier built without one article, its addresses kept."""
    addresses = addresses_of(first_dossier, Addresses())

    def build(source: SourceCard) -> Dossier:
        folder = tmp_path_factory.mktemp("seeds")
        for seed in SEEDS.iterdir():
            if seed.name != source.file:
                shutil.copy(seed, folder)
        found = compiler.find(read_sources(folder, compiler.lexicon))
        return compile_dossier(found, compiler.lexicon, addresses, Curation())

    return build


def places(claims: tuple[ClaimCard, ...]) -> set[tuple[str, int]]:
    """Where claims are reported; a claim keeps them where its founding article, and so its address, goes."""
    return {(r.proposition.source, r.proposition.start) for claim in claims for r in claim.reports}


def values(dossier: Dossier, refs: set[str]) -> set[tuple[str, str, str | None, str | None]]:
    return {
        (card.ref, key, statement.value, statement.of)
        for card in dossier.cards()
        for key, statements in card.statements.items()
        for statement in statements
        if card.ref in refs and key not in INFERRED
    }


@pytest.mark.parametrize("number", range(5))
def test_what_rests_on_an_article_is_what_a_build_without_it_lacks(
    number: int, first_dossier: Dossier, without: Callable[[SourceCard], Dossier]
) -> None:
    source = first_dossier.sources[number]
    rests, less = find_rests(first_dossier)[source.ref], without(source)
    left = {card.ref for card in less.cards()}
    gone = {card.ref for card in first_dossier.cards() if card.ref not in left and not isinstance(card, SourceCard)}
    moved = {claim.ref for claim in first_dossier.claims if places((claim,)) & places(less.claims)}
    assert {card.ref for card in (*rests.cards, *rests.claims)} == gone - moved
    told = {(v.card.ref, v.key, v.statement.value, v.statement.of) for v in rests.values if v.key not in INFERRED}
    assert told == values(first_dossier, left) - values(less, left)
