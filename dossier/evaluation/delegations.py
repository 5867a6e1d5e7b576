"""Delegations: which visits were found, and whether sender, head, destination and occasion are right."""

from __future__ import annotations

from collections.abc import Callable

from dossier.evaluation.figures import Scored, assign, missed_and_invented, prf, ratio
from dossier.evaluation.gold import Gold, Row, names_of
from dossier.evaluation.matching import Matcher, normal
from dossier.model import DelegationCard, Dossier

Same = Callable[[object, object], bool]


def person_matcher(gold: Gold) -> Same:
    """Two names are one person where the gold knows both as names of one."""
    name_of: dict[str, str] = {}
    for row in gold.people:
        for name in names_of(row):
            name_of.setdefault(normal(name), normal(row["name"]))

    def same(left: object, right: object) -> bool:
        return bool(left and right) and name_of.get(normal(left), normal(left)) == name_of.get(
            normal(right), normal(right)
        )

    return same


def has(card: DelegationCard, key: str, wanted: object, same: Same) -> bool:
    """Whether one of the card's values of ``key`` is ``wanted``."""
    return any(same(wanted, statement.value) for statement in card.statements.get(key, ()))


def score_delegations(gold: Gold, dossier: Dossier, matcher: Matcher) -> Scored:
    """Pair by sender, head and destination, then count the slots of the pairs."""
    same_person = person_matcher(gold)

    def grade(row: Row, card: DelegationCard) -> int:
        sender = has(card, "from", row["from"], matcher.same_party)
        head = has(card, "head", row.get("head"), same_person)
        to = has(card, "to", row.get("to"), matcher.same_party)
        return 2 * head + 2 * sender + to if (sender and (head or to)) or head else 0

    pairs = assign(gold.delegations, dossier.delegations, grade)
    slots = {"from": [0, 0], "head": [0, 0], "to": [0, 0], "members": [0, 0], "occasion": [0, 0]}
    too_many = 0
    for i, j in pairs:
        row, card = gold.delegations[i], dossier.delegations[j]
        for key, same in (("from", matcher.same_party), ("head", same_person), ("to", matcher.same_party)):
            too_many += max(0, len(card.statements.get(key, ())) - 1)
            if row.get(key):
                slots[key][0] += has(card, key, row[key], same)
                slots[key][1] += 1
        for member in row.get("members") or []:
            slots["members"][0] += has(card, "member", member, same_person)
            slots["members"][1] += 1
        if row.get("occasion"):
            slots["occasion"][0] += same_occasion(row["occasion"], card, matcher)
            slots["occasion"][1] += 1
    wanted = [f"{row['from']} / {row.get('head')} -> {row.get('to')}" for row in gold.delegations]
    figures = prf(len(pairs), len(gold.delegations), len(dossier.delegations))
    shares = {key: ratio(*counts) for key, counts in slots.items()}
    return Scored(
        {**figures, **shares, "values_too_many": too_many},
        missed_and_invented(wanted, [card.name for card in dossier.delegations], pairs),
    )


def same_occasion(wanted: str, card: DelegationCard, matcher: Matcher) -> bool:
    """At least half of the wanted words stand in one of the card's occasions."""
    words = set(normal(wanted).split()) - matcher.generic
    return any(
        len(words & set(normal(statement.value).split())) >= 0.5 * len(words)
        for statement in card.statements.get("occasion", ())
    )
