"""A claim that many articles report: one report of each text stands open, the reprints one step away."""

from __future__ import annotations

from dataclasses import replace

from makers import small_dossier

from dossier.model import ClaimCard
from dossier.pages import render_pages
from dossier.pages.cards import told_first
from dossier.pages.shelf import Shelf, fill_shelf
from dossier.settings import Settings


def reported_in(*articles: str) -> tuple[ClaimCard, Shelf]:
    """A claim of the small dossier, reported once in each of ``articles``."""
    dossier = small_dossier()
    claim = next(card for card in dossier.claims if card.reports)
    first = claim.reports[0]
    reports = tuple(
        replace(first, passage=replace(first.passage, source=f"sources/{name}", start=at, end=at + 9))
        for at, name in enumerate(articles)
    )
    return replace(claim, reports=reports), fill_shelf(dossier, Settings(), {})


def test_one_report_of_each_text_stands_open_where_there_are_many() -> None:
    claim, shelf = reported_in("a1", "a1", "a3", "a1")
    origins = [shelf.channels.origin(report.passage.source) for report in claim.reports]
    assert len(set(origins)) == 2
    opened, further = told_first(claim, shelf)
    assert [number for number, _, _ in opened] == [1, 3]
    assert [number for number, _, _ in further] == [2, 4]


def test_a_few_reports_all_stand_open() -> None:
    opened, further = told_first(*reported_in("a1", "a1", "a3"))
    assert [number for number, _, _ in opened] == [1, 2, 3]
    assert further == []


def test_an_article_left_unread_is_not_called_silent() -> None:
    dossier = small_dossier()
    unread = replace(dossier, sources=tuple(replace(source, unread="written in fr") for source in dossier.sources))
    told = [render_pages(each, Settings()) for each in (dossier, unread)]
    silent = [sum("No passage with this claim was found" in page for page in pages.values()) for pages in told]
    assert silent[0] > 0
    assert silent[1] == 0


def test_no_report_is_left_out_of_the_page() -> None:
    dossier = small_dossier()
    claim = next(card for card in dossier.claims if card.reports)
    many = replace(claim, reports=claim.reports[:1] * 5)
    page = render_pages(replace(dossier, claims=(many,)), Settings())[f"{many.ref}.md"]
    assert page.count('<section class="report"') == 5
    assert "<summary>4 more reports</summary>" in page
