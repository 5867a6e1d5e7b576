"""How news prose attributes propositions: reporting verbs and nouns by class, and the nouns that can speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from dossier.errors import WordsError
from dossier.lexicon.words import as_words, read_words

FILE = "dossier/words/cues.yml"


class Takes(StrEnum):
    """What may stand as the content of a reporting verb."""

    CLAUSE = "clause"
    QUOTATION = "quotation"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    NOUN = "noun"
    COMPLEMENT = "complement"


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One reporting verb: ``point out`` with what it takes and whether it denies."""

    lemma: str
    particles: tuple[str, ...]
    """Words that must follow: ``("out",)``; empty for a plain verb."""
    kind: str
    """The class in the list: ``say``, ``promise``, ``judge`` …"""
    takes: frozenset[Takes]
    denies: bool = False
    animate: bool = False
    """Counts only where a person, a body or a document is the subject."""
    written: bool = False
    """Counts only where a document is the subject: ``the survey showed that``."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Heads of noun phrases that can speak, singular and lower case, by what they name."""

    people: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    manifold: frozenset[str]
    """Those of the media nouns that need another word to mean one: ``agency``, ``station``."""
    broadcasting: frozenset[str]
    """The words that make them so: ``news``."""
    platforms: frozenset[str]
    """Where one writes for all to read: ``telegram``."""
    documents: frozenset[str]
    groups: frozenset[str]

    def knows(self, lemma: str) -> bool:
        """Whether a noun phrase with this head can hold a reporting verb: ``ministry`` yes, ``crater`` no."""
        return any(lemma in words for words in (self.people, self.bodies, self.media, self.documents, self.groups))


@dataclass(frozen=True, slots=True)
class Lending:
    """Verbs that lend a voice to a noun: ``expressed belief``, ``voiced concern``."""

    verbs: frozenset[str]
    freely: frozenset[str]
    """Those that need no listed noun: ``expressed the full support``."""
    nouns: frozenset[str]
    topics: frozenset[str]
    """Nouns that give only a topic: ``expressed his views on``."""


