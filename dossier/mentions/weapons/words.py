"""A paragraph as the words that weapon terms are made of: "surface-to-air", "F-16s" and "U.S." are one word each."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from dossier.documents import Document, Paragraph
from dossier.lexicon import Lexicon
from dossier.lexicon.terms import DASH
from dossier.lexicon.weapons import WeaponWords
from dossier.model import Evidence

TIGHT = re.compile(r"[\s\"'“”‘’«»]*")
"""What may stand between two words of one term: blanks, and the marks around a quoted name (the "Fattah" missile)."""


DASHES = re.compile(f"[{DASH}]")

TITLED = 0.8
"""Share of words with a capital from which a line is a headline in title case; in sentences it is below a third."""


LONGEST_ACRONYM = 7
"""Letters: "MANPADS"."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a paragraph; ``start`` and ``end`` count from the paragraph's beginning."""

    index: int
    start: int
    end: int
    text: str
    low: str
    """Lower case, British, hyphenated as the lists have it: ``anti-tank`` for "antitank"."""
    one: str
    """``low`` in the singular: ``battery``."""
    plain: str
    """As printed, without a capital: ``armored``, ``UAVs``."""
    token: Token
    """The parser's token at the word's end, for its part of speech."""
    tight: bool
    """Whether nothing but blanks or quotation marks parts it from the word before."""

    @property
    def plural(self) -> bool:
        """Whether the printed form is a plural."""
        return self.low != self.one

    @property
    def capital(self) -> bool:
        """Whether it begins like a name."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one paragraph, with what is needed to turn a run of them into evidence."""

    document: Document
    paragraph: Paragraph
    text: str
    """The paragraph's text, with plain quotation marks; the parser would put it together anew at each call."""
    words: tuple[Word, ...]
    titled: bool
    """Whether it is a headline in which nearly every word has a capital, so that capitals prove nothing."""
    before: Words | None = field(default=None, compare=False, repr=False)
    """The paragraph before, for what "the package" was said to be."""

    def evidence(self, first: int, last: int) -> Evidence:
        """The passage from word ``first`` to word ``last``, both included."""
        base = self.paragraph.start
        return self.document.source.evidence(base + self.words[first].start, base + self.words[last].end)

    def tight(self, index: int) -> bool:
        """Whether the word at ``index`` exists and follows the one before it without a break."""
        return 0 < index < len(self.words) and self.words[index].tight

    def at(self, index: int) -> Word | None:
        """The word at ``index``, or ``None`` beyond either end."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def sentence(self, index: int) -> Sequence[Word]:
        """The words of the sentence that holds the word at ``index``."""
        sent = self.words[index].token.sent
        first = last = index
        while first > 0 and self.words[first - 1].start >= sent.start_char:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].start < sent.end_char:
            last += 1
        return self.words[first : last + 1]

    def index_at(self, offset: int) -> int:
        """The word that holds or follows the character at ``offset``, counted from the paragraph's beginning."""
        return bisect_right(self.words, offset, key=lambda word: word.end)


def split_words(document: Document, paragraph: Paragraph, lexicon: Lexicon) -> Words:
    """The words of ``paragraph``; open and solid spellings of listed hyphenated words are joined ("long range")."""
    text, tokens, weapons = paragraph.text, list(paragraph.doc), lexicon.weapons
    capitals = text.isupper()
    starts = [token.idx for token in tokens]
    words: list[Word] = []
    end = 0
    for index, found in enumerate(lexicon.term.finditer(text)):
        low = lexicon.spelling.canonical(plain_dashes(found.group().casefold()))
        low = weapons.solid.get(low if low.isalpha() else "".join(low.replace("-", " ").split()), low)
        token = tokens[bisect_right(starts, found.end() - 1) - 1]
        tight = index > 0 and TIGHT.fullmatch(text, end, found.start()) is not None
        one = singular(low, weapons)
        plain = as_printed(found.group(), capitals=capitals)
        words.append(Word(index, found.start(), found.end(), found.group(), low, one, plain, token, tight))
        end = found.end()
    return Words(document, paragraph, text, tuple(words), is_titled(words))


def plain_dashes(word: str) -> str:
    """``word`` with the one dash that the lists use; most words have none."""
    return word if word.isalpha() else DASHES.sub("-", word)


def as_printed(word: str, *, capitals: bool) -> str:
    """A word as an alias shows it: "Armored" -> "armored", "UAVs" stays; in a line of capitals all is lower case."""
    kept = plain_dashes(" ".join(word.split()))
    acronym = len(kept) > 1 and kept[:2].isupper() and len(kept) <= LONGEST_ACRONYM and not capitals
    return kept if acronym else kept.casefold()


def singular(low: str, lexicon: WeaponWords) -> str:
    """The singular of a lower-case word; a listed word is left as it is ("mlrs", "uas").

    >>> singular("batteries", lexicon), singular("torpedoes", lexicon)
    ('battery', 'torpedo')
    """
    if lexicon.is_head(low) or low in lexicon.modifiers or len(low) < 3 or low.endswith("ss") or not low.endswith("s"):
        return low
    if low.endswith("ies"):
        return low[:-3] + "y"
    if low.endswith(("oes", "shes", "ches", "xes", "sses")):
        return low[:-2]
    return low[:-1]


def is_titled(words: list[Word]) -> bool:
    """Whether most longer words begin with a capital: "Kim Shows Off Banned Missiles"."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 2 and sum(word.capital for word in long) >= TITLED * len(long)


def is_time(word: Word) -> bool:
    """Whether it is a day or a part of one, which stands after nouns freely: "fired a missile Tuesday"."""
    return word.token.ent_type_ in {"DATE", "TIME"}
