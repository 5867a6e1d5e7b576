"""What a change of words changes: certainty, number, tense, quotation marks. Each shift has the words that show it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dossier.findings.wordings import Word
from dossier.lexicon.wording import WordingWords

ARTICLES = frozenset(("a", "an", "another", "each", "every", "one", "that", "this"))
"""Words before a noun in the singular."""

ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|s)?")


class Shift(StrEnum):
    """What changed; the value is what a page calls it."""

    RAISED = "certainty raised"
    LOWERED = "certainty lowered"
    FIGURE = "figure changed"
    NUMBER = "one or several"
    TENSE = "tense changed"
    UNATTRIBUTED = "attribution dropped"
    OWNED = "attributed to nobody"
    RENDERED = "quotation rendered in other words"
    QUOTED = "quotation marks added"
    UNQUOTED = "quotation marks dropped"


@dataclass(frozen=True, slots=True)
class Change:
    """One named change, with the words of the base and of this wording as printed; either may be empty."""

    shift: Shift
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Words of the base beside those that stand in their place."""

    same: bool
    before: tuple[Word, ...]
    after: tuple[Word, ...]


def find_shifts(blocks: Sequence[Block], words: WordingWords) -> Iterator[Change]:
    """The changes that can be named, in the order of the base; those of quotation marks last."""
    for block in blocks:
        if not block.same:
            yield from shifts_in(block, words)
    yield from renderings(blocks)
    yield from marks_lost(blocks)


def shifts_in(block: Block, words: WordingWords) -> Iterator[Change]:
    """What one replaced, added or left-out stretch changes."""
    before, after = [w.key for w in block.before], [w.key for w in block.after]
    certainty = certainty_of(before, words) - certainty_of(after, words)
    told = printed(block.before), printed(block.after)
    if certainty:
        yield Change(Shift.LOWERED if certainty > 0 else Shift.RAISED, *told)
    numbers = figures(before, words), figures(after, words)
    if all(numbers) and numbers[0] != numbers[1]:
        yield Change(Shift.FIGURE, *told)
    for first, second in plurals(block):
        yield Change(Shift.NUMBER, first, second)
    times = tenses(before, words), tenses(after, words)
    if not certainty and all(times) and not times[0] & times[1]:
        yield Change(Shift.TENSE, *told)


def certainty_of(keys: Sequence[str], words: WordingWords) -> int:
    """-1 with a hedge ("appeared to be"), 1 with a word that rules doubt out, else 0."""
    if any(holds(keys, phrase) for phrase in words.hedges):
        return -1
    return int(any(holds(keys, phrase) for phrase in words.certain))


def holds(keys: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the words of a phrase stand one after another."""
    size = len(phrase)
    return any(tuple(keys[at : at + size]) == tuple(phrase) for at in range(len(keys) - size + 1))


def figures(keys: Sequence[str], words: WordingWords) -> frozenset[int]:
    """The numbers among some words, in figures or in words; ``1,200`` and ``70th`` too."""
    found = set()
    for key in keys:
        match = ORDINAL.fullmatch(key.replace(",", ""))
        if match:
            found.add(int(match[1]))
        elif key in words.numbers and key != "one":
            found.add(words.numbers[key])
    return frozenset(found)


def plurals(block: Block) -> Iterator[tuple[str, str]]:
    """Nouns of which one wording has one and the other several: "a drone", "drones"."""
    for one, other, turned in ((block.before, block.after, False), (block.after, block.before, True)):
        for place, word in enumerate(one):
            article = place and one[place - 1].key in ARTICLES
            several = next((w for w in other if w.key in {f"{word.key}s", f"{word.key}es"}), None)
            if article and several:
                pair = (f"{one[place - 1].printed} {word.printed}", several.printed)
                yield (pair[1], pair[0]) if turned else pair


def tenses(keys: Sequence[str], words: WordingWords) -> frozenset[str]:
    """The times that the verbs among some words tell; a perfect ("has shipped") is past."""
    found = set()
    for place, key in enumerate(keys):
        follows = keys[place + 1] if place + 1 < len(keys) else ""
        if key in words.future:
            found.add("future")
        elif key in {"has", "have"} and is_past(follows, words.past):
            found.add("past")
        elif key in words.present:
            found.add("present")
        elif is_past(key, words.past):
            found.add("past")
    return frozenset(found)


def is_past(key: str, irregular: Collection[str]) -> bool:
    """Whether a word is a verb's past form; "need" and "speed" are none."""
    return key in irregular or (len(key) > 4 and key.endswith("ed") and not key.endswith("eed"))


def renderings(blocks: Sequence[Block]) -> Iterator[Change]:
    """Other words inside the quotation marks of both: "most powerful" and "strongest" of one speech."""
    for block in blocks:
        before, after = quoted_words(block.before), quoted_words(block.after)
        if not block.same and before and after:
            yield Change(Shift.RENDERED, printed(before), printed(after))


def marks_lost(blocks: Sequence[Block]) -> Iterator[Change]:
    """The same words inside quotation marks in one wording and outside in the other."""
    for inside, shift in ((0, Shift.UNQUOTED), (1, Shift.QUOTED)):
        runs = [
            printed([p[0] for p in pairs if p[inside].quoted and not p[1 - inside].quoted])
            for pairs in (list(zip(block.before, block.after, strict=True)) for block in blocks if block.same)
        ]
        words = " … ".join(filter(None, runs))
        if words:
            yield Change(shift, words, "") if inside == 0 else Change(shift, "", words)


def quoted_words(words: Sequence[Word]) -> tuple[Word, ...]:
    """Those inside quotation marks."""
    return tuple(word for word in words if word.quoted)


def printed(words: Sequence[Word]) -> str:
    """Words as printed, one blank between them."""
    return " ".join(word.printed for word in words)
