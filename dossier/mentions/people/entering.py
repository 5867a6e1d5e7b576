"""Into what office somebody has come, by a verb: "Petrov was sworn in as Norland's president"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.mentions.people.appositions import phrase_after
from dossier.mentions.people.stage import Scene
from dossier.model import Reading

UNREAL = frozenset(
    {"can", "could", "may", "might", "must", "shall", "should", "to", "will", "would", "'ll", "not", "n't", "never"}
)
"""Words beside the verb with which nobody is in the office yet: "WILL be sworn in as president"."""

WHOLLY = frozenset({"serve", "swear", "inaugurate", "unveil", "confirm", "install"})
"""Verbs that lead to the office over "as" alone: "served as", "was sworn in as"."""

UNSURE = frozenset({"nominate", "serve", "become", "choose", "name"})
"""Verbs whose object may be no holder yet, or that have none."""

LEADS = (("to", "serve", "as"), ("to", "be"), ("as",))
"""What stands between whoever is appointed and the office: "appointed Lis *to serve as* ambassador"."""

ASIDE = 9
"""Tokens between the verb and "as": "was sworn into his fifth term as Norland's leader"."""


def entered(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """The office that the clause gives to its subject; who "served as minister" is a former one."""
    name = scene.paragraph.doc[place[0] : place[1]].root
    verb = name.head
    if name.dep_ not in {"nsubj", "nsubjpass"} or verb.lemma_.casefold() not in scene.lexicon.people.enters:
        return
    if not is_done(verb, passive=name.dep_ == "nsubjpass"):
        return
    first = office_of(verb)
    if first is None:
        return
    past = verb.lemma_ == "serve" and verb.tag_ == "VBD" and not any(c.dep_ == "aux" for c in verb.children)
    for reading in phrase_after(scene, place, first, "is"):
        former = past and "former" not in reading.value.split()
        yield replace(reading, value=f"former {reading.value}") if former else reading


def appointed(scene: Scene, place: tuple[int, int]) -> Iterator[Reading]:
    """The office that somebody else gives: "the king *appointed* Jan Lis *to serve as* ambassador"."""
    doc, at = scene.paragraph.doc, place[1]
    verb = doc[place[0] - 1] if place[0] > 0 else None
    if verb is None or verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.casefold() not in scene.lexicon.people.enters:
        return
    beside = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"}}
    words = [t.lower_ for t in doc[at : at + 3]]
    lead = next((lead for lead in LEADS if words[: len(lead)] == list(lead)), None)
    if lead is not None and not beside & UNREAL and verb.lemma_ not in UNSURE:
        yield from phrase_after(scene, place, at + len(lead), "is")


def is_done(verb: Token, *, passive: bool) -> bool:
    """Whether it has happened: "was elected", "has served", "became"; who "appointed" another has not come into it."""
    beside = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"}}
    alone = passive or verb.lemma_ in {"become", "serve"}
    return alone and not beside & UNREAL and verb.tag_ not in {"VB", "VBG"}


def office_of(verb: Token) -> int | None:
    """The token where the office begins: after "as", or right after the verb."""
    ahead = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + ASIDE)]
    for token in ahead:
        if token.lower_ == "as":
            return token.i + 1
        if token.pos_ == "VERB" or token.text in {",", ";", "."}:
            break
    direct = verb.lemma_ not in WHOLLY and len(ahead) > 0 and ahead[0].pos_ in {"DET", "NOUN", "PROPN", "ADJ"}
    return verb.i + 1 if direct else None
