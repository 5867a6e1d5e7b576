"""What a text says beside a name that the person is: "Russian Defence Minister Sergei Shoigu".

Three places: right before the name, in apposition after a comma (or before one), and in a clause ("who heads Y").
A title is what remains of the words when country, body, rank and praise are taken off; its last word must be a listed
head, so that "oil giant" is no office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dossier.documents import Document, Paragraph
from dossier.lexicon import Lexicon
from dossier.mentions.titles import Title, parse_title
from dossier.model import Evidence, PartyMention, PartyType, PersonMention, Reading

INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM", "X"})
"""Parts of speech within a title before a name; "'s" is a PART."""

JOINTS = frozenset({"of", "for", "to", "at", "in", "on", "with"})
"""Prepositions that join an office to its body: "head of", "spokesman for", "fellow at"."""

STOPS = frozenset({",", ".", ";", ":", ")", "(", "--", "—", "–", '"', "who", "which", "that", "whose", "and", "but"})
"""Where an apposition ends; "and" only where no body's name runs over it."""

OPENINGS = frozenset({"after", "and", "as", "but", "by", "from", "to", "when", "while", "with"})
"""Words after which an apposition in front of a name begins: "according to its spokesman, Yuriy Melnik"."""

LONGEST = 22
"""Tokens of the longest apposition that is read: "deputy head of the … department of the … ministry of …"."""

KIN = frozenset(
    {"brother", "daughter", "father", "husband", "mother", "nephew", "sister", "son", "uncle", "widow", "wife"}
)
"""Whom somebody is related to is a person, not a body: "the sister of North Korean leader Kim Jong Un"."""

NEAR = 6
"""Parties named before "its spokesman" among which its body is sought."""

DOES = {
    "heads": "head", "headed": "head", "leads": "leader", "led": "leader", "commands": "commander",
    "chairs": "chairman", "runs": "head", "directs": "director", "founded": "founder", "rules": "ruler",
    "represents": "representative",
}  # fmt: skip
"""What someone is who does this, in a clause after the name: "who heads the council"."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph with who is named in it."""

    document: Document
    paragraph: Paragraph
    parties: tuple[PartyMention, ...]
    people: tuple[PersonMention, ...]
    lexicon: Lexicon
    earlier: tuple[PersonMention | PartyMention, ...] = ()
    """Who was named in the paragraphs before, for "its spokesman" and "his counterpart"."""

    def tokens(self, place: Evidence) -> tuple[int, int] | None:
        """First and past-the-last token of a passage of this paragraph."""
        start, end = place.start - self.paragraph.start, place.end - self.paragraph.start
        span = self.paragraph.doc.char_span(start, end, alignment_mode="expand")
        return None if span is None else (span.start, span.end)

    def evidence(self, first: int, past: int) -> Evidence:
        """The passage that tokens ``first`` to ``past`` were read from."""
        return self.document.evidence(self.paragraph, self.paragraph.doc[first:past])

    def title(self, first: int, past: int) -> Title | None:
        """The office that these tokens name, if they do."""
        if first >= past:
            return None
        return parse_title(self.paragraph, (first, past), self.parties, self.lexicon)


def find_roles(scene: Scene, person: PersonMention) -> Iterator[Reading]:
    """The roles that stand beside one mention, each once."""
    place = scene.tokens(person.evidence)
    if place is None:
        return
    seen: set[tuple[str, str | None]] = set()
    for reading in (*before_name(scene, person, place), *after_name(scene, place), *before_comma(scene, person, place)):
        key = (reading.value, reading.of)
        if key not in seen:
            seen.add(key)
            yield reading


