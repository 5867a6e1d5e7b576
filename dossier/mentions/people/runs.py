"""Where a person's name may stand: runs of capitalised words, cut at titles, parties and ordinary words.

Works on the letters, not on the tagger's tokens: "Abdul-Malik al-Houthi" and "Kim Jong-un" are one word each to a
reader and three or more to a tagger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.documents import SHORT_NAMES, Paragraph
from dossier.lexicon import Lexicon
from dossier.model import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
INITIAL = re.compile(r"^[A-Z]$")
"""A word after which a full stop does not end a name: "John F. Kennedy"."""

ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|ash|at|az|ul|ur)-[^\W\d_]")
"""An Arabic article, small and hyphened before a name with or without capital: "al-Houthi"."""

BEFORE = re.compile(r"\b([A-Z][\w'-]+) (?:[A-Z]\.? )?$")
NAME_AHEAD = re.compile(r" [A-Z][a-z]")
"""What stands right before and right after a word that may be a surname."""

SAID_SO = re.compile(r"(?: [A-Z][\w.'’-]+){1,5}(?:, [^\"“:]{3,60})?(?::|,) ?[\"“]")
"""What follows a verb before its speaker: "*Said* Ida Holm: “…”", where elsewhere it is a given name."""
DAY_AHEAD = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

OF_THINGS = frozenset({"class", "made", "style", "type"})
"""Halves of compounds that make the name before them a thing's: "the Arleigh Burke-class"."""

CLOSED = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PRON", "AUX"})
"""Parts of speech that no name contains, wherever they stand."""

OPENERS = frozenset({"ADV", "VERB", "ADJ", "NUM", "INTJ", "PART", "NOUN"})
"""Parts of speech that are capitalised only because they begin a sentence: "Separately Kim hosted"."""

EXCELLENCY = re.compile(r"\b(?:H\. ?E\.|H\. ?R\. ?H\.|H\. ?H\.|HRH(?= )|HE(?= [A-Z][a-z])|Tan Sri|Toh Puan)")
"""Honorifics in initials, which are no initials of a name: "*H.E.* Hamad bin Rashid Al Nuaimi"."""

CALLED = frozenset({"Daw", "Ko", "Ma", "Maung", "Saw", "U"})
"""What Burmese names are called by, part of none: "*U* Thein Zaw", "*Ma* Khin Htay"; elsewhere some are names."""

LONGEST_BRACKET = 60
"""Letters before a name, within an editor's bracket: "[Norland's deputy foreign minister Pavel] Dvorak"."""

LONGEST = 6
"""Words in the longest name: "Abdulmalik bin Badreddin bin Amiruddin al-Houthi"."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a paragraph's text, possessive taken off: ``text[start:end]``."""

    start: int
    end: int
    text: str
    possessive: bool
    capital: bool
    """Whether it is written as a name is: "Putin", "al-Houthi"."""
    breaks: bool = False
    """Of a capital: whether no name may contain it: a title, a party, an ordinary word that opens a sentence."""
    opens: bool = False
    """Whether it breaks a name only because it opens a sentence and is tagged as an ordinary word."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be one name, with the words right before and after it."""

    words: tuple[Word, ...]
    before: Word | None
    """The word before it, whatever it is, where only a space stands between."""
    after: Word | None

    @property
    def start(self) -> int:
        """Where it begins in the paragraph's text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends, a possessive left out."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """The name with single spaces."""
        return " ".join(word.text for word in self.words)


def read_words(paragraph: Paragraph, taken: Sequence[Span], lexicon: Lexicon) -> list[Word]:
    """All words of the paragraph; ``taken`` are places in the source that parties hold, and that break a name."""
    text = paragraph.text
    held = {at - paragraph.start for span in taken for at in range(span.start, span.end)}
    held.update(at for match in EXCELLENCY.finditer(text) for at in range(match.start(), match.end()))
    words = []
    for match in WORD.finditer(text):
        bare = without_compound(text, match, lexicon)
        start, end = match.start(), match.start() + len(bare)
        capital = bare[0].isupper() or ARTICLE.match(bare) is not None
        closed = capital and (start in held or is_breaker(paragraph, start, bare, lexicon))
        opens = capital and not closed and is_opener(paragraph, start, bare, lexicon)
        words.append(Word(start, end, bare, text.startswith("'", end), capital, closed or opens, opens))
    return words


INNER = frozenset({"Haji", "Hajji", "Sheik", "Sheikh", "Sultan"})
"""Honorifics that are a father's name between two others: "Hassan *Sheikh* Nur"."""
SON_OF = frozenset({"bin", "ibn"})
CLIPPED = 4
"""Letters of the longest short form of a title: "Sen", which without a stop may end a name: "Hun *Sen*"."""


