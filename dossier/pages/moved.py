"""Old addresses: a page that leads on where a card was taken into another, and says so where it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import Environment

from dossier.links import page_of
from dossier.model import Kind
from dossier.pages.desk import Desk
from dossier.pages.shelf import Shelf

KINDS = {kind.plural: kind for kind in Kind}


def render_moved(shelf: Shelf, paper: Environment, retired: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Path and text of a page for each retired address that no card has now.

    A card that a person hid is gone for the site, and so are the addresses that led to it.
    """
    template = paper.get_template("moved.md.j2")
    for ref, leads in retired.items():
        kind = KINDS.get(ref.partition("/")[0])
        if ref in shelf.cards or kind is None:
            continue
        page, card = page_of(ref), shelf.cards.get(leads or "")
        listed = any(card.kind is kind for card in shelf.cards.values())
        yield page, template.render(desk=Desk(shelf, page), kind=kind, card=card, listed=listed)
