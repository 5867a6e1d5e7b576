"""Which words of a paragraph state a happening as a fact: "met" in "met Shoigu on Wednesday", not in "will meet".

What is planned, denied, asked, supposed or quoted is no happening.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dossier.documents import Paragraph
from dossier.lexicon.events import EventSort, EventWords
from dossier.mentions.dashes import with_dash_speech
from dossier.mentions.quotations import find_quotations
from dossier.mentions.syntax import subject_of

DOUBTS = frozenset({"allegedly", "almost", "apparently", "hardly", "nearly", "never", "purportedly", "reportedly"})
"""Adverbs with which a verb states no fact."""

SUPPOSING = frozenset({"if", "lest", "unless", "whether"})
"""Words that open a clause in which nothing has happened yet."""

DENYING = frozenset(
    {
        "deny",
        "dismiss",
        "dispute",
        "doubt",
        "fail",
        "question",
        "refuse",
        "refute",
        "reject",
        "threaten",
        "want",
        "wish",
    }
)
"""Verbs whose clause need not have happened."""

ALLEGING = frozenset({"accusation", "allegation", "assertion", "claim", "rumor", "rumour", "speculation", "suggestion"})
"""Nouns whose clause is somebody's word: "another claim, that one of its jets had been shot down"."""

LEADING = frozenset({"a", "an", "around", "at", "for", "from", "in", "into", "near", "of", "on", "the", "to", "with"})
"""Words after which a participle qualifies a noun."""

NAMES = "names"
"""Stands in a list of objects for any proper name."""

RELATIVE = frozenset({"that", "which", "who", "whom"})
"""Words that open a clause on the noun before it."""

LOOSELY = frozenset({"acl", "aux", "auxpass"})
"""How a verb hangs on another word that states nothing of its own: "a report PUBLISHED in June"."""

FARTHEST = 8
"""Steps up a sentence at most."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One word that states a happening, with what hangs on it."""

    paragraph: Paragraph
    core: Token
    sort: EventSort
    subject: Token | None
    """Whoever does it, or, in the passive, to whom it is done."""
    objects: tuple[Token, ...]
    """Nouns that it is done with, to or at, those beside each other included."""
    passive: bool = False

    @property
    def nominal(self) -> bool:
        """Whether a noun states it: "Russia's invasion in February 2022"."""
        return self.core.pos_ not in {"VERB", "AUX"}

    @property
    def perfect(self) -> bool:
        """Whether it lies in an open past: "has supplied arms"."""
        return any(child.dep_ == "aux" and child.lower_ in {"has", "have", "'ve"} for child in self.core.children)


def find_happenings(
    paragraph: Paragraph, words: EventWords, reporting: frozenset[str] = frozenset()
) -> Iterator[tuple[Happening, str]]:
    """Each candidate of a paragraph, with the reason against it; an empty one for those that are told as facts.

    ``reporting``: lemmas of verbs that hold a claim, which is none ("said on Monday"); "announced a plan" may be one.
    """
    quoted = with_dash_speech(find_quotations(paragraph.text), paragraph, reporting)
    for token in paragraph.doc:
        happening = happening_at(paragraph, token, words, reporting)
        if happening is None:
            continue
        if any(quotation.start <= token.idx < quotation.end for quotation in quoted):
            yield happening, "inside a quotation"
        else:
            yield happening, unreal(token)


def happening_at(paragraph: Paragraph, token: Token, words: EventWords, reporting: frozenset[str]) -> Happening | None:
    """The happening that ``token`` states."""
    if token.pos_ == "VERB" and token.tag_ in {"VBD", "VBN"} and not is_attribute(token):
        return verbal(paragraph, token, words, reporting)
    if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.casefold() in words.nouns:
        return Happening(paragraph, token, words.nouns[token.lemma_.casefold()], None, ())
    return None


