"""A verb that lends its voice to a noun: ``expressed belief that …``, ``voiced deep concern over …``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.cues import why_not
from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice

CLAUSES = frozenset({"acl", "ccomp", "relcl"})
ABOUT = frozenset({"about", "against", "at", "for", "in", "of", "on", "over", "to", "with"})
"""Prepositions behind which the matter of a voiced noun stands: ``concern over``, ``gratitude to``."""
PLACING = frozenset({"at", "in", "on"})
"""Of these, the ones that after the verb tell only where or when."""
REACH = 10
"""How many tokens may stand between *expressed* and its noun: ``expressed at a reception “the full support …``."""
DEEDS = frozenset({"backing", "support"})
"""What is only said where somebody expresses it; ``offering support to its neighbour`` is a deed."""
ADDRESSED = frozenset(
    {"accusation", "allegation", "appeal", "assurance", "blame", "call", "demand", "guarantee", "promise", "request"}
    | {"threat", "warning"}
)
"""Nouns of which a hearer is no matter; ``gratitude to Putin`` has him as its matter."""
RAISED = frozenset({"possibility", "prospect"})
"""Nouns that only ``raise`` voices."""
NEAR = 4
"""How many tokens verb and noun may lie apart to be one cue: ``expressed deep and growing concern``."""


def find_voiced(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Kim expressed gratitude to Putin for …``: the verb lends a voice, the noun says which."""
    if verb.pos_ != "VERB":
        return
    lending, lemma = scene.words.lending, verb.lemma_.casefold()
    if (lemma not in lending.verbs and lemma not in lending.freely) or why_not(verb) is not None:
        return
    noun, voice = _voiced_noun(verb, scene), find_voice(verb, scene)
    if noun is None or voice is None or not can_speak(voice, scene):
        return
    if any(c.lower_ in {"little", "no"} for c in noun.lefts):
        return  # "has no interest in a war"
    if noun.lemma_.casefold() in DEEDS and lemma not in lending.freely:
        return
    if noun.lemma_.casefold() in RAISED and (lemma != "raise" or verb.tag_ == "VBG"):
        return  # "the rally raised tension, *raising the prospect* of clashes"
    matter = _matter(verb, noun)
    if matter is not None and _only_addressed(noun, matter, voice, scene):
        return
    if matter is None and lemma not in lending.freely:
        return
    near = matter is not None and noun.i - verb.i <= NEAR
    told = matter if matter is not None and near else Run(noun.left_edge.i, _last_of(verb, noun) + 1)
    clause = next((c for c in noun.rights if c.dep_ in CLAUSES and c.tag_ != "VBN"), noun)
    yield Frame(
        cue=f"{verb.text} {noun.text}" if near else verb.text,
        cue_run=Run(verb.i, noun.i + 1 if near else verb.i + 1),
        verb=verb.i,
        governor=verb.head.i,
        voice=voice,
        content=told,
        head=clause.i,
        kind="express",
        rule="expressed",
        quoted=verb.i in scene.quoted_in,
    )


def _voiced_noun(verb: Token, scene: Scene) -> Token | None:
    """The listed noun that the verb voices: its object, or the first in reach where the parse lost it."""
    lending = scene.words.lending
    objects = [c for c in verb.rights if c.dep_ in {"ccomp", "dative", "dobj"} and c.pos_ == "NOUN"]
    for noun in [n for first in objects for n in (first, *first.conjuncts)]:
        if noun.lemma_.casefold() in lending.nouns:
            return noun
    if objects or verb.lemma_.casefold() not in lending.freely:
        return None
    for token in verb.doc[verb.i + 1 : min(verb.i + REACH, verb.sent.end)]:
        if token.text in {",", ";"} or token.pos_ == "VERB":
            return None
        if token.pos_ == "NOUN" and token.lemma_.casefold() in lending.nouns:
            return token
    return None


def _matter(verb: Token, noun: Token) -> Run | None:
    """What the noun is about: its clause or phrase, wherever the parse hung it."""
    parts = [c for c in noun.rights if c.dep_ in CLAUSES or c.lower_ in ABOUT]
    parts += [c for c in verb.rights if c.tag_ == "VB" and c.left_edge.i == noun.i + 1]  # "made the vow *to strike*"
    parts += [c for c in verb.rights if c.i > noun.i and (c.dep_ in {"ccomp", "dative"} or c.lower_ in ABOUT - PLACING)]
    if not parts:
        return None
    start = min(c.left_edge.i for c in parts)
    return Run(max(start, noun.i + 1), max(_last_of(verb, noun), *(c.right_edge.i for c in parts)) + 1)


def _only_addressed(noun: Token, matter: Run, voice: Voice, scene: Scene) -> bool:
    """``Oslo issued a warning to Riga``, ``made calls to the front``: to whom, and not of what.

    Somebody without a name is told all the same: "the official" of the next sentence points back.
    """
    named = voice.head in scene.people or voice.head in scene.parties
    if noun.lemma_.casefold() not in ADDRESSED or not named:
        return False
    parts = [t for t in scene.doc[matter.start : matter.end] if t.head.i < matter.start]
    return all(t.dep_ in {"dative", "prep", "punct"} and t.lower_ in {"against", "to", ","} for t in parts)


def _last_of(verb: Token, noun: Token) -> int:
    """The last word of the noun's matter, as far as verb, noun or a verb under the noun govern it."""
    kept = {"acl", "ccomp", "dative", "dobj", "prep"}
    lost = [c.right_edge.i for c in noun.head.rights if c.dep_ in kept] if noun.dep_ == "nsubj" else []
    return max([noun.right_edge.i, *lost, *(c.right_edge.i for c in verb.rights if c.dep_ in kept)])
