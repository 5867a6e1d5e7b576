"""What caused a change: the articles that came, changed or went; the decisions that were made or taken back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dossier.changes.nouns import Cause, Edition, Fact, Origin
from dossier.model import Card, Dossier, SourceCard

AN_EDITOR = "an editor"
"""Who decided, where a decision doesn't say."""

BESIDE = frozenset({"sidecar", "front matter"})
"""Where a person writes what an article's text does not say."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision, or one line of a person's part, that is there in one edition only."""

    card: str
    """The card that it stands on."""
    do: str
    """``add``, ``strike`` …; ``name`` and ``summary`` for these two lines."""
    row: Mapping[str, str]
    taken_back: bool

    def text(self) -> str:
        """``strike role admiral``."""
        said = " ".join(self.row[key] for key in ("key", "value", "of", "ref") if self.row.get(key))
        return f"{self.do.replace('_', ' ')} {said}".strip()

    def as_cause(self) -> Cause:
        """The decision as a reason."""
        how = f"{'took back' if self.taken_back else 'decided'} “{self.text()}”"
        who = AN_EDITOR if self.taken_back else self.row.get("by") or AN_EDITOR
        return Cause(Origin.EDITOR, who, how, self.row.get("date"), self.row.get("reason"))

    def names(self, card: str, fact: Fact) -> bool:
        """Whether the decision speaks of exactly this fact of this card."""
        if card != self.card:
            return False
        value = self.row.get("value", "").casefold()
        match self.do:
            case "add" | "strike":
                return fact.key == self.row.get("key") and f"{fact.id} of ".startswith(f"{value} of ")
            case "alias" | "unalias":
                return fact.key == "alias" and fact.id.casefold() == value
            case "answer" | "unanswer":
                return fact.key == "answers" and fact.id == self.row.get("ref")
            case "hide":
                return (fact.key, fact.id) == ("status", "hidden")
            case "not_same_as":
                return fact.key == "same_as"
            case "name":
                return fact.key in ("name", "alias")
            case _:
                return fact.key == self.do

    def reaches(self, card: Card, fact: Fact | None) -> bool:
        """Whether a change may come of the decision: a join, a split or a new name is felt on other cards too."""
        if self.do not in ("same_as", "split", "name"):
            return card.ref == self.card
        concerned = {self.card, self.row.get("ref", "")}
        is_child = self.do == "split" and card.name == self.row.get("value")
        return is_child or card.ref in concerned or bool(fact and concerned.intersection(fact.refs))


def seeds_changed(old: Dossier, new: Dossier) -> dict[str, Cause]:
    """Reference of an article -> what became of it, for each that came, went or has other words."""
    before, after = articles(old), articles(new)
    other_names = renames(old, new)
    moved = {*other_names, *other_names.values()}
    found: dict[str, Cause] = {}
    for ref in sorted({*before, *after}):
        one, other = before.get(ref), after.get(ref)
        card = other or one
        if card is None or (one and other and one.sha256 == other.sha256):
            continue
        how = "renamed" if ref in moved else "removed" if other is None else "changed" if one else "added"
        found[ref] = Cause(Origin.SEED, ref, how, card.published)
    return found


def renames(old: Dossier, new: Dossier) -> dict[str, str]:
    """Articles that are there in both, word for word, under another name: old reference -> new one."""
    before, after = articles(old), articles(new)
    come = {after[ref].sha256: ref for ref in sorted(after, reverse=True) if ref not in before}
    gone = {before[ref].sha256: ref for ref in sorted(before, reverse=True) if ref not in after}
    return {ref: come[sha256] for sha256, ref in sorted(gone.items(), key=lambda row: row[1]) if sha256 in come}


def articles(dossier: Dossier) -> dict[str, SourceCard]:
    """The articles that are there; a card that only a person's part keeps is none."""
    return {card.ref: card for card in dossier.sources if not card.orphaned}


def decisions_changed(old: Edition, new: Edition) -> list[Decided]:
    """Every decision and line of a person's part that only one of two editions has, by card."""
    found: list[Decided] = []
    before, after = decided_in(old), decided_in(new)
    for ref in sorted({*before, *after}):
        was, now = before.get(ref, {}), after.get(ref, {})
        for key in [*(k for k in now if k not in was), *(k for k in was if k not in now)]:
            row = now.get(key) or was[key]
            found.append(Decided(ref, row["do"], row, taken_back=key not in now))
    return found


def decided_in(edition: Edition) -> dict[str, dict[str, dict[str, str]]]:
    """Reference of a card -> its decisions, each under its own text."""
    return {
        card.ref: {json.dumps(row, sort_keys=True): row for row in rows_of(card.curated)}
        for card in edition.dossier.cards()
        if card.curated
    }


def rows_of(curated: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Decisions as they stand; a name or a summary as a decision of its own."""
    for row in curated.get("decisions") or ():
        yield {key: str(value) for key, value in row.items() if value is not None}
    for key in ("name", "summary"):
        if curated.get(key):
            yield {"do": key, "value": str(curated[key])}


def written_beside(card: Card | None, key: str) -> Cause | None:
    """The sidecar or front matter that states a key of an article's record, as a cause."""
    found = card.found.get("authors" if key == "author" else key) if isinstance(card, SourceCard) else None
    if card is None or found is None or found.by not in BESIDE:
        return None
    return Cause(Origin.EDITOR, AN_EDITOR, f"stated it in the {found.by} of {card.ref}")
