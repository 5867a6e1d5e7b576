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


ABOUT = frozenset({"about", "against", "at", "for", "in", "of", "on", "over", "to", "with"})
"""Prepositions behind which the matter of a voiced noun stands: ``concern over``, ``gratitude to``."""
REACH = 10
"""How many tokens may stand between *expressed* and its noun: ``expressed at a reception “the full support …``."""


def find_lent(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Kim expressed gratitude to Putin for …``: the verb lends a voice, the noun says which."""
    lending, lemma = scene.words.lending, verb.lemma_.casefold()
    if lemma not in lending.verbs | lending.freely or verb.pos_ != "VERB" or why_not(verb, PLAIN) is not None:
        return
    noun = _lent_noun(verb, scene)
    voice = find_voice(verb, scene)
    if noun is None or voice is None or not can_speak(voice, scene):
        return
    content = _about(verb, noun)
    if lemma not in lending.freely and content is None:
        return
    near = content is not None and noun.i - verb.i <= 4
    rest = content or Run(noun.left_edge.i, _last_of(verb, noun) + 1)
    clause = next((c for c in noun.rights if c.dep_ in {"acl", "ccomp", "relcl"} and c.tag_ != "VBN"), None)
    yield Frame(
        cue=f"{verb.text} {noun.text}" if near else verb.text,
        cue_run=Run(verb.i, noun.i + 1 if near else verb.i + 1),
        verb=verb.i,
        governor=verb.head.i,
        voice=voice,
        content=rest if near else Run(noun.left_edge.i, max(rest.end, noun.i + 1)),
        head=clause.i if clause is not None else noun.i,
        kind="express",
        rule="expressed",
        quoted=verb.i in scene.quoted_in,
    )


def _lent_noun(verb: Token, scene: Scene) -> Token | None:
    """The listed noun that the verb voices: its object, or the first in reach where the parse lost it."""
    nouns = scene.words.lending.nouns
    objects = [c for c in verb.rights if c.dep_ in {"dobj", "ccomp"} and c.pos_ == "NOUN"]
    for noun in objects:
        coordinated = [noun, *noun.conjuncts]
        found = next((n for n in coordinated if n.lemma_.casefold() in nouns), None)
        if found is not None:
            return found
    if objects or verb.lemma_.casefold() not in scene.words.lending.freely:
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]:
        if token.text in {",", ";"} or token.pos_ == "VERB":
            return None
        if token.pos_ == "NOUN" and token.lemma_.casefold() in nouns:
            return token
    return None


def _about(verb: Token, noun: Token) -> Run | None:
    """What the noun is about: its clause or phrase, wherever the parse hung it."""
    parts = [c for c in noun.rights if c.dep_ in {"acl", "ccomp", "relcl"} or c.lower_ in ABOUT]
    parts += [c for c in verb.rights if c.i > noun.i and (c.dep_ in {"ccomp", "dative"} or c.lower_ in ABOUT - {"in", "on", "at"})]
    if not parts:
        return None
    start = min(c.left_edge.i for c in parts)
    return Run(max(start, noun.i + 1), max(_last_of(verb, noun), *(c.right_edge.i for c in parts)) + 1)


def _last_of(verb: Token, noun: Token) -> int:
    kept = {"prep", "ccomp", "dative", "acl", "dobj"}
    lost = [c.right_edge.i for c in noun.head.rights if c.dep_ in kept] if noun.dep_ == "nsubj" else []
    return max([noun.right_edge.i, *lost, *(c.right_edge.i for c in verb.rights if c.dep_ in kept)])


def find_nominals(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``amid accusations that Russia is being supplied with arms``; ``Kyiv's claim that``; ``a denial by``."""
    lemma, words = noun.lemma_.casefold(), scene.words
    if noun.pos_ not in {"NOUN", "PROPN"} or lemma not in words.asserting | words.denying:
        return
    clause = next((c for c in noun.rights if c.dep_ in {"acl", "relcl", "ccomp"} and _is_that_clause(c, noun, scene)), None)
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


def _is_that_clause(clause: Token, noun: Token, scene: Scene) -> bool:
    marks = [c for c in clause.lefts if c.lower_ == "that" and c.i > noun.i]
    if any(entry.denies for entry in scene.words.verbs.get(clause.lemma_.casefold(), ())):
        return any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > clause.i for c in clause.rights)
    subject = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and c.lower_ != "that" for c in clause.lefts)
    return bool(marks) and subject


def _governed(noun: Token) -> bool:
    """``said in a statement that``: the verb has the clause, not the noun."""
    return noun.dep_ == "pobj" and any(a.lemma_ in GOVERNED for a in list(noun.ancestors)[:2])


def _is_denied(noun: Token, scene: Scene) -> bool:
    """``rejected accusations that``: one denial, no second accusation by nobody."""
    entries = scene.words.verbs.get(noun.head.lemma_.casefold(), ())
    return noun.dep_ in {"dobj", "nsubjpass"} and any(entry.denies for entry in entries)
