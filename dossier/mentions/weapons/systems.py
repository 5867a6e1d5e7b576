"""Systems with a name: a designation ("Su-35"), a family ("Kinzhal"), a ship ("USS Carl Vinson")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dossier.lexicon.terms import DASH
from dossier.lexicon.weapons import WeaponWords, opening, surface_key
from dossier.mentions.weapons.classes import ClassHit
from dossier.mentions.weapons.words import DASHES, Word, Words
from dossier.model import Kind, Rejected

DESIGNATION = re.compile(
    rf"(AN/[A-Z]{{3}}|[A-Z]{{2}}-NX?|[A-Z][A-Za-z]{{0,11}}|[A-Z]{{1,3}}/[A-Z])([{DASH}]?)(\d{{1,4}})(.*)"
)
"""Letters, perhaps a hyphen, a number, and what tells variants apart: "T-90M", "F/A-18E/F", "M777", "SS-N-22"."""

INDEX = re.compile(rf"2S\d{{1,2}}|[1-9]\d?[AFKLMNPSTUV][{DASH}]?\d{{2,3}}[A-Z]?\d?")
"""The Soviet and Russian index of a piece of equipment: "2S19", "9M729", "3M-54", "9K720"."""

NUMBER = re.compile(r"(\d{1,4}|[IVX]{1,5})([A-Z]\w*)?")
"""What follows a family's name: "18" in Hwasong-18, "2A6" in Leopard 2A6, "V" in Agni-V."""

VARIANT = re.compile(r"(?:[A-Z]{1,2}|Mk)\d{1,3}[A-Z]?|Mk|NG")
"""What tells a variant from its family as a word of its own: "Exocet MM40", "Magura V5", "Rafale F4"."""

GLUED = re.compile(r"([A-Z][a-z]{3,})(\d{1,2})(?:A\d)?s?")
"""A family's name with its number and no space: "Leopard2"."""

TORN = re.compile(r"(\d{1,3})([A-Z]{0,2})s?")
"""What stands behind the hyphen of a designation: "16", "35S", "16s"."""

LONGEST_FAMILY = 6
"""Words in the longest listed form: High Mobility Artillery Rocket System, plus one for a hyphen."""

LOW = frozenset({"of", "de", "la", "the", "al"})
"""Lower-case words inside a ship's name: Charles de Gaulle."""


class Proof(StrEnum):
    """What else a name needs before it is believed."""

    NAME = "name"  # nothing: "Kinzhal"
    ARMS = "arms"  # arms in its sentence: "Javelin", "B-1"
    HEAD = "head"  # a class right beside it: "the XK-7 missile"


PAPERS = frozenset({"daily", "newspaper", "newspapers", "sinmun"})


@dataclass(frozen=True, slots=True)
class SystemHit:
    """A system named by the words ``first`` to ``last`` of a paragraph."""

    words: Words
    first: int
    last: int
    name: str
    """``Leopard 2`` for "Leopard 2A6"."""
    printed: str
    """As it stands in the text, a plural's ending left out."""
    proof: Proof
    ship: bool = False

    def rejected(self, rule: str) -> Rejected:
        """The same candidate, turned down."""
        return Rejected(Kind.WEAPON, self.words.evidence(self.first, self.last), rule)


def find_systems(words: Words, lexicon: WeaponWords) -> Iterator[SystemHit]:
    """Every name in one paragraph that the lists or its form give away, in the order of the text; none overlaps."""
    index = 0
    while index < len(words.words):
        hit = read_ship(words, index, lexicon) or read_torn(words, index, lexicon)
        hit = hit or read_family(words, index, lexicon) or read_number(words, index, lexicon)
        if hit is not None and is_newspaper(hit):
            hit = None  # "the party's newspaper, Rodong"
        if hit is not None:
            hit = joined(hit, lexicon)
            yield hit
        index = index + 1 if hit is None else hit.last + 1