def without_compound(text: str, match: re.Match[str], lexicon: Lexicon) -> str:
    """A word without what is no part of a name: "Petrov's", and "Petrov-aligned" behind a given name."""
    word = match.group()
    if lexicon.people.is_compound(word) and word.rpartition("-")[2] not in OF_THINGS:
        before = BEFORE.search(text, max(0, match.start() - 30), match.start())
        if before is not None and before.group(1) in lexicon.people.given:
            return word.rpartition("-")[0]
    return word.removesuffix("'s")


def is_breaker(paragraph: Paragraph, start: int, word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` is a title, an organisation's noun, or an ordinary word with a capital."""
    people = lexicon.people
    plain = lexicon.spelling.canonical(word).casefold()
    end = start + len(word)
    if word in people.surnames and follows_given(paragraph.text, start, end, lexicon):
        return False
    if word == "Said" and SAID_SO.match(paragraph.text, end):
        return True
    clipped = plain in people.title_words and ends_family(paragraph.text, start, end, lexicon)
    if clipped or is_father(paragraph.text, start):
        return False
    if word in INNER and (before := BEFORE.search(paragraph.text, max(0, start - 30), start)) is not None:
        return not (before.group(1) in people.given and NAME_AHEAD.match(paragraph.text, end))
    if word.istitle() and plain in people.kin and follows_family(paragraph.text, start, end, lexicon):
        return False
    if word in people.given and NAME_AHEAD.match(paragraph.text, end) and plain not in people.title_words:
        return False
    if "-" in plain and all(part in people.title_words | {"in"} for part in plain.split("-")):
        return True
    if people.is_compound(word) or (plain.endswith("s") and plain[:-1] in people.title_ends):
        return True
    if word in people.not_names or word in lexicon.parties.nouns or plain in people.title_words:
        return True
    tokens = paragraph.doc.char_span(start, start + len(word), alignment_mode="expand")
    if tokens is None or "-" in word or word in people.given or tokens[0].ent_type_ == "PERSON":
        return False
    token = tokens[0]
    return token.pos_ in CLOSED and token.is_stop


def is_father(text: str, start: int) -> bool:
    """Whether a word tells whose son somebody is: "Prince Bandar bin *Sultan*"."""
    return text[:start].rstrip().rpartition(" ")[2] in SON_OF


def ends_family(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a short form of a title, with no stop, ends a name that begins with the family's: "Hun *Sen* said"."""
    before = BEFORE.search(text, max(0, start - 30), start)
    named = before is not None and before.group(1) in lexicon.people.family_first
    return named and end - start <= CLIPPED and text[end : end + 1] != "." and NAME_AHEAD.match(text, end) is None


def follows_family(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word stands inside a name that begins with the family's: "foreign minister Choe *Son* Hui"."""
    before = BEFORE.search(text, max(0, start - 30), start)
    return (
        before is not None
        and before.group(1) in lexicon.people.family_first
        and NAME_AHEAD.match(text, end) is not None
    )


def follows_given(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a given name stands before a word and no further name behind it: "senator Angus *King* said".

    A day is none: "Theresa *May* Wednesday said".
    """
    before = BEFORE.search(text, max(0, start - 30), start)
    named = before is not None and before.group(1) in lexicon.people.given
    return named and (not NAME_AHEAD.match(text, end) or DAY_AHEAD.match(text, end) is not None)


def is_opener(paragraph: Paragraph, start: int, word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` has its capital from opening a sentence: "*Separately* Kim hosted a dinner"."""
    tokens = paragraph.doc.char_span(start, start + len(word), alignment_mode="expand")
    if tokens is None or "-" in word or word in lexicon.people.given or tokens[0].ent_type_ == "PERSON":
        return False
    token = tokens[0]
    opens = token.is_sent_start or (token.i > 0 and paragraph.doc[token.i - 1].is_quote)
    return opens and token.pos_ in OPENERS


def find_runs(paragraph: Paragraph, words: Sequence[Word], lexicon: Lexicon) -> Iterator[Run]:
    """Maximal runs of name words in the order of the text; particles only between two of them."""
    text, at = paragraph.text, 0
    while at < len(words):
        if words[at].breaks or not words[at].capital:
            at += 1
            continue
        last = end_of_run(text, words, at, lexicon)
        if is_called(words[at : last + 1], lexicon):
            at += 1
        yield Run(tuple(words[at : last + 1]), beside(text, words, at - 1, at), beside(text, words, last + 1, last))
        at = last + 1


def is_called(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the first of ``words`` only calls a Burmese: "*Ko* Zin Mar"; not "Ko Wen-je"."""
    burmese = lexicon.people.burmese
    return len(words) > 2 and words[0].text in CALLED and all(word.text in burmese for word in words[1:])


def end_of_run(text: str, words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    """The index of the last word of the run that begins at ``first``."""
    last = at = first
    while at + 1 < len(words) and at + 1 - first < LONGEST:
        word = words[at + 1]
        ties = word.text in lexicon.people.particles
        beside = joined(text, words[at], word) or bracketed(text, words[first], words[at], word, lexicon.people.given)
        if words[at].possessive or not beside or (word.breaks and not ties):
            break
        if word.capital and not word.breaks:
            last = at + 1
        elif not ties:
            break
        at += 1
    return last


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether only a space stands between two words, a stop after an initial, or marks around a nickname."""
    gap = text[left.end : right.start]
    if gap == ' "':
        return text[right.end : right.end + 2] == '" ' and text[right.end + 2 : right.end + 3].isupper()
    if gap == '" ':
        return text[left.start - 1] == '"'
    stop = INITIAL.match(left.text) is not None or f"{left.text}." in SHORT_NAMES
    return gap in {" ", "\u00a0"} or (gap in {". ", "."} and stop)


def bracketed(text: str, first: Word, left: Word, right: Word, given: frozenset[str]) -> bool:
    """Whether an editor's brackets stand within one name: "(President *Ivan*) *Petrov*", "*James* [*Hill*]".

    A given name must stand before the closing bracket, and the one that it closes before the whole name.
    """
    gap = text[left.end : right.start]
    if gap == " [":
        return left.text in given and right.text not in given and text.startswith("]", right.end)
    opened = max(text.rfind(mark, max(0, first.start - LONGEST_BRACKET), first.start) for mark in "([")
    inside = opened >= 0 and not set(text[opened + 1 : left.end]) & set(")].;:")
    return gap in {") ", "] "} and inside and left.text in given and right.text[0].isupper()


def beside(text: str, words: Sequence[Word], other: int, edge: int) -> Word | None:
    """The word next to a run's edge, where nothing but a space, a possessive or an abbreviating stop is between."""
    if not 0 <= other < len(words):
        return None
    left, right = sorted((other, edge))
    gap = text[words[left].end : words[right].start]
    return words[other] if gap in {" ", "\u00a0", "'s ", "' ", "-"} or (gap == ". " and other < edge) else None
