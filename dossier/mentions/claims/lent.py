"""A verb that lends its voice to a noun, and nouns that report by themselves: ``expressed belief that``, ``amid
accusations that``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.cues import why_not
from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import POSSESSIVES, can_speak, find_voice, voice_at
from dossier.lexicon.claims import CueVerb
from dossier.model import Polarity

PLAIN = CueVerb("", (), "express", frozenset())
GOVERNED = frozenset({"say", "add", "tell", "write", "declare", "note", "warn", "report", "announce"})


def find_lent(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Kim expressed gratitude to Putin for …``: the verb lends a voice, the noun says which."""
    lending = scene.words.lending
    if verb.lemma_.casefold() not in lending.verbs | lending.freely or why_not(verb, PLAIN) is not None:
        return
    noun = next((c for c in verb.rights if c.dep_ in {"dobj", "ccomp"} and c.pos_ == "NOUN"), None)
    voice = find_voice(verb, scene)
    if noun is None or voice is None or not can_speak(voice, scene) or noun.lemma_.casefold() in lending.topics:
        return
    listed = noun.lemma_.casefold() in lending.nouns
    freely = verb.lemma_.casefold() in lending.freely
    if not listed and not (freely and verb.lemma_ == "express"):
        return
    near = listed and noun.i - verb.i <= 4
    end = max([noun.right_edge.i, *(c.right_edge.i for c in verb.rights if c.dep_ in {"prep", "ccomp", "dative", "acl", "dobj"})]) + 1
    start = noun.i + 1 if near and end > noun.i + 1 else noun.left_edge.i
    clause = next((c for c in noun.rights if c.dep_ in {"acl", "ccomp", "relcl"} and c.tag_ != "VBN"), None)
    yield Frame(
        cue=f"{verb.text} {noun.text}" if near else verb.text,
        cue_run=Run(verb.i, noun.i + 1 if near else verb.i + 1),
        verb=verb.i,
        governor=verb.head.i,
        voice=voice,
        content=Run(start, end),
        head=clause.i if clause is not None else noun.i,
        kind="express",
        rule="expressed",
        quoted=verb.i in scene.quoted_in,
    )


def find_nominals(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``amid accusations that Russia is being supplied with arms``; ``Kyiv's claim that``; ``a denial by``."""
    lemma, words = noun.lemma_.casefold(), scene.words
    if noun.pos_ not in {"NOUN", "PROPN"} or lemma not in words.asserting | words.denying:
        return
    clause = next((c for c in noun.rights if c.dep_ in {"acl", "relcl", "ccomp"} and _is_that_clause(c, noun)), None)
    if clause is None or _governed(noun):
        return
    voice = owner(noun, scene)
    if voice is None and (lemma not in words.unowned or _is_denied(noun, scene)):
        return
    yield Frame(
        cue=noun.text,
        cue_run=Run(noun.i, noun.i + 1),
        verb=noun.i,
        governor=noun.head.i,
        voice=voice,
        content=Run(clause.left_edge.i, clause.right_edge.i + 1),
        head=clause.i,
        kind="noun",
        polarity=Polarity.DENIES if lemma in words.denying else Polarity.ASSERTS,
        rule="nominal",
        quoted=noun.i in scene.quoted_in,
    )


def owner(noun: Token, scene: Scene) -> Voice | None:
    """Whose word it is: ``Kyiv's``, ``Ukrainian``, ``by the ministry``; or who makes it (``repeated the claim``)."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in POSSESSIVES:
            return voice_at(child, scene)
        if child.dep_ in {"amod", "compound", "nmod"} and child.i in scene.parties:
            return voice_at(child, scene)
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from", "of"}:
            pobj = next((c for c in child.children if c.dep_ == "pobj"), None)
            voice = voice_at(pobj, scene) if pobj is not None else None
            if voice is not None and can_speak(voice, scene):
                return voice
    possessor = next((c for c in noun.children if c.dep_ == "poss"), None)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ in {"make", "repeat", "renew", "level", "issue"}:
        return find_voice(noun.head, scene)
    return voice_at(possessor, scene) if possessor is not None else None


def _is_that_clause(clause: Token, noun: Token) -> bool:
    marks = [c for c in clause.lefts if c.lower_ == "that" and c.i > noun.i]
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and c.lower_ != "that" for c in clause.lefts)
    return bool(marks) and subject


def _governed(noun: Token) -> bool:
    """``said in a statement that``: the verb has the clause, not the noun."""
    return noun.dep_ == "pobj" and any(a.lemma_ in GOVERNED for a in list(noun.ancestors)[:2])


def _is_denied(noun: Token, scene: Scene) -> bool:
    """``rejected accusations that``: one denial, no second accusation by nobody."""
    entries = scene.words.verbs.get(noun.head.lemma_.casefold(), ())
    return noun.dep_ in {"dobj", "nsubjpass"} and any(entry.denies for entry in entries)
