"""What a proposition is about, so that two tellings of it can be known as one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dossier.cards.cast import Article, Cast, Named
from dossier.cards.claims.amounts import as_number, read_amounts
from dossier.cards.claims.terms import is_common, term
from dossier.cards.speakers.roles import offices_in
from dossier.cards.wording import PLAIN
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Form, Mentions, Span

LONG = 5
"""Letters of a word that tells something in a quotation of a few, names included: "taking the Chinese position"."""

RUN = 4
"""Words in a row that count as the same wording: "the strongest army in the world" has two such runs."""

TELLING = frozenset({"accuse", "call", "exclude", "judge", "promise", "thank", "urge"})
"""Classes of reporting verbs that tell one claim from another; "said" and "reported" tell nothing."""

NEGATIONS = re.compile(r"\b(?:not|never|no|none|neither|nor|nothing|without|cannot)\b|n't\b", re.IGNORECASE)
UNDONE = re.compile(
    r"(?<!, )(?:\b(?:no(?! longer)|not|never|neither|nor)\b|n't\b)(?!\s+(?:only|just|merely)\b)"
    r"(?:[\s-]+(?!(?:after|as|because|before|but|if|since|unless|until|when|where|which|while|who)\b"
    r"|(?:ceased?|end(?:ed)?|halt(?:ed)?|paused?|stop(?:ped)?)\b)\w+){,6}\W*$",
    re.IGNORECASE,
)
"""A negation with at most six words of its own clause between it and what is not done; "has not stopped" is no such."""

QUOTATION = re.compile(r"(?<!\w)([\"'])([^\"]+?)\1(?!\w)")
PRONOUNS = re.compile(r"\b(?:it|its|they|their|he|she|his|her|we|our|us|I|my)\b")


@dataclass(frozen=True, slots=True)
class Content:
    """The terms of a proposition by sort; weights are fixed by sort."""

    names: frozenset[str]
    """Canonical names of parties and people."""
    people: frozenset[str]
    """Those of the names that are people's."""
    sides: frozenset[str]
    """The states that those parties belong to, people left out: ``Iran`` for "Revolutionary Guards"."""
    words: frozenset[str]
    """Stems and heads of paraphrase groups."""
    common: frozenset[str]
    """Those of the words that stand in many reports: ``aid``."""
    cued: frozenset[str]
    """Those that only the reporting verb says: ``accuse``."""
    light: frozenset[str]
    numbers: frozenset[str]
    designations: frozenset[str]
    """Named weapons and further names with a number."""
    proper: frozenset[str]
    """Those of the words that are printed as names and that no list has: ``kstovo``."""
    runs: frozenset[tuple[str, ...]]
    negated: bool
    plain: str = field(default="", compare=False)
    """Its words in a row, lower case, a space around each: `` he will not stop ``."""
    quoted: frozenset[str] = field(default=frozenset(), compare=False)
    """What stands in quotation marks and tells by two words or more: `` new chapter of friendship ``."""
    leads: frozenset[str] = field(default=frozenset(), compare=False)
    """Who is named first, most often whoever does it: a party with the state that it belongs to."""
    deeds: frozenset[str] = field(default=frozenset(), compare=False)
    """Those of the words that tell of something done against others: "*launch* an *invasion*"."""
    harmless: bool = field(default=False, compare=False)
    """Whether it says that nothing of that kind is done: "is not going to *attack* anyone"."""
    telling: frozenset[str] = field(init=False, compare=False)
    """The terms that are no names: what is said of those who are named."""

    @property
    def hostile(self) -> bool:
        """Whether it tells of something done against others."""
        return bool(self.deeds)

    def __post_init__(self) -> None:
        object.__setattr__(self, "telling", self.words | self.numbers | self.designations)


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one proposition, with what in them is somebody else's."""

    place: Evidence
    without: tuple[Span, ...] = ()
    """Parts that are claims of their own: "…, and *affirmed that …*"."""
    cue: Evidence | None = None
    """The reporting verb, which may say something itself: ``thanked``."""
    own: str | None = None
    """The name of the speaker's side: what "it" and "we" mean."""
    denied: bool = False
    """Whether it is denied, so that "baseless" is none of it."""

    def holds(self, at: Span) -> bool:
        """Whether the characters at ``at`` are of this proposition."""
        return self.place.span.covers(at) and not any(span.overlaps(at) for span in self.without)


