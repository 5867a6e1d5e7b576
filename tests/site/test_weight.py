"""What a reader's device must fetch for a page, packed as a server packs it."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

LARGEST = 120 * 1024
"""Bytes: a page with its styles, scripts and pictures, and what its search loads."""
FETCHED = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src|img [^>]*src)="([^"#?]+)"')


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


@pytest.fixture(scope="module")
def searching(first_site: Path) -> int:
    """Bytes of the search: its worker and its index."""
    (worker,) = (first_site / "assets" / "javascripts" / "workers").glob("search.*.js")
    return packed(worker) + packed(first_site / "search" / "search_index.js")


def test_no_page_of_the_first_dossier_is_heavy(first_site: Path, searching: int) -> None:
    sizes: dict[Path, int] = {}
    heavy = {}
    pages = [page for page in sorted(first_site.rglob("*.html")) if page.name != "404.html"]  # its links are absolute
    for page in pages:
        parts = {(page.parent / link).resolve() for link in FETCHED.findall(page.read_text("utf-8"))}
        assert any(part.suffix == ".css" for part in parts)
        for part in parts - sizes.keys():
            sizes[part] = packed(part)
        total = packed(page) + searching + sum(sizes[part] for part in parts)
        if total > LARGEST:
            heavy[page.relative_to(first_site)] = total
    assert heavy == {}