def is_attribute(verb: Token) -> bool:
    """Whether a participle only qualifies the noun after it: "police in OCCUPIED East Jerusalem"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    led = before is not None and before.tag_ in {"DT", "IN"} and before.lower_ in LEADING
    return verb.dep_ in {"amod", "compound"} or led


def verbal(paragraph: Paragraph, verb: Token, words: EventWords, reporting: frozenset[str]) -> Happening | None:
    """What a verb states together with its particle, its objects or its subject."""
    passive = is_passive(verb)
    subject = passive_subject(verb) if passive else subject_of(verb)
    objects = tuple(objects_of(verb))
    acted_on = [subject] if passive and subject is not None else list(objects)
    nouns = {t.lemma_.casefold() for t in acted_on} | {NAMES for t in acted_on if t.pos_ == "PROPN"}
    sort = sort_of(verb, nouns, subject, words)
    if sort is None and is_act(verb, objects, subject, words, reporting) and not nouns & idle_with(verb, words):
        sort = words.general
    return Happening(paragraph, verb, sort, subject, objects, passive) if sort is not None else None


def is_act(
    verb: Token, objects: tuple[Token, ...], subject: Token | None, words: EventWords, reporting: frozenset[str]
) -> bool:
    """Whether a verb on no list states something done or befallen: "BANNED the group on Monday", not "remained calm".

    A reporting verb does where it has a thing for its object and holds no clause: "announced plans in April".
    """
    lemma = verb.lemma_.casefold()
    if subject is None or subject.lemma_.casefold() in words.nouns or lemma in words.still or verb.dep_ in LOOSELY:
        return False
    if any(child.dep_ == "aux" and child.lower_ in {"has", "have"} for child in verb.children):
        return False
    holding = any(child.dep_ in {"ccomp", "xcomp", "parataxis"} for child in verb.children)
    thing = any(child.dep_ == "dobj" and child.pos_ == "NOUN" for child in objects)
    return lemma not in reporting or (thing and not holding and verb.dep_ not in {"parataxis", "ccomp"})


def idle_with(verb: Token, words: EventWords) -> frozenset[str]:
    """The objects with which a verb is a figure of speech."""
    return words.idle.get(verb.lemma_.casefold(), frozenset())


def sort_of(verb: Token, objects: set[str], subject: Token | None, words: EventWords) -> EventSort | None:
    """The sort by verb and particle, by verb and object, by verb and subject: the most particular wins."""
    particles = [child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"} and child.i > verb.i]
    lemma = verb.lemma_.casefold()
    for key in (*(f"{lemma} {particle}" for particle in particles), lemma):
        by_object = words.objects.get(key, {})
        found = next((by_object[noun] for noun in sorted(objects) if noun in by_object), None)
        if found is None and subject is not None:
            found = words.subjects.get(key, {}).get(subject.lemma_.casefold())
        if found is None and not objects & words.idle.get(key, frozenset()):
            found = words.verbs.get(key)
        if found is not None:
            return found
    return None


def is_passive(verb: Token) -> bool:
    """Both "was tested" and "tested" where it hangs on a noun: "a missile, first tested in April"."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    helped = any(child.dep_ in {"aux", "nsubj"} for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not helped


def passive_subject(verb: Token) -> Token | None:
    """To whom or what it is done."""
    for _ in range(FARTHEST):
        subject = next((child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}), None)
        if subject is not None and subject.lower_ not in RELATIVE:
            return subject
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ != "conj":
            return None
        verb = verb.head
    return None


def objects_of(verb: Token) -> Iterator[Token]:
    """Direct objects, what "on" leads to ("led him on a tour"), and what is measured: "a salvo of missiles"."""
    direct = [child for child in verb.children if child.dep_ in {"dobj", "oprd"} and child.lower_ not in RELATIVE]
    if is_object_clause(verb):
        direct.append(verb.head)
    led = [c for link in verb.children if link.dep_ == "prep" and link.lower_ == "on" for c in link.children]
    for noun in (*direct, *(child for child in led if child.dep_ == "pobj")):
        yield noun
        yield from conjuncts(noun)
        for link in noun.children:
            if link.dep_ == "prep" and link.lower_ == "of":
                yield from (child for child in link.children if child.dep_ == "pobj")


def is_object_clause(verb: Token) -> bool:
    """Whether a clause is about what is acted on: "a tanker THAT Iran seized", "the tanker Iran seized"."""
    if verb.dep_ != "relcl":
        return False
    objects = [child for child in verb.children if child.dep_ in {"dobj", "advmod"} and child.i < verb.i]
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    own = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    if not subjects or subjects[0].lower_ in RELATIVE or own or any(o.lower_ in {"when", "where"} for o in objects):
        return False
    behind = (verb.doc[child.i + 1 : child.i + 2].text for child in verb.children if child.dep_ == "prep")
    return not any(word.lower() in RELATIVE for word in behind)


def conjuncts(token: Token) -> Iterator[Token]:
    """The nouns coordinated with ``token``, in order."""
    for child in token.children:
        if child.dep_ == "conj" and child.i > token.i:
            yield child
            yield from conjuncts(child)


def unreal(token: Token) -> str:
    """Why the clause of ``token`` tells of no fact; empty where it does."""
    if token.sent.text.rstrip().rstrip("\"'").endswith("?"):
        return "a question"
    at = token
    for step in range(FARTHEST):
        children = list(at.children)
        if at.pos_ in {"VERB", "AUX"}:
            reason = unreal_verb(at, children, own=step == 0)
            if reason:
                return reason
        elif at.lemma_.casefold() in ALLEGING and at != token:
            return "somebody's allegation"
        if at.head == at:
            return ""
        at = at.head
    return ""


def unreal_verb(verb: Token, children: list[Token], *, own: bool) -> str:
    """Why one verb on the way up makes a clause unreal."""
    lowers = {child.lower_ for child in children if child.dep_ in {"aux", "auxpass", "neg", "advmod", "mark"}}
    if any(child.dep_ == "neg" for child in children):
        return "negated"
    if lowers & SUPPOSING or is_inverted(children):
        return "supposed, not told"
    if not own:
        return "denied or not done" if verb.lemma_.casefold() in DENYING else ""
    if lowers & DOUBTS:
        return "told with a doubt"
    if any(child.tag_ == "MD" for child in children) or lowers & {"to", "is", "are", "be", "being", "'s", "'re"}:
        return "not yet past"
    return ""


def is_inverted(children: list[Token]) -> bool:
    """Whether the helper stands before the subject: "HAD IRAN seized the tanker, ships would have turned back"."""
    subjects = [child.i for child in children if child.dep_ in {"nsubj", "nsubjpass"}]
    helpers = [child.i for child in children if child.dep_ in {"aux", "auxpass"} and child.lower_ in {"had", "were"}]
    return bool(subjects and helpers) and min(helpers) < min(subjects)
