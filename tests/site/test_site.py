"""The built site, read as files: links, hosts, quotations, hostile words, and what a failing build leaves."""

from __future__ import annotations

import gzip
import os
import resource
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from makers import HOSTILE, small_dossier
from sites import SETTINGS
from webpages import broken_links, read_site

from dossier.alone import alone
from dossier.cards.addresses import Addresses, addresses_of
from dossier.cards.store import write_dossier
from dossier.errors import CardError, PublishError
from dossier.pages import render_pages
from dossier.pages.paper import visible
from dossier.site import publish_site, serve_site

NOBODY = 65_534
"""The user of no rights, by custom."""


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_link_and_every_fragment_leads_somewhere(small_site: Path) -> None:
    pages = read_site(small_site)
    assert len(pages) > 25
    assert broken_links(small_site, pages) == []


def test_no_page_has_two_places_of_one_name(small_site: Path) -> None:
    for page in read_site(small_site).values():
        assert sorted(set(page.ids)) == sorted(page.ids), page.path


def test_a_page_for_every_card_and_a_list_for_every_kind(small_site: Path) -> None:
    dossier = small_dossier()
    for card in dossier.cards():
        assert (small_site / f"{card.ref}.html").is_file()
        assert (small_site / card.kind.plural / "index.html").is_file()


def test_no_lost_markdown_or_template_mark_is_visible(small_site: Path) -> None:
    for page in read_site(small_site).values():
        for mark in ("](", "{{", "{%", "{:", "{ #", "**", "&lt;", "&amp;", "&#", "{ .", "<div", "</"):
            assert mark not in page.text, (page.path, mark)


def test_every_passage_that_a_card_cites_is_marked_on_its_source(small_site: Path) -> None:
    from dossier.findings.uses import find_uses
    from dossier.links import passage_id

    pages = read_site(small_site)
    for card in small_dossier().cards():
        for use in find_uses(card):
            page = pages[small_site / f"{use.evidence.source}.html"]
            assert passage_id(use.evidence) in page.ids
            assert " ".join(use.evidence.exact.split()) in page.text


def test_hostile_words_show_as_words(hostile_site: Path) -> None:
    pages = read_site(hostile_site)
    assert broken_links(hostile_site, pages) == []
    for number, name in enumerate(HOSTILE):
        page = pages[hostile_site / "people" / f"hostile-{number}.html"]
        shown = " ".join(visible(name).split())
        assert shown in page.text, name
        assert page.title.startswith(shown), page.title


def test_hostile_words_never_become_markup(hostile_site: Path) -> None:
    for page in read_site(hostile_site).values():
        scripts = [attrs.get("src") for tag, attrs in page.tags if tag == "script" and "id" not in attrs]
        assert all(source is None or "assets/" in source for source in scripts)
        assert not [attrs for tag, attrs in page.tags if tag == "img" and attrs.get("src") == "x"]
        assert not [attrs for _, attrs in page.tags if any(key.startswith("on") for key in attrs)]
        assert not [address for address in page.links if address.startswith(("javascript:", "data:"))]
        assert "alert(" not in "".join(str(attrs) for tag, attrs in page.tags if tag == "script")
        text = page.path.read_text("utf-8")
        assert "<script>alert" not in text
        assert not set(text) & {"\x00", "\x02", "\x03", "\x1b", "\u202e", "\u2066"}


def test_two_builds_give_the_same_bytes_and_touch_no_unchanged_page(tmp_path: Path, small_site: Path) -> None:
    pages = render_pages(small_dossier(), SETTINGS)
    publish_site(pages, SETTINGS, tmp_path / "site")
    docs = tmp_path / ".build" / "docs"
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}
    publish_site(pages, SETTINGS, tmp_path / "site")
    assert before == {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}
    assert files_of(tmp_path / "site") == files_of(small_site)


def test_a_page_that_is_gone_leaves_the_site(tmp_path: Path) -> None:
    pages = render_pages(small_dossier(), SETTINGS)
    publish_site({**pages, "people/extra.md": "# Extra\n"}, SETTINGS, tmp_path / "site")
    assert (tmp_path / "site/people/extra.html").is_file()
    publish_site(pages, SETTINGS, tmp_path / "site")
    assert not (tmp_path / "site/people/extra.html").exists()


