"""Publish: pages into a docs folder, MkDocs run strictly over it, the finished site put in place at once.

A build that fails, or that is killed, leaves the site that was there before.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from dossier.alone import alone
from dossier.errors import DossierError, PublishError, way_out
from dossier.model import Kind
from dossier.notation import parse_yaml
from dossier.policy import guard_pages
from dossier.settings import Settings
from dossier.voice import Voice, load_voice

PROGRAM = Path(__file__).resolve().parent.parent
"""The folder of build.py, mkdocs.yml and templates/."""

CLOCK = "315532800"
"""1980-01-01 in seconds since 1970: what MkDocs is told the time is, so that two builds give the same bytes."""

MARK = Path("assets") / "dossier.css"
"""A file that every site of ours has."""

LOGOS = "logo"
"""The folder of a site's own pictures."""

CARD = "card.png"
"""The picture that the program draws."""

SEAL = "sha256sums.txt"
"""The digests of all files of a site, in its own folder."""

THEME_TEXTS = (
    "About this dossier", "How this dossier was made", "Corrections and replies", "Names and abbreviations",
    "What changed", "All on one page", "Search", "Sections", "Copied", "Copy %(format)s", "Filters", "Show all", "all",
    "%(shown)s of %(rows)s shown", "Not here", "Home", "Sources",
    "The address may be misspelt, or what stood here is no longer part of the dossier.",
    "The search above knows every card by all spellings of its name.", *(kind.value for kind in Kind), "article",
)  # fmt: skip
"""What the theme and the scripts say."""

POLL_SECONDS = 0.5


def publish_site(
    pages: Mapping[str, str], settings: Settings, site: Path, config: Path | None = None, card: bytes | None = None
) -> None:
    """Write the pages and build ``site`` from them with ``mkdocs build --strict``.

    ``config`` is the dossier's own ``mkdocs.yml``; its keys win over the program's. ``card`` is the picture that a
    shared link shows where the dossier brings none. ``PublishError`` carries what MkDocs said; the old site then stays.
    """
    site = site.absolute()
    work = workshop(site)
    docs, fresh, aside = work / "docs", work / f"{site.name}.new", work / f"{site.name}.old"
    check_place(site)
    try:
        work.mkdir(parents=True, exist_ok=True)
        with alone(work):
            if aside.exists() and not site.exists():
                aside.rename(site)  # a build was killed between two renames
            write_pages(pages, docs)
            for picture in filter(None, (settings.logo, settings.picture)):
                place_picture(picture, docs, config)
            if card and not settings.picture:
                (docs / CARD).write_bytes(card)
            steering = write_config(settings, docs, work, config)
            remove(fresh)
            run_mkdocs(steering, fresh)
            tidy_site(fresh)
            guard_pages(fresh)
            seal_site(fresh)
            swap_folders(fresh, site, aside)
    except OSError as problem:
        what = f"can't be written: {problem.strerror or problem}"
        raise PublishError(str(problem.filename or site), what, f"{way_out(problem)}; the old site stays") from problem


def workshop(site: Path) -> Path:
    """The folder beside a site where it is made; may be deleted between builds."""
    return site.absolute().parent / ".build"


def check_place(site: Path) -> None:
    """Refuse to put a site where something else stands: a folder is replaced as a whole."""
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise PublishError(str(site), "is no folder", "name a folder for the site")
    if site.exists() and any(site.iterdir()) and not (site / MARK).is_file():
        raise PublishError(str(site), "holds something that is no site of this program", "name an empty folder")


