"""Whether two names are one: spelling, transliteration and slips of the ear, part by part.

No measure over whole names is used: it calls "Kim Jong Un" and "Kim Jong Il" alike. Parts must agree one by one, and
parts agree when they are listed as one name, or have the same consonants and nearly the same vowels.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from dossier.lexicon.people import PeopleWords

ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ul|ur)-")
"""The Arabic article, which texts hyphen, space or leave out."""

UNFOLDED = str.maketrans(
    {"ø": "oe", "æ": "ae", "ß": "ss", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "þ": "th", "ð": "d"}
)
"""Letters that Unicode does not take apart."""

SOUNDS = tuple(
    pair.split(":")
    for pair in [
        "cz:c",
        "sz:š",
        "sch:š",
        "tch:c",
        "dzh:j",
        "kh:h",
        "gh:h",
        "zh:j",
        "sh:š",
        "ch:c",
        "ph:f",
        "th:t",
        "dh:d",
        "ts:c",
        "tz:c",
        "ck:k",
        "ks:x",
        "off:ov",
        "q:k",
        "c:k",
        "w:v",
        "z:s",
        "g:h",
        "dj:j",
        "y:",
        "j:",
        "':",
    ]
)
"""What transliterations write differently for one consonant: Gavrilenko and Havrylenko, Tchaikovsky and Chaikovsky."""

POLISH = tuple(
    pair.split(":") for pair in ["cz:#", "sz:sh", "ch:kh", "#:ch", "ie:e", "iej:ey", "ij:y", "ia:ya", "dz:dz", "w:v"]
)
"""What Polish texts write for the sounds of a Slavic name: "Zacharowa" is Zakharova, "Pieskow" Peskov."""

POLISH_LETTERS = re.compile(r"w|[cs]z|ch")

SLAVIC = re.compile(r"(?:ow|ew|in|yn|owa|ewa|ina|yna|ki|ka|icz|iuk|enko|ko|juk|ec|acz)$")
"""Endings of surnames that Polish texts respell."""

ARMENIAN = re.compile(r"h?(\w{3,}?)(?:yan|ian)(?:ts)?$")
"""An Armenian surname: Russian drops its first "h", and Western spelling voices what Eastern does not."""

VOICED = str.maketrans("bdg", "ptk")

DOUBLED = re.compile(r"(.)\1")
VOWELS = re.compile(r"[aeiouy]+")
KEPT = 1 << 17
"""Answers about names and pairs of parts that are kept: a dossier compares the same few thousand again and again."""
SHORT = 4
"""Letters below which only equal parts agree: "Ri" and "Ra", "Un" and "Il" are different names."""


@lru_cache(KEPT)
def fold(name: str) -> str:
    """Lower case without accents, hyphens or stops: "Kjær" -> "kjaer"."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(UNFOLDED).replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")


@lru_cache(KEPT)
def parts(name: str, people: PeopleWords) -> tuple[str, ...]:
    """The parts that carry a name: "Mohammed bin Salman al-Saud" -> mohammed, salman, saud; no "Jr." behind it."""
    words = [ARTICLE.sub("", word) for word in fold(name).split()]
    words = words[:-1] if len(words) > 1 and words[-1] in people.suffixes else words
    words = words[1:] if len(words) == 2 and words[0] in {"al", "el"} else words
    return tuple(w.replace("-", "") for at, w in enumerate(words) if at == 0 or w not in people.particles)


def letters(name: str) -> str:
    """The name without spaces and hyphens: "Luo Yan Ping" and "Luo Yanping", "Ben Haim" and "Ben-Haim" are one."""
    return "".join(ARTICLE.sub("", word).replace("-", "") for word in fold(name).split())


def undoubled(part: str) -> str:
    """The part with each doubled letter once: "mattias" -> "matias"."""
    return DOUBLED.sub(r"\1", part)


