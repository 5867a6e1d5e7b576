"""The words that tell what happened: "seized an oil tanker in the Strait of Hormuz", without who did it and why."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dossier.documents import Document, Paragraph
from dossier.mentions.events.happenings import Happening
from dossier.model import Evidence, Reading

CUT = frozenset({"acl", "advcl", "appos", "ccomp", "relcl"})
"""Clauses at which the words of a happening end."""

BESIDE = frozenset(
    {"after", "amid", "as", "because", "before", "despite", "during", "following", "for", "since", "until", "while"}
)
"""Prepositions that lead away from what happened: "arrived | for the anniversary"."""

AIMS = frozenset({"attempt", "bid", "effort", "move", "response", "retaliation", "sign"})
"""Nouns that with "in" say what for: "met him | in a bid to secure his release"."""

HALVES = frozenset({"about", "around", "least", "most", "some"})
"""Words of a phrase that goes on after a date: "crossed the border at least twice"."""

LATE = 7
"""Words after which "and" begins something else: "delivered a letter from the president to Kim | and the leader …"."""

LONGEST = 18
"""Words of a happening at most."""

LOOSE = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ"})
"""Parts of speech that the words of a happening do not end in."""


def words_of(document: Document, happening: Happening, dates: Sequence[Reading]) -> Evidence:
    """What happened, as printed: from the verb up to the first clause, comma, second verb, or closing date."""
    paragraph, core = happening.paragraph, happening.core
    doc = paragraph.doc
    first = min([core.i, *(c.i for c in core.children if c.dep_ == "auxpass")])
    clauses = {t.left_edge.i for t in core.subtree if t.dep_ in CUT and t.left_edge.i > core.i}
    clauses |= {t.left_edge.i for t in core.children if t.dep_ == "conj"}
    whens = [evidence for date in dates for evidence in date.evidence]
    last = core.i
    for token in doc[core.i + 1 : min(core.right_edge.i + 1, first + LONGEST)]:
        if token.i in clauses or ends_words(token, core) or (token.text == "," and not beside(paragraph, token, whens)):
            break
        last = token.i
    if happening.nominal:
        first = core.left_edge.i if core.i - core.left_edge.i < LONGEST else core.i
    while last > core.i and (
        doc[last].pos_ in LOOSE or doc[last].lower_ in HALVES or is_date(paragraph, doc[last], whens)
    ):
        last -= 1
    return document.evidence(paragraph, doc[first : last + 1])


def ends_words(token: Token, core: Token) -> bool:
    """Whether the words of a happening end before ``token``: at a mark, at what it was for, at a late "and"."""
    if token.text in {";", ":", '"', "(", "–", "—", "--"} or token.dep_ == "mark":
        return True
    if token.dep_ == "cc":
        return token.i - core.i > LATE
    if token.dep_ == "prep" and any(child.lemma_ in AIMS for child in token.children):
        return True
    return token.dep_ == "prep" and token.head == core and token.lower_ in BESIDE


def beside(paragraph: Paragraph, comma: Token, whens: Sequence[Evidence]) -> bool:
    """Whether a comma belongs to a date: "began on June 25, 1950, with an invasion"."""
    return any(is_date(paragraph, comma.nbor(step), whens) for step in (-1, 1) if 0 <= comma.i + step < len(comma.doc))


def is_date(paragraph: Paragraph, token: Token, whens: Sequence[Evidence]) -> bool:
    """Whether a word belongs to the date of the happening."""
    return any(when.span.overlaps(paragraph.span(token)) for when in whens)
