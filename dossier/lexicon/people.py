"""What goes with a name: titles and ranks, honorifics, particles; and names themselves, where one tells a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.errors import WordsError
from dossier.lexicon.things import ThingWords, load_thing_words
from dossier.lexicon.words import as_words, read_words

FEMININE = ("ova", "eva", "skaya", "skaia", "kaya", "ska", "ová")
"""Endings of women's surnames in Slavic languages: "Petrova", "Tikhanovskaya"."""


@dataclass(frozen=True, slots=True)
class Leader:
    """A row of ``leaders.yml``: who has stood at the head of which state."""

    name: str
    """As printed; with a comma behind a family name that comes first: ``Xi, Jinping``."""
    office: str
    state: str


@dataclass(frozen=True, slots=True, eq=False)
class PeopleWords:
    """``titles.yml`` and ``names.yml``, read. Titles are lower-case, in British spelling, without country or body.

    Compared by identity, so that what is asked of names by these lists can be kept beside them.
    """

    titles: frozenset[str]
    """Offices and functions that a role statement may have: ``defence minister``."""
    heads: frozenset[str]
    """Nouns that end a title of any length: ``minister`` in "minister for rural development"."""
    ranks: frozenset[str]
    """Military and police ranks: ``brigadier general``."""
    honorifics: frozenset[str]
    """Words before a name that are no role: ``mr``, ``sheikh``."""
    gentlemen: frozenset[str]
    """Words before a man's name: ``mr``, ``king``."""
    ladies: frozenset[str]
    """Words before a woman's name: ``ms``, ``queen``."""
    modifiers: frozenset[str]
    """Words that belong to a title's meaning: ``former``, ``deputy``, ``acting``."""
    praise: frozenset[str]
    """Words before a title that describe the person and are no part of the office: ``hawkish``."""
    compounds: frozenset[str]
    """Second halves of compounds that only describe: ``backed`` in "Moscow-backed"."""
    fields: frozenset[str]
    """Words that narrow a title down: ``health`` before "minister"."""
    synonyms: Mapping[str, str]
    """Wording -> the wording under which it is one role: ``defence chief`` -> ``defence minister``."""
    kin: frozenset[str]
    """Whom somebody is related to is a person, not a body: ``sister``."""
    domestic: frozenset[str]
    """Offices that an article leaves without a state at home: ``opposition leader``."""
    generic: frozenset[str]
    """Nouns that only point back at a body: a "secretary of the party" is a secretary."""
    sent: frozenset[str]
    """Heads whose "for" tells what they deal with, not for whom: "envoy for Yemen"."""
    accredited: frozenset[str]
    """Heads of whom a state sends to a body between states: ``ambassador``."""
    personal: frozenset[str]
    """Offices that one person gives another: the ``spokesman`` of a president, the ``aide`` to a governor."""
    abbreviations: Mapping[str, str]
    """Shortened office, without full stop -> office: ``sen`` -> ``senator``."""
    seats: Mapping[str, str]
    """State of the United States as written behind a member of Congress, without the last full stop -> its name."""
    enters: frozenset[str]
    """Verbs, as lemmas, that lead into an office: ``elect``."""
    does: Mapping[str, str]
    """What somebody is who does this: ``heads`` -> ``head``."""
    whose: Mapping[str, frozenset[str]]
    """Office -> the only states that have it: ``treasury secretary`` -> the United States."""
    abroad: Mapping[str, str]
    """Office that only some states have -> what the others call it: ``secretary of state`` -> ``foreign minister``."""
    rank_words: frozenset[str]
    """Single words of ranks and honorifics that are no office by themselves: ``brig``, ``mr``."""
    title_ends: frozenset[str]
    """Last words of titles, ranks and honorifics, after which a name follows: ``minister``, ``gen``."""
    title_words: frozenset[str]
    """Every single word of the lists above, which no name contains: ``prime``, ``brig``."""
    particles: frozenset[str]
    """Lower-case parts of a name: ``bin``, ``von``, ``al``."""
    suffixes: frozenset[str]
    """What follows a surname and is none, without stops: ``jr``."""
    given: frozenset[str]
    """Given names that are hardly ever anything else: a capitalised word after one is a surname."""
    surname_ends: tuple[str, ...]
    """How surnames end that are hardly ever anything else: ``enko``."""
    women: frozenset[str]
    """Given names of women: ``Annalena``."""
    either: frozenset[str]
    """Given names that tell nothing about who bears them: ``Andrea``."""
    burmese: frozenset[str]
    """Parts of Burmese names, which have no surname: two or more together are a person, ``Zin`` and ``Mar``."""
    family_first: frozenset[str]
    """Family names that come first: ``Kim``, ``Xi``, ``Nguyen``."""
    variants: Mapping[str, str]
    """A spelling of a name's part -> the spelling that stands for all: ``sergey`` -> ``sergei``."""
    surnames: frozenset[str]
    """Surnames that are titles or common words as well: ``King`` after "Angus"."""
    eponyms: frozenset[str]
    """Nouns that make the name before them a thing's: ``square`` in "Kim Il Sung Square"."""
    landforms: frozenset[str]
    """Those of them that end no person's name: ``Shoal``."""
    places: frozenset[str]
    """Cities, regions and waters that are no capitals and that look like people: ``Bandar Abbas``."""
    firms: frozenset[str]
    """Companies that bear people's names: ``Philip Morris``."""
    not_names: frozenset[str]
    """Capitalised words that taggers take for people and that are none: ``Photographs``."""
    things: ThingWords
    """What else bears a name: ships, storms, places, firms, papers."""
    offices: frozenset[str]
    """``titles`` and ``heads``: all that names an office by itself."""
    office_words: frozenset[str]
    """Every single word of ``titles``."""
    leaders: tuple[Leader, ...]
    """Heads of states and governments."""

    def is_compound(self, word: str) -> bool:
        """Whether a word is a compound that only describes what follows: "Moscow-installed", "pro-Western"."""
        return "-" in word and (word.rpartition("-")[2] in self.compounds or word.startswith("pro-"))

    def is_woman(self, words: Sequence[str]) -> bool | None:
        """What the words of a name tell: "Yulia …" and "… Petrova" are women, "Sergei …" is a man; else ``None``."""
        given, last = words[0], words[-1].casefold()
        if len(words) < 2 or given in self.either or given in self.family_first:
            return None
        if given in self.women or last.endswith(FEMININE):
            return True
        return False if given in self.given and not given.endswith("a") else None