def sounded(part: str) -> str:
    """The part with one letter for each sound: "krawec" and "kravets" -> "kravek"."""
    for written, sound in SOUNDS:
        part = part.replace(written, sound)
    return undoubled(part)


def respelt(part: str) -> str:
    """A Slavic surname as English texts write it, where it may stand in Polish spelling: "pieskow" -> "peskov"."""
    if not (POLISH_LETTERS.search(part) and SLAVIC.search(part)):
        return part
    for written, english in POLISH:
        part = part.replace(written, english)
    return part


def armenian(part: str) -> str:
    """An Armenian surname by what Eastern, Western and Russian spellings share: "hagopian", "akopyan" -> "akop"."""
    match = ARMENIAN.match(part)
    return match.group(1).translate(VOICED) if match is not None else part


@lru_cache(KEPT)
def consonants(part: str) -> str:
    """The skeleton that transliterations share: one letter for each sound, and no vowels."""
    part = armenian(part)
    return undoubled(VOWELS.sub("", sounded(part)))


@lru_cache(KEPT)
def same_part(left: str, right: str, people: PeopleWords) -> bool:
    """Whether two parts are one name: equal, listed as variants, or alike in consonants and nearly so in vowels."""
    if left == right or (len(left) > SHORT and (respelt(left) == right or left == respelt(right))):
        return True
    if undoubled(left) == undoubled(right):
        return True
    one, other = people.variants.get(left), people.variants.get(right)
    if one is not None and one == other:
        return True
    if (one is not None and other is not None) or min(len(left), len(right)) < SHORT or is_feminine(left, right):
        return False
    if consonants(left) != consonants(right):
        return False
    if ARMENIAN.match(left) and ARMENIAN.match(right):
        return Levenshtein.distance(armenian(left), armenian(right)) <= 2
    distance = min(Levenshtein.distance(left, right), Levenshtein.distance(sounded(left), sounded(right)))
    return distance <= (2 if min(len(left), len(right)) > SHORT else 1)


def is_feminine(left: str, right: str) -> bool:
    """Whether one is the other's feminine: "Ivanov" and "Ivanova", "Viktor" and "Viktoria"."""
    short, long = sorted((left, right), key=len)
    return long.startswith(short.rstrip("iyj")) and long.endswith("a") and not short.endswith("a")


def same_name(left: str, right: str, people: PeopleWords) -> bool:
    """Whether two full names are one: "Kim Jong-un" and "Kim Jong Un", "Oleh Havrylenko" and "Oleg Gavrilenko"."""
    one, other = parts(left, people), parts(right, people)
    if letters(left) == letters(right) or (one == other and len(one) > 1):
        return True
    if len(one) != len(other) or len(one) < 2:
        return False
    if sorted(one) == sorted(other):
        return bool({one[0].capitalize(), other[0].capitalize()} & people.family_first)
    return all(same_part(a, b, people) for a, b in zip(one, other, strict=True))


def nearly_same(left: str, right: str, people: PeopleWords) -> bool:
    """Whether two full names may be one's, and may not: "Lee Sung-jun" and "Lee Sung Joon", "Ana Barker", "Ana Harker".

    A surname with one other letter beside the same given name; given names behind one family name that sound alike.
    """
    one, other = parts(left, people), parts(right, people)
    if min(len(one), len(other)) < 2:
        return False
    if one[0] == other[0] and one[0].capitalize() in people.family_first:
        given = "".join(one[1:]), "".join(other[1:])
        return min(map(len, given)) > SHORT and same_part(*given, people)
    if len(one) != len(other) or one[:-1] != other[:-1] or is_feminine(one[-1], other[-1]):
        return False
    return min(len(one[-1]), len(other[-1])) > SHORT and Levenshtein.distance(one[-1], other[-1]) == 1


