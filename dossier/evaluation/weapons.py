"""Weapons: which systems and classes were found, and who is said to hold them."""

from __future__ import annotations

from dossier.evaluation.figures import Scored, assign, missed_and_invented, prf, ratio
from dossier.evaluation.gold import Gold, Row, names_of
from dossier.evaluation.matching import Matcher, singular
from dossier.model import Dossier, WeaponCard


def score_weapons(gold: Gold, dossier: Dossier, matcher: Matcher) -> Scored:
    """Pair by name; a class that only types a named system may have a card of its own, or not."""
    pairs = assign(gold.weapons, dossier.weapons, grade_weapon)
    paired_gold, paired_found = {i for i, _ in pairs}, {j for _, j in pairs}
    types = {singular(row["type"]) for row in gold.weapons if row.get("type")}
    spare_gold = sum(
        row["form"] == "class" and singular(row["name"]) in types and i not in paired_gold
        for i, row in enumerate(gold.weapons)
    )
    spare_found = sum(singular(card.name) in types and j not in paired_found for j, card in enumerate(dossier.weapons))
    form = held = held_gold = held_found = 0
    for i, j in pairs:
        row, card = gold.weapons[i], dossier.weapons[j]
        holders, got = row.get("held_by") or [], card.statements.get("held_by", ())
        form += row["form"] == card.form.value
        held += sum(any(matcher.same_party(holder, s.value) for s in got) for holder in holders)
        held_gold += len(holders)
        held_found += len(got)
    return Scored(
        {
            **prf(len(pairs), len(gold.weapons) - spare_gold, len(dossier.weapons) - spare_found),
            "form": ratio(form, len(pairs)),
            "held_by": prf(held, held_gold, max(held, held_found)),
        },
        missed_and_invented([row["name"] for row in gold.weapons], [card.name for card in dossier.weapons], pairs),
    )


def grade_weapon(row: Row, card: WeaponCard) -> int:
    """2 for the same name, 1 where one's name is among the other's aliases."""
    if singular(row["name"]) == singular(card.name):
        return 2
    gold_names = {singular(name) for name in names_of(row)}
    found_names = {singular(name) for name in (card.name, *(alias.name for alias in card.aliases))}
    return int(singular(row["name"]) in found_names or singular(card.name) in gold_names)
