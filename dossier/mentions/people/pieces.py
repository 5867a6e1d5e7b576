"""The words of a title as pieces: tokens, with each party's name as one and hyphened words joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.documents import Paragraph
from dossier.lexicon import Lexicon
from dossier.model import PartyMention

JOINTS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
"""Prepositions that join an office to its body: "head of", "spokesman for", "fellow at"."""

ARTICLES = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "s", "whose"})

KEPT_UPPER = re.compile(r"^[A-Z]{2,5}$")
"""Abbreviations keep their capitals: "CEO", "MP"."""


TORN = re.compile(r"-[a-z]")
"""The second half of a compound that a stray space tore: "-ranking"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A token, or a party that spans several."""

    text: str
    plain: str
    first: int
    past: int
    party: PartyMention | None = None
    possessive: bool = False
    proper: bool = False
    """Whether the tagger reads it as a name and it has a capital."""
    adverb: bool = False
    """Whether it tells how: ``reliably``."""


def read_pieces(
    paragraph: Paragraph, span: tuple[int, int], parties: Sequence[PartyMention], lexicon: Lexicon
) -> list[Piece]:
    """The tokens of ``span``, each party as one piece, ranks' full stops and possessives left out."""
    pieces: list[Piece] = []
    at = span[0]
    while at < span[1]:
        token = paragraph.doc[at]
        if token.text == "(":
            at = next((t.i for t in paragraph.doc[at : span[1]] if t.text == ")"), at) + 1
            continue
        place = paragraph.start + token.idx
        party = next((p for p in parties if p.evidence.start <= place < p.evidence.end), None)
        past = at + 1
        if party is not None:
            while past < span[1] and paragraph.start + paragraph.doc[past].idx < party.evidence.end:
                past += 1
            if is_hyphen(paragraph, past) or (inside_compound(paragraph, token) and not behind_ex(paragraph, at)):
                party = None
        printed = paragraph.doc[at:past].text if party else token.text
        plain = lexicon.spelling.canonical(printed).casefold().strip(".")
        plain = lexicon.people.abbreviations.get(plain, plain)
        owns = past < len(paragraph.doc) and paragraph.doc[past].text in {"'s", "'"}
        proper = token.pos_ == "PROPN" and token.text[0].isupper()
        adverb = token.pos_ == "ADV" and token.text.endswith("ly")
        pieces.append(Piece(printed, plain, at, past, party, owns, proper, adverb))
        at = past
    return hyphened(part_ex([p for p in pieces if p.text not in {"'s", "'", ")", '"'}], lexicon))


def inside_compound(paragraph: Paragraph, token: Token) -> bool:
    """Whether a party is the second half of a compound: "anti-Russian"."""
    return is_hyphen(paragraph, token.i - 1)


def behind_ex(paragraph: Paragraph, at: int) -> bool:
    """Whether a token is tied to an "ex" before it: "ex-*NATO* commander" is a former commander, of NATO."""
    return at > 1 and is_hyphen(paragraph, at - 1) and paragraph.doc[at - 2].lower_ in {"ex", "then"}


def part_ex(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Read an "ex" before whose office it was as "former": "ex-CIA director"; "ex-president", "ex-MP" stay one word."""
    parted: list[Piece] = []
    for piece in pieces:
        tied = len(parted) > 1 and parted[-1].text == "-" and parted[-2].plain == "ex"
        body = KEPT_UPPER.match(piece.text) and piece.plain not in lexicon.people.heads
        if len(parted) > 1 and parted[-1].text == "-" and parted[-2].plain == "then":
            parted[-2:] = []  # "then-CIA director", "then-President": who it was at the time
        if tied and (piece.party is not None or body):
            parted[-2:] = [replace(parted[-2], text="former", plain="former", proper=False)]
        parted.append(piece)
    return parted


def is_hyphen(paragraph: Paragraph, at: int) -> bool:
    """Whether a token is a hyphen inside a word, and no dash between two: "Thursday *-* Norwegian premier X"."""
    return 0 <= at < len(paragraph.doc) and paragraph.doc[at].text == "-" and not paragraph.doc[at].whitespace_


def hyphened(pieces: list[Piece]) -> list[Piece]:
    """Join what the tagger or a stray space split at a hyphen: "commander-in-chief", "high -ranking"."""
    joined: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if at + 1 < len(pieces) and TORN.match(pieces[at + 1].text):
            after = pieces[at + 1]
            piece = Piece(f"{piece.text}{after.text}", f"{piece.plain}{after.plain}", piece.first, after.past, None)
            at += 1
        while at + 2 < len(pieces) and pieces[at + 1].text == "-" and pieces[at + 1].first == piece.past:
            after = pieces[at + 2]
            text = f"{piece.text}-{after.text}"
            piece = Piece(text, f"{piece.plain}-{after.plain}", piece.first, after.past, None)
            at += 2
        joined.append(piece)
        at += 1
    return joined


def is_owner(segment: Sequence[Piece]) -> bool:
    """Whether a party only owns what follows it: "the Communist Party's Political Bureau", "the Russian mission"."""
    return any(p.party is not None and (p.possessive or p.party.how == "demonym") for p in segment)


def segments(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, list[Piece]]]:
    """Each preposition with what it governs: "of the general staff of Ukraine" is two."""
    starts = [i for i, p in enumerate(pieces) if p.plain in JOINTS]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(pieces)
        yield pieces[start], list(pieces[start + 1 : end])


def plain_words(pieces: Sequence[Piece]) -> str:
    """Words that belong to a title, in lower case unless abbreviations."""
    return " ".join(p.text if KEPT_UPPER.match(p.text) else p.plain for p in pieces)


def printed(name: Sequence[Piece], pieces: Sequence[Piece]) -> str:
    """A body that no list has, as printed, with what stands between its words: "Institute *for the* Study *of* War"."""
    return " ".join(p.text for p in pieces if name[0].first <= p.first <= name[-1].first)