def test_a_build_that_mkdocs_refuses_leaves_the_old_site(tmp_path: Path) -> None:
    pages = render_pages(small_dossier(), SETTINGS)
    publish_site(pages, SETTINGS, tmp_path / "site")
    before = files_of(tmp_path / "site")
    with pytest.raises(PublishError, match=r"no-such\.md"):
        publish_site({**pages, "people/bad.md": "# Bad\n\n[gone](no-such.md)\n"}, SETTINGS, tmp_path / "site")
    assert files_of(tmp_path / "site") == before


def test_a_dossiers_own_settings_win_over_the_programs(tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: Another\nsite_url: https://dossier.example/sub/\n", "utf-8")
    publish_site(render_pages(small_dossier(), SETTINGS), SETTINGS, tmp_path / "site", config)
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://dossier.example/sub/index.html">' in home


def test_our_own_style_and_script_stay_small() -> None:
    assets = Path(__file__).resolve().parents[2] / "templates/theme/assets"
    packed = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in assets.iterdir()}
    assert packed["dossier.css"] <= 5_120
    assert packed["dossier.js"] <= 2_048


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "dear.txt").write_text("keep me", "utf-8")
    with pytest.raises(PublishError, match="no site of this program"):
        publish_site({}, SETTINGS, tmp_path / "letters")
    assert (tmp_path / "letters" / "dear.txt").read_text("utf-8") == "keep me"


def test_two_builds_of_one_site_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / ".build").mkdir()
    with alone(tmp_path / ".build"), pytest.raises(PublishError, match="another build is at work in it; wait until"):
        publish_site(render_pages(small_dossier(), SETTINGS), SETTINGS, tmp_path / "site")


def test_a_full_disk_is_told_in_one_line_and_the_old_site_stays(tmp_path: Path) -> None:
    pages = render_pages(small_dossier(), SETTINGS)
    publish_site(pages, SETTINGS, tmp_path / "site")
    before = files_of(tmp_path / "site")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))
    try:
        with pytest.raises(PublishError, match=r"can't be written \(File too large\); make room; the old site stays"):
            publish_site(pages, SETTINGS, tmp_path / "site")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert files_of(tmp_path / "site") == before


@contextmanager
def as_a_guest() -> Iterator[None]:
    """Without the rights of the superuser, who may write anywhere; nothing changes for anybody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="a system without users")
def test_a_folder_that_may_not_be_written_is_named_with_the_way_out() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o555)
        small = small_dossier()
        pages = render_pages(small, SETTINGS)
        with as_a_guest(), pytest.raises(PublishError, match="Permission denied; make the folder writable"):
            publish_site(pages, SETTINGS, folder / "site")
        with as_a_guest(), pytest.raises(CardError, match="Permission denied; make the folder writable"):
            write_dossier(small, addresses_of(small, Addresses()), folder / "content")
        assert list(folder.iterdir()) == []
        folder.chmod(0o755)


def test_a_build_killed_while_changing_places_leaves_the_old_site(tmp_path: Path) -> None:
    pages = render_pages(small_dossier(), SETTINGS)
    publish_site(pages, SETTINGS, tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".build/site.old")
    with pytest.raises(PublishError):
        publish_site({"index.md": "[gone](no-such.md)"}, SETTINGS, tmp_path / "site")
    assert (tmp_path / "site/index.html").is_file()


def test_serving_builds_again_when_something_changes(tmp_path: Path) -> None:
    watched, site, built = tmp_path / "seeds", tmp_path / "site", Event()
    watched.mkdir()
    builds: list[int] = []

    def build() -> None:
        site.mkdir(exist_ok=True)
        (site / "index.html").write_text(f"build {len(builds)}", "utf-8")
        builds.append(len(builds))
        built.set()

    Thread(target=serve_site, args=(build, site, [watched], 0), daemon=True).start()
    assert built.wait(10)
    for number in range(20):  # a change that is made before the first look counts as old
        built.clear()
        (watched / f"{number}.txt").write_text("news", "utf-8")
        if built.wait(2):
            break
    assert len(builds) > 1
