"""Media that no list has, known by the noun beside the name or in it: the "Fjord" weekly, Talk TV, Radio Nord."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dossier.documents import Paragraph
from dossier.lexicon.parties import MediaWords, Parties
from dossier.mentions.parties.bodies import Named
from dossier.model import PartyType, Span

WORD = r"[A-Z][\w&.’'-]*\b"
NAME = rf"{WORD}(?: {WORD}| of the {WORD}| \d{{1,2}}\b){{0,3}}"
QUOTED = r"[\"“„«](?P<quoted>[A-Z][^\"“”„«»\n]{1,40}?)[\"”“»]"
LEAST = 2
"""Letters of the shortest name."""
NO_NAME = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Mr|Mrs|Ms|President|Prime|Minister|Dr|Gen)\b")
"""What may follow the noun without being the name: "told the newspaper *Friday*"."""


@dataclass(frozen=True, slots=True)
class Press:
    """The unlisted media of one article, and the patterns by which they are found, which are made once for it."""

    parties: Parties
    noun: re.Pattern[str]
    """Any noun of a medium; most paragraphs have none."""
    typed: tuple[re.Pattern[str], ...]
    """A name with its noun; the one group that matches is the name."""
    known: dict[str, Named] = field(default_factory=dict)
    """Those of the paragraphs read so far, by the name as printed."""


def open_press(parties: Parties) -> Press:
    """The media of an article of which nothing is read yet."""
    words = parties.media
    plain = "|".join(sorted(map(re.escape, words.typing), key=lambda w: (-len(w), w)))
    every = "|".join(sorted(map(re.escape, words.typing | words.typing_quoted), key=lambda w: (-len(w), w)))
    naming = "|".join(sorted(words.naming))
    typed = (
        rf"\b(?:{every}),? {QUOTED}",
        rf"{QUOTED} (?:{every})\b",
        rf"\b(?:{plain}) (?P<after>{NAME})",
        rf"(?P<before>{NAME}) (?:{plain})\b(?! newsletter)",
        rf"\b(?P<own>(?:{WORD} ){{1,2}}(?:{naming}))(?![\w-]| tower)",
        rf"\b(?P<radio>Radio {WORD}(?: {WORD})?)",
    )
    return Press(parties, re.compile(rf"\b(?:{every}|{naming})\b"), tuple(map(re.compile, typed)))


def find_press(paragraph: Paragraph, press: Press, taken: Iterable[Named]) -> list[Named]:
    """Unlisted media of one paragraph, and bare names of those that the article has typed before.

    ``taken`` are the parties found so far: a state's adjective before a name is none of it ("the Norwegian Fjord
    weekly"). ``press`` takes up the media of this one.
    """
    held = [Span(item.span.start - paragraph.start, item.span.end - paragraph.start) for item in taken]
    found: list[Named] = []
    for place in typed_names(paragraph.text, press):
        name = bare_name(paragraph.text, place, held, press.parties.media)
        if name is not None:
            span = Span(paragraph.start + name.start, paragraph.start + name.end)
            printed = paragraph.text[name.start : name.end]
            found.append(Named(span, canonical(printed, press.parties), PartyType.MEDIUM, "name"))
            press.known.setdefault(printed, found[-1])
    return [*found, *named_again(paragraph, press.known)]


def bare_name(text: str, place: Span, held: Sequence[Span], words: MediaWords) -> Span | None:
    """A name without a party before it and an apostrophe behind it; ``None`` where no more than a noun is left."""
    start = max([place.start, *(item.end + 1 for item in held if item.start <= place.start < item.end)])
    name = re.sub(r"['’]s?$", "", text[start : place.end])
    span = Span(start, start + len(name))
    if len(name) < LEAST or name in words.naming or any(span.overlaps(item) for item in held):
        return None
    return span


def canonical(name: str, parties: Parties) -> str:
    """The listed name of a medium that the text calls by a part of it: "The Guardian" for the "Guardian" daily."""
    listed = parties.lookup(name) or parties.lookup(f"The {name}")
    return listed[0].name if listed is not None and listed[0].type is PartyType.MEDIUM else name


def named_again(paragraph: Paragraph, known: dict[str, Named]) -> Iterator[Named]:
    """Where a medium that the article has typed stands by its bare name."""
    for name, medium in known.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", paragraph.text):
            yield replace(medium, span=Span(paragraph.start + match.start(), paragraph.start + match.end()))


def typed_names(text: str, press: Press) -> Iterator[Span]:
    """Where names stand that a noun beside them or in them makes a medium's, in code points of ``text``."""
    if not press.noun.search(text):
        return
    for pattern in press.typed:
        for match in pattern.finditer(text):
            key = next(key for key, value in match.groupdict().items() if value)
            yield from proper_part(text, *match.span(key), press.parties.media)


def proper_part(text: str, start: int, end: int, words: MediaWords) -> Iterator[Span]:
    """The name without words that only begin the sentence or describe: "*Another* Fjord", "*State* TV"."""
    if NO_NAME.match(text, start):
        return
    for word in re.finditer(r"\S+", text[start:end]):
        if word.group() in words.unnaming or word.group().casefold() in words.steered:
            continue
        yield Span(start + word.start(), end)
        return