def is_newspaper(hit: SystemHit) -> bool:
    """Whether a name is that of a paper: "its newspaper, *Rodong*, published", "the *Rodong* daily"."""
    beside = (hit.words.at(hit.first - 1), hit.words.at(hit.last + 1))
    return any(word is not None and word.low in PAPERS for word in beside)


def joined(hit: SystemHit, lexicon: WeaponWords) -> SystemHit:
    """A designation with the name that follows it: "MQ-9 Reaper", "M1A2 Abrams" (a known family leads).

    Or that stands before it: "Abrams M1A1".
    """
    following = hit.words.at(hit.last + 1)
    if following is None or not following.tight:
        return hit
    if not is_designation(hit.printed):
        return led_by_name(hit, read_number(hit.words, following.index, lexicon), lexicon)
    family = read_family(hit.words, following.index, lexicon)
    if family is None:
        return hit
    printed = hit.printed if hit.printed == hit.name else f"{hit.printed} {family.printed}"
    return replace(family, first=hit.first, name=f"{hit.name} {family.name}", printed=printed, proof=Proof.NAME)


def led_by_name(hit: SystemHit, number: SystemHit | None, lexicon: WeaponWords) -> SystemHit:
    """A name with the designation of the same system right behind it: "Abrams M1A1"."""
    family = lexicon.families.get(surface_key(f"{number.name} {hit.name}")) if number is not None else None
    if number is None or family is None or family.name != hit.name:
        return hit
    return replace(hit, last=number.last, printed=f"{hit.printed} {number.printed}", proof=Proof.NAME)


def read_torn(words: Words, index: int, lexicon: WeaponWords) -> SystemHit | None:
    """A designation that a stray space or none has spoilt, as machines print: "F -16", "Leopard2"."""
    word, following = words.words[index], words.at(index + 1)
    glued = GLUED.fullmatch(word.text)
    family = lexicon.families.get(surface_key(glued[1])) if glued else None
    if glued and family is not None:
        return SystemHit(words, index, index, f"{family.name} {glued[2]}", word.text, Proof.NAME)
    gap = words.text[word.end : following.start] if following is not None else ""
    number = TORN.fullmatch(following.text) if following is not None and gap in {" -", "- ", " - "} else None
    known = number is not None and word.text.isalpha() and f"{word.text}{number[1]}" in lexicon.designations
    if number is None or not known:
        return None
    name = f"{word.text}-{number[1]}"
    return SystemHit(words, index, index + 1, name, name + number[2], Proof.NAME)


def is_designation(printed: str) -> bool:
    """Whether a system is printed as letters and a number, not as a name."""
    return bool(DESIGNATION.match(printed) or INDEX.match(printed))


def read_ship(words: Words, index: int, lexicon: WeaponWords) -> SystemHit | None:
    """A ship by its prefix: "USS Carl Vinson"."""
    if words.words[index].text not in lexicon.vessels:
        return None
    last = last_of_name(words, index + 1)
    if last is None:
        return None
    name = printed_run(words, index, last)
    return SystemHit(words, index, last, name, name, Proof.NAME, ship=True)


def last_of_name(words: Words, index: int) -> int | None:
    """The last word of a run of capitalised words that begins at ``index``; ``None`` where there is none."""
    last = None
    at = index
    while (word := words.at(at)) is not None and (word.tight or at == index or initial(words, at)) and at - index < 4:
        if word.capital and not word.text.endswith("."):
            last = at
        elif last is None or not (word.low in LOW or word.text.endswith(".")):
            break
        at += 1
    return last


def initial(words: Words, index: int) -> bool:
    """Whether only an initial's full stop parts a word from the one before: "USS Gerald R. Ford"."""
    before, word = words.words[index - 1], words.words[index]
    return len(before.text) == 1 and words.text[before.end : word.start] == ". "


