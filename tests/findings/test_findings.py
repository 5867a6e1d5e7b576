"""What follows from the cards: counts, denials, backlinks, the matrix, shares, what rests on one article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import ARTICLES, Shelf, small_dossier

from dossier.findings.channels import Tally, find_channels
from dossier.findings.denials import find_denials
from dossier.findings.matrix import Silence, Stance, find_matrix, find_silence
from dossier.findings.relations import find_backlinks
from dossier.findings.rests import find_rests, origin_groups
from dossier.findings.shares import shares_shown
from dossier.findings.visible import without_hidden
from dossier.model import ClaimCard, Dossier, SourceCard, Statement

S = Shelf(ARTICLES)


@pytest.fixture
def dossier() -> Dossier:
    return small_dossier()


def by_ref(dossier: Dossier) -> dict[str, SourceCard]:
    return {source.ref: source for source in dossier.sources}


def claim(dossier: Dossier, slug: str) -> ClaimCard:
    return next(card for card in dossier.claims if card.id == slug)


def test_two_articles_of_one_text_are_one_origin(dossier: Dossier) -> None:
    tally = find_channels(dossier).tally_claim(claim(dossier, "ines-corvo-boats-fishing-rescue"))
    assert str(tally) == "in 2 articles, 1 origin · only through Lowland Press"


def test_five_reprints_more_are_five_articles_and_no_origin_more(dossier: Dossier) -> None:
    accusation = claim(dossier, "ostrava-shipping-attack-drones")
    reprints = [replace(dossier.sources[1], id=f"r{n}") for n in range(5)]
    moved = [
        replace(r, passage=replace(r.passage, source=f"sources/r{n}")) for n in range(5) for r in accusation.reports[1:]
    ]
    wider = replace(accusation, reports=(*accusation.reports, *moved))
    more = replace(dossier, sources=(*dossier.sources, *reprints))
    tally = find_channels(more).tally_claim(wider)
    assert (tally.articles, tally.origins) == (7, 1)


def test_a_relay_is_the_channel_else_the_agency_else_the_publisher_else_not_stated(dossier: Dossier) -> None:
    channels = find_channels(dossier)
    assert channels.of_evidence(S.at("a1", "Corvo", 1)) == ("Lowland Press",)  # inside what an agency relays
    assert channels.of_evidence(S.at("a2", "Adm")) == ("The Tessaly Courier",)  # no agency
    assert channels.of_evidence(S.at("a3", "two piers")) == ()  # neither


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(1, 1, ("AP",), only="AP"), "in 1 article, 1 origin · only through AP"),
        (Tally(2, 2, ("AFP", "AP")), "in 2 articles, 2 origins · through AFP and AP"),
        (Tally(3, 2, ("AFP",), unstated=True), "in 3 articles, 2 origins · through AFP and a channel not stated"),
        (Tally(2, 1, (), unstated=True), "in 2 articles, 1 origin · channel not stated"),
        (Tally(9, 9, ("A", "B", "C", "D", "E")), "in 9 articles, 9 origins · through 5 channels"),
    ],
)
def test_the_three_counts_stand_together(tally: Tally, words: str) -> None:
    assert str(tally) == words


def test_a_medium_that_stands_in_every_chain_is_the_only_channel(dossier: Dossier) -> None:
    boats = claim(dossier, "ines-corvo-boats-fishing-rescue")
    first, second = boats.reports
    chained = replace(boats, reports=(first, replace(second, via=("Evening Wire", "Lowland Press"))))
    assert find_channels(dossier).tally_claim(chained).only == "Lowland Press"


def test_an_article_that_names_nobody_counts_as_article_and_is_no_channel(dossier: Dossier) -> None:
    boats = replace(claim(dossier, "ines-corvo-boats-fishing-rescue"), restated=(S.at("a3", "two piers"),))
    assert str(find_channels(dossier).tally_claim(boats)) == "in 3 articles, 2 origins · only through Lowland Press"


def test_a_state_that_relays_what_another_is_said_to_claim_is_no_medium(dossier: Dossier) -> None:
    accusation = claim(dossier, "ostrava-shipping-attack-drones")
    told = replace(accusation, reports=tuple(replace(report, via=("Maren",)) for report in accusation.reports))
    others = [card for card in dossier.claims if card.id != accusation.id]
    channels = find_channels(replace(dossier, claims=(*others, told)))
    denial = next(card for card in others if card.speaker == "Maren")
    assert channels.tally_claim(told).only == "Maren"
    assert channels.tally_claim(denial).channels == find_channels(dossier).tally_claim(denial).channels
    assert "Maren" not in channels.tally_claim(denial).channels


def test_denials_are_told_on_both_sides(dossier: Dossier) -> None:
    denials = find_denials(dossier)
    accusation = claim(dossier, "ostrava-shipping-attack-drones")
    assert [c.speaker for c in denials.of(accusation)] == ["Joan Pell", "Maren"]
    assert [c.id for c in denials.answers(denials.of(accusation)[0])] == [accusation.id]
    assert denials.disputed(accusation)
    assert not denials.disputed(claim(dossier, "ines-corvo-boats-fishing-rescue"))
    assert denials.unmatched() == ()


def test_a_denial_of_what_nobody_here_claims_is_unmatched(dossier: Dossier) -> None:
    alone = replace(claim(dossier, "maren-denies-shipped-drones"), answers=())
    assert find_denials(replace(dossier, claims=(alone,))).unmatched() == (alone,)


def test_each_relation_leads_back_with_its_sentence(dossier: Dossier) -> None:
    back = find_backlinks(dossier)
    rows = {(r.card.ref, r.key) for r in back["organisations/maren"]}
    assert ("weapons/falak", "held_by") in rows
    assert ("delegations/maren-port-tessaly", "from") in rows
    assert ("claims/maren-denies-shipped-drones", "speaker") in rows
    assert ("claims/ostrava-shipping-attack-drones", "about") in rows
    assert all(relation.evidence for relations in back.values() for relation in relations)
    assert {r.card.id for r in back["organisations/lowland-press"]} == {"ines-corvo-boats-fishing-rescue"}


def test_filled_cells_are_the_pairs_of_claim_and_article(dossier: Dossier) -> None:
    matrix = find_matrix(dossier)
    filled = {(claim.ref, source): cell.stance for claim, cells in matrix.rows for source, cell in cells.items()}
    pairs = {(c.ref, r.passage.source) for c in dossier.claims for r in c.reports}
    assert set(filled) == pairs
    assert filled["claims/joan-pell-denies-drones-landed", "sources/a3"] is Stance.DENIES


def test_an_article_that_states_a_claim_as_its_own_is_not_silent(dossier: Dossier) -> None:
    accusation = claim(dossier, "ostrava-shipping-attack-drones")
    silence = find_silence(accusation, by_ref(dossier), most=12)
    assert ([source.id for source in silence.sources], silence.count) == (["a3"], 1)
    owned = replace(accusation, restated=(S.at("a3", "two piers"),))
    assert find_silence(owned, by_ref(dossier), most=12) == Silence(0, ())


def test_articles_too_many_to_be_named_are_only_counted(dossier: Dossier) -> None:
    accusation = claim(dossier, "ostrava-shipping-attack-drones")
    assert find_silence(accusation, by_ref(dossier), most=0) == Silence(1, ())


def test_the_filled_cells_come_in_the_order_of_the_columns(dossier: Dossier) -> None:
    matrix = find_matrix(dossier)
    columns = [column.ref for column in matrix.columns]
    for told, cells in matrix.rows:
        row = [column.ref for other, column, _ in matrix.filled() if other is told]
        assert row == sorted(cells, key=columns.index)


def test_a_share_counts_each_shown_character_once(dossier: Dossier) -> None:
    first, second, _ = shares_shown(dossier, "passages")
    assert (first.source, first.shown < first.length) == ("sources/a1", True)
    assert str(second) == "sources/a2: 217 of 242 characters shown (89 %)"
    assert all(share.percent == 100 for share in shares_shown(dossier, "full"))


def test_what_rests_on_one_article_is_what_goes_without_it(dossier: Dossier) -> None:
    rests = find_rests(dossier)
    assert [card.ref for card in rests["sources/a3"].cards] == ["people/joan-pell", "organisations/tessaly"]
    assert [card.id for card in rests["sources/a3"].claims] == ["joan-pell-denies-drones-landed"]


def test_an_organisation_falls_with_the_last_card_that_needs_it(dossier: Dossier) -> None:
    both = (S.at("a1", "Tessaly"), S.at("a3", "Tessaly"))  # named in two articles, needed by an office in one
    organisations = tuple(
        replace(o, evidence=both) if o.id in ("ostrava", "tessaly") else o for o in dossier.organisations
    )
    rests = find_rests(replace(dossier, organisations=organisations))
    assert "tessaly" in [card.id for card in rests["sources/a3"].cards]
    assert "ostrava" not in [card.id for row in rests.values() for card in row.cards]


def test_a_value_of_one_article_on_a_card_of_several_is_told_apart(dossier: Dossier) -> None:
    corvo = dossier.people[0]
    role = Statement("honorary citizen", (S.at("a3", "Corvoe"),))
    wider = replace(corvo, statements={"role": (*corvo.statements["role"], role)})
    rests = find_rests(replace(dossier, people=(wider, *dossier.people[1:])))
    assert [(v.card.id, v.key, v.statement.value) for v in rests["sources/a3"].values] == [
        ("ines-corvo", "role", "honorary citizen")
    ]


def test_what_a_person_decided_on_falls_with_no_article(dossier: Dossier) -> None:
    kept = replace(dossier.people[1], curated={"summary": "Known to us."})
    rests = find_rests(replace(dossier, people=(dossier.people[0], kept)))
    assert [card.ref for card in rests["sources/a3"].cards] == ["organisations/tessaly"]


def test_articles_of_one_text_stand_together(dossier: Dossier) -> None:
    assert [[source.id for source in group] for group in origin_groups(dossier)] == [["a1", "a2"], ["a3"]]


def test_a_hidden_card_takes_its_passages_with_it(dossier: Dossier) -> None:
    hide = {"decisions": [{"do": "hide", "reason": "asked for"}]}
    people = (dossier.people[0], replace(dossier.people[1], curated=hide))
    shown = without_hidden(replace(dossier, people=people))
    assert [card.id for card in shown.people] == ["ines-corvo"]
    assert shown.claims == dossier.claims
    assert without_hidden(dossier) is dossier
