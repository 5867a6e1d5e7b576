"""What a reader of the first dossier must see without having to work it out, held against its cards from scratch."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from build import CardCompiler
from dossier.findings.chains import Step, find_chain
from dossier.findings.channels import Channels, find_channels
from dossier.findings.denials import find_denials
from dossier.findings.differences import find_differences
from dossier.findings.drift import Wording, find_wordings
from dossier.findings.matrix import find_matrix
from dossier.findings.shifts import Shift
from dossier.lexicon.wording import load_wording_words
from dossier.model import ClaimCard, Dossier

ALTERATIONS = (
    ("on Wednesday, state media KCNA reported", "on Wednesday, according to state media KCNA"),
    ("Shoigu handed Kim a letter", "Shoigu delivered Kim a letter"),
    ("arrived in North Korea this week", "came to North Korea this week"),
    ("touring a large exhibition hall displaying some of", "walking through a large exhibition hall with some of"),
    ("Separately Kim hosted", "In a separate meeting Kim hosted"),
)
"""What five papers that carry the agency's text of 003 might change in it."""


@pytest.fixture(scope="module")
def channels(first_dossier: Dossier) -> Channels:
    return find_channels(first_dossier)


def claim_that(dossier: Dossier, words: str, speaker: str | None) -> ClaimCard:
    """The one claim of a speaker that some article words so."""
    found = [c for c in dossier.claims if c.speaker == speaker and any(words in r.proposition.exact for r in c.reports)]
    assert len(found) == 1, f"{len(found)} claims by {speaker} say {words!r}"
    return found[0]


def articles(claim: ClaimCard) -> set[str]:
    """The numbers of the seeds that have a claim: ``{"001", "004"}``."""
    places = [*(report.passage for report in claim.reports), *claim.restated]
    return {place.source.removeprefix("sources/")[:3] for place in places}


def wordings(claim: ClaimCard, dossier: Dossier) -> tuple[Wording, ...]:
    return find_wordings(claim, load_wording_words(), {s.ref: s.origin for s in dossier.sources})


def test_the_new_drone_is_told_in_three_articles_of_one_origin(first_dossier: Dossier, channels: Channels) -> None:
    tally = channels.tally_claim(claim_that(first_dossier, "appeared to be a new drone", "analysts"))
    assert (tally.articles, tally.origins) == (3, 1)


def values(dossier: Dossier) -> set[tuple[str, str, str | None, str | None]]:
    """Card, key, value and body of every statement; who says each claim; what each denial answers."""
    stated = {(c.ref, key, s.value, s.of) for c in dossier.cards() for key, all_ in c.statements.items() for s in all_}
    said = {(claim.ref, "speaker", claim.speaker, None) for claim in dossier.claims}
    return stated | said | {(claim.ref, "answers", ref, None) for claim in dossier.claims for ref in claim.answers}


@pytest.mark.parametrize("other", ["poonch-missiles", "sotk-clash", "unsc-satellite"])
def test_a_second_matter_beside_it_takes_nothing_away(
    other: str, first_dossier: Dossier, compiler: CardCompiler, tmp_path: Path
) -> None:
    for name, folder in (("first", ROOT / "seeds"), (other, ROOT / "tests/gold/dev" / other / "seeds")):
        for seed in folder.glob("*.txt"):
            (tmp_path / f"{name}-{seed.name}").write_bytes(seed.read_bytes())
    both = values(compiler.compile_folder(tmp_path))
    assert sorted(map(str, values(first_dossier) - both)) == []


def test_five_altered_reprints_confirm_nothing(compiler: CardCompiler, tmp_path: Path) -> None:
    for seed in (ROOT / "seeds").glob("*.txt"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    text = next((ROOT / "seeds").glob("003*.txt")).read_text("utf-8")
    for number, (before, after) in enumerate(ALTERATIONS):
        assert before in text
        (tmp_path / f"reprint-{number}.txt").write_text(text.replace(before, after), "utf-8")
    wider = compiler.compile_folder(tmp_path)
    tally = find_channels(wider).tally_claim(claim_that(wider, "appeared to be a new drone", "analysts"))
    assert (tally.articles, tally.origins) == (8, 1)


def test_the_accusation_is_denied_by_two_governments_whoever_makes_it(first_dossier: Dossier) -> None:
    denials = find_denials(first_dossier)
    by_washington = claim_that(first_dossier, "Pyongyang has supplied arms", "United States")
    by_the_white_house = claim_that(first_dossier, "shipped weapons including infantry rockets", "United States")
    by_nobody = claim_that(first_dossier, "Russia is being supplied with arms", None)
    for accusation in (by_washington, by_the_white_house, by_nobody):
        answers = {denial.speaker: articles(denial) for denial in denials.of(accusation)}
        assert answers == {"North Korea": {"001", "003", "004"}, "Russia": {"004"}}


def test_what_comes_through_one_channel_only_is_known_as_such(first_dossier: Dossier, channels: Channels) -> None:
    letter = channels.tally_claim(claim_that(first_dossier, "handed Kim a letter from Russian President", "KCNA"))
    assert letter.articles == 5
    assert letter.only == "KCNA"


def test_each_filled_cell_is_a_pair_of_claim_and_article(first_dossier: Dossier) -> None:
    cells = sum(len(row) for _, row in find_matrix(first_dossier).rows)
    pairs = {
        (claim.ref, place.source)
        for claim in first_dossier.claims
        for place in (*(report.passage for report in claim.reports), *claim.restated)
    }
    assert cells == len(pairs)


def test_a_paraphrase_raises_the_certainty(first_dossier: Dossier) -> None:
    drone = claim_that(first_dossier, "appeared to be a new drone", "analysts")
    changed = [w for w in wordings(drone, first_dossier) if any(c.shift is Shift.RAISED for c in w.changes)]
    assert [(w.changes[0].before, w.changes[0].after) for w in changed] == [("appeared to be", "is")]


def test_one_praise_in_three_wordings(first_dossier: Dossier) -> None:
    praise = claim_that(first_dossier, "most powerful", "Sergei Shoigu")
    texts = [place.exact for wording in wordings(praise, first_dossier) for place in wording.evidence]
    assert any("most powerful" in text for text in texts)
    assert any("strongest" in text for text in texts)
    assert len(wordings(praise, first_dossier)) == 3


def test_the_praise_came_from_the_minister_through_the_state_agency_and_reuters(
    first_dossier: Dossier, channels: Channels
) -> None:
    praise = claim_that(first_dossier, "most powerful", "Sergei Shoigu")
    chains = [[(link.step, link.name) for link in find_chain(r, praise, channels)] for r in praise.reports]
    assert any(
        chain[:3] == [(Step.SPEAKER, "Sergei Shoigu"), (Step.RELAY, "KCNA"), (Step.AGENCY, "Reuters")]
        for chain in chains
    )


def test_the_paraphrase_drops_the_denial_and_tells_the_meeting_in_its_own_voice(first_dossier: Dossier) -> None:
    paraphrase = next(d for ref, d in find_differences(first_dossier).items() if ref.startswith("sources/002"))
    assert claim_that(first_dossier, "it has conducted arms transactions", "North Korea") in paraphrase.left_out
    assert claim_that(first_dossier, "Kim Jong Un met with Russia", "KCNA") in [c for c, _ in paraphrase.unattributed]
