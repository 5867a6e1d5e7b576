"""What follows for articles of one origin: chains, descent, and what each leaves out or adds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import ARTICLES, Shelf, small_dossier

from dossier.findings.chains import Step, find_chain
from dossier.findings.channels import find_channels
from dossier.findings.descent import Branch, find_families
from dossier.findings.differences import find_differences
from dossier.model import ClaimCard, Dossier, Found, Shared, SourceCard

S = Shelf(ARTICLES)


@pytest.fixture
def dossier() -> Dossier:
    return small_dossier()


def boats(dossier: Dossier) -> ClaimCard:
    return next(card for card in dossier.claims if card.id == "ines-corvo-boats-fishing-rescue")


def chain(claim: ClaimCard, dossier: Dossier, report: int) -> list[tuple[Step, str | None]]:
    links = find_chain(claim.reports[report], claim, find_channels(dossier))
    return [(link.step, link.name) for link in links]


def test_a_chain_goes_from_the_speaker_through_the_relay_to_the_outlet(dossier: Dossier) -> None:
    assert chain(boats(dossier), dossier, 1) == [
        (Step.SPEAKER, "Ines Corvo"),
        (Step.RELAY, "Lowland Press"),
        (Step.OUTLET, "The Tessaly Courier"),
    ]


def test_each_link_of_a_chain_has_its_words(dossier: Dossier) -> None:
    claim = boats(dossier)
    speaker, relay = find_chain(claim.reports[0], claim, find_channels(dossier))[:2]
    assert speaker.evidence == claim.reports[0].speaker_at
    assert relay.evidence == claim.reports[0].via_at[0]


def test_a_relay_that_a_retelling_drops_is_told_as_dropped(dossier: Dossier) -> None:
    first, second = boats(dossier).reports
    claim = replace(boats(dossier), reports=(first, replace(second, via=(), via_at=())))
    assert (Step.DROPPED, "Lowland Press") in chain(claim, dossier, 1)
    assert all(step is not Step.DROPPED for step, _ in chain(claim, dossier, 0))


def test_an_article_of_another_origin_drops_nothing(dossier: Dossier) -> None:
    first, second = boats(dossier).reports
    claim = replace(boats(dossier), reports=(first, replace(second, via=(), via_at=())))
    apart = replace(dossier, sources=tuple(replace(s, origin=s.id) for s in dossier.sources))
    assert chain(claim, apart, 1) == [(Step.SPEAKER, "Ines Corvo"), (Step.OUTLET, "The Tessaly Courier")]


def test_several_media_stand_from_the_speaker_outwards(dossier: Dossier) -> None:
    first = boats(dossier).reports[0]
    at = first.via_at[0]
    long = replace(boats(dossier), reports=(replace(first, via=("Evening Wire", "Radio Maren"), via_at=(at, at)),))
    assert [name for _, name in chain(long, dossier, 0)][:3] == ["Ines Corvo", "Radio Maren", "Evening Wire"]


def source(slug: str, rule: str | None, *, published: str | None = None, shares: tuple[Shared, ...] = ()) -> SourceCard:
    """An article of one origin; ``rule`` is how it names the agency AP, ``None`` where it doesn't."""
    found = {"agency": Found((), rule)} if rule else {}
    return replace(
        small_dossier().sources[0], id=slug, origin="s1", agency="AP" if rule else None, publisher=None,
        published=published, shares=shares, found=found,
    )  # fmt: skip


def drawn(branches: tuple[Branch, ...]) -> list[object]:
    return [b.source.id if not b.branches else [b.source.id, *drawn(b.branches)] for b in branches]


def test_what_an_agency_is_credited_for_comes_from_it_and_a_rewording_from_the_nearest_article() -> None:
    near = (Shared("sources/s2", 30, 70), Shared("sources/s1", 20, 60))
    articles = (
        source("s1", "dateline", published="2024-03-02"),
        source("s2", "byline", published="2024-03-03"),
        source("s3", "named in the body, credited by the same text", shares=near),
    )
    (family,) = find_families(Dossier(sources=articles))
    assert (family.agency, family.size, drawn(family.branches)) == ("AP", 3, ["s1", ["s2", "s3"]])
    assert family.branches[1].branches[0].share == near[0]


def test_without_an_agency_the_earliest_dated_stands_first() -> None:
    articles = (
        source("s1", None, published="2024-03-05", shares=(Shared("sources/s2", 80, 90),)),
        source("s2", None, published="2024-03-04", shares=(Shared("sources/s1", 60, 70),)),
        source("s3", None, shares=(Shared("sources/s1", 90, 90), Shared("sources/s2", 50, 60))),
    )
    (family,) = find_families(Dossier(sources=articles))
    assert (family.agency, drawn(family.branches)) == (None, [["s2", ["s1", "s3"]]])


def test_an_article_that_shares_with_none_before_it_stands_by_itself() -> None:
    articles = (source("s1", None, published="2024-03-05"), source("s2", None))
    (family,) = find_families(Dossier(sources=articles))
    assert drawn(family.branches) == ["s1", "s2"]


def test_relays_are_counted_once_a_claim(dossier: Dossier) -> None:
    first, second = find_families(dossier)
    assert (first.relays, first.size) == ((), 2)  # the agency that it relays wrote it
    assert (second.origin, second.size, second.agency) == ("sources/a3", 1, None)
    other = tuple(replace(s, agency="Evening Wire" if s.agency else None) for s in dossier.sources)
    assert find_families(replace(dossier, sources=other))[0].relays == (("Lowland Press", 1),)


def test_a_reprint_leaves_out_what_the_others_of_its_text_report(dossier: Dossier) -> None:
    differences = find_differences(dossier)
    assert [claim.id for claim in differences["sources/a2"].left_out] == ["maren-denies-shipped-drones"]
    assert [claim.id for claim in differences["sources/a1"].added] == ["maren-denies-shipped-drones"]
    assert differences["sources/a1"].left_out == ()


def test_what_another_origin_reports_is_not_left_out(dossier: Dossier) -> None:
    out = {claim.id for row in find_differences(dossier).values() for claim in row.left_out}
    assert "joan-pell-denies-drones-landed" not in out


def test_what_only_one_origin_has_is_told_for_each_article_that_has_it(dossier: Dossier) -> None:
    only = {ref: {claim.id for claim in row.only_origin} for ref, row in find_differences(dossier).items()}
    assert only["sources/a3"] == {"joan-pell-denies-drones-landed"}
    assert only["sources/a2"] == {"ines-corvo-boats-fishing-rescue", "ostrava-shipping-attack-drones"}


def test_a_claim_told_without_its_speaker_is_neither_left_out_nor_added(dossier: Dossier) -> None:
    claim = boats(dossier)
    bare = replace(claim, reports=claim.reports[:1], restated=(S.at("a2", "The boats are for fishing and rescue"),))
    told = replace(dossier, claims=(bare, *(c for c in dossier.claims if c.id != claim.id)))
    row = find_differences(told)["sources/a2"]
    assert [(claim.id, evidence[0].source) for claim, evidence in row.unattributed] == [(bare.id, "sources/a2")]
    assert bare not in (*row.left_out, *row.added)


def test_an_article_of_its_own_is_compared_with_none_and_an_unread_one_leaves_nothing_out(dossier: Dossier) -> None:
    alone = find_differences(dossier)["sources/a3"]
    assert (alone.left_out, alone.added, alone.unattributed) == ((), (), ())
    unread = tuple(replace(s, unread="written in fr") if s.id == "a2" else s for s in dossier.sources)
    assert find_differences(replace(dossier, sources=unread))["sources/a2"].left_out == ()
