"""Views that no verb reports: ``For Kyiv, P``, ``The minister's position is that P``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.frames import Content, Frame, sourced_frame
from dossier.mentions.claims.nominals import owner
from dossier.mentions.claims.pieces import split_clauses
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS, has_finite, top_of
from dossier.mentions.claims.voices import can_speak, voice_at

SEATS = frozenset({"capital", "seat"})
"""How a government is meant by a place, which has no other view: ``For Kyiv``; ``For Norway`` it may be a good year."""
LINKING = frozenset({"be", "remain"})


def find_standpoints(token: Token, scene: Scene) -> Iterator[Frame]:
    """``For Kyiv, these terms amount to surrender``; ``For Ana Cruz, a lawyer in Lima, the vote is a farce``."""
    if token.lower_ != "for" or token.i != token.sent.start or token.i in scene.quoted_in:
        return
    head = next((c for c in token.rights if c.dep_ == "pobj"), None)
    if head is None or not _has_view(head, scene):
        return
    end, sentence = token.right_edge.i + 1, scene.sentence(token)
    run = Run(end + 1, sentence.end)
    voice = voice_at(head, scene)
    if voice is None or end >= len(scene.doc) or scene.doc[end].text != "," or not has_finite(scene.doc, run):
        return
    for part in split_clauses(Content(run, top_of(scene.doc, run), "view"), scene):
        yield sourced_frame(Run(token.i, token.i + 1), token, voice, part, scene)


def _has_view(head: Token, scene: Scene) -> bool:
    party = scene.parties.get(head.i)
    if party is not None and party.how in SEATS:
        return True
    described = any(c.dep_ == "appos" and c.i > head.i and c.pos_ == "NOUN" for c in head.rights)
    return head.i in scene.people and described


def find_positions(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``Oslo's position is that the strait is open``: a noun that somebody owns, and what it is."""
    if noun.pos_ != "NOUN" or noun.dep_ != "nsubj" or noun.head.lemma_ not in LINKING:
        return
    words, lemma = scene.words, noun.lemma_.casefold()
    if lemma not in words.positions | words.asserting | words.sourcing.views:
        return
    clauses = (c for c in noun.head.rights if c.dep_ in {"ccomp", "advcl"} and c.left_edge.lower_ == "that")
    clause = next(clauses, None)
    voice = owner(noun, scene) if clause is not None else None
    if clause is None or voice is None or not can_speak(voice, scene):
        return
    if not any(c.dep_ in SUBJECTS for c in clause.lefts):
        return
    run = Run(clause.left_edge.i + 1, clause.right_edge.i + 1)
    for part in split_clauses(Content(run, clause.i, "view"), scene):
        yield sourced_frame(Run(noun.i, noun.i + 1), noun.head, voice, part, scene)
