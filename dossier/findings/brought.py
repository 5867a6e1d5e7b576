"""What a new article brings, and what it merely repeats: told when it is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dossier.findings.channels import counted, listed
from dossier.findings.uses import find_uses
from dossier.model import Card, Dossier, Kind, SourceCard


@dataclass(frozen=True, slots=True)
class Brought:
    """One new article among the others."""

    source: SourceCard
    new: Mapping[Kind, int]
    """Cards that were not there before, by kind."""
    repeated: Mapping[Kind, int]
    """Cards that were there before and that it names too."""
    like: tuple[str, ...]
    """Files that carry the same text, the most alike first."""

    def __str__(self) -> str:
        brings = f"brings {in_words(self.new)}" if self.new else "brings nothing new"
        parts = [brings, f"repeats {in_words(self.repeated)}"] if self.repeated else [brings]
        if self.like:
            parts.append(f"carries the same text as {listed(self.like)}")
        if self.source.unread:
            parts = [f"is left unread: {self.source.unread}"]
        return f"{self.source.file}: {'; '.join(parts)}"


def find_brought(dossier: Dossier, before: Collection[str], files: Collection[str]) -> Iterator[Brought]:
    """What each of the articles in ``files`` brought to a dossier that had the cards ``before``, by reference."""
    cited: dict[str, list[Card]] = {}
    for card in dossier.cards():
        if not isinstance(card, SourceCard):
            for ref in sorted({use.evidence.source for use in find_uses(card)}):
                cited.setdefault(ref, []).append(card)
    names = {source.ref: source.file for source in dossier.sources}
    for source in dossier.sources:
        if source.file in files:
            cards = cited.get(source.ref, [])
            yield Brought(
                source,
                Counter(card.kind for card in cards if card.ref not in before),
                Counter(card.kind for card in cards if card.ref in before),
                tuple(f"{names[s.source]} ({s.text} %)" for s in source.shares if s.source in names),
            )


def in_words(kinds: Mapping[Kind, int]) -> str:
    """``2 people, 1 weapon and 5 claims``, in the order of the kinds."""
    nouns = {Kind.PERSON: ("person", "people")}
    told = []
    for kind in Kind:
        if count := kinds.get(kind, 0):
            one, many = nouns.get(kind, (kind.value, kind.plural))
            told.append(f"{count} {one if count == 1 else many}" if kind in nouns else counted(count, kind.value))
    return listed(told)