def shortens(short: str, long: str, people: PeopleWords) -> bool:
    """Whether ``short`` leaves parts of ``long`` out: "Javad Zarif" of "Mohammad Javad Zarif"; initials count."""
    one, other = parts(short, people), parts(long, people)
    if not 2 <= len(one) <= len(other) or (one[-1] != other[-1] and one[0] != other[0]):
        return False
    if len(one) == len(other):
        return all(fits(a, b, people) for a, b in zip(one, other, strict=True))
    at = 0
    for part in other:
        if at < len(one) and fits(one[at], part, people):
            at += 1
    return at == len(one)


def fits(short: str, part: str, people: PeopleWords) -> bool:
    """Whether a part, perhaps an initial, can be ``part``."""
    return same_part(short, part, people) or (1 in {len(short), len(part)} and short[:1] == part[:1])


def stands_for(short: str, full: str, people: PeopleWords) -> bool:
    """Whether one word can stand for a full name: "Shoigu", "Kim", "Chuang" of Chuang Wen-hao; never a given name.

    So can a surname with its particles: "Le Drian".
    """
    if is_surname(short, full, people):
        return True
    one, other = parts(short, people), parts(full, people)
    if len(one) != 1 or not other or ends_in_father(full):
        return False
    given = full.split()[-1].split("-")
    hyphened = len(other) == 2 and len(given) == 2 and given[1].islower()
    first = hyphened or (other[0].capitalize() in people.family_first and len(other) <= 3)
    return one[0] == other[-1] or (first and one[0] == other[0])


def ends_in_father(name: str) -> bool:
    """Whether a name's last word is only the father's: nobody calls Mohammed bin *Salman* so."""
    return loose_words(name)[-2:-1] in {("bin",), ("bint",), ("ibn",)}


def loose_words(name: str) -> tuple[str, ...]:
    """All words of a name, particles too: "Itamar Ben-Gvir" -> itamar, ben, gvir."""
    return tuple(fold(name).replace("-", " ").split())


def surname_phrases(name: str, people: PeopleWords) -> Iterator[tuple[str, ...]]:
    """The surname that begins with a particle: von, der, leyen and der, leyen of "Ursula von der Leyen"."""
    words = loose_words(name)
    yield from (words[at:] for at in range(1, len(words) - 1) if words[at] in people.particles)


def is_surname(short: str, full: str, people: PeopleWords) -> bool:
    """Whether a name is another's surname from a particle on: "Von der Leyen" of Ursula von der Leyen."""
    return loose_words(short) in surname_phrases(full, people)


def calls_by_given(short: str, full: str, people: PeopleWords) -> bool:
    """Whether one word is the given name of a full one: "Khaled" of Khaled al-Natsheh, where only he can be meant."""
    one, other = parts(short, people), parts(full, people)
    return len(one) == 1 and len(other) > 1 and one[0] == other[0] and len(one[0]) > 2


def slips(short: str, full: str, people: PeopleWords) -> bool:
    """Whether one word is a full name's surname misspelt: "Shigo" for Shoigu."""
    one, other = parts(short, people), parts(full, people)
    told = len(one) == 1 and len(other) > 1 and not ends_in_father(full)
    return told and len(one[0]) > SHORT and same_part(one[0], other[-1], people)


def usual(forms: Sequence[tuple[str, int, int]], people: PeopleWords) -> str:
    """The fullest usual form of (name, sources, mentions), initials last: most sources, then mentions, then length.

    Of equals, a spelling that is not the Polish one of an English text's name: "Peskov" rather than "Pieskow".
    """
    full = [form for form in forms if len(parts(form[0], people)) > 1] or list(forms)
    full = [form for form in full if not any(is_surname(form[0], other[0], people) for other in full)]
    full = [form for form in full if len(parts(form[0], people)[0]) > 1] or full
    foreign = {name: respelt(fold(name).split()[-1]) != fold(name).split()[-1] for name, *_ in full}
    return min(full, key=lambda form: (-form[1], -form[2], foreign[form[0]], -len(form[0]), form[0]))[0]
