"""What stands beside a name at a distance: apposition after it or before it, and clauses such as "who heads Y"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.pieces import JOINTS
from dossier.mentions.stage import Scene, counterpart, first_party, readings, with_antecedent
from dossier.mentions.windows import is_head, window_before
from dossier.model import PersonMention, Reading

STOPS = frozenset({",", ".", ";", ":", ")", "(", "--", "—", "–", '"', "who", "which", "that", "whose", "and", "but"})
"""Where an apposition ends; "and" only where no body's name runs over it."""

OPENINGS = frozenset({"after", "and", "as", "but", "by", "from", "when", "while", "with"})
"""Words after which an apposition in front of a name begins: "according to its spokesman, Yuriy Melnik"."""

LONGEST = 22
"""Tokens of the longest apposition that is read: "deputy head of the … department of the … ministry of …"."""


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
        if verb is not None and verb.lower_ in scene.lexicon.people.does:
            body = first_party(scene, verb.i + 1)
            if body is not None:
                span = scene.tokens(body.evidence)
                past = span[1] if span else verb.i + 1
                yield Reading(
                    scene.lexicon.people.does[verb.lower_], (scene.evidence(place[0], past),), "who does it", body.name
                )
        elif verb is not None and verb.lower_ in {"is", "serves"}:
            yield from phrase_after(scene, place, verb.i + (2 if verb.lower_ == "serves" else 1), "who is")
        return
    yield from phrase_after(scene, place, at, "in apposition")


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
    kin = kinship(scene, place, first, rule)
    if kin is not None:
        yield kin
        return
    title = scene.title(first, past)
    if title is not None and not title.plural and not title.value.endswith("counterpart"):
        title = with_antecedent(scene, title)
        yield from readings(title, scene.evidence(place[0], max(title.past, place[1])), rule)


def kinship(scene: Scene, place: tuple[int, int], first: int, rule: str) -> Reading | None:
    """Whom somebody is related to: "the powerful sister of North Korean leader Kim Jong Un"."""
    doc = scene.paragraph.doc
    kin = next((t for t in doc[first : first + 4] if t.lower_ in scene.lexicon.people.kin), None)
    if kin is None or kin.i + 1 >= len(doc) or doc[kin.i + 1].lower_ != "of":
        return None
    for person in scene.people:
        span = scene.tokens(person.evidence)
        if span is not None and kin.i < span[0] < first + LONGEST:
            return Reading(kin.lower_, (scene.evidence(place[0], span[1]),), rule, person.name)
    return None


def begins_with_name(scene: Scene, token: int) -> bool:
    """Whether another person stands at ``token``: a list of names is no apposition."""
    spans = [scene.tokens(p.evidence) for p in scene.people]
    return any(span is not None and span[0] <= token < span[1] for span in spans)


def phrase_end(scene: Scene, first: int) -> int:
    """Where the phrase that begins at ``first`` ends: at punctuation, a relative, a verb, or another person."""
    doc = scene.paragraph.doc
    held = {i for p in scene.parties if (span := scene.tokens(p.evidence)) for i in range(*span)}
    people = {span[0] for p in scene.people if (span := scene.tokens(p.evidence))}
    for token in doc[first : first + LONGEST]:
        if token.i in held or second_office(scene, token):
            continue
        if token.text in STOPS or (token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}):
            return token.i
        if token.i in people:
            return token.i if any(t.lower_ in JOINTS for t in doc[first : token.i]) else first
        if token.i > first and token.is_sent_start:
            return token.i
    return min(len(doc), first + LONGEST)


def second_office(scene: Scene, token: Token) -> bool:
    """Whether "and" joins another office: "Qatar's prime minister and foreign minister, flew home"."""
    doc = scene.paragraph.doc
    if token.lower_ != "and" or token.i == 0 or not is_head(scene, doc[token.i - 1]):
        return False
    following = next((t.i for t in doc[token.i + 1 : token.i + 5] if t.text in {",", ".", "of"}), None)
    return following is not None and is_head(scene, doc[following - 1])


def before_comma(scene: Scene, person: PersonMention, place: tuple[int, int]) -> Iterator[Reading]:
    """Apposition before the name: "The commander-in-chief of Ukraine's army, Valery Zaluzhny, said"."""
    doc, comma = scene.paragraph.doc, place[0] - 1
    skipped = scene.lexicon.people.rank_words | {"air", "field", "retired", "vice", ""}
    while comma > 0 and all(part.strip(".") in skipped for part in doc[comma].lower_.split("-")):
        comma -= 1
    if doc[comma].text != "," and (between := scene.title(*window_before(scene, place[0]))) is not None:
        comma = between.first - 1
    if comma < 2 or doc[comma].text != "," or not closes(doc[place[1]] if place[1] < len(doc) else None):
        return
    opens = opening(scene, comma)
    if opens > 1 and doc[opens - 1].text == "," and any(ends_at(scene, p, opens - 1) for p in scene.people):
        return
    title = scene.title(opens, comma)
    if title is not None and title.value == "counterpart":
        yield from counterpart(scene, person, title, (title.first, place[1]))
    elif title is not None and not title.plural and title.past >= comma:
        title = with_antecedent(scene, title)
        yield from readings(title, scene.evidence(title.first, place[1]), "in apposition before the name")


def ends_at(scene: Scene, person: PersonMention, token: int) -> bool:
    """Whether a name ends right before ``token``: what follows the comma there is said of that person."""
    span = scene.tokens(person.evidence)
    return span is not None and span[1] == token


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
        if token.lower_ in OPENINGS or (token.lower_ == "to" and doc[token.i - 1].lower_ == "according"):
            return token.i + 1
    return start
