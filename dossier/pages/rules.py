"""The rules that wrote something on a card: how often each did, with an example that can be opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.links import rule_id
from dossier.model import ClaimCard, Evidence
from dossier.pages.shelf import Shelf


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A rule that values of this dossier were read by, with one of them."""

    name: str
    uses: int
    value: str
    evidence: Evidence | None


def rules_view(shelf: Shelf) -> dict[str, Any]:
    """The rules that this dossier's values were read by, the most used first, and an example of each."""
    uses: dict[str, list[tuple[str, Evidence | None]]] = {}
    for rule, value, evidence in rules_applied(shelf):
        uses.setdefault(rule, []).append((value, evidence))
    order = sorted(uses, key=lambda rule: (-len(uses[rule]), rule.casefold(), rule))
    return {"rule_id": rule_id, "rules": [RuleUse(rule, len(uses[rule]), *uses[rule][0]) for rule in order]}


def rules_applied(shelf: Shelf) -> Iterator[tuple[str, str, Evidence | None]]:
    """Rule, value and a passage, each time that a rule read something."""
    say = shelf.voice.say
    for card in shelf.cards.values():
        for statements in card.statements.values():
            for s in statements:
                for part in s.rule.split("; ") if s.rule else ():
                    yield part, s.value or say("not decided"), next(iter(s.evidence), None)
        if isinstance(card, ClaimCard):
            for report in card.reports:
                for part in report.rule.split("; "):
                    if part.startswith("speaker"):
                        yield part, report.speaker or say("nobody named"), report.speaker_at
                    else:
                        yield part, report.cue, report.cue_at
    for source in shelf.dossier.sources:
        for key, found in source.found.items():
            if found.rule and found.by == "text":
                value = say("%(key)s of %(name)s", key=say(key), name=shelf.labels[source.ref].name)
                yield found.rule, value, next(iter(found.evidence), None)