def read_number(words: Words, index: int, lexicon: WeaponWords) -> SystemHit | None:
    """A designation: "Su-35", "Type 055"; what its letters alone do not prove is left to ``near_arms``."""
    word = words.words[index]
    following = words.at(index + 1)
    spaced = word.text in lexicon.spaced and following is not None and following.tight
    if spaced and following is not None and (found := re.fullmatch(r"(\d{2,5})([A-Z]{0,2})", following.text)):
        name = f"{word.text} {found[1]}"
        return SystemHit(words, index, index + 1, name, name + found[2], Proof.ARMS)
    if INDEX.fullmatch(word.text):
        printed = DASHES.sub("-", word.text)
        return SystemHit(words, index, index, printed, printed, Proof.ARMS)
    found = DESIGNATION.fullmatch(word.text)
    if found is None:
        return None
    letters, dash, number, tail = found[1], found[2] and "-", found[3], re.sub(r"(?:^s|(?<=\w)s)$", "", found[4])
    known = dash and f"{letters}{number}" in lexicon.designations
    if not known and (letters.casefold() in lexicon.no_prefixes or word.low in lexicon.no_prefixes):
        return None
    if letters.casefold() in lexicon.families or tail.casefold().startswith(("-era", "-class")):
        return None
    registered = letters in lexicon.prefixes or letters.startswith("AN/")
    listed = f"{letters}{number}" in lexicon.designations and (dash or len(number) > 1 or letters in {"K", "M"})
    proof = proof_of(letters, dash, number, listed=bool(listed), prefixed=registered)
    if listed and not dash and letters not in {"K", "M", "AN", "FH"}:
        dash = "-"
    printed = re.sub(f"[{DASH}]", "-", word.text[: len(word.text) - len(found[4])]) + tail
    return SystemHit(words, index, index, f"{letters}{dash}{number}", printed, proof)


def proof_of(letters: str, dash: str, number: str, *, listed: bool, prefixed: bool) -> Proof:
    """What a designation needs: "F-16" and "MiG-29" nothing, "B-1" and "M4" arms near it, "XK-7" a class beside it."""
    if (listed and len(number) > 1 and (dash or len(letters) > 1)) or (prefixed and dash and len(letters) > 1):
        return Proof.NAME
    return Proof.ARMS if listed or prefixed else Proof.HEAD


def read_family(words: Words, index: int, lexicon: WeaponWords) -> SystemHit | None:
    """A listed name, with the number that makes it one system: "Hwasong-18", "Leopard 2A6", "HIMARS"."""
    first = opening(words.words[index].text)
    longest = max(lexicon.openings.get(first, 0), lexicon.openings.get(first.removesuffix("s"), 0))
    for length in range(min(longest, LONGEST_FAMILY, len(words.words) - index), 0, -1):
        last = index + length - 1
        if not all(words.tight(i) for i in range(index + 1, last + 1)):
            continue
        if not (words.words[index].capital or length > 3 or small_before_arms(words, index, last, lexicon)):
            continue
        hit = family_at(words, index, last, lexicon)
        if hit is not None:
            return numbered(hit)
    return None


def small_before_arms(words: Words, first: int, last: int, lexicon: WeaponWords) -> bool:
    """Whether a name without its capital is one by the noun after it, as machines print: "a patriot BATTERY"."""
    after, low = words.at(last + 1), words.words[first].low
    if after is None or not after.tight or not (after.one in lexicon.heads or after.one in {"battery", "system"}):
        return False
    return not any(low in qualifying for qualifying in (lexicon.modifiers, lexicon.weak, lexicon.heads))


