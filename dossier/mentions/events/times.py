"""When a happening was: the date phrase that hangs on its own verb or noun, and what it means.

"Kim met Shoigu on Wednesday, KCNA said on Thursday": the meeting is Wednesday's.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.dates import Tense, find_dates, resolve_date
from dossier.documents import Document
from dossier.lexicon.events import EventWords
from dossier.mentions.events.happenings import FARTHEST, Happening
from dossier.model import Evidence, Reading, Span

AT = frozenset({"at", "during", "in", "on"})
"""Prepositions that say when; "since", "until", "before" and "after" say it of something else."""

YEAR = re.compile(r"(?<![\w/.,-])(?:19|20)\d\d(?![\w/]|[-–.,]\d)")
"""A year that stands alone: "in 2019"."""

LOOSE = frozenset({"day beside another"})
"""Rules whose day depends on what the text spoke of before, which this floor does not follow."""


@dataclass(frozen=True, slots=True)
class When:
    """A date phrase of a sentence with the words that it is made of."""

    phrase: Evidence
    root: Token
    """Its word that the others hang on."""
    last: int
    """Place of its last word in the paragraph."""


def find_when(document: Document, happening: Happening, words: EventWords) -> Iterator[Reading]:
    """The one date of a happening, if it has one; ``value`` is empty where the phrase can't be resolved."""
    told = list(date_phrases(document, happening))
    known = [when for when in told if belongs(when, happening.core, words)]
    rule = ""
    if not known and shares_date(happening.core):
        known = [when for when in told if belongs(when, happening.core.head, words)]
        rule = "; date of the verb before"
    if len({when.phrase.exact for when in known}) > 1:  # "invaded Ukraine in 2022, and Georgia in 2008"
        known = [when for when in known if not is_of_another(when, happening.core)] or known
    readings = [read_phrase(document, when.phrase, rule) for when in known]
    if len({reading.value for reading in readings}) == 1:  # "overnight, February 11" is one day, said twice
        yield replace(readings[0], evidence=tuple(dict.fromkeys(e for r in readings for e in r.evidence)))


def read_phrase(document: Document, phrase: Evidence, rule: str) -> Reading:
    """What one phrase means; an empty value where that can't be told."""
    if YEAR.fullmatch(phrase.exact):
        return Reading(phrase.exact, (phrase,), f"as printed{rule}")
    resolved = resolve_date(phrase.exact, document.source.published, Tense.PAST)
    if resolved is None or resolved.rule in LOOSE:
        return Reading("", (phrase,), "not resolved")
    return Reading(resolved.value, (phrase, *publication(document, resolved.rule)), f"{resolved.rule}{rule}")


def publication(document: Document, rule: str) -> tuple[Evidence, ...]:
    """Where the article says when it was published, for a phrase that is read against it."""
    found = document.source.found.get("published")
    if found is None or rule == "as printed":
        return ()
    return tuple(evidence for evidence in found.evidence if evidence.source == document.source.ref)[:1]


def date_phrases(document: Document, happening: Happening) -> Iterator[When]:
    """The date phrases of the happening's sentence, bare years included, in order."""
    paragraph, sentence = happening.paragraph, happening.core.sent
    text = sentence.text
    for span in dates_and_years(text):
        start, end = sentence.start_char + span.start, sentence.start_char + span.end
        tokens = paragraph.doc.char_span(start, end, alignment_mode="expand")
        if tokens is not None:
            evidence = document.source.evidence(paragraph.start + start, paragraph.start + end)
            yield When(evidence, tokens.root, tokens.end - 1)


@functools.lru_cache(maxsize=64)
def dates_and_years(text: str) -> tuple[Span, ...]:
    """Where a sentence tells a date or a bare year, in order; asked again for each happening of the sentence."""
    spans = list(find_dates(text))
    years = (Span(*match.span()) for match in YEAR.finditer(text))
    return tuple(sorted([*spans, *(year for year in years if not any(year.overlaps(span) for span in spans))]))


def belongs(when: When, core: Token, words: EventWords) -> bool:
    """Whether a date hangs on ``core``: through "on" and "in", through its objects, or as "June 30, when he met"."""
    opened = next((child for child in core.children if child.lower_ == "when" and child.i < core.i), None)
    if opened is not None and opened.i > 0:
        return when.last in (opened.i - 1, opened.i - 2 if opened.nbor(-1).is_punct else opened.i - 1)
    if is_quantity(when, words):
        return False
    at = when.root
    for _ in range(FARTHEST):
        if at == core:
            return True
        if at.pos_ in {"VERB", "AUX"} and not (at.dep_ == "acl" and at.tag_ == "VBG"):
            return False
        if at.dep_ in {"nsubj", "nsubjpass"} and at.lemma_.casefold() not in words.nouns:
            return False
        if at.dep_ in {"ROOT", "relcl", "ccomp", "advcl"}:
            return False
        if at == when.root and at.dep_ == "pobj" and at.head.lower_ not in AT:
            return False
        at = at.head
    return False


def is_of_another(when: When, core: Token) -> bool:
    """Whether a date hangs on a second object of the verb, not on the verb."""
    at = when.root
    while at not in (core, at.head):
        if at.dep_ == "conj":
            return True
        at = at.head
    return False


def is_quantity(when: When, words: EventWords) -> bool:
    """Whether a figure only looks like a year: "2000 soldiers"; the 2019 summit is one."""
    return when.root.dep_ == "nummod" and when.root.head.lemma_.casefold() not in words.nouns


def shares_date(core: Token) -> bool:
    """Whether a second verb with no subject of its own goes on from the first: "met him on Wednesday and handed …"."""
    own = any(child.dep_ in {"nsubj", "nsubjpass"} for child in core.children)
    return core.dep_ == "conj" and core.head.pos_ == "VERB" and core.head.tag_ == core.tag_ and not own
