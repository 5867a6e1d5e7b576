"""A folder of files that changes all at once or not at all.

The new state is built beside the old one, sharing every file that stays as it is, and the two folders change places in
one step. Whoever is killed leaves the old state or the new one. Where folders can't change places (a mount point, a
layered file system, a parent that is not ours), the files go one by one along a journal that the next start finishes.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from dossier.errors import CardError, way_out

try:
    import fcntl
except ImportError:  # a system without file locks: two builds at once are then on their own
    fcntl = None  # type: ignore[assignment]

STAGED = ".staged"
"""Inside the folder: files on their way in, with the journal that says where to."""

Changes = Mapping[str, bytes | None]
"""Path inside the folder -> new content, or ``None`` for a file that goes."""

EXCHANGE = 2
"""``RENAME_EXCHANGE`` of Linux' renameat2(2), and ``RENAME_SWAP`` of macOS' renamex_np(2)."""
HERE = -100
"""``AT_FDCWD``: paths are relative to the working directory."""
NO_EXCHANGE = frozenset({errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM, errno.EROFS, errno.EINVAL, errno.ENOSYS})


def change_files(folder: Path, changes: Changes) -> None:
    """Carry out all of ``changes`` at once; files not named stay, with their times.

    ``CardError`` where the folder can't be written, or where another build is writing it; it is then as it was.
    """
    folder = folder.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            _finish_journal(folder)
            if changes:
                _change(folder, changes)
    except OSError as problem:
        what = f"can't be written: {problem.strerror or problem}"
        raise CardError(str(folder), what, f"{way_out(problem)}; the cards are as they were") from problem


def settle(folder: Path) -> None:
    """Finish what a killed build began. Before reading; nothing to do in the ordinary case."""
    if (folder / STAGED).exists():
        change_files(folder, {})


# ---------------------------------------------------------------------------------------------- folders change places


def _change(folder: Path, changes: Changes) -> None:
    beside = folder.with_name(f".{folder.name}.new")
    try:
        try:
            _clear(beside)
            _build_beside(folder, beside, changes)
            _exchange(beside, folder)
        except OSError as problem:
            if problem.errno not in NO_EXCHANGE:
                raise
            _change_along_journal(folder, changes)
    finally:
        _clear(beside)


def _build_beside(folder: Path, beside: Path, changes: Changes) -> None:
    beside.mkdir()
    for path, name in _files(folder):
        if name not in changes:
            target = beside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            _share(path, target)
    for name, content in changes.items():
        if content is not None:
            _write(beside / name, content)
    shutil.copymode(folder, beside)


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file and link in ``folder``, with its path inside; folders that hold nothing are not kept."""
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        for name in sorted(files + links):
            path = Path(here) / name
            yield path, path.relative_to(folder).as_posix()


def _share(path: Path, target: Path) -> None:
    """The same file under a second name, where the disk can do that, else a copy with its times."""
    try:
        os.link(path, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, target, follow_symlinks=False)


def _exchange(one: Path, other: Path) -> None:
    """Let two folders change places in one step; ``OSError`` where the system can't."""
    library = ctypes.CDLL(None, use_errno=True)
    names = (os.fsencode(one), os.fsencode(other))
    if sys.platform == "darwin":
        failed = library.renamex_np(*names, EXCHANGE)
    elif hasattr(library, "renameat2"):
        failed = library.renameat2(HERE, names[0], HERE, names[1], EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, "folders can't change places here")
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


# ---------------------------------------------------------------------------------------------- one by one


def _change_along_journal(folder: Path, changes: Changes) -> None:
    staged = folder / STAGED
    coming = {str(number): name for number, (name, content) in enumerate(changes.items()) if content is not None}
    try:
        for number, name in coming.items():
            _write(staged / number, changes[name] or b"")
        going = [name for name, content in changes.items() if content is None]
        _write(staged / "journal.new", json.dumps({"coming": coming, "going": going}).encode())
        (staged / "journal.new").replace(staged / "journal")  # from here on the new state is certain
    except OSError:
        _clear(staged)
        raise
    _finish_journal(folder)


def _finish_journal(folder: Path) -> None:
    """Bring in what a journal says; without a journal nothing was certain yet, and the old state stays."""
    staged = folder / STAGED
    if (staged / "journal").exists():
        journal = json.loads((staged / "journal").read_bytes())
        for number, name in journal["coming"].items():
            if (staged / number).exists():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (staged / number).replace(folder / name)
        for name in journal["going"]:
            (folder / name).unlink(missing_ok=True)
        (staged / "journal").unlink()
    _clear(staged)


# ---------------------------------------------------------------------------------------------- small steps


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; it goes with the process, so that a killed build leaves none behind."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if not _locked(descriptor, folder):
            raise CardError(str(folder), "another build is writing it", "wait until it is done, and build again")
        yield
    finally:
        os.close(descriptor)


def _locked(descriptor: int, folder: Path) -> bool:
    """Whether the lock is ours, and on the folder that stands there now: it may have changed places a moment ago."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return os.path.samestat(os.fstat(descriptor), folder.stat())


def _write(path: Path, content: bytes) -> None:
    """No flush to the disk: this guards against a killed process, not against a power cut."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _clear(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)
