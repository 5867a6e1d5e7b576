"""Render: which pages there are, and what each shows.

A pure function from cards to texts: Markdown pages, and the same facts as files for other programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dossier.exports import export_tables
from dossier.findings.rests import origin_groups
from dossier.findings.visible import without_hidden
from dossier.imprint import Imprint
from dossier.memory import without_collector
from dossier.model import Dossier
from dossier.pages.cards import render_cards
from dossier.pages.imprint import render_imprint
from dossier.pages.lists import render_lists
from dossier.pages.moved import render_moved
from dossier.pages.paper import make_environment
from dossier.pages.previews import render_previews
from dossier.pages.shelf import fill_shelf
from dossier.settings import Dates, Settings
from dossier.voice import load_voice


@without_collector()
def render_pages(
    dossier: Dossier,
    settings: Settings,
    texts: Mapping[str, str] | None = None,
    imprint: Imprint | None = None,
    cache: Path | None = None,
) -> dict[str, str]:
    """Relative path -> text, for every page and side file of the site, sorted by path.

    ``texts`` holds whole articles by reference of their source; needed for ``publish: full``, else left unread.
    ``imprint`` is what the site tells of its own making: program, digest of the cards, changes, old addresses.
    ``cache`` is a folder where compiled templates may be kept.
    """
    full = texts if texts is not None and settings.publish == "full" else {}
    voice = load_voice(settings.language, american=settings.dates == Dates.AMERICAN)
    shelf = fill_shelf(without_hidden(dossier, settings.kinds), settings, full, voice)
    paper = make_environment(voice, cache=cache)
    pages = dict(render_cards(shelf, paper))
    pages |= dict(render_lists(shelf, paper))
    imprint = imprint or Imprint()
    pages |= dict(render_imprint(shelf, paper, imprint))
    pages |= dict(render_moved(shelf, paper, imprint.retired))
    pages |= dict(render_previews(shelf))
    pages |= export_tables(shelf.dossier)
    return dict(sorted(pages.items()))


def figures_of(dossier: Dossier, settings: Settings) -> str:
    """A dossier in one line: ``5 articles · 3 origins · 30 claims``; nothing of cards that a person hid."""
    seen, voice = without_hidden(dossier, settings.kinds), load_voice(settings.language)
    counts = (len(seen.sources), "article"), (len(origin_groups(seen)), "origin"), (len(seen.claims), "claim")
    return " · ".join(voice.count(number, noun) for number, noun in counts if number)
