"""What a site tells of its own making: the program, the digest of its cards, and what changed from build to build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.changes import Entry


@dataclass(frozen=True, slots=True)
class Imprint:
    """Printed on the receipt and on the page of changes."""

    program: str = ""
    """Name and version: ``dossier 0.1.0``."""
    cards: str = ""
    """SHA-256 of the card set; see ``dossier.cards.store.digests.digest_of_folder``."""
    files: int = 0
    """Files in the card set."""
    log: tuple[Entry, ...] = ()
    """What changed, oldest first; nothing of cards that a person hid."""
    retired: Mapping[str, str | None] = field(default_factory=dict)
    """Addresses that were once given out: where each leads now, or ``None`` where what stood there is gone."""
