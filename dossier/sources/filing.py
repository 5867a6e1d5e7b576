"""The only writer of ``seeds/``: new articles are checked, then laid beside the others, never over one of them."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from dossier.errors import SeedError
from dossier.sources.seeds import SIDECAR, join_faults, read_seed, read_seeds


@contextmanager
def filed(files: Sequence[Path], seeds: Path) -> Iterator[list[str]]:
    """Lay ``files`` and their sidecars into ``seeds`` for as long as the block goes well; yields their new names.

    ``SeedError`` with everything that is wrong with any of them; whatever goes wrong, the folder is as it was.
    """
    plan = plan_filing(files, seeds)
    seeds.mkdir(parents=True, exist_ok=True)
    laid: list[Path] = []
    try:
        for source, target in plan:
            laid.append(target)
            shutil.copyfile(source, target)
        read_seeds(seeds)
        yield sorted(target.name for _, target in plan if not target.name.endswith(SIDECAR))
    except OSError as problem:
        take_back(laid)
        raise SeedError(str(seeds), f"can't be written ({problem.strerror})", "make room or make it writable") from None
    except BaseException:
        take_back(laid)
        raise


def take_back(laid: Sequence[Path]) -> None:
    """Remove what was laid down."""
    for path in laid:
        path.unlink(missing_ok=True)


def plan_filing(files: Sequence[Path], seeds: Path) -> list[tuple[Path, Path]]:
    """Each file and sidecar with its place in ``seeds``; every fault of all of them at once."""
    there = {digest(path): path.name for path in sorted(seeds.rglob("*")) if path.is_file()}
    plan: list[tuple[Path, Path]] = []
    faults: list[SeedError] = []
    for file in files:
        try:
            check_article(file, there)
        except SeedError as fault:
            faults.append(fault)
            continue
        there[digest(file)] = file.name
        sidecar = file.with_name(file.stem + SIDECAR)
        for source in (file, sidecar) if sidecar.is_file() else (file,):
            if (seeds / source.name).exists():
                faults.append(SeedError(str(source), f"{seeds.name}/{source.name} is there already", "rename it"))
            plan.append((source, seeds / source.name))
    if faults:
        raise join_faults(faults)
    return plan


def check_article(file: Path, there: dict[str, str]) -> None:
    """``SeedError`` where a file is missing, is an article that is there to the letter, or can't be read as one."""
    if not file.is_file():
        raise SeedError(str(file), "there is no such file", "name an article: .txt, .md, .html or .pdf")
    if digest(file) in there:
        raise SeedError(str(file), f"is to the letter {there[digest(file)]}", "leave it out")
    read_seed(file.parent, file)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
