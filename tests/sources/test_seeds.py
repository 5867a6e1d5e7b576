"""The folder of articles: what is read, what a person may state beside it, and what is refused with which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.errors import SeedError
from dossier.lexicon import Lexicon
from dossier.sources import read_sources
from dossier.sources.forms import LONGEST_TEXT
from dossier.sources.seeds import read_seeds

STORY = "Envoys from Muscat arrived in Sanaa on Sunday, officials said. They will stay for three days."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def refuse(folder: Path) -> str:
    with pytest.raises(SeedError) as caught:
        read_seeds(folder)
    return str(caught.value)


def test_articles_come_sorted_by_id_and_folders_stand_before_the_name(seeds: Path) -> None:
    (seeds / "wire").mkdir()
    for name in ("b_Two.txt", "A one.TXT", "wire/002_ab.md", ".hidden.txt", "notes.csv"):
        (seeds / name).write_text(STORY, "utf-8")
    assert [(seed.id, seed.file) for seed in read_seeds(seeds)] == [
        ("a-one", "A one.TXT"),
        ("b-two", "b_Two.txt"),
        ("wire-002-ab", "wire/002_ab.md"),
    ]


def test_the_text_is_the_file_with_its_mark_and_its_carriage_returns(seeds: Path, lexicon: Lexicon) -> None:
    text = "\ufeffEnvoys arrived, officials said.\r\nThey met the minister\u00a0on Monday.\r\n"
    (seeds / "a.txt").write_bytes(text.encode("utf-8"))
    (source,) = read_sources(seeds, lexicon)
    assert source.text == text
    assert (source.furniture[0].start, source.furniture[0].end) == (0, 1)


def test_a_sidecar_wins_over_the_text_and_is_marked(seeds: Path, lexicon: Lexicon) -> None:
    (seeds / "a.txt").write_text(f"MUSCAT, April 9 (Reuters) - {STORY}", "utf-8")
    (seeds / "a.meta.yml").write_text(
        "title: Omani envoys in Sanaa\npublisher: The Gulf Paper\nauthors: [N. Haleem]\ndate: 2023-04-10\n"
        "agency: AFP\nlanguage: en-GB\nlicence: CC BY 4.0\nurl: https://example.org/a\n",
        "utf-8",
    )
    (source,) = read_sources(seeds, lexicon)
    assert source.title == "Omani envoys in Sanaa"
    assert (source.publisher, source.authors, source.agency) == ("The Gulf Paper", ("N. Haleem",), "AFP")
    assert (source.published, source.language, source.licence) == ("2023-04-10", "en-GB", "CC BY 4.0")
    assert source.url == "https://example.org/a"
    assert {source.found[key].by for key in ("title", "agency", "published", "licence")} == {"sidecar"}


def test_front_matter_is_furniture_and_loses_to_the_sidecar(seeds: Path, lexicon: Lexicon) -> None:
    head = "---\ntitle: Envoys in Sanaa\ndate: 9 April 2023\nagency: Saba\n---\n"
    (seeds / "a.md").write_text(f"{head}# Another headline of the page\n\n{STORY}\n", "utf-8")
    (seeds / "a.meta.yml").write_text("agency: Reuters\n", "utf-8")
    (source,) = read_sources(seeds, lexicon)
    assert (source.title, source.published, source.agency) == ("Envoys in Sanaa", "2023-04-09", "Reuters")
    assert source.found["title"].by == "front matter"
    assert [passage.exact for passage in source.found["published"].evidence] == ["date: 9 April 2023"]
    assert (source.furniture[0].end, source.furniture[0].reason) == (len(head), "front matter")
    assert [source.text[span.start : span.end] for span in source.headings] == ["Another headline of the page"]


def test_a_line_of_hyphens_without_a_second_one_is_no_front_matter(seeds: Path) -> None:
    (seeds / "a.md").write_text(f"---\n{STORY}\n", "utf-8")
    (seed,) = read_seeds(seeds)
    assert seed.body_at == 0


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("blank.txt", b" \r\n\t\n", "seeds/blank.txt: there is no text in it; paste the article, or delete the file"),
        ("latin.txt", "ok\nTürkei".encode("latin-1"), "seeds/latin.txt:2: not UTF-8; save the file as UTF-8"),
        ("binary.txt", b"%PDF\n\n\0\1", "seeds/binary.txt:3: not a text (it holds a zero byte); save the article as"),
        (
            "long.txt",
            b"a" * (LONGEST_TEXT + 1),
            "seeds/long.txt: has more than 500,000 bytes; split it into its articles",
        ),
        ("page.mht", b"<p>Hi</p>", "seeds/page.mht: .mht is not read; save the text of it as .txt"),
        ("___.txt", b"Hello there.", "seeds/___.txt: the file name has no letter or digit; rename it"),
        ("b.meta.yml", b"title: x", "seeds/b.meta.yml: describes no article; name it like its article"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_way_out(
    seeds: Path, name: str, data: bytes, message: str
) -> None:
    (seeds / "good.txt").write_text(STORY, "utf-8")
    (seeds / name).write_bytes(data)
    assert refuse(seeds).startswith(message)


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ("title: x\nauthr: y\n", "seeds/a.meta.yml:2: unknown key 'authr'; use one of address, agency"),
        ("title: [x]\n", "seeds/a.meta.yml:1: title is no text; write a text"),
        ("title: x\nagency: no\n", "seeds/a.meta.yml:2: agency is no text; write a text"),
        ("\nurl: example.org\n", "seeds/a.meta.yml:2: 'example.org' is no web address; write it with https://"),
        ("date: last week\n", "seeds/a.meta.yml:1: 'last week' is no date; write it as 2023-07-27"),
        ("date: 07/08/2023\n", "seeds/a.meta.yml:1: '07/08/2023' is no date; write it as 2023-07-27"),
        ("authors: [x, 3]\n", "seeds/a.meta.yml:1: authors are names; write a name, or a list of names"),
        (
            "date: 2023-07-27\npublished: 2023-07-28\n",
            "seeds/a.meta.yml:2: 'published' states 'published' a second time",
        ),
        ("title: !!python/name:os.system\n", "seeds/a.meta.yml:1: not plain YAML ("),
        ("title: 'x\n", "seeds/a.meta.yml:2: not plain YAML ("),
        ("- title\n", "seeds/a.meta.yml:1: not a table; write lines of `key: value`"),
    ],
)
def test_a_broken_sidecar_is_refused_by_line(seeds: Path, stated: str, message: str) -> None:
    (seeds / "a.txt").write_text(STORY, "utf-8")
    (seeds / "a.meta.yml").write_text(stated, "utf-8")
    assert refuse(seeds).startswith(message)


def test_broken_front_matter_is_refused_at_its_line_in_the_article(seeds: Path) -> None:
    (seeds / "a.md").write_text(f"---\ntitle: x\ncolour: red\n---\n{STORY}", "utf-8")
    assert refuse(seeds).startswith("seeds/a.md:3: unknown key 'colour'")


def test_an_empty_and_a_missing_folder(seeds: Path, tmp_path: Path) -> None:
    assert refuse(seeds) == "seeds/: there are no articles; put articles into it (*.txt, *.md, *.html, *.pdf)"
    assert "there is no such folder; create it" in refuse(tmp_path / "nowhere")


def test_two_files_with_one_id(seeds: Path) -> None:
    for name in ("a_b.txt", "a b.txt"):
        (seeds / name).write_text(STORY, "utf-8")
    assert refuse(seeds) == "seeds/a_b.txt: has the same id 'a-b' as a b.txt; rename one"


def test_a_link_that_leads_out_of_the_folder(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(STORY, "utf-8")
    (seeds / "a.txt").symlink_to(tmp_path / "secret.txt")
    assert refuse(seeds).startswith("seeds/a.txt: the link leads out of the folder; copy the file in its place")


def test_a_link_that_leads_nowhere(seeds: Path) -> None:
    (seeds / "a.txt").symlink_to(seeds / "gone.txt")
    assert refuse(seeds).startswith("seeds/a.txt: can't be read (")


def test_all_faults_are_told_at_once(seeds: Path) -> None:
    (seeds / "a.txt").write_bytes(b"\xff")
    (seeds / "b.txt").write_bytes(b"")
    assert refuse(seeds).splitlines() == [
        "seeds/a.txt:1: not UTF-8; save the file as UTF-8",
        "seeds/b.txt: there is no text in it; paste the article, or delete the file",
    ]


def test_an_article_in_another_language_is_kept_and_left_unread(seeds: Path, lexicon: Lexicon) -> None:
    (seeds / "a.txt").write_text("Der Minister sagte, die Panzer seien für die Ukraine und nicht für uns.", "utf-8")
    (seeds / "b.txt").write_text("Министр обороны заявил, что поставки танков продолжатся.", "utf-8")
    (seeds / "c.txt").write_text(STORY, "utf-8")
    sources = read_sources(seeds, lexicon)
    assert [(source.language, source.unread) for source in sources] == [
        ("de", "written in de"),
        ("ru", "written in ru"),
        ("en", None),
    ]
