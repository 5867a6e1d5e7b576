"""What belongs to what: from a party named in an article up to its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dossier.lexicon.parties import Parties
from dossier.model import Mentions, PartyType


class Ownership:
    """The chains of belonging of all parties that the lists have or the articles name."""

    def __init__(self, found: Sequence[Mentions], parties: Parties) -> None:
        self._parties = parties
        self._owner = {party.name: party.of for mentions in found for party in mentions.parties}

    def chain(self, name: str | None) -> Iterator[tuple[str, bool]]:
        """A party and what it belongs to, one above the other, with whether each is a state."""
        seen: set[str] = set()
        while name is not None and name not in seen:
            seen.add(name)
            row = self._parties.by_name(name)
            yield name, row is not None and row.type is PartyType.STATE
            name = row.of if row is not None else self._owner.get(name)

    def state_of(self, name: str | None) -> str | None:
        """The state at the end of the chain from a party: the Russian Navy -> Russia; ``None`` for NATO."""
        return next((owner for owner, is_state in self.chain(name) if is_state), None)

    def belongs(self, small: str, large: str) -> bool:
        """Whether one party is a part of another (the guards' navy of Iran), or says more than the bare name does."""
        if small.endswith(f" {large}"):
            return True
        return small != large and any(owner == large for owner, _ in self.chain(small))
