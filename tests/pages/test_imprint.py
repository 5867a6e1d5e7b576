"""What a site tells of its own making: changes, feed and receipt, for the small dossier of tests/makers.py."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

from logs import log
from makers import HOSTILE, small_dossier

from dossier.changes import Change, Entry
from dossier.changes.nouns import Cause, Origin, Sort
from dossier.imprint import Imprint
from dossier.model import Dossier
from dossier.pages import render_pages
from dossier.settings import Settings

SMALL = small_dossier()
SETTINGS = Settings(title="The Tessaly visit & more")
ATOM = "{http://www.w3.org/2005/Atom}"


def pages(entries: tuple[Entry, ...], dossier: Dossier = SMALL) -> dict[str, str]:
    return render_pages(dossier, SETTINGS, imprint=Imprint("dossier 9.9", "ab" * 32, 27, entries))


def test_without_a_log_the_page_says_that_nothing_is_recorded_and_the_feed_is_empty() -> None:
    made = pages(())
    assert "No change is recorded." in made["changes.md"]
    assert ElementTree.fromstring(made["feed.xml"]).findall(f"{ATOM}entry") == []
    assert made["data/changes.jsonl"] == ""


def test_the_newest_build_stands_first_with_its_cause_and_its_card() -> None:
    page = pages(log())["changes.md"]
    assert page.index("## 22 November 2026") < page.index("## March 2024")
    assert '<a href="people/ines-corvo.html">Ines Corvo</a>' in page
    assert "JK decided “strike role admiral”" in page
    assert "gone: role: admiral" in page
    assert '<a href="sources/a3.html">Island says guests are welcome</a> was added' in page


def test_corrections_stand_before_additions() -> None:
    value = [
        Change(sort, "people/ines-corvo", "Ines Corvo", "role", None, "x", (), correction=sort is Sort.REMOVED)
        for sort in Sort
    ]
    page = pages((Entry("0" * 12, None, tuple(value)),))["changes.md"]
    places = [page.index(f"<h3>{heading}") for heading in ("Corrections", "Additions", "More or fewer")]
    assert places == sorted(places)
    assert "## Undated { #e-000000000000 }" in page


def test_the_feed_is_atom_with_ids_and_dates_that_no_clock_gave() -> None:
    feed = ElementTree.fromstring(pages(log())["feed.xml"])
    assert pages(log())["feed.xml"] == pages(log())["feed.xml"]
    assert [node.text for node in feed.iter(f"{ATOM}updated")] == [
        "2026-11-22T00:00:00Z",
        "2026-11-22T00:00:00Z",
        "2024-03-01T00:00:00Z",
    ]
    ids = [str(node.text) for node in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == 3
    assert all(id_.startswith("urn:uuid:") for id_ in ids)
    assert feed.findtext(f"{ATOM}title") == "The Tessaly visit & more: what changed"
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "1 correction; because of 1 editor’s decision"
    assert "gone: role: admiral" in str(entry.findtext(f"{ATOM}content"))
    links = [link.get("href") for link in entry.iter(f"{ATOM}link")]
    assert links == [f"changes.html#e-{log()[1].id}"]


def test_an_entry_without_a_date_has_that_of_the_one_before() -> None:
    first, second = log()
    feed = ElementTree.fromstring(pages((first, replace(second, date=None)))["feed.xml"])
    assert [e.findtext(f"{ATOM}updated") for e in feed.iter(f"{ATOM}entry")] == ["2024-03-01T00:00:00Z"] * 2


def test_hostile_words_stay_words_on_the_page_and_in_the_feed() -> None:
    cause = Cause(Origin.EDITOR, HOSTILE[0], HOSTILE[1], None, HOSTILE[2])
    rows = tuple(
        Change(Sort.ADDED, "people/x", name, "role", None, f"{name}\ufffe", (cause,), correction=False)
        for name in HOSTILE
    )
    made = pages((Entry("0" * 12, HOSTILE[0], rows),))
    words = ElementTree.fromstring(made["feed.xml"]).findtext(f"{ATOM}entry/{ATOM}content")
    assert HOSTILE[0] in str(words)
    assert "<script>" not in made["changes.md"]
    assert "<img" not in made["changes.md"]


def test_a_long_entry_is_cut_on_the_page_and_whole_in_the_log() -> None:
    rows = tuple(
        Change(Sort.ADDED, f"people/p{n}", f"P {n}", "", None, f"P {n}", (), correction=False) for n in range(130)
    )
    made = pages((Entry("0" * 12, None, rows),))
    assert "30 more cards in the file." in made["changes.md"]
    assert len(json.loads(made["data/changes.jsonl"])["changes"]) == 130
    assert len(made["feed.xml"].splitlines()) < 100


def test_the_receipt_has_every_digest_and_names_no_hidden_article() -> None:
    hidden = replace(SMALL.sources[2], curated={"decisions": [{"do": "hide"}]})
    made = pages((), replace(SMALL, sources=(*SMALL.sources[:2], hidden)))
    for source in SMALL.sources[:2]:
        assert f"{source.sha256}  seeds/{source.file}\n" in made["receipt.txt"]
        assert source.sha256 in made["receipt.md"]
    assert hidden.sha256 not in made["receipt.txt"] + made["receipt.md"]
    assert f"# dossier 9.9\n# content {'ab' * 32} 27\n" in made["receipt.txt"]
    assert "dossier 9.9" in made["receipt.md"]
