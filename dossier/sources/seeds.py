"""The only reader of ``seeds/``: files to texts, every fault named with its file, its line and the way out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from slugify import slugify

from dossier.errors import SeedError
from dossier.sources.stated import Stated, read_front_matter, read_sidecar

ARTICLES = frozenset({".txt", ".md"})
"""What is read as an article. Other files are passed over, but not those below."""
FOREIGN = frozenset({".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf"})
"""Articles in a form that is not read: named, since passing them over would lose them in silence."""
SIDECAR = ".meta.yml"
LIMIT = 5_000_000
"""Bytes in one article. The longest wire stories have about 20,000."""


@dataclass(frozen=True, slots=True)
class Seed:
    """One article's file: its text as it is, and what a person states about it."""

    id: str
    """The slug of the file name, folders first: ``agency/000_9d3f.txt`` is ``agency-000-9d3f``."""
    file: str
    sha256: str
    text: str
    body_at: int
    """Where the text after the front matter begins."""
    stated: Mapping[str, Stated]


def read_seeds(folder: Path) -> tuple[Seed, ...]:
    """All articles under ``folder`` and its sub-folders, sorted by id; one ``SeedError`` for all that is wrong."""
    if not folder.is_dir():
        raise SeedError(f"{folder}", "there is no such folder", "create it and put articles into it (*.txt, *.md)")
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
        raise SeedError(f"{folder.name}/", "there are no articles", "put articles into it (*.txt, *.md)")
    if faults:
        raise join_faults(faults)
    return tuple(seeds[key] for key in sorted(seeds))


def list_articles(folder: Path, faults: list[SeedError]) -> Iterator[Path]:
    """The articles; what can't be one, and a sidecar without its article, is added to ``faults``."""
    paths = sorted(path for path in folder.rglob("*") if not is_hidden(path.relative_to(folder)))
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
    text = decode_text(data, name)
    body_at, stated = read_front_matter(text, name) if path.suffix.lower() == ".md" else (0, {})
    sidecar = path.with_name(path.stem + SIDECAR)
    if sidecar.exists():
        stated = {**stated, **read_sidecar(sidecar, where(folder, sidecar))}
    if not text[body_at:].strip().strip("\ufeff"):
        raise SeedError(name, "there is no text in it", "paste the article, or delete the file")
    digest = hashlib.sha256(data).hexdigest()
    return Seed(identity, path.relative_to(folder).as_posix(), digest, text, body_at, stated)


def read_bytes(folder: Path, path: Path, name: str) -> bytes:
    """The file's bytes; refuses what leads out of the folder, can't be opened, or is too long."""
    try:
        target = path.resolve(strict=True)
        if not target.is_relative_to(folder.resolve()):
            raise SeedError(name, "the link leads out of the folder", "copy the file in its place")
        if target.stat().st_size > LIMIT:
            raise SeedError(name, f"has more than {LIMIT:,} bytes", "split it into its articles")
        return path.read_bytes()
    except OSError as problem:
        raise SeedError(name, f"can't be read ({problem.strerror})", "check that it exists and may be read") from None


def decode_text(data: bytes, name: str) -> str:
    """UTF-8 and nothing else: a guess at another encoding would put wrong letters into evidence."""
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise SeedError(f"{name}:{line}", "not a text (it holds a zero byte)", "save the article as plain text, UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise SeedError(f"{name}:{line}", "not UTF-8", "save the file as UTF-8") from None


def join_faults(faults: list[SeedError]) -> SeedError:
    """One error for all, the first in its fields, the others under it; sorted, so that it is always the same."""
    first, *others = sorted(faults, key=str)
    return SeedError(first.where, first.what, "\n".join([first.remedy, *map(str, others)]))