def read_content(passage: Passage, article: Article, cast: Cast, lexicon: Lexicon) -> Content:
    """The terms of a proposition."""
    place, plain = passage.place, passage.place.exact.translate(PLAIN)
    offices = dict(offices_in(place, article, cast, lexicon))
    named = [n for n in article.inside(place) if passage.holds(n.at.span)]
    weapons = [w for w in article.mentions.weapons if w.form is Form.NAMED and passage.holds(w.evidence.span)]
    arms = (weapon.evidence.span for weapon in weapons)
    taken = [*offices, *(n.at.span for n in named), *arms, *titles_in(place, named, lexicon)]
    rows = [(Span(start, end), lemma) for start, end, lemma in lemmas_in(place, article.mentions)]
    rows = [(at, lemma) for at, lemma in rows if passage.holds(at) and not any(span.covers(at) for span in taken)]
    lemmas = list(closed_up(rows, lexicon))
    own = {passage.own} if passage.own is not None and PRONOUNS.search(plain) else set()
    met = {n.who.name for n in named if not any(office.covers(n.at) for office in offices)}
    tokens = re.findall(r"\w+", own_words(passage).casefold())
    cues = telling_cue(passage.cue, article, lexicon)
    words = [word for word in (*lemmas, *cues) if heavy(word, lexicon)]
    printed = {lemma for at, lemma in rows if is_printed_as_name(place, at)}
    if passage.denied:
        words = [word for word in words if word not in lexicon.claims.dismissing]
    terms = {word: term(word, lexicon) for word in (*words, *cues)}
    return Content(
        names=frozenset({*met, *offices.values(), *own}),
        people=frozenset({*(n.who.name for n in named if n.person), *offices.values()}),
        sides=frozenset({*(n.state for n in named if n.state is not None and not n.person), *own}),
        words=frozenset(terms[word] for word in words),
        common=frozenset(terms[word] for word in words if is_common(word, lexicon)),
        cued=frozenset(terms[word] for word in cues),
        light=frozenset(lemma for lemma in lemmas if lemma in lexicon.paraphrases.light),
        numbers=frozenset(read_amounts(rows)),
        designations=frozenset(w.name for w in weapons),
        proper=frozenset(terms[word] for word in words if word in printed),
        runs=in_runs(tokens),
        negated=NEGATIONS.search(plain) is not None,
        plain=in_a_row(tokens),
        leads=frozenset(name for n in named[:1] for name in (n.who.name, n.state) if name is not None),
        quoted=frozenset(quoted_words(passage, lexicon)),
        deeds=frozenset(term(lemma, lexicon) for lemma in deeds_in(lemmas, lexicon)),
        harmless=any(
            lemma in lexicon.speakers.hostile and is_undone(place, at) and passage.holds(at) for at, lemma in rows
        ),
    )


