"""New articles: checked, filed all or none, and told what they bring."""

from __future__ import annotations

from pathlib import Path

import pytest
from makers import small_dossier

from build import main
from dossier.errors import SeedError
from dossier.findings.brought import find_brought
from dossier.sources.filing import filed

STORY = "Envoys from Muscat arrived in Sanaa on Sunday, officials said. They will stay for three days."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one article, beside a folder of new ones."""
    folder, new = tmp_path / "seeds", tmp_path / "new"
    folder.mkdir()
    new.mkdir()
    (folder / "a.txt").write_text(STORY, "utf-8")
    return folder


def lay(seeds: Path, **files: str) -> list[Path]:
    """New files outside the folder: ``b_txt`` is ``b.txt``."""
    paths = [seeds.parent / "new" / name.replace("_", ".") for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_articles_are_filed_with_their_sidecars(seeds: Path) -> None:
    article, _ = lay(seeds, b_txt=f"{STORY} Again.", b_meta_yml="publisher: The Gulf Paper\n")
    with filed([article], seeds) as laid:
        assert laid == ["b.txt"]
    assert names(seeds) == ["a.txt", "b.meta.yml", "b.txt"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"b_txt": STORY}, "b.txt: is to the letter a.txt; leave it out"),
        ({"a_txt": f"{STORY} More."}, "a.txt: seeds/a.txt is there already; rename it"),
        ({"a_md": f"{STORY} More."}, "a.txt: has the same id 'a' as a.md; rename one"),
        ({"b_txt": " \n"}, "b.txt: there is no text in it"),
        ({"b_docx": "x"}, "b.docx"),
        ({"b_txt": f"{STORY} More.", "b_meta_yml": "titel: x\n"}, "b.meta.yml:1: unknown key 'titel'"),
        ({"b_txt": f"{STORY} More.", "c_txt": f"{STORY} More."}, "c.txt: is to the letter b.txt; leave it out"),
    ],
)
def test_what_cannot_be_filed_is_named_and_nothing_is_filed(seeds: Path, files: dict[str, str], message: str) -> None:
    new = [path for path in lay(seeds, **files) if path.suffix != ".yml"]
    with pytest.raises(SeedError) as refused, filed(new, seeds):
        pass
    assert message in str(refused.value)
    assert names(seeds) == ["a.txt"]


def test_a_build_that_fails_leaves_the_folder_as_it_was(seeds: Path) -> None:
    with pytest.raises(RuntimeError), filed(lay(seeds, b_txt=f"{STORY} More."), seeds):
        raise RuntimeError("the build stopped")
    assert names(seeds) == ["a.txt"]


def test_an_article_is_told_by_what_it_brings_and_what_it_repeats() -> None:
    small = small_dossier()
    before = {card.ref for card in small.cards()} - {"people/joan-pell", "claims/joan-pell-denies-drones-landed"}
    (brought,) = find_brought(small, before, {"a3.txt"})
    assert str(brought) == "a3.txt: brings 1 person and 1 claim; repeats 1 person and 1 organisation"


def test_the_command_files_builds_and_tells(seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(seeds.parent)
    page = f"<html><body><article><p>{STORY}</p><p>Omani envoy Salem Said denied it.</p></article></body></html>"
    files = [str(path) for path in lay(seeds, b_html=page)]
    assert main(["cards", "--root", root]) == 0
    assert main(["add", "--root", root, *files]) == 0
    assert capsys.readouterr().out.startswith("b.html: brings 1 person")
    assert (seeds.parent / "content" / "sources" / "b.txt").is_file()
    assert main(["add", "--root", root, *files]) == 1