def before_name(scene: Scene, person: PersonMention, place: tuple[int, int]) -> Iterator[Reading]:
    """The words right before the name, and over a list of names: "presidents Vladimir Putin and Xi Jinping"."""
    first, past = window_before(scene, place[0])
    title = scene.title(first, past)
    if title is not None:
        title = with_antecedent(scene, title)
        if title.value.endswith("counterpart"):
            yield from counterpart(scene, person, title, (first, place[1]))
        elif not title.plural or shares_title(scene, place):
            title, past = with_body_after(scene, title, place[1])
            yield from readings(title, scene.evidence(title.first, past), "before the name")
        return
    head = list_head(scene, place)
    if head is not None:
        first, past = window_before(scene, head)
        title = scene.title(first, past)
        if title is not None and title.plural:
            yield from readings(title, scene.evidence(title.first, place[1]), "before a list of names")


def with_antecedent(scene: Scene, title: Title) -> Title:
    """For "its spokesman" and "the bloc's mediator": the body or state that was named last before it."""
    doc = scene.paragraph.doc
    if not title.pointed:
        return title
    start = scene.paragraph.start + doc[title.first].idx
    named = [p for p in (*scene.earlier, *scene.parties) if isinstance(p, PartyMention) and p.evidence.start < start]
    nouns = scene.lexicon.parties.nouns
    named = [p for p in named if p.how != "demonym" and p.type is not PartyType.MEDIUM]
    named = [p for p in named if p.type is not PartyType.OTHER or set(p.name.split()) & nouns][-NEAR:]
    bodies = [p for p in named if p.type is not PartyType.STATE]
    last = next(iter([*bodies[::-1], *named[::-1]]), None)
    return title if last is None else replace(title, of=last.name)


def with_body_after(scene: Scene, title: Title, past: int) -> tuple[Title, int]:
    """The body that stands after the name: "Prosecutor Karim Khan of the International Criminal Court"."""
    doc = scene.paragraph.doc
    if title.of is not None or past >= len(doc) or doc[past].lower_ not in {"of", "at"}:
        return title, past
    body = first_party(scene, past + 1)
    span = scene.tokens(body.evidence) if body is not None else None
    return (title, past) if body is None or span is None else (replace(title, of=body.name), span[1])


def readings(title: Title, evidence: Evidence, rule: str) -> Iterator[Reading]:
    """One reading for each office of a title: "president and supreme commander" is two."""
    for value in title.values:
        yield Reading(value, (evidence,), rule, title.of)


def window_before(scene: Scene, name: int) -> tuple[int, int]:
    """The tokens before a name that may be its title; over "of" only from an office: "head of the council X"."""
    doc = scene.paragraph.doc
    first = phrase_start(scene, name)
    while first > 1 and doc[first - 1].lower_ in {"the", "a", "an"} | JOINTS:
        joint = first - 1
        while joint > 0 and doc[joint].lower_ in {"the", "a", "an"}:
            joint -= 1
        earlier = phrase_start(scene, joint)
        inner = scene.title(first, name)
        if (
            doc[joint].lower_ not in JOINTS
            or earlier == joint
            or inner is not None
            or not is_head(scene, doc[joint - 1])
        ):
            break
        first = earlier
    return first, name


def phrase_start(scene: Scene, past: int) -> int:
    """Where the run of nouns and adjectives that ends before token ``past`` begins."""
    doc, first, people = scene.paragraph.doc, past, scene.lexicon.people
    sentence = doc[past - 1].sent.start if past > 0 else 0
    names = [scene.tokens(p.evidence) for p in scene.people]
    taken = {i for span in names if span for i in range(*span)}
    while first > sentence:
        token = doc[first - 1]
        plain = token.lower_
        listed = plain in people.modifiers or plain in people.praise or plain in people.title_words
        hyphen = token.text == "-" and first < past
        joint_office = plain == "and" and first < past and is_head(scene, doc[first - 2]) if first > 1 else False
        if first - 1 in taken or not (token.pos_ in INSIDE or listed or hyphen or joint_office):
            break
        if token.text in STOPS and not joint_office:
            break
        first -= 1
    return first