OF_TITLES = ("heads", "honorifics", "modifiers", "praise", "ranks", "titles")
"""The lists of ``titles.yml`` whose words make up titles."""
BESIDE_TITLES = (
    "accredited", "compounds", "domestic", "enters", "fields", "generic", "gentlemen", "kin", "ladies", "personal",
    "sent",
)  # fmt: skip
"""Its other plain lists."""
OF_NAMES = (
    "burmese", "either", "eponyms", "family_first", "firms", "given", "landforms", "not_names", "particles", "places",
    "suffixes", "surnames", "women",
)  # fmt: skip
"""The plain lists of ``names.yml``."""


def load_people_words() -> PeopleWords:
    """Read both lists; ``WordsError`` names the file and key that is wrong."""
    titles, names = read_words("titles"), read_words("names")

    def words(rows: Mapping[str, object], file: str, key: str) -> frozenset[str]:
        return frozenset(as_words(f"dossier/words/{file}.yml: {key}", rows.get(key)))

    parts = {key: words(titles, "titles", key) for key in OF_TITLES}
    more = {key: words(titles, "titles", key) for key in BESIDE_TITLES}
    called = {key: words(names, "names", key) for key in OF_NAMES}
    short = frozenset(titles["abbreviations"])
    ends = last_words(parts["titles"], parts["ranks"], parts["honorifics"])
    every = single_words(*parts.values(), more["fields"], short)
    return PeopleWords(
        **parts,
        **more,
        **called,
        abbreviations=titles["abbreviations"],
        seats=titles["seats"],
        does=titles["does"],
        whose={office: frozenset(states) for office, states in titles["whose"].items()},
        abroad=titles["abroad"],
        rank_words=single_words(parts["ranks"], parts["honorifics"]) - words(titles, "titles", "no_rank"),
        title_ends=ends | parts["heads"] | short | {"counterpart"},
        title_words=every - {"de", "of", "the"},
        synonyms=one_role(titles["synonyms"]),
        surname_ends=tuple(sorted(words(names, "names", "surname_ends"))),
        variants=one_spelling(names["variants"]),
        things=load_thing_words(names),
        offices=parts["titles"] | parts["heads"],
        office_words=single_words(parts["titles"]),
        leaders=tuple(read_leaders(read_words("leaders"))),
    )


def read_leaders(states: Mapping[str, Mapping[str, object]]) -> Iterator[Leader]:
    """The rows of ``leaders.yml``: state -> office -> names."""
    for state, offices in states.items():
        for office, names in offices.items():
            for name in as_words(f"dossier/words/leaders.yml: {state} {office}", names):
                yield Leader(name, office, state)


def single_words(*lists: frozenset[str]) -> frozenset[str]:
    """Every word of the phrases, abbreviating full stops taken off: "brig. gen." -> brig, gen."""
    return frozenset(word.strip(".") for phrases in lists for phrase in phrases for word in phrase.split())


def last_words(*lists: frozenset[str]) -> frozenset[str]:
    """The last word of each phrase, its full stop taken off."""
    return frozenset(phrase.split()[-1].strip(".") for phrases in lists for phrase in phrases)


def one_role(groups: Mapping[str, list[str]]) -> dict[str, str]:
    """Each wording -> the head of its group; ``WordsError`` where a wording stands in two groups."""
    found: dict[str, str] = {}
    for canonical, wordings in groups.items():
        for wording in as_words(f"dossier/words/titles.yml: synonyms {canonical}", wordings):
            if wording in found or wording in groups:
                raise WordsError("dossier/words/titles.yml", f"{wording!r} stands in two groups", "keep one")
            found[wording] = canonical
    return found


def one_spelling(groups: list[list[str]]) -> dict[str, str]:
    """Each spelling -> the first of its group; ``WordsError`` where a spelling stands in two groups."""
    found: dict[str, str] = {}
    for group in groups:
        for spelling in as_words("dossier/words/names.yml: variants", group):
            if spelling in found:
                raise WordsError("dossier/words/names.yml", f"{spelling!r} stands in two groups", "keep one")
            found[spelling] = group[0]
    return found