@dataclass(frozen=True, slots=True)
class Negated:
    """Verbs that tell a standpoint where they are negated, lemmas with their particle: ``rule out``."""

    standpoints: frozenset[str]
    """``does not believe that P``: told with its negation."""
    admissions: frozenset[str]
    """``does not hide that P``: P is told."""
    denials: frozenset[str]
    """``does not agree that P``: P is turned down."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How lists are put forward: ``set three conditions``."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    """What the items are called, singular: ``condition``, ``point``."""
    texts: frozenset[str]
    """What the whole is called, where marks or numbers show its items: ``plan``."""


@dataclass(frozen=True, slots=True)
class Texts:
    """How texts come into the world and are printed; nouns are lower-case singulars."""

    making: frozenset[str]
    """Verb forms before a text: ``passed``."""
    made: frozenset[str]
    """Participles behind it, before whose it is: ``drawn up``."""
    general: frozenset[str]
    """Nouns for a text of any kind: ``document``."""
    named: frozenset[str]
    """The last word of a text's own name: ``strategy``."""
    adopted: frozenset[str]
    """Texts that a medium tells of and never issues: ``treaty``."""
    printed: frozenset[str]
    """What a text printed whole is called: ``transcript``."""
    whole: frozenset[str]
    following: frozenset[str]
    """Words that announce it: ``below``."""
    speeches: frozenset[str]
    """What may be printed so: ``address``."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What stands before the name of a source: ``according to``, ``citing``."""

    prepositions: tuple[tuple[str, ...], ...]
    participles: frozenset[str]
    not_speakers: frozenset[str]
    views: frozenset[str]
    """Nouns for what somebody thinks: ``in his opinion``."""
    by_first: Mapping[str, tuple[tuple[str, ...], ...]] = field(init=False)
    """The prepositions by their first word, in the order of the list: most words of a text begin none."""

    def __post_init__(self) -> None:
        rows: dict[str, tuple[tuple[str, ...], ...]] = {}
        for words in self.prepositions:
            rows[words[0]] = (*rows.get(words[0], ()), words)
        object.__setattr__(self, "by_first", rows)


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """All of ``words/cues.yml``, for looking up by lemma."""

    verbs: Mapping[str, tuple[CueVerb, ...]]
    """From a verb's lemma to its entries, those with most particles first."""
    adjectives: frozenset[str]
    asserting: frozenset[str]
    denying: frozenset[str]
    positions: frozenset[str]
    """Nouns for where somebody stands: ``Oslo's position is that``."""
    defended: frozenset[str]
    """What one defends in words: ``defended its decision``."""
    questioned: frozenset[str]
    """What one calls in question: ``questioned the legality of the raid``."""
    matters: frozenset[str]
    """Nouns that say something of a deed: ``spoke of the need to leave``."""
    unowned: frozenset[str]
    """Nouns that are claims even with nobody named: ``accusations that …``."""
    wishing: Mapping[str, str]
    """Nouns for what somebody wants, ``calls from Oslo for restraint``, each with its verb: ``call for``."""
    deniable: frozenset[str]
    """What a denial may point at: ``denies the allegation``."""
    proposed: frozenset[str]
    """What is no claim and still may be turned down in words: ``rejected the peace plan``."""
    dismissing: frozenset[str]
    """Words that turn such a thing down: ``called the allegation baseless``."""
    scorning: frozenset[str]
    """Those of them that scorn a deed as well: ``a sham``."""
    grounds: frozenset[str]
    """What a claim may lack: ``no evidence for these assertions``."""
    received: frozenset[str]
    """Who is welcomed at the door: ``guest``."""
    answering: frozenset[str]
    """What one asks for in a question: ``clarify``."""
    withheld: frozenset[str]
    """Objects that make *deny* an act: ``denied them entry``."""
    threatened: frozenset[str]
    """What one threatens in words: ``threatened a strike``."""
    impersonal: frozenset[str]
    """Verbs whose passive goes on with what was told: ``it was stressed that``."""
    negated: Negated
    lending: Lending
    listing: Listing
    texts: Texts
    sourcing: Sourcing
    speakers: Speakers
    pictures: frozenset[str]
    reporting: frozenset[str] = field(init=False, repr=False)
    """Every lemma that can hold a claim: listed verbs and those that lend a voice."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "reporting", frozenset(self.verbs) | self.lending.freely)


def load_claim_words() -> ClaimWords:
    """Read and check ``words/cues.yml``; ``WordsError`` names the section that is wrong."""
    raw = read_words("cues")
    nouns, sourcing = raw["nouns"], raw["sourcing"]
    return ClaimWords(
        verbs=_verbs(raw["verbs"]),
        adjectives=_set("adjectives", raw["adjectives"]),
        asserting=_set("nouns: assert", nouns["assert"]),
        denying=_set("nouns: deny", nouns["deny"]),
        positions=_set("nouns: positions", nouns["positions"]),
        defended=_set("nouns: defended", nouns["defended"]),
        questioned=_set("nouns: questioned", nouns["questioned"]),
        matters=_set("nouns: matters", nouns["matters"]),
        unowned=_set("nouns: unowned", nouns["unowned"]),
        wishing=_pairs("nouns: wishing", nouns["wishing"]),
        deniable=_set("nouns: deniable", nouns["deniable"]),
        proposed=_set("nouns: proposed", nouns["proposed"]),
        dismissing=_set("nouns: dismissing", nouns["dismissing"]),
        scorning=_set("nouns: scorning", nouns["scorning"]),
        grounds=_set("nouns: grounds", nouns["grounds"]),
        received=_set("nouns: received", nouns["received"]),
        answering=_set("answering", raw["answering"]),
        withheld=_set("nouns: withheld", nouns["withheld"]),
        threatened=_set("threatened", raw["threatened"]),
        impersonal=_set("impersonal", raw["impersonal"]),
        negated=Negated(**_sets("negated", raw["negated"], Negated)),
        lending=Lending(**_sets("lending", raw["lending"], Lending)),
        listing=Listing(**_sets("listing", raw["listing"], Listing)),
        texts=Texts(**_sets("texts", raw["texts"], Texts)),
        sourcing=Sourcing(
            tuple(tuple(words.split()) for words in _list("sourcing: prepositions", sourcing["prepositions"])),
            _set("sourcing: participles", sourcing["participles"]),
            _set("sourcing: not_speakers", sourcing["not_speakers"]),
            _set("sourcing: views", sourcing["views"]),
        ),
        speakers=Speakers(**_sets("speakers", raw["speakers"], Speakers)),
        pictures=_set("pictures", raw["pictures"]),
    )


def _verbs(classes: Mapping[str, Any]) -> Mapping[str, tuple[CueVerb, ...]]:
    found: list[CueVerb] = []
    for kind, row in classes.items():
        takes = frozenset(Takes(word) for word in _list(f"verbs: {kind}: takes", row["takes"]))
        for words in _list(f"verbs: {kind}", row["words"]):
            lemma, *particles = words.split()
            found.append(
                CueVerb(
                    lemma,
                    tuple(particles),
                    kind,
                    takes,
                    denies=bool(row.get("denies")),
                    animate=bool(row.get("animate")),
                    written=bool(row.get("written")),
                )
            )
    names = [(verb.lemma, *verb.particles) for verb in found]
    for name in sorted(set(names)):
        if names.count(name) > 1:
            raise WordsError(FILE, f"the verb {' '.join(name)!r} stands in two classes", "keep it in one")
    found.sort(key=lambda verb: (verb.lemma, -len(verb.particles), verb.particles))
    return {lemma: tuple(v for v in found if v.lemma == lemma) for lemma in dict.fromkeys(v.lemma for v in found)}


def _sets(section: str, lists: Mapping[str, Any], form: type) -> dict[str, frozenset[str]]:
    """The lists of a section that a dataclass has a field for each."""
    return {each.name: _set(f"{section}: {each.name}", lists[each.name]) for each in fields(form)}


def _list(key: str, value: object) -> tuple[str, ...]:
    return as_words(f"{FILE} {key}", value)


def _pairs(key: str, rows: Mapping[object, object]) -> Mapping[str, str]:
    """Words that each have another, in the order of the list."""
    return dict(zip(_list(key, list(rows)), _list(key, list(rows.values())), strict=True))


def _set(key: str, value: Iterable[object]) -> frozenset[str]:
    return frozenset(_list(key, value))
