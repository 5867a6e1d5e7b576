"""What is taken out of a file that is no plain text: the article's words, and what the file says of itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from dossier.sources.stated import Stated


@dataclass(frozen=True, slots=True)
class Extract:
    """The text that offsets refer to from now on; it is stored beside the card of the article."""

    text: str
    stated: Mapping[str, Stated] = field(default_factory=dict)


def storable(text: str) -> str:
    """Text that UTF-8 can carry: half a pair of surrogates and zero bytes, which no article means, are left out."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode("utf-8")


@contextmanager
def quiet(library: str) -> Iterator[None]:
    """Keep a library from talking to the terminal: what goes wrong is told by our own message, once."""
    logger = logging.getLogger(library)
    before, logger.disabled = logger.disabled, True
    level = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(level)
        logger.disabled = before