def is_head(scene: Scene, token: Token) -> bool:
    """Whether a token ends the name of an office: "minister", "chiefs"."""
    plain = scene.lexicon.spelling.canonical(token.text).casefold()
    people = scene.lexicon.people
    return plain in people.heads or plain.removesuffix("s") in people.heads or plain in {"staff", "chief", "men", "in"}


def list_head(scene: Scene, place: tuple[int, int]) -> int | None:
    """The first token of the first name in a list that this one ends: Putin's in "presidents Putin and Xi"."""
    doc = scene.paragraph.doc
    spans = sorted(s for s in (scene.tokens(p.evidence) for p in scene.people) if s is not None)
    first = place[0]
    for start, past in reversed([s for s in spans if s[1] <= place[0]]):
        if all(t.text in {",", "and"} for t in doc[past:first]) and past < first:
            first = start
    return first if first != place[0] else None


def shares_title(scene: Scene, place: tuple[int, int]) -> bool:
    """Whether another name follows, so that a title in the plural is each one's."""
    doc = scene.paragraph.doc
    return place[1] < len(doc) and doc[place[1]].text in {",", "and"}


def counterpart(scene: Scene, person: PersonMention, title: Title, span: tuple[int, int]) -> Iterator[Reading]:
    """The same office as the other person of the sentence; which one that is, is known when all are compiled."""
    others = [p for p in scene.people if p.evidence.end <= person.evidence.start]
    subjects = [p for p in others if p.subject] or others
    sentence = scene.paragraph.start + scene.paragraph.doc[span[0]].sent.start_char
    near = [p for p in subjects if p.evidence.start >= sentence] or [p for p in others if p.evidence.start >= sentence]
    before = [p for p in scene.earlier if isinstance(p, PersonMention) and p.subject]
    other = next(iter([*near[::-1], *subjects[::-1], *before[::-1]]), None)
    if other is not None:
        yield Reading("counterpart", (scene.evidence(*span), other.evidence), "counterpart", title.of)


def after_name(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """Apposition or clause after the name: ", a spokesperson for …", ", who heads …", "is the head of …"."""
    doc, at = scene.paragraph.doc, place[1]
    if at < len(doc) and doc[at].text == "(":
        closing = next((t.i for t in doc[at : at + 8] if t.text == ")"), at)
        at = closing + 1
    if at + 1 >= len(doc):
        return
    if doc[at].text in {",", "--", "–", "—"}:
        at += 1
        if doc[at].like_num and at + 1 < len(doc) and doc[at + 1].text == ",":
            at += 2
        yield from clause_after(scene, place, at)
    elif doc[at].lower_ in {"is", "remains"} and doc[at + 1].lower_ in {"the", "a", "an", "also"}:
        yield from phrase_after(scene, place, at + 1, "is")


def clause_after(scene: Scene, place: tuple[int, int], at: int) -> Iterator[Reading]:
    """What begins at token ``at``, after a comma."""
    doc = scene.paragraph.doc
    if at < len(doc) and doc[at].lower_ == "who":
        verb = next((t for t in doc[at + 1 : at + 4] if t.pos_ in {"VERB", "AUX"}), None)
        if verb is not None and verb.lower_ in DOES:
            body = first_party(scene, verb.i + 1)
            if body is not None:
                span = scene.tokens(body.evidence)
                past = span[1] if span else verb.i + 1
                yield Reading(DOES[verb.lower_], (scene.evidence(place[0], past),), "who does it", body.name)
        elif verb is not None and verb.lower_ in {"is", "serves"}:
            yield from phrase_after(scene, place, verb.i + (2 if verb.lower_ == "serves" else 1), "who is")
        return
    yield from phrase_after(scene, place, at, "in apposition")


def first_party(scene: Scene, token: int) -> PartyMention | None:
    """The party that begins within three tokens of ``token``."""
    for party in scene.parties:
        span = scene.tokens(party.evidence)
        if span is not None and token <= span[0] <= token + 2:
            return party
    return None


def phrase_after(scene: Scene, place: tuple[int, int], first: int, rule: str) -> Iterator[Reading]:
    """The office that the phrase from token ``first`` names, up to a comma or a verb."""
    doc = scene.paragraph.doc
    while first < len(doc) and doc[first].lower_ in {"a", "an", "the", "also", "one", "now", "then", "of"}:
        if doc[first].lower_ == "then":
            break
        first += 1
    past = phrase_end(scene, first)
    if past <= first or begins_with_name(scene, first):
        return
    relative = next(
        (p for p in scene.people if (s := scene.tokens(p.evidence)) and first < s[0] < first + LONGEST), None
    )
    kin = next((t for t in doc[first : first + 4] if t.lower_ in KIN), None)
    if kin is not None and relative is not None and doc[kin.i + 1].lower_ == "of":
        span = scene.tokens(relative.evidence) or (past, past)
        yield Reading(kin.lower_, (scene.evidence(place[0], span[1]),), rule, relative.name)
        return
    title = scene.title(first, past)
    if title is not None and not title.plural and not title.value.endswith("counterpart"):
        yield from readings(title, scene.evidence(place[0], max(title.past, place[1])), rule)


def begins_with_name(scene: Scene, token: int) -> bool:
    """Whether another person stands at ``token``: a list of names is no apposition."""
    spans = [scene.tokens(p.evidence) for p in scene.people]
    return any(span is not None and span[0] <= token < span[1] for span in spans)


def phrase_end(scene: Scene, first: int) -> int:
    """Where the phrase that begins at ``first`` ends: at punctuation, a relative, a verb, or another person."""
    doc = scene.paragraph.doc
    held = {i for p in scene.parties if (span := scene.tokens(p.evidence)) for i in range(*span)}
    for token in doc[first : first + LONGEST]:
        if token.i in held:
            continue
        if token.text in STOPS or (token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}):
            return token.i
        if token.is_sent_start and token.i > first:
            return token.i
    return min(len(doc), first + LONGEST)


