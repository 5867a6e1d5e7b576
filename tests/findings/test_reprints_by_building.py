"""Reprints are no confirmations, proved by building the first dossier with five altered copies of one article."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from build import CardCompiler
from dossier.findings.channels import find_channels
from dossier.model import ClaimCard, Dossier, SourceCard

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ALTERED = (
    lambda text: f"UPDATE: {text}",
    lambda text: text.replace("“", '"').replace("”", '"'),
    lambda text: text.replace("defence", "defense").replace("Defence", "Defense"),
    lambda text: f"{text.rstrip()}\n\nMore to follow.\n",
    lambda text: text.replace("\n\n", "\n").replace("’", "'"),
)


def most_reprinted(dossier: Dossier) -> SourceCard:
    """The article with most claims that another article of its text has too."""

    def shared(source: SourceCard) -> int:
        kin = {s.ref for s in dossier.sources if s.origin == source.origin} - {source.ref}
        sources = [{report.passage.source for report in claim.reports} for claim in dossier.claims]
        return sum(source.ref in places and bool(kin & places) for places in sources)

    return max(dossier.sources, key=lambda source: (shared(source), source.id))


def founded_on(claim: ClaimCard, ref: str) -> set[tuple[str, int]]:
    return {(r.proposition.source, r.proposition.start) for r in claim.reports if r.proposition.source == ref}


@pytest.fixture(scope="module")
def grown(compiler: CardCompiler, first_dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    """The first dossier with five altered copies of its most reprinted article."""
    folder = tmp_path_factory.mktemp("grown")
    for seed in SEEDS.iterdir():
        shutil.copy(seed, folder)
    text = (SEEDS / most_reprinted(first_dossier).file).read_bytes().decode("utf-8")
    for number, alter in enumerate(ALTERED):
        (folder / f"z-reprint-{number}.txt").write_bytes(alter(text).encode("utf-8"))
    return compiler.compile_folder(folder)


def test_five_altered_reprints_are_five_articles_more_and_no_origin_more(
    first_dossier: Dossier, grown: Dossier
) -> None:
    source = most_reprinted(first_dossier)
    assert len({s.origin for s in grown.sources}) == len({s.origin for s in first_dossier.sources})
    before, after = find_channels(first_dossier), find_channels(grown)
    counted = 0
    for claim in first_dossier.claims:
        places = founded_on(claim, source.ref)
        for other in (c for c in grown.claims if places & founded_on(c, source.ref)):
            then, now = before.tally_claim(claim), after.tally_claim(other)
            assert (now.articles, now.origins) == (then.articles + len(ALTERED), then.origins), claim.ref
            counted += 1
    assert counted >= 5
