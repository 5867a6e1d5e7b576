"""Verbs whose content is no clause: promises, verdicts, accusations, denials and requests with an object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.clauses import frame_of
from dossier.mentions.claims.contents import Content
from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.lent import owner
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice, voice_at
from dossier.model import Polarity

COMPLEMENTS = frozenset({"dobj", "xcomp", "prep", "dative", "oprd", "pcomp", "npadvmod", "advmod", "advcl", "acomp", "attr", "ccomp", "pobj"})
"""What may stand in the content; a clause that is coordinated or set beside ends it."""
POINTING = frozenset({"it", "this", "that", "them", "these", "those", "so", "which", "any"})
RECEIVED = frozenset({"arrival", "delegation", "envoy", "guest", "visitor", "team", "group", "troops", "refugee"})
"""Whom one welcomes at the door: no verdict."""


def find_stances(verb: Token, entry: CueVerb, cue: Run, scene: Scene) -> Iterator[Frame]:
    """``vowed to retaliate``, ``praised the army as …``, ``accused Israel of …``, ``denied the allegation``."""
    voice = find_voice(verb, scene)
    if voice is None or not can_speak(voice, scene):
        return
    content = object_content(verb, entry, cue, voice, scene)
    if content is not None:
        yield from _with_object(frame_of(verb, entry, cue, voice, content, scene), verb, scene)


def object_content(verb: Token, entry: CueVerb, cue: Run, voice: Voice, scene: Scene) -> Content | None:
    """The words from the first complement that the verb takes to the last, and the word that heads them."""
    first = next((c for c in verb.rights if _is_taken(c, entry, cue) and c.i != voice.head), None)
    first = first or _late_noun(verb, entry, scene)
    if first is None or _is_idle(first, entry, scene):
        return None
    start = cue.end if entry.particles and first.i < cue.end else first.left_edge.i
    end = max(first.right_edge.i + 1, start)
    for child in verb.rights:
        if child.i > first.i and child.dep_ != "punct" and (child.dep_ not in COMPLEMENTS or _is_new_cue(child, scene)):
            break
        end = max(end, child.right_edge.i + 1) if child.dep_ != "punct" else end
    if end <= start:
        return None
    return Content(Run(start, end), first.i, entry.kind)


def _late_noun(verb: Token, entry: CueVerb, scene: Scene) -> Token | None:
    """``dismissed as “a worn-out scenario” the claim that …``: the object behind the verdict, hung on its preposition."""
    if not entry.denies or not any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.rights):
        return None
    nouns = (t for t in verb.subtree if t.i > verb.i and t.lemma_.casefold() in scene.words.deniable)
    return next((t for t in nouns if t.dep_ in {"pobj", "dobj", "appos"}), None)


def _is_taken(child: Token, entry: CueVerb, cue: Run) -> bool:
    """Whether a dependent of the verb is of a sort that it takes."""
    if child.dep_ in {"dobj", "dative"} and entry.particles and child.i < cue.end:
        return Takes.NOUN in entry.takes
    if child.dep_ == "prep" and child.lower_ in entry.particles:
        return True
    if child.i < cue.end:
        return False
    if child.dep_ == "xcomp" or child.dep_ == "ccomp" and child.tag_ in {"VB", "VBG"}:
        wanted = Takes.GERUND if child.tag_ == "VBG" else Takes.INFINITIVE
        return wanted in entry.takes or Takes.COMPLEMENT in entry.takes
    if child.dep_ in {"oprd", "ccomp"}:
        return Takes.COMPLEMENT in entry.takes
    return child.dep_ == "dobj" and bool(entry.takes & {Takes.NOUN, Takes.COMPLEMENT})


def _is_idle(first: Token, entry: CueVerb, scene: Scene) -> bool:
    """Objects that make the verb mean an act: ``welcomed the delegation``, ``called the minister``."""
    if entry.lemma == "welcome" and (first.i in scene.people or first.lemma_.casefold() in RECEIVED):
        return True
    if entry.denies and first.lemma_.casefold() in scene.words.withheld | {"he", "she", "they"}:
        return True
    if entry.kind == "call":
        verb = first.head
        rest = [c for c in verb.rights if c.i != first.i and c.dep_ in {"oprd", "xcomp", "acomp", "dobj"}]
        if first.dep_ == "ccomp" or rest or any(t.lower_ in {"as", "to"} for t in verb.subtree if t.i > first.i):
            return False
        return not any(c.dep_ == "appos" and c.left_edge.i in scene.quoted_in for c in first.rights)
    if entry.kind == "thank" or entry.kind == "accuse":
        return False
    return first.dep_ == "dobj" and first.lower_ in {"himself", "herself", "itself", "themselves", "what"}


def _is_new_cue(child: Token, scene: Scene) -> bool:
    """``…, adding that``: a participle with a content of its own ends the content before it."""
    return child.dep_ == "advcl" and child.lemma_.casefold() in scene.words.verbs


# ------------------------------------------------------------------------------------------- denials


def _with_object(frame: Frame, verb: Token, scene: Scene) -> Iterator[Frame]:
    """A content that is only a thing or a deed keeps its subject and verb: ``the Asian country denies the allegation``.

    A denial of a noun with a clause denies the clause, unless somebody else's name stands with the noun: then the
    clause is theirs, and the denial is told whole.
    """
    head = scene.doc[frame.head] if frame.head is not None else verb
    whole = replace(frame, content=_clause_of(frame, verb))
    if frame.polarity is Polarity.DENIES:
        yield from _denials(frame, whole, head, scene)
    elif frame.kind == "thank" and not _has_reason(verb):
        yield whole
    elif frame.kind in {"promise", "offer"} and head.dep_ in {"dobj", "dative"} or verb.lemma_ == "blame":
        yield whole
    else:
        yield frame


def _denials(frame: Frame, whole: Frame, head: Token, scene: Scene) -> Iterator[Frame]:
    if head.dep_ not in {"dobj", "pobj", "appos"}:
        yield whole if head.tag_ == "VBG" else frame
        return
    about = Run(head.left_edge.i, head.i + 1)
    if head.lemma_.casefold() not in scene.words.deniable and head.lower_ not in POINTING and not _is_deny(frame):
        return
    clause = _noun_clause(head)
    if clause is None or owner(head, scene) is not None:
        yield replace(whole, object=about)
    else:
        yield replace(frame, content=clause, object=about)


def _is_deny(frame: Frame) -> bool:
    """Whether the verb is *deny* itself, which turns down any noun: ``denied involvement in the raid``."""
    return frame.cue.casefold().startswith("den")


def _clause_of(frame: Frame, verb: Token) -> Run:
    """The clause with its subject where that stands in the same sentence before the verb."""
    voice = frame.voice
    if voice is not None and verb.sent.start <= voice.run.start < verb.i:
        return Run(voice.run.start, frame.content.end)
    return Run(verb.i, frame.content.end)


def _has_reason(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in {"for", "over"} for d in [verb, *verb.rights] for c in d.rights)


def _noun_clause(noun: Token) -> Run | None:
    """The clause under a noun: ``accusations that it had supplied drones`` → "it had supplied drones"."""
    for clause in noun.rights:
        if clause.dep_ in {"acl", "relcl", "ccomp"} and any(c.lower_ == "that" for c in clause.lefts):
            return Run(clause.left_edge.i + 1, clause.right_edge.i + 1)
    return None


def find_relative_denials(verb: Token, entry: CueVerb, cue: Run, scene: Scene) -> Iterator[Frame]:
    """``…, a claim both Moscow and Pyongyang have denied``; ``…, which Tehran rejects``: one frame a denier."""
    if verb.dep_ not in {"relcl", "acl"} or not entry.denies or verb.tag_ == "VBG":
        return
    noun = verb.head
    which = next((c for c in verb.lefts if c.lower_ in {"which", "that"} and c.dep_ in {"dobj", "pobj", "nsubj"}), None)
    if noun.lemma_.casefold() not in scene.words.deniable | {"something", "thing"} and which is None:
        return
    if any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > verb.i for c in verb.children):
        return
    named = noun.lemma_.casefold() in scene.words.deniable | {"something", "thing"}
    start = noun.left_edge.i if named else (which.i if which is not None else noun.i)
    for voice in deniers(verb, scene):
        content = Content(Run(start, verb.right_edge.i + 1), None, "denial")
        about = Run(noun.left_edge.i, noun.i + 1) if named else Run(start, start + 1)
        yield replace(frame_of(verb, entry, cue, voice, content, scene), object=about, rule="relative denial")


def deniers(verb: Token, scene: Scene) -> Iterator[Voice]:
    """Each of the coordinated subjects of a verb: ``both Moscow and Pyongyang``."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"}), None)
    while subject is not None:
        voice = voice_at(subject, scene)
        if voice is not None:
            yield _alone(voice, scene)
        subject = next((c for c in subject.rights if c.dep_ == "conj"), None)


def _alone(voice: Voice, scene: Scene) -> Voice:
    """The voice of one conjunct only, where its phrase was read with the others."""
    if voice.pointer.how != "group":
        return voice
    head = scene.doc[voice.head]
    names = scene.people.get(head.i) or scene.parties.get(head.i)
    if names is None:
        return voice
    return replace(voice, pointer=replace(voice.pointer, evidence=names.evidence, how="name"))
