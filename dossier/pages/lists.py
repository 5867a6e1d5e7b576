"""The pages that are not a card's: lists and method, and from rooms of their own home and comparisons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jinja2 import Environment

from dossier.links import HOME, METHOD, RULES, index_of
from dossier.model import Card, Kind, OrganisationCard, PartyType
from dossier.pages.claims import claims_views
from dossier.pages.compare import compare_views, families_view
from dossier.pages.desk import Desk
from dossier.pages.facets import Facets, find_origins
from dossier.pages.home import home_view
from dossier.pages.names import names_view
from dossier.pages.printing import print_view
from dossier.pages.rules import rules_view
from dossier.pages.shelf import Shelf
from dossier.pages.story import story_views

HEADINGS = {
    PartyType.STATE.value: "States",
    PartyType.BODY.value: "Ministries, councils and other bodies",
    PartyType.ARMY.value: "Armed forces",
    PartyType.PARTY.value: "Parties",
    PartyType.GROUP.value: "Movements and groups",
    PartyType.COMPANY.value: "Companies",
    PartyType.MEDIUM.value: "Media",
    PartyType.OTHER.value: "Others",
}
"""What sorts of organisations are called in their list, in its order."""


def render_lists(shelf: Shelf, paper: Environment) -> Iterator[tuple[str, str]]:
    """Path and text of each page that is not a card's."""
    views: dict[str, tuple[str, dict[str, Any]]] = {
        HOME: ("home", home_view(shelf)),
        METHOD: ("about", {}),
        RULES: ("rules", rules_view(shelf)),
        "corrections.md": ("corrections", {}),
        "names.md": ("names", names_view(shelf)),
        "print.md": ("print", print_view(shelf)),
    }
    dossier = shelf.dossier
    listed: tuple[tuple[Kind, Sequence[Card], dict[str, Any]], ...] = (
        (Kind.PERSON, dossier.people, {}),
        (Kind.WEAPON, dossier.weapons, {}),
        (Kind.DELEGATION, dossier.delegations, {}),
        (Kind.ORGANISATION, dossier.organisations, {"groups": by_type(dossier.organisations, shelf)}),
        (Kind.SOURCE, dossier.sources, families_view(shelf)),
    )
    for kind, cards, view in listed:
        if cards or kind is Kind.SOURCE:
            views[index_of(kind.plural)] = (kind.plural, {"cards": by_name(cards), **view})
    views |= claims_views(shelf) | compare_views(shelf) | story_views(shelf)
    origins = find_origins(Desk(shelf, HOME))
    for page, (template, view) in views.items():
        desk = Desk(shelf, page)
        yield page, paper.get_template(f"{template}.md.j2").render(desk=desk, facets=Facets(desk, origins), **view)


def by_name(cards: Sequence[Card]) -> list[Card]:
    """In the order of the alphabet, capitals or not."""
    return sorted(cards, key=lambda card: (card.name.casefold(), card.id))


def by_type(cards: Sequence[OrganisationCard], shelf: Shelf) -> list[tuple[str, list[Card]]]:
    """Organisations under what sort of body they are; whoever reports what others say is a medium whatever else."""
    groups: dict[str, list[Card]] = {heading: [] for heading in HEADINGS.values()}
    for card in by_name(cards):
        kinds = [statement.value for statement in card.statements.get("type", ()) if statement.value in HEADINGS]
        kind = PartyType.MEDIUM.value if card.ref in shelf.channels.media else next(iter(kinds), None)
        groups[HEADINGS[kind or PartyType.OTHER.value]].append(card)
    return [(shelf.voice.say(heading), rows) for heading, rows in groups.items()]
