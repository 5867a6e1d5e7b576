"""What a group travels for, and when: "for the 70th anniversary of …", "to attend …", "on Thursday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from dossier.dates import Tense, find_dates, resolve_date
from dossier.documents import Document, Paragraph
from dossier.lexicon.delegations import DelegationWords
from dossier.mentions.delegations.travelling import MEETING, Group, verbs_of
from dossier.model import Evidence, Reading, Span

CUT = frozenset({"acl", "advcl", "appos", "relcl"})
"""Clauses at which an occasion ends: "the Korean War | celebrated in North Korea as …"."""

OPENING = re.compile(r"^(?:the|a|an|his|her|its|their|to)\s+", re.IGNORECASE)
"""Words before an occasion that are no part of it."""

MARKING = frozenset({"celebrate", "commemorate", "honour", "honor", "mark", "observe"})
"""Verbs of a host whose object is the occasion: "as the country marks the anniversary of …"."""

EFFORTS = frozenset({"attempt", "bid", "effort"})
"""Nouns whose infinitive is the purpose: "met the leader in a bid to secure his release"."""

JOINING = frozenset({"attend", "join", "participate", "take", "witness"})
"""Verbs of a guest whose object is the occasion: "to attend the parade", "to take part in talks"."""

TOURING = frozenset({"tour", "visit"})
"""Verbs of going whose object may be an occasion: "has toured the arms fair"."""

LOOSE = frozenset({"ADP", "CCONJ", "DET", "PUNCT", "SCONJ"})
"""Parts of speech that an occasion does not end in."""

CUTTING = frozenset({",", '"', ";", "(", "-", "--", "–"})
"""Marks at which an occasion ends."""


def occasions(document: Document, group: Group, words: DelegationWords) -> Iterator[Reading]:
    """What for: "for the 70th anniversary of …", "to attend …", "as the country marks …"."""
    verbs = verbs_of(group)
    anchors = [group.noun, *([group.journey] if group.journey else []), *verbs]
    seen: list[Span] = []
    for noun, rule in (*for_what(anchors, words), *purposes(verbs, group, words), *marked(anchors)):
        evidence = trimmed(document, group.paragraph, noun)
        if not any(span.overlaps(evidence) for span in seen):
            seen.append(evidence.span)
            yield Reading(OPENING.sub("", " ".join(evidence.exact.split())), (evidence,), rule)


def for_what(anchors: list[Token], words: DelegationWords) -> Iterator[tuple[Token, str]]:
    """Objects of "for", "to", "at" that are occasions; after a journey's "for" any proper name is one."""
    for anchor in anchors:
        if anchor.lemma_.casefold() in MEETING | JOINING | TOURING:
            objects = (child for child in anchor.children if child.dep_ == "dobj")
            yield from ((noun, "talks") for noun in objects if noun.lemma_.casefold() in words.occasions)
        for link in (child for child in anchor.children if child.dep_ == "prep"):
            for noun in (child for child in link.children if child.dep_ == "pobj"):
                known = noun.lemma_.casefold() in words.occasions
                day = link.lower_ == "for" and noun.lower_ == "day" and noun.pos_ == "PROPN"
                errand = noun.lemma_.casefold() == "mission" and any(t.lemma_ in words.licences for t in noun.lefts)
                if ((known or errand) and link.lower_ in {"for", "to", "at", "in", "on"}) or day:
                    yield noun, "occasion"


def purposes(verbs: list[Token], group: Group, words: DelegationWords) -> Iterator[tuple[Token, str]]:
    """Infinitives of purpose: the object where the verb only joins ("attend the parade"), else all of it."""
    for verb in verbs:
        lemma = verb.lemma_.casefold()
        goes = lemma in words.going | words.sending | words.receiving | words.leading | MEETING or verb == group.verb
        talks = [child for child in verb.children if child.dep_ == "dobj"] if lemma in MEETING else []
        talks += [token for token in verb.subtree if token.lower_ in EFFORTS and token.dep_ == "pobj"]
        for child in (c for above in (verb, *talks) for c in above.children) if goes else ():
            infinitive = child.dep_ in {"acl", "advcl", "xcomp"} and any(
                c.lower_ == "to" and c.dep_ == "aux" for c in child.children
            )
            if not infinitive or child.lemma_.casefold() in words.going:
                continue
            deed = child.lemma_.casefold()
            objects = [t for t in child.subtree if t.dep_ in {"dobj", "pobj"} and t.lower_ != "part"]
            if deed in JOINING | MARKING and objects:
                yield objects[0], "purpose"
            elif lemma in words.going | words.sending | words.leading | MEETING or deed in words.purposes:
                yield child, "purpose"


def marked(anchors: list[Token]) -> Iterator[tuple[Token, str]]:
    """What the host marks meanwhile: "as the country celebrated the 70th anniversary of an armistice"."""
    for anchor in anchors:
        for clause in anchor.subtree:
            if clause.dep_ == "advcl" and clause.lemma_.casefold() in MARKING:
                yield from ((child, "meanwhile") for child in clause.children if child.dep_ == "dobj")


def trimmed(document: Document, paragraph: Paragraph, noun: Token) -> Evidence:
    """The phrase of a noun or an infinitive, cut at the first clause, quotation or comma after it."""
    doc = paragraph.doc
    left = noun.left_edge.i if noun.pos_ not in {"VERB", "AUX"} else noun.i
    last = noun.i
    clauses = {t.left_edge.i for t in noun.subtree if t.dep_ in CUT and t.left_edge.i > noun.i}
    for token in doc[noun.i + 1 : noun.right_edge.i + 1]:
        hyphen = token.text == "-" and not token.whitespace_ and not token.nbor(-1).whitespace_
        if (token.text in CUTTING and not hyphen) or token.i in clauses or token.dep_ == "mark":
            break
        last = token.i
    while last > noun.i and (doc[last].pos_ in LOOSE or is_day(doc[last])):
        last -= 1
    return document.evidence(paragraph, doc[left : last + 1])


def is_day(token: Token) -> bool:
    """Whether it is the day in "talks on Thursday", which is no part of the occasion."""
    return token.ent_type_ == "DATE" and (
        token.dep_ == "npadvmod" or (token.dep_ == "pobj" and token.head.lower_ == "on")
    )


def days(document: Document, group: Group, words: DelegationWords) -> Iterator[Reading]:
    """When it goes: the one date of its sentence, where a verb of going or meeting stands in it."""
    verbs = [
        v for v in verbs_of(group) if v.lemma_.casefold() in words.going | words.sending | words.receiving | MEETING
    ]
    if not verbs and group.journey is None:
        return
    sentence = group.noun.sent
    base = group.paragraph.start + sentence.start_char
    spans = list(find_dates(sentence.text))
    if len(spans) != 1:
        return
    phrase = document.source.evidence(base + spans[0].start, base + spans[0].end)
    resolved = resolve_date(phrase.exact, document.source.published, tense_of(verbs))
    if resolved is not None:
        yield Reading(resolved.value, (phrase,), resolved.rule)


def tense_of(verbs: list[Token]) -> Tense:
    """Which way the journey looks: "will travel", "is expected to arrive", "arrived"."""
    for verb in verbs:
        helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
        if helpers & {"will", "would", "to", "shall"}:
            return Tense.FUTURE
        if verb.tag_ in {"VBD", "VBN"}:
            return Tense.PAST
    return Tense.UNKNOWN
