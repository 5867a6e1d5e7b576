"""The content words of each sentence, for comparing one proposition with another without a parser at hand."""

from __future__ import annotations

from collections.abc import Mapping

from dossier.documents import Document

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
"""Parts of speech that carry a proposition's matter; the rest only holds it together."""


def content_lemmas(document: Document) -> Mapping[int, tuple[tuple[int, int, str], ...]]:
    """For each sentence's start: (start, end, lower-case lemma) of its content words, in code points."""
    lemmas: dict[int, tuple[tuple[int, int, str], ...]] = {}
    for paragraph in document.paragraphs:
        for sentence in paragraph.doc.sents:
            lemmas[paragraph.start + sentence.start_char] = tuple(
                (paragraph.start + t.idx, paragraph.start + t.idx + len(t.text), t.lemma_.casefold())
                for t in sentence
                if t.pos_ in CONTENT and any(c.isalnum() for c in t.text)
            )
    return lemmas