def write_pages(pages: Mapping[str, str], docs: Path) -> None:
    """Make ``docs`` hold exactly these pages, touching only what differs."""
    docs.mkdir(parents=True, exist_ok=True)
    wanted = {docs / path: text.encode("utf-8", "replace") for path, text in pages.items()}
    for path, data in wanted.items():
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for path in sorted(docs.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path not in wanted:
            path.unlink()


def place_picture(name: str, docs: Path, config: Path | None) -> None:
    """Put a picture of the dossier's own where the theme finds it."""
    picture = (config.parent if config else Path()) / name
    if not picture.is_file():
        raise PublishError(str(picture), "is not there", "put it beside mkdocs.yml, or take the setting out")
    place = docs / LOGOS / name
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(picture, place)


def write_config(settings: Settings, docs: Path, work: Path, config: Path | None) -> Path:
    """The configuration that MkDocs runs with: the program's, then the dossier's own keys, then the folders."""
    parent = PROGRAM / "mkdocs.yml"
    if config is not None and config.is_file() and config.resolve() != parent:
        middle = work / "dossier.yml"
        middle.write_text(f"INHERIT: {json.dumps(str(parent))}\n{config.read_text('utf-8-sig')}", "utf-8")
        parent = middle
    steering = work / "mkdocs.yml"
    theme = {"custom_dir": str(PROGRAM / "templates" / "theme")}
    if settings.logo:
        theme["logo"] = f"{LOGOS}/{settings.logo}"
    keys: dict[str, object] = {
        "INHERIT": str(parent),
        "site_name": unmarked(settings.title),
        "site_description": unmarked(settings.description or settings.topic or settings.title),
        "docs_dir": docs.relative_to(work).as_posix(),  # the second engine takes no absolute folder
        "theme": theme,
    }
    extra: dict[str, object] = {"colour": settings.colour}
    if settings.picture or (docs / CARD).is_file():
        extra["picture"] = f"{LOGOS}/{settings.picture}" if settings.picture else CARD
    voice = load_voice(settings.language)
    if voice.said:
        theme["language"] = voice.language
        extra["words"] = {text: voice.say(text) for text in THEME_TEXTS}
    keys["extra"] = extra
    if nav := find_nav(docs, config):
        keys["nav"] = [in_language(entry, voice) for entry in nav]
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    steering.write_text("\n".join(lines) + "\n", "utf-8")
    return steering


def find_nav(docs: Path, config: Path | None) -> list[object]:
    """The program's own navigation less the lists that this dossier doesn't have: ``{"People": "people/index.md"}``.

    Empty where the dossier's ``mkdocs.yml`` has a navigation of its own: that one is taken as it stands.
    """
    if config is not None and config.is_file() and config.resolve() != PROGRAM / "mkdocs.yml":
        own, _ = parse_yaml(config.read_text("utf-8-sig"), foreign=True)
        if "nav" in (own.plain() or {}):
            return []
    root, _ = parse_yaml((PROGRAM / "mkdocs.yml").read_text("utf-8"), foreign=True)
    return [entry for entry in root.plain()["nav"] if all(is_built(page, docs) for page in entry.values())]


def in_language(entry: Any, voice: Voice) -> object:
    """A line of the navigation with its title, and those of the lines under it, in the language of the site."""
    if not isinstance(entry, dict):
        return entry
    return {
        voice.say(title): [in_language(below, voice) for below in page] if isinstance(page, list) else page
        for title, page in entry.items()
    }


def is_built(page: object, docs: Path) -> bool:
    """Whether a line of the navigation leads somewhere; one with lines under it does."""
    return not isinstance(page, str) or (docs / page).is_file()


def unmarked(text: str) -> str:
    """Text that can't end a tag or an attribute: the theme prints a site's name and description as they are."""
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run_mkdocs(steering: Path, out: Path) -> None:
    """Build strictly, never quietly: ``-q`` would hide the warnings that strict mode is to count."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": CLOCK, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--config-file",
        str(steering),
        "--site-dir",
        str(out),
    ]
    result = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603 - no shell
    if result.returncode:
        if broken := re.search(r"OSError: \[Errno \d+\] ([^:\n]+)", result.stderr):
            raise PublishError(str(out.parent), f"can't be written ({broken[1]})", "make room; the old site stays")
        said = "\n".join(line for line in result.stderr.splitlines() if not line.startswith("INFO"))
        raise PublishError(
            "mkdocs build --strict", f"refused the pages:\n{said}", "mend the page that it names; the old site stays"
        )


def tidy_site(folder: Path) -> None:
    """Leave out what a build need not carry: a packed sitemap holds the time of its packing."""
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)


def seal_site(folder: Path) -> None:
    """Leave the digest of each file, as ``sha256sum -c`` reads them, so that a letter altered later can be found."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SEAL)
    lines = (f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files)
    (folder / SEAL).write_text("".join(lines), "utf-8")


def swap_folders(fresh: Path, site: Path, aside: Path) -> None:
    """Put ``fresh`` where ``site`` is; what was there goes last."""
    remove(aside)
    if site.exists():
        site.rename(aside)
    try:
        fresh.rename(site)
    except OSError:
        if aside.exists():
            aside.rename(site)
        raise
    remove(aside)


def remove(folder: Path) -> None:
    """A folder and all in it, if it is there."""
    if folder.exists():
        shutil.rmtree(folder)


def serve_site(build: Callable[[], object], site: Path, watched: Iterable[Path], port: int) -> None:
    """Build, serve on this machine only, and build again whenever something watched changes; until interrupted."""
    from functools import partial
    from http.server import ThreadingHTTPServer
    from threading import Thread

    from dossier.preview import PreviewHandler

    roots = [*watched, PROGRAM / "templates"]
    build()
    handler = partial(PreviewHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        print(f"http://127.0.0.1:{server.server_port}/ (stop with Ctrl-C)", file=sys.stderr)  # noqa: T201 - the one line
        seen = stamps(roots)
        while True:
            time.sleep(POLL_SECONDS)
            now = stamps(roots)
            if now != seen:
                seen = now
                try:
                    build()
                except DossierError as problem:
                    print(problem, file=sys.stderr)  # noqa: T201 - keep serving what there is
                seen = stamps(roots)


def stamps(roots: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Size and time of change of each file under ``roots``."""
    found: dict[str, tuple[int, int]] = {}
    for root in roots:
        for path in [root] if root.is_file() else sorted(root.rglob("*")):
            if path.is_file():
                status = path.stat()
                found[str(path)] = (status.st_size, status.st_mtime_ns)
    return found
