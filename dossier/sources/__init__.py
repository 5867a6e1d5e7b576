"""Read: the articles of ``seeds/``, their records, and what in them is furniture. The text itself is never changed."""

from __future__ import annotations

from pathlib import Path

from dossier.lexicon import Lexicon
from dossier.model import Source
from dossier.sources.languages import tell_language
from dossier.sources.layouts import read_layout
from dossier.sources.origins import group_origins, share_of_text
from dossier.sources.records import Article, read_records
from dossier.sources.seeds import read_seeds

__all__ = ["read_sources", "share_of_text"]


def read_sources(folder: Path, lexicon: Lexicon) -> tuple[Source, ...]:
    """The articles of ``folder``, sorted by id; ``SeedError`` lists everything that can't be read.

    Offsets are code points into each source's text, which is its file decoded as UTF-8 with nothing changed.
    """
    words = lexicon.furniture
    articles = [
        Article(seed, layout, tell_language(layout.body(seed.text) or seed.text, words.languages))
        for seed in read_seeds(folder)
        for layout in [read_layout(seed.text, seed.body_at, words)]
    ]
    origins = group_origins({a.seed.id: a.body for a in articles}, {a.seed.id: a.agency for a in articles})
    return read_records(articles, origins)
