"""One build at a time in the folder where a site is made: a second one would write into the first one's pages."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dossier.errors import PublishError

try:
    import fcntl
except ImportError:  # a system without file locks: two builds at once are then on their own
    fcntl = None  # type: ignore[assignment]


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, which goes with the process; ``PublishError`` where another build has it."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        what, remedy = "another build is at work in it", "wait until it is done, and build again"
        raise PublishError(str(folder), what, remedy) from None
    finally:
        os.close(descriptor)
