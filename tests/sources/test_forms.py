"""Articles that are no plain text: pages as a browser saves them, and PDF files."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from printing import assembled, pdf_of, stream

from dossier.errors import SeedError
from dossier.lexicon import Lexicon
from dossier.sources import read_sources
from dossier.sources.printed import read_printed
from dossier.sources.seeds import read_seeds
from dossier.sources.webpages import read_webpage

BODY = """
<p>PORT MAREN, March 5 (Reuters) – Two frigates left Port Maren on Tuesday after talks with a delegation from
Tessaly, the defence ministry said.</p>
<p>“The talks were useful &amp; short,” Defence Minister <b>Ines Corvo</b> told reporters. She denied that drones had
been<br>discussed.</p>
<h2>What comes next</h2>
<p>An official from Tessaly said <a href="/d">the delegation</a> would return in April with a list of ships.</p>
"""
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Frigates leave harbour after talks | The Harbour Gazette</title>
<meta property="og:title" content="Frigates leave harbour after talks">
<meta property="og:site_name" content="The Harbour Gazette"><meta name="author" content="Ada Lund">
<meta property="article:published_time" content="2024-03-05T23:10:00+01:00">
<link rel="canonical" href="https://harbour.example/frigates">
<script>var menu = "<p>Not a word of the article</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<div class="cookie-banner">We use cookies. Accept all</div>
<article><h1>Frigates leave harbour after talks</h1>{BODY}</article>
<aside><h3>Most read</h3><ul><li><a href="/1">Ten beaches to see this spring</a></li></ul></aside>
<footer>© 2024 The Harbour Gazette. All rights reserved.</footer></body></html>"""

TEXT = """\
Frigates leave harbour after talks

PORT MAREN, March 5 (Reuters) – Two frigates left Port Maren on Tuesday after talks with a delegation from \
Tessaly, the defence ministry said.

“The talks were useful & short,” Defence Minister Ines Corvo told reporters. She denied that drones had been discussed.

What comes next

An official from Tessaly said the delegation would return in April with a list of ships.
"""


def test_a_saved_page_gives_its_article_without_menu_advert_and_script() -> None:
    assert read_webpage(PAGE.encode(), "seeds/a.html").text == TEXT