def deeds_in(lemmas: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """The words for something hostile, and those for its being planned and begun; none without the first."""
    words = lexicon.speakers
    if not words.hostile.isdisjoint(lemmas):
        yield from (lemma for lemma in lemmas if lemma in words.hostile | words.planning)


def is_undone(place: Evidence, deed: Span) -> bool:
    """Whether the words before a deed say that it is not done: "there was *no sign of a* raid"."""
    return UNDONE.search(place.exact[: deed.start - place.start].translate(PLAIN)) is not None


def in_runs(tokens: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """All runs of so many words: what two wordings that go back to one text share."""
    return frozenset(tuple(tokens[i : i + RUN]) for i in range(len(tokens) - RUN + 1))


def quoted_words(passage: Passage, lexicon: Lexicon) -> Iterator[str]:
    """The quotations inside a proposition that tell something by at least two words."""
    start = passage.place.start
    for quotation in QUOTATION.finditer(passage.place.exact.translate(PLAIN)):
        at = Span(start + quotation.start(2), start + quotation.end(2))
        words = re.findall(r"\w+", quotation.group(2).casefold())
        telling = [word for word in words if len(word) >= LONG and word not in lexicon.paraphrases.light]
        if len(telling) > 1 and passage.holds(at):
            yield in_a_row(words)


def in_a_row(words: Sequence[str]) -> str:
    """Words with a space around each, so that none is found in a part of another."""
    return f" {' '.join(words)} "


def is_printed_as_name(place: Evidence, at: Span) -> bool:
    """Whether a word has a capital that no sentence gives it: "in *Kstovo*"."""
    before = place.exact[: at.start - place.start].rstrip()
    return place.exact[at.start - place.start].isupper() and before[-1:].isalnum()


def closed_up(rows: Sequence[tuple[Span, str]], lexicon: Lexicon) -> Iterator[str]:
    """The lemmas, two as one where the list of paraphrases knows them so: "cease-fire", "air strike"."""
    skip = False
    for place, (at, lemma) in enumerate(rows):
        if skip:
            skip = False
            continue
        after, other = rows[place + 1] if place + 1 < len(rows) else (None, "")
        skip = after is not None and after.start - at.end == 1 and lemma + other in lexicon.paraphrases.group
        yield lemma + other if skip else lemma


def own_words(passage: Passage) -> str:
    """The plain words of a proposition, those of other claims inside it left out."""
    plain, start = passage.place.exact.translate(PLAIN), passage.place.start
    for span in sorted(passage.without, reverse=True):
        if passage.place.span.covers(span):
            plain = plain[: span.start - start] + plain[span.end - start :]
    return plain


def titles_in(place: Evidence, named: Sequence[Named], lexicon: Lexicon) -> Iterator[Span]:
    """The titles right before people's names, which tell who but not what: "*Defence Minister* Sergei Shoigu"."""
    people = lexicon.people
    for person in (n for n in named if n.person):
        end = person.at.start
        for word in reversed(list(re.finditer(r"[\w-]+", place.exact[: end - place.start]))):
            gap = place.exact[word.end() : end - place.start]
            title = lexicon.spelling.canonical(word.group()).casefold()
            listed = any(title in words for words in (people.heads, people.ranks, people.honorifics))
            known = listed or word.group()[:1].isupper()
            if gap.strip() or not known:
                break
            end = place.start + word.start()
        if end < person.at.start:
            yield Span(end, person.at.start)


def heavy(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a lemma tells one proposition from another: no number, no word of any report, no "allegation"."""
    words = lexicon.claims
    return not (
        as_number(lemma) is not None
        or lemma in lexicon.paraphrases.light
        or lemma in words.deniable
        or lemma in words.asserting
    )


def telling_cue(cue: Evidence | None, article: Article, lexicon: Lexicon) -> list[str]:
    """The lemmas of a cue that is half of what is claimed: "thanked Putin", "expressed gratitude to Putin"."""
    lemmas = [lemma for _, _, lemma in lemmas_in(cue, article.mentions)] if cue else []
    return [w for w in lemmas if w in lexicon.claims.lending.nouns or tells(w, lemmas, lexicon)]


def tells(lemma: str, cue: list[str], lexicon: Lexicon) -> bool:
    """Whether a verb says what is done by saying it: "thank", and "claim" only with "as" behind it in the ``cue``."""
    verbs = lexicon.claims.verbs.get(lemma, ())
    whole = [verb for verb in verbs if set(cue).issuperset(verb.particles)]
    return any(verb.kind in TELLING for verb in whole or verbs)


def lemmas_in(place: Evidence, mentions: Mentions) -> list[tuple[int, int, str]]:
    """The content lemmas that stand in ``place``, in the order of the text."""
    starts = sorted(mentions.lemmas)
    found: list[tuple[int, int, str]] = []
    for start in starts[max(0, bisect_right(starts, place.start) - 1) :]:
        if start >= place.end:
            break
        found += [row for row in mentions.lemmas[start] if place.start <= row[0] and row[1] <= place.end]
    return found
