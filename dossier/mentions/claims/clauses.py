"""Verbs that report a clause or a quotation, and states of mind as adjectives: ``is confident that``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.contents import Content, find_contents, right_clause
from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice
from dossier.model import Polarity

FEELING = frozenset({"be", "become", "feel", "remain", "sound", "stay"})


def find_clauses(verb: Token, entry: CueVerb, cue: Run, scene: Scene) -> Iterator[Frame]:
    """``The ministry said (that) the bridge was hit``; one frame for each clause with a subject of its own."""
    voice = find_voice(verb, scene)
    if voice is None or (entry.animate and not can_speak(voice, scene)):
        return
    if entry.written and voice.pointer.how != "medium":
        return
    for content in find_contents(verb, cue, voice, scene):
        if content.rule == "quotation" and not _may_quote(entry, content, scene):
            continue
        yield frame_of(verb, entry, cue, voice, content, scene)


def _may_quote(entry: CueVerb, content: Content, scene: Scene) -> bool:
    """Whether a quotation after the verb is what it says, not only its object: ``welcomed “the outcome”``."""
    if Takes.QUOTATION not in entry.takes:
        return False
    return Takes.NOUN not in entry.takes or scene.doc[content.run.start - 1].text in {":", ","}


def frame_of(verb: Token, entry: CueVerb, cue: Run, voice: Voice | None, content: Content, scene: Scene) -> Frame:
    """The frame of one verb with one content."""
    return Frame(
        cue=scene.doc[cue.start : cue.end].text,
        cue_run=cue,
        verb=verb.i,
        governor=verb.head.i,
        voice=voice,
        content=content.run,
        also=tuple(_afterthoughts(verb)) if content.rule == "fronted" else (),
        head=content.head,
        kind=entry.kind,
        polarity=Polarity.DENIES if entry.denies else Polarity.ASSERTS,
        rule="denial" if entry.denies else content.rule,
        quoted=verb.i in scene.quoted_in,
    )


def _afterthoughts(verb: Token) -> Iterator[Run]:
    """Participles after the attribution, which still belong to what is claimed."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and not any(c.dep_ == "nsubj" for c in child.children):
            yield Run(child.left_edge.i, child.right_edge.i + 1)


def find_feelings(adjective: Token, scene: Scene) -> Iterator[Frame]:
    """``Kyiv is confident that the tanks will come``: a state of mind that the text ascribes."""
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in FEELING or adjective.lemma_.casefold() not in scene.words.adjectives:
        return
    if any(c.dep_ == "neg" for c in verb.children):
        return
    voice = find_voice(verb, scene)
    cue = Run(adjective.i, adjective.i + 1)
    if voice is None or not can_speak(voice, scene):
        return
    content = right_clause(adjective, cue, voice, scene)
    if content is not None:
        yield Frame(
            cue=adjective.text,
            cue_run=cue,
            verb=verb.i,
            governor=verb.head.i,
            voice=voice,
            content=content.run,
            head=content.head,
            kind="think",
            rule="state of mind",
            quoted=adjective.i in scene.quoted_in,
        )
