"""What a build asks of Python's memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """No search for cycles of dead objects meanwhile, as it was before afterwards.

    Mentions, cards and pages are trees and texts, and die by count. The search goes through all of them again and again
    and finds next to nothing: at 1,000 articles it was a quarter of all rendering, and three of ninety seconds of the
    cards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # with the next line: counted among the old objects, which aren't searched at once
            gc.unfreeze()
            gc.enable()
