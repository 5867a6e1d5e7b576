"""Verbs that report a clause or a quotation, and states of mind as adjectives: ``is confident that``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.contents import find_contents, right_clause
from dossier.mentions.claims.frames import Content, Cue, Frame, Telling, Voice, frame_of
from dossier.mentions.claims.nominals import owner
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS, has_finite
from dossier.mentions.claims.voices import can_speak, find_voice, voice_at

SAID_THIS = "said this"
"""The rule whose content stands in the sentence before."""
SUCH = frozenset({"corresponding", "relevant", "respective", "such", "this"})
"""Words that point from a statement to the sentence before: ``the relevant statement``."""
FEELING = frozenset({"be", "become", "feel", "remain", "sound", "stay"})


def find_clauses(cue: Cue) -> Iterator[Frame]:
    """``The ministry said (that) the bridge was hit``; one frame for each clause with a subject of its own."""
    voice = find_voice(cue.verb, cue.scene)
    if voice is not None and cue.verb.dep_ == "relcl":
        voice = _whose_word(voice, cue)
    if voice is None or (cue.entry.animate and not can_speak(voice, cue.scene)):
        return
    if cue.entry.written and voice.pointer.how != "medium":
        return
    quote = cue.scene.quotation_at(voice.head)
    if quote is not None and quote != voice.run and cue.verb.i not in cue.scene.quoted_in:
        return  # who is quoted does not report the quotation: '"We must act" - appealed the leader'
    for content in find_contents(Telling(cue, voice)):
        if content.rule == "fronted" and content.run.holds(voice.head):
            continue  # "It is a reminder that, alongside the talks, war continues"
        if content.rule != "quotation" or _may_quote(cue.entry, content, cue.scene):
            frame = frame_of(cue, voice, content)
            yield replace(frame, also=tuple(_afterthoughts(cue.verb))) if content.rule == "fronted" else frame


def _whose_word(voice: Voice, cue: Cue) -> Voice:
    """``comments made by Lavrov that suggested P``: his word, not the comments'."""
    head = cue.scene.doc[voice.head]
    words = cue.scene.words.deniable | cue.scene.words.asserting
    if head.lemma_.casefold() not in words or head.i >= cue.verb.i:
        return voice
    return owner(head, cue.scene) or voice


def find_said_this(cue: Cue) -> Iterator[Frame]:
    """``The governor said this in a post``, ``This was announced by Oslo``: the content is the sentence before."""
    verb, scene = cue.verb, cue.scene
    this = next((c for c in verb.children if c.lower_ == "this" and c.dep_ in {"dobj", "nsubjpass"}), None)
    if this is None or Takes.CLAUSE not in cue.entry.takes or cue.entry.denies:
        return
    if any(c.dep_ == "neg" for c in verb.lefts):
        return
    agent = next((c for a in verb.rights if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
    passive = voice_at(agent, scene) if agent is not None else None
    voice = find_voice(verb, scene) if this.dep_ == "dobj" else passive
    if voice is not None and can_speak(voice, scene):
        yield frame_of(cue, voice, Content(Run(this.i, this.i + 1), None, SAID_THIS))


def find_statement_made(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``The relevant statement was made by the mayor in an address``: the content is the sentence before."""
    if verb.lemma_ != "make" or not any(c.dep_ == "auxpass" for c in verb.lefts):
        return
    made = next((c for c in verb.lefts if c.dep_ == "nsubjpass" and c.lemma_.casefold() in scene.words.asserting), None)
    agent = next((c for a in verb.rights if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj"), None)
    voice = voice_at(agent, scene) if agent is not None else None
    if made is None or voice is None or not can_speak(voice, scene) or not any(c.lower_ in SUCH for c in made.lefts):
        return
    entry = CueVerb(made.lemma_.casefold(), (), "say", frozenset({Takes.CLAUSE}), animate=True)
    cue = Cue(verb, entry, Run(made.i, made.i + 1), scene)
    yield frame_of(cue, voice, Content(Run(made.left_edge.i, made.i + 1), verb.i, SAID_THIS))


def _may_quote(entry: CueVerb, content: Content, scene: Scene) -> bool:
    """Whether a quotation after the verb is what it says, not only its object: ``welcomed “the outcome”``."""
    if Takes.QUOTATION not in entry.takes or (entry.kind == "call" and not has_finite(scene.doc, content.run)):
        return False  # "what she calls “trustpolitik”" gives a name
    return Takes.NOUN not in entry.takes or scene.doc[content.run.start - 1].text in {":", ","}


def _afterthoughts(verb: Token) -> Iterator[Run]:
    """Participles after the attribution, which still belong to what is claimed."""
    for child in verb.rights:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and not any(c.dep_ == "nsubj" for c in child.children):
            yield Run(child.left_edge.i, child.right_edge.i + 1)


def find_orders(cue: Cue) -> Iterator[Frame]:
    """``told people not to panic``, ``advised pilots to turn back``: the hearer with what he is to do."""
    if cue.entry.kind != "tell":
        return
    hearer = next((c for c in cue.verb.rights if c.dep_ in {"dobj", "dative"} and c.i >= cue.run.end), None)
    deed = next((c for c in cue.verb.rights if c.dep_ in {"ccomp", "xcomp"} and c.tag_ == "VB"), None)
    if deed is None or not any(c.lower_ == "to" and c.dep_ == "aux" for c in deed.lefts):
        return
    told = hearer or next((c for c in deed.lefts if c.dep_ == "nsubj"), None)
    voice = find_voice(cue.verb, cue.scene) if told is not None and told.i < deed.i else None
    if told is not None and voice is not None and can_speak(voice, cue.scene):
        yield frame_of(cue, voice, Content(Run(told.left_edge.i, deed.right_edge.i + 1), deed.i, "urge"))


def find_feelings(adjective: Token, scene: Scene) -> Iterator[Frame]:
    """``Kyiv is confident that the tanks will come``: a state of mind that the text ascribes."""
    passive = adjective.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lemma_ in FEELING for c in adjective.lefts)
    verb, lemma = adjective if passive else adjective.head, adjective.lower_
    if lemma not in scene.words.adjectives or not (passive or (adjective.dep_ == "acomp" and verb.lemma_ in FEELING)):
        return
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None) if passive else None
    voice = voice_at(subject, scene) if subject is not None else find_voice(verb, scene)
    if any(c.dep_ == "neg" for c in verb.children) or voice is None or not can_speak(voice, scene):
        return
    entry = CueVerb(lemma, (), "think", frozenset({Takes.CLAUSE}), animate=True)
    cue = Cue(adjective, entry, Run(adjective.i, adjective.i + 1), scene)
    content = right_clause(Telling(cue, voice)) or _beside(adjective)
    if content is not None:
        yield replace(frame_of(cue, voice, content), verb=verb.i, governor=verb.head.i, rule="state of mind")


def _beside(adjective: Token) -> Content | None:
    """``remained adamant there would be no raid``, where the parse hangs the clause on the verb."""
    clauses = (c for c in adjective.head.rights if c.dep_ == "advcl" and c.left_edge.i == adjective.i + 1)
    clause = next((c for c in clauses if any(s.dep_ in SUBJECTS for s in c.lefts)), None)
    if clause is None or any(c.dep_ == "mark" for c in clause.lefts):
        return None
    return Content(Run(clause.left_edge.i, clause.right_edge.i + 1), clause.i, "clause")