def test_the_head_says_who_published_it_when(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (source,) = read_sources(tmp_path, lexicon)
    assert (source.title, source.publisher) == ("Frigates leave harbour after talks", "The Harbour Gazette")
    assert (source.authors, source.published) == (("Ada Lund",), "2024-03-05")
    assert (source.agency, source.url) == ("Reuters", "https://harbour.example/frigates")
    assert {key: source.found[key].by for key in ("publisher", "published", "title")} == {
        "publisher": "page", "published": "page", "title": "text",
    }  # fmt: skip
    assert source.extracted
    assert source.text == TEXT


def test_a_sidecar_wins_over_the_pages_head(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "a.meta.yml").write_text("publisher: Maren Post\ndate: 2024-03-06\n", "utf-8")
    (source,) = read_sources(tmp_path, lexicon)
    assert (source.publisher, source.published, source.authors) == ("Maren Post", "2024-03-06", ("Ada Lund",))


def test_the_pages_own_data_is_read_where_there_are_no_other_marks() -> None:
    data = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
    "headline": "Frigates leave", "author": [{"name": "Ada Lund"}, {"name": "Jo Bek"}], "datePublished": "2024-03-05",
    "publisher": {"@type": "Organization", "name": "The Harbour Gazette"}}]}</script>"""
    page = f"<html><head>{data}</head><body><article>{BODY}</article></body></html>"
    extract = read_webpage(page.encode(), "seeds/a.html")
    assert extract.text.startswith("Frigates leave\n\nPORT MAREN")
    assert {key: stated.value for key, stated in extract.stated.items()} == {
        "publisher": "The Harbour Gazette", "authors": ("Ada Lund", "Jo Bek"), "published": "2024-03-05",
    }  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="last Tuesday">',
        '<meta name="author" content="https://harbour.example/ada">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": [[[]]], "author": 3}</script>',
        '<script type="application/ld+json">[[[[[[</script>',
    ],
)
def test_a_head_that_says_nonsense_is_passed_over(head: str) -> None:
    page = f"<html><head>{head}</head><body><article>{BODY}</article></body></html>"
    assert dict(read_webpage(page.encode(), "seeds/a.html").stated) == {}


def test_a_page_is_read_in_the_encoding_that_it_names() -> None:
    page = PAGE.replace("utf-8", "windows-1251").replace("Ada Lund", "Ада Лунд")
    page = page.replace("–", "-").replace("“", '"').replace("”", '"').replace("©", "(c)")
    assert read_webpage(page.encode("windows-1251"), "seeds/a.html").stated["authors"].value == ("Ада Лунд",)


def test_frames_and_pictures_saved_beside_a_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(PAGE, "utf-8")
    (tmp_path / "talks_files").mkdir()
    (tmp_path / "talks_files" / "saved_resource.html").write_text("<p>Buy now</p>", "utf-8")
    (tmp_path / "old_files").mkdir()
    (tmp_path / "old_files" / "page.html").write_text(PAGE, "utf-8")
    assert [seed.file for seed in read_seeds(tmp_path)] == ["old_files/page.html", "talks.html"]


LINES = [
    "Frigates leave harbour after talks",
    "Two frigates left Port Maren on Tuesday after talks with a delegation from Tessaly, the de-",
    "fence ministry said. The anti-tank rockets and the long-range guns stayed, and no anti-",
    "tank mines were seen on the pier of the old harbour.",
    "Defence Minister Ines Corvo told reporters that drones had not been discussed by either of",
    "the two sides. She spoke on the pier.",
]  # fmt: skip
PARAGRAPHS = [
    "Frigates leave harbour after talks",
    "Two frigates left Port Maren on Tuesday after talks with a delegation from Tessaly, the defence ministry said. "
    "The anti-tank rockets and the long-range guns stayed, and no anti-tank mines were seen on the pier of the old "
    "harbour.",
    "Defence Minister Ines Corvo told reporters that drones had not been discussed by either of the two sides. She "
    "spoke on the pier.",
]


@pytest.mark.parametrize("packed", [False, True])
def test_lines_of_a_pdf_become_paragraphs_and_broken_words_whole(packed: bool) -> None:
    assert read_printed(pdf_of([LINES], packed=packed), "seeds/a.pdf").text.rstrip().split("\n\n") == PARAGRAPHS


def test_what_stands_at_the_edge_of_every_page_is_left_out_and_a_sentence_runs_over_the_page() -> None:
    cut = [LINES[:2], LINES[2:4], LINES[4:]]
    pages = [["The Harbour Gazette", *lines, f"Page {number} of 3"] for number, lines in enumerate(cut, 1)]
    assert read_printed(pdf_of(pages), "seeds/a.pdf").text.rstrip().split("\n\n") == PARAGRAPHS


def test_a_pdf_is_a_source_like_any_other(tmp_path: Path, lexicon: Lexicon) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of([LINES]))
    (tmp_path / "a.meta.yml").write_text("publisher: The Harbour Gazette\n", "utf-8")
    (source,) = read_sources(tmp_path, lexicon)
    assert (source.title, source.publisher, source.file) == (LINES[0], "The Harbour Gazette", "a.pdf")


BOMB = zlib.compress(b"0" * 120_000_000, 9)
PAGE_OBJECT = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
ROOT = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", PAGE_OBJECT]
REFUSED = {
    "a PDF that unpacks to 120 MB": (
        "a.pdf", assembled([*ROOT, b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(BOMB), BOMB)]),
    ),
    "a PDF whose one page draws 300,000 words": (
        "a.pdf", assembled([*ROOT, stream(b"(word) Tj " * 300_000, packed=True)]),
    ),
    "a PDF whose pages hold each other": (
        "a.pdf", assembled([ROOT[0], b"<</Type/Pages/Count 1/Kids[2 0 R]>>", PAGE_OBJECT, stream(b"")]),
    ),
    "a PDF of a hundred pages": ("a.pdf", pdf_of([["One line."]] * 100)),
    "a scan without words": ("a.pdf", pdf_of([[]])),
    "no PDF at all": ("a.pdf", b"MZ\x90\x00" * 500),
    "half a PDF": ("a.pdf", pdf_of([LINES])[:300]),
    "a page of a million elements": ("a.html", b"<p>x" * 1_000_000),
    "a page of elements inside each other": ("a.html", b"<div>" * 20_000 + b"x"),
    "a page with no article": ("a.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>"),
    "a page in an encoding that there is not": ("a.html", PAGE.replace("utf-8", "klingon").encode()),
    "a page that is not in the encoding that it names": ("a.html", PAGE.encode("utf-16-le")[1:]),
    "an archive called a page": ("a.html", b"PK\x03\x04" + bytes(range(256)) * 40),
}  # fmt: skip


@pytest.mark.parametrize("title", REFUSED)
def test_what_is_no_article_is_refused_with_the_file_and_the_way_out(title: str, tmp_path: Path) -> None:
    name, data = REFUSED[title]
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SeedError) as refused:
        read_seeds(tmp_path)
    assert f"/{name}: " in str(refused.value)
    assert "; s" in str(refused.value)
