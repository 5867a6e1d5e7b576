"""A state of ``content/`` by name: a folder, or what a git revision holds: ``HEAD~1``, ``main:harbour/content``."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.errors import UsageError

CONTENT = "content"


@contextmanager
def open_content(name: str, root: Path) -> Iterator[Path]:
    """A folder of cards that may be read until the context ends.

    ``name`` is a folder of cards, a dossier's folder with ``content/`` in it, or ``REV`` or ``REV:PATH`` of the git
    repository that ``root`` is in (``PATH`` from the repository's root; without it, ``content/`` in ``root``).
    ``UsageError`` where it is none of these.
    """
    folder = Path(name)
    if folder.is_dir():
        yield folder / CONTENT if (folder / CONTENT).is_dir() else folder
        return
    with TemporaryDirectory(prefix="dossier-") as place:
        yield unpack_revision(name, root, Path(place))


def unpack_revision(name: str, root: Path, place: Path) -> Path:
    """The cards of a revision, written below ``place``; a revision without that folder has none."""
    revision, _, path = name.partition(":")
    commit = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if not revision or commit is None:
        remedy = "name a folder of cards, or a revision such as HEAD~1 (a shallow clone lacks older ones)"
        raise UsageError(name, "neither a folder nor a git revision", remedy)
    prefix = (run_git(root, "rev-parse", "--show-prefix") or b"").decode().strip()
    inside = (path or f"{prefix}{CONTENT}").strip("/")
    tree = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit.decode().strip()}:{inside}")
    if tree is None and path:
        raise UsageError(name, "the revision has no such folder", f"`git ls-tree {revision}` shows what it has")
    if tree is not None:
        top = Path((run_git(root, "rev-parse", "--show-toplevel") or b".").decode().rstrip("\n"))
        packed = run_git(top, "archive", "--format=tar", tree.decode().strip())
        if not packed:
            raise UsageError(name, "git can't unpack it", "fetch the whole history, or name two folders")
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(place, filter="data")
    return place


def run_git(root: Path, *words: str) -> bytes | None:
    """What git prints, or ``None`` where it refuses; ``UsageError`` where there is no git."""
    command = ["git", "-C", str(root), *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell
    except OSError as problem:
        raise UsageError("git", f"can't be run: {problem.strerror}", "install it, or name two folders") from problem
    return done.stdout if done.returncode == 0 else None
