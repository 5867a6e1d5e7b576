"""Speech between dashes, as Slavic and Romance papers print it and as translations by machine keep it.

``- We saw the boats at dawn - he said. - They had no lights.`` Where copying lost the blanks, a dash stands on the
stop before it (``talks.- We are ready``) or on the verb behind it (``the road-stressed the mayor``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from dossier.documents import DASHES, STOPS, Paragraph
from dossier.mentions.quotations import Quotation, is_torn, outermost

MARKS = frozenset({'"', "'", "''", "``", ")"})
REACH = 14
"""Within how many words of its dash the verb of an attribution stands: an office may come before it."""


def with_dash_speech(
    marked: Iterable[Quotation], paragraph: Paragraph, reporting: Collection[str]
) -> tuple[Quotation, ...]:
    """The quotations of one paragraph in marks, and those between dashes, in order and without overlap.

    ``reporting`` holds the lemmas of verbs of speech.
    """
    dashed = any(dash in paragraph.text for dash in DASHES)
    return tuple(outermost([*marked, *(find_dash_speech(paragraph.doc, reporting) if dashed else ())]))


def find_dash_speech(doc: Doc, reporting: Collection[str]) -> Iterator[Quotation]:
    """``- We go - he said. - They stay.``: from a dash that begins a sentence to one before a verb of speech.

    A dash that begins a sentence and has no partner is speech to the end of its paragraph behind a colon or behind
    other such speech; else it is an item of a list. A closing mark torn from its words ends it too.
    """
    opened: Token | None = None
    heard = False
    for token in doc:
        if opened is not None and token.text == '"' and is_torn(doc.text, token.idx):
            yield quotation(opened, token.idx + 1)
            opened, heard = None, True
        if token.text not in DASHES:
            continue
        if begins_speech(token):
            if opened is not None and (heard or is_announced(opened)):
                yield quotation(opened, token.idx)
            opened = token
        elif opened is not None and ends_speech(token, reporting):
            yield quotation(opened, token.idx + 1)
            opened, heard = None, True
    if opened is not None and (heard or is_announced(opened)):
        yield quotation(opened, len(doc.text))


def quotation(opened: Token, end: int) -> Quotation:
    """The stretch from a dash to ``end``, past the dash that closes it where there is one."""
    return Quotation(opened.idx, end, closed=True)


def begins_speech(dash: Token) -> bool:
    """Whether a dash stands where a sentence begins, before a capital."""
    doc = dash.doc
    following = doc[dash.i + 1 : dash.i + 3].text.lstrip("\"'(")
    if not following[:1].isupper() or not (dash.whitespace_ or dash.i == 0):
        return False
    return dash.i == 0 or is_announced(dash) or ends_sentence(doc[dash.i - 1])


def is_announced(dash: Token) -> bool:
    """Whether a colon stands before it: ``The mayor replied: - The road is closed.``."""
    return dash.i > 0 and dash.doc[dash.i - 1].text == ":"


def ends_sentence(token: Token) -> bool:
    """Whether a sentence is over with this token, a closing mark or bracket behind its stop or before it allowed."""
    before = token.doc[token.i - 1] if token.i else token
    return token.text in STOPS or (token.text in MARKS and before.text in STOPS)


def ends_speech(dash: Token, reporting: Collection[str]) -> bool:
    """Whether the words behind a dash tell who has spoken: ``- the head of the council noted``.

    A dash without a blank behind it is a hyphen (``self-proclaimed``) unless the verb and its speaker follow at once.
    """
    doc, last = dash.doc, min(dash.i + 1 + REACH, len(dash.doc))
    if not dash.whitespace_:
        following = doc[dash.i + 1 : dash.i + 3]
        named = len(following) == 2 and (
            following[1].tag_ in {"DT", "NNP", "PRP"} or following[1].ent_type_ == "PERSON"
        )
        return named and following[0].tag_ in {"VBD", "VBN"} and following[0].lemma_.casefold() in reporting
    for token in doc[dash.i + 1 : last]:
        if token.text in STOPS | DASHES and token.whitespace_:
            return False
        if token.pos_ == "VERB":
            return token.lemma_.casefold() in reporting and token.tag_ != "VB"
    return False
