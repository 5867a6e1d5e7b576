"""The only reader of ``seeds/``: files to articles, every fault named with its file, its line and the way out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from dossier.errors import SeedError
from dossier.sources.forms import ARTICLES, FOREIGN, PAGES, longest, read_form
from dossier.sources.stated import Stated, read_sidecar

SIDECAR = ".meta.yml"
KINDS = "*.txt, *.md, *.html, *.pdf"
COMPANIONS = ("_files", ".files", "_fichiers", "-Dateien", "_archivos", "_bestanden")
"""How browsers call the folder of pictures and frames that they save beside a page, after the page's name."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One article's file: its text, and what a person states about it."""

    id: str
    """The slug of the file name, folders first: ``agency/000_9d3f.txt`` is ``agency-000-9d3f``."""
    file: str
    sha256: str
    text: str
    body_at: int
    """Where the text after the front matter begins."""
    stated: Mapping[str, Stated]
    extracted: bool = False
    """Whether ``text`` was taken out of a saved page or a PDF, and is stored beside the card."""


def read_seeds(folder: Path) -> tuple[Seed, ...]:
    """All articles under ``folder`` and its sub-folders, sorted by id; one ``SeedError`` for all that is wrong."""
    if not folder.is_dir():
        raise SeedError(f"{folder}", "there is no such folder", f"create it and put articles into it ({KINDS})")
    seeds: dict[str, Seed] = {}
    faults: list[SeedError] = []
    for path in sorted(list_articles(folder, faults)):
        try:
            seed = read_seed(folder, path)
        except SeedError as fault:
            faults.append(fault)
            continue
        other = seeds.setdefault(seed.id, seed)
        if other is not seed:
            faults.append(SeedError(where(folder, path), f"has the same id {seed.id!r} as {other.file}", "rename one"))
    if not seeds and not faults:
        raise SeedError(f"{folder.name}/", "there are no articles", f"put articles into it ({KINDS})")
    if faults:
        raise join_faults(faults)
    return tuple(seeds[key] for key in sorted(seeds))


def list_articles(folder: Path, faults: list[SeedError]) -> Iterator[Path]:
    """The articles; what can't be one, and a sidecar without its article, is added to ``faults``."""
    paths = sorted(path for path in folder.rglob("*") if not is_hidden(path.relative_to(folder)))
    paths = [path for path in paths if not is_companion(path, folder)]
    stems = {path.with_suffix("") for path in paths if path.suffix.lower() in ARTICLES}
    for path in paths:
        suffix = path.suffix.lower()
        if path.name.endswith(SIDECAR):
            if path.with_name(path.name.removesuffix(SIDECAR)) not in stems:
                faults.append(SeedError(where(folder, path), "describes no article", "name it like its article"))
        elif suffix in FOREIGN and path.is_file():
            faults.append(SeedError(where(folder, path), f"{suffix} is not read", "save the text of it as .txt"))
        elif suffix in ARTICLES and (path.is_file() or path.is_symlink()):
            yield path


def is_hidden(path: Path) -> bool:
    """Whether the file or a folder above it begins with a dot: ``.gitkeep``."""
    return any(part.startswith(".") for part in path.parts)


def is_companion(path: Path, folder: Path) -> bool:
    """Whether a file belongs to a page that a browser saved beside it: ``talks_files/frame.html`` to ``talks.html``."""
    for above in path.relative_to(folder).parents:
        for ending in COMPANIONS:
            page = (folder / above).with_name(above.name.removesuffix(ending)) if above.name.endswith(ending) else None
            if page and any(page.with_name(page.name + suffix).is_file() for suffix in PAGES):
                return True
    return False


def where(folder: Path, path: Path) -> str:
    """How a message names a file: ``seeds/000_9d3f.txt``."""
    return f"{folder.name}/{path.relative_to(folder).as_posix()}"


def read_seed(folder: Path, path: Path) -> Seed:
    """One article and what is stated about it; ``SeedError`` where that can't be read."""
    name = where(folder, path)
    identity = slugify(" ".join(path.relative_to(folder).with_suffix("").parts))
    if not identity:
        raise SeedError(name, "the file name has no letter or digit", "rename it")
    data = read_bytes(folder, path, name)
    written = read_form(data, path.suffix.lower(), name)
    sidecar, stated = path.with_name(path.stem + SIDECAR), written.stated
    if sidecar.exists():
        stated = {**stated, **read_sidecar(sidecar, where(folder, sidecar))}
    if not written.text[written.body_at :].strip().strip("\ufeff"):
        raise SeedError(name, "there is no text in it", "paste the article, or delete the file")
    digest = hashlib.sha256(data).hexdigest()
    file = path.relative_to(folder).as_posix()
    return Seed(identity, file, digest, written.text, written.body_at, stated, written.extracted)


def read_bytes(folder: Path, path: Path, name: str) -> bytes:
    """The file's bytes; refuses what leads out of the folder, can't be opened, or is too long."""
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(folder.resolve()):
            raise SeedError(name, "the link leads out of the folder", "copy the file in its place")
        limit = longest(path.suffix.lower())
        if target.stat().st_size > limit:
            raise SeedError(name, f"has more than {limit:,} bytes", "split it into its articles")
        return path.read_bytes()
    except OSError as problem:
        raise SeedError(name, f"can't be read ({problem.strerror})", "check that it exists and may be read") from None


def join_faults(faults: list[SeedError]) -> SeedError:
    """One error for all, the first in its fields, the others under it; sorted, so that it is always the same."""
    first, *others = sorted(faults, key=str)
    return SeedError(first.where, first.what, "\n".join([first.remedy, *map(str, others)]))