def before_comma(scene: Scene, person: PersonMention, place: tuple[int, int]) -> Iterator[Reading]:
    """Apposition before the name: "The commander-in-chief of Ukraine's army, Valery Zaluzhny, said"."""
    doc, comma = scene.paragraph.doc, place[0] - 1
    people = scene.lexicon.people
    skipped = {word.strip(".-") for phrase in people.ranks | people.honorifics for word in phrase.split()} | {
        "retired",
        "",
    }
    while comma > 0 and all(part.strip(".") in skipped for part in doc[comma].lower_.split("-")):
        comma -= 1
    if doc[comma].text != "," and (between := scene.title(*window_before(scene, place[0]))) is not None:
        comma = between.first - 1
    if comma < 2 or doc[comma].text != "," or not closes(doc[place[1]] if place[1] < len(doc) else None):
        return
    title = scene.title(opening(scene, comma), comma)
    if title is not None and title.value == "counterpart":
        yield from counterpart(scene, person, title, (title.first, place[1]))
    elif title is not None and not title.plural and title.past >= comma:
        title = with_antecedent(scene, title)
        yield from readings(title, scene.evidence(title.first, place[1]), "in apposition before the name")


def closes(token: Token | None) -> bool:
    """Whether an apposition in front of a name is closed after it: by a comma, a stop or a verb."""
    return token is None or token.text in {",", ".", ";", ")", '"'} or token.pos_ in {"VERB", "AUX"}


def opening(scene: Scene, comma: int) -> int:
    """Where the phrase before ``comma`` begins: after a comma, a verb, or at the sentence's start."""
    doc = scene.paragraph.doc
    start = doc[comma].sent.start
    for token in reversed(list(doc[max(start, comma - LONGEST) : comma])):
        if token.text in {",", ";", ":", '"', "("} or token.pos_ in {"VERB", "AUX", "SCONJ"}:
            return token.i + 1
        if token.lower_ in OPENINGS:
            return token.i + 1
    return start
