"""People: who was found, with which roles and under which spellings."""

from __future__ import annotations

from dossier.evaluation.figures import Scored, assign, missed_and_invented, prf, ratio
from dossier.evaluation.gold import Gold, Row, names_of
from dossier.evaluation.matching import Matcher, normal
from dossier.model import Card, Dossier, PersonCard, Statement


def card_names(card: Card) -> set[str]:
    """A card's name and aliases, folded."""
    return {normal(name) for name in (card.name, *(alias.name for alias in card.aliases))}


def score_people(gold: Gold, dossier: Dossier, matcher: Matcher) -> Scored:
    """Pair gold people with cards by name, then compare roles and aliases of the pairs."""
    pairs = assign(gold.people, dossier.people, grade_person)
    roles_hit = roles_gold = roles_found = aliases_hit = aliases_gold = 0
    for i, j in pairs:
        row, card = gold.people[i], dossier.people[j]
        wanted, got = row.get("roles") or [], card.statements.get("role", ())
        roles_hit += len(assign(wanted, got, lambda g, f: same_role(g, f, matcher)))
        roles_gold += len(wanted)
        roles_found += len(got)
        aliases = {normal(alias) for alias in names_of(row)[1:]}
        aliases_hit += len(aliases & card_names(card))
        aliases_gold += len(aliases)
    figures = prf(len(pairs), len(gold.people), len(dossier.people))
    return Scored(
        {
            **figures,
            "roles": prf(roles_hit, roles_gold, roles_found),
            "aliases_recall": ratio(aliases_hit, aliases_gold),
        },
        missed_and_invented([row["name"] for row in gold.people], [card.name for card in dossier.people], pairs),
    )


def grade_person(row: Row, card: PersonCard) -> int:
    """3 for the same name, 2 for a full name shared, else 0."""
    if normal(row["name"]) == normal(card.name):
        return 3
    names = {normal(name) for name in names_of(row)}
    full = {name for name in names if " " in name} or names
    return 2 if full & card_names(card) else 0


def same_role(wanted: Row, got: Statement, matcher: Matcher) -> bool:
    """The same office of the same country or body."""
    if not matcher.same_title(wanted["title"], got.value):
        return False
    of = wanted.get("of")
    return not of or matcher.same_party(of, got.of) or normal(of) in normal(got.value)
