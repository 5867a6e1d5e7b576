"""Read: the articles of ``seeds/``, their records, and what in them is furniture. The text itself is never changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dossier.lexicon import Lexicon
from dossier.model import Source
from dossier.sources.languages import tell_language
from dossier.sources.layouts import read_layout
from dossier.sources.origins import group_origins, measure_shares, share_of_text
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
    bodies = {article.seed.id: article.body for article in articles}
    origins = group_origins(bodies, {article.seed.id: article.agency for article in articles})
    shares = measure_shares(bodies, origins)
    return tuple(replace(source, shares=shares[source.id]) for source in read_records(articles, origins))
