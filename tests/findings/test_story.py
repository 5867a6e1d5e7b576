"""What happened when and who is tied to whom, of the small dossier."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import ARTICLES, Shelf, small_dossier

from dossier.findings.denials import find_denials
from dossier.findings.network import Edge, Tie, edges_around, find_edges
from dossier.findings.timeline import Timeline, find_timeline
from dossier.model import Dossier, EventCard, Report, Statement

S = Shelf(ARTICLES)


def timeline(dossier: Dossier) -> Timeline:
    return find_timeline(dossier, find_denials(dossier))


def edges(dossier: Dossier) -> tuple[Edge, ...]:
    return find_edges(dossier, find_denials(dossier))


def dated(event: EventCard, *values: str) -> EventCard:
    """The event with other dates."""
    at = event.statements["what"][0].evidence
    return replace(event, statements={**event.statements, "date": tuple(Statement(value, at) for value in values)})


def test_events_stand_in_order_and_those_without_a_date_apart() -> None:
    landing, tour = small_dossier().events
    told = timeline(replace(small_dossier(), events=(landing, dated(tour, "2024-02"))))
    assert [entry.event.id for entry in told.dated] == [tour.id, landing.id]
    told = timeline(small_dossier())
    assert [entry.event.id for entry in told.undated] == [tour.id]


@pytest.mark.parametrize(("value", "background"), [("2024-02-28", False), ("2023-07", True), ("1953", True)])
def test_what_lies_well_before_the_first_article_is_background(value: str, background: bool) -> None:
    event = dated(small_dossier().events[0], value)
    (entry,) = timeline(replace(small_dossier(), events=(event,))).dated
    assert entry.background is background


def test_an_event_with_two_dates_keeps_both() -> None:
    event = dated(small_dossier().events[0], "2024-03-04", "2024-03-05")
    (entry,) = timeline(replace(small_dossier(), events=(event,))).dated
    assert [statement.value for statement in entry.dates] == ["2024-03-04", "2024-03-05"]


def test_an_event_that_articles_tell_themselves_is_nobodys_word() -> None:
    assert [entry.attributed for entry in timeline(small_dossier()).dated] == [False]


def test_an_event_in_a_disputed_claim_is_disputed() -> None:
    dossier = small_dossier()
    accused = [report.proposition for report in accusation(dossier)]
    event = replace(
        dossier.events[1],
        evidence=tuple(accused),
        statements={"what": (Statement("shipping attack drones to the island", tuple(accused)),)},
    )
    (entry,) = timeline(replace(dossier, events=(event,))).undated
    assert [claim.id for claim in entry.claims] == ["ostrava-shipping-attack-drones"]
    assert (entry.attributed, entry.disputed) == (True, True)


def accusation(dossier: Dossier) -> tuple[Report, ...]:
    return next(card.reports for card in dossier.claims if card.id == "ostrava-shipping-attack-drones")


def test_every_tie_of_the_small_dossier() -> None:
    assert [(e.start, e.tie.value, e.end) for e in edges(small_dossier())] == [
        ("people/ines-corvo", "heads", "delegations/maren-port-tessaly"),
        ("people/joan-pell", "holds office in", "organisations/tessaly"),
        ("organisations/maren", "sent", "delegations/maren-port-tessaly"),
        ("organisations/maren", "holds", "weapons/falak"),
        ("organisations/ostrava", "accuses", "organisations/maren"),
        ("organisations/maren", "denies what is said by", "organisations/ostrava"),
        ("people/joan-pell", "denies what is said by", "organisations/ostrava"),
    ]


def test_a_tie_stands_on_passages_and_says_which_office() -> None:
    ties = {(e.start, e.tie): e for e in edges(small_dossier())}
    assert all(edge.evidence for edge in ties.values())
    assert ties["people/joan-pell", Tie.OFFICE].words == "harbour master"
    assert [e.source for e in ties["organisations/ostrava", Tie.ACCUSES].evidence] == ["sources/a1", "sources/a2"]


def test_two_who_met_are_tied_once_with_all_passages() -> None:
    dossier = small_dossier()
    tour = dossier.events[1]
    met = Statement("meeting", tour.evidence)
    who = tuple(Statement(None, tour.evidence, ref=ref) for ref in ("people/joan-pell", "people/ines-corvo"))
    first = replace(tour, id="first", statements={**tour.statements, "type": (met,), "who": who})
    again = replace(first, id="again", statements={**first.statements, "what": (Statement("", (S.at("a2", "Adm"),)),)})
    found = [e for e in edges(replace(dossier, events=(first, again))) if e.tie is Tie.MET]
    assert [(e.start, e.end, len(e.evidence)) for e in found] == [("people/ines-corvo", "people/joan-pell", 2)]


def test_no_tie_leads_to_a_card_that_there_is_not() -> None:
    dossier = replace(small_dossier(), organisations=())
    assert [(e.start, e.end) for e in edges(dossier)] == [("people/ines-corvo", "delegations/maren-port-tessaly")]


def test_a_tie_is_found_from_both_ends() -> None:
    around = edges_around(edges(small_dossier()))
    (heads,) = around["people/ines-corvo"]
    assert heads in around["delegations/maren-port-tessaly"]
