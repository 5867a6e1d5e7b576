"""The pages that put events and ties of all cards together: timeline and network."""

from __future__ import annotations

from typing import Any

from dossier.model import Kind
from dossier.pages.graphs import draw_all
from dossier.pages.shelf import Shelf


def story_views(shelf: Shelf) -> dict[str, tuple[str, dict[str, Any]]]:
    """For each page its template and what that shows."""
    graph = draw_all(shelf.edges, shelf.names)
    views: dict[str, tuple[str, dict[str, Any]]] = {
        "compare/timeline.md": ("timeline", {"timeline": shelf.timeline}),
        "compare/network.md": ("network", {"edges": shelf.edges, "graph": graph}),
    }
    if shelf.dossier.events:
        entries = (*shelf.timeline.dated, *shelf.timeline.undated)
        views[f"{Kind.EVENT.plural}/index.md"] = ("events", {"cards": [entry.event for entry in entries]})
    return views