def family_at(words: Words, first: int, last: int, lexicon: WeaponWords) -> SystemHit | None:
    """The family that exactly these words name; a hyphenated ending is a number or a variant ("Iskander-M")."""
    whole = printed_run(words, first, last)
    for surface in (whole, whole.removesuffix("s")):
        family = lexicon.families.get(surface_key(surface))
        if family is not None:
            return SystemHit(words, first, last, family.name, surface, proof=Proof.ARMS if family.plain else Proof.NAME)
    stem, dash, tail = whole.rpartition("-")
    family = lexicon.families.get(surface_key(stem)) if dash and " " not in tail else None
    if family is None:
        return None
    tail = tail[:-1] if tail.endswith("s") and tail[:-1].isdigit() else tail
    found = NUMBER.fullmatch(tail)
    if found:
        return SystemHit(words, first, last, f"{family.name}-{found[1]}", f"{stem}-{tail}", proof=Proof.NAME)
    if tail.islower():
        printed = whole if tail == "class" else stem
        return SystemHit(words, first, last, family.name, printed, proof=Proof.ARMS if family.plain else Proof.NAME)
    return SystemHit(
        words, first, last, family.name, f"{stem}-{tail}", proof=Proof.ARMS if family.plain else Proof.NAME
    )


def numbered(hit: SystemHit) -> SystemHit:
    """``hit`` with the number that stands after it as a word of its own: "Arrow 3", "Leopard 2A6 tanks"."""
    following = hit.words.at(hit.last + 1)
    if following is None or hit.words.text[hit.words.words[hit.last].end : following.start] != " ":
        return hit
    plural = following.text.removesuffix("s")
    if VARIANT.fullmatch(plural):
        return replace(hit, last=following.index, printed=f"{hit.printed} {plural}")
    found = NUMBER.fullmatch(plural)
    if not found or (found[1] in {"I", "V", "X"} and hit.proof is not Proof.NAME) or is_quantity(following, hit.words):
        return hit
    name = f"{hit.name} {found[1]}"
    return replace(hit, last=following.index, name=name, printed=f"{hit.printed} {plural}", proof=Proof.NAME)


def is_quantity(word: Word, words: Words) -> bool:
    """Whether a number counts what comes after it, or is a year: "Tomahawk 30 times", "Patriot 2023"."""
    after = words.at(word.index + 1)
    counted = (
        after is not None and after.tight and after.low in {"km", "kilometre", "kilometres", "miles", "times", "metres"}
    )
    return counted or (word.text.isdigit() and 1900 <= int(word.text) <= 2100)


def printed_run(words: Words, first: int, last: int) -> str:
    """The words from ``first`` to ``last`` as printed, blanks made single and dashes plain."""
    base = words.words
    text = words.text[base[first].start : base[last].end]
    return DASHES.sub("-", " ".join(text.replace('"', "").split()))


def armed_sentences(
    words: Words, classes: Iterable[ClassHit], systems: Iterable[SystemHit], lexicon: WeaponWords
) -> set[int]:
    """Where the sentences begin in which arms stand: a class, a sure system, or a word of battle ("airstrike")."""
    sure = [hit.first for hit in systems if hit.proof is Proof.NAME]
    named = {words.words[index].token.sent.start for index in (*(kind.last for kind in classes), *sure)}
    told = (w for w in words.words if w.token.lemma_.casefold() in lexicon.battle or w.one in lexicon.heads)
    return named | {word.token.sent.start for word in told}


def find_again(words: Words, known: Iterable[SystemHit], here: Iterable[SystemHit]) -> Iterator[SystemHit]:
    """Later mentions of the article's ships by name alone: "the Carl Vinson" after "USS Carl Vinson"."""
    used = {index for hit in here for index in range(hit.first, hit.last + 1)}
    ships: dict[tuple[str, ...], SystemHit] = {}
    for hit in known:
        first, *rest = hit.name.split()
        if hit.ship and (rest or not first.isupper()):
            ships.setdefault(tuple(rest) if first.isupper() else (first, *rest), hit)
    for name, hit in sorted(ships.items(), key=lambda item: item[0]):
        for word in (word for word in words.words if word.text == name[0] and word.index not in used):
            last = word.index + len(name) - 1
            run = tuple(other.text for other in words.words[word.index : last + 1])
            before = words.at(word.index - 1)
            if run == name and (len(name) > 1 or (before is not None and before.low == "the")):
                yield SystemHit(words, word.index, last, hit.name, " ".join(name), Proof.NAME, ship=True)
