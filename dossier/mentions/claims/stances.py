"""Verbs whose content is no clause: promises, verdicts, accusations, denials and requests with an object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.cues import WH
from dossier.mentions.claims.denials import denied
from dossier.mentions.claims.frames import Content, Cue, Frame, Telling, Voice, frame_of
from dossier.mentions.claims.misread import late_verdict
from dossier.mentions.claims.scene import Run
from dossier.mentions.claims.voices import can_speak, find_voice
from dossier.model import Polarity

COMPLEMENTS = frozenset(
    {
        "acomp", "advcl", "advmod", "attr", "ccomp", "dative", "dobj", "npadvmod", "oprd", "pcomp", "pobj", "prep",
        "punct", "xcomp",
    }
)  # fmt: skip
"""What may stand in the content; a clause that is coordinated or set beside ends it."""
RECEIVED = frozenset({"arrival", "delegation", "envoy", "group", "guest", "refugee", "team", "troops", "visitor"})
"""Whom one welcomes at the door: no verdict."""
WISHING = frozenset({"ask", "urge", "want"})
"""Classes of cues about what somebody else shall do."""
COMING = frozenset({"'ll", "shall", "will"})
ANSWERING = frozenset({"answer", "clarify", "comment", "describe", "elaborate", "explain", "name", "respond"})
REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves", "what"})


def find_stances(cue: Cue) -> Iterator[Frame]:
    """``vowed to retaliate``, ``praised the army as …``, ``accused Israel of …``, ``denied the allegation``."""
    voice = find_voice(cue.verb, cue.scene)
    if voice is None or not can_speak(voice, cue.scene):
        return
    content = object_content(Telling(cue, voice))
    if content is not None:
        yield from _told_whole(frame_of(cue, voice, content), cue)


def object_content(told: Telling) -> Content | None:
    """The words from the first complement that the verb takes to the last, and the word that heads them."""
    verb, cue, entry = told.verb, told.cue.run, told.cue.entry
    taken = (c for c in verb.rights if _is_taken(c, entry, cue) and c.i != told.voice.head)
    first = next(taken, None) or late_noun(told.cue)
    if first is None or _is_deed(first, told.cue) or _is_bare_verdict(first, told.cue) or _opens(told.cue):
        return None
    start = cue.end if entry.particles and first.i < cue.end else first.left_edge.i
    if told.scene.doc[start - 1].lower_ in {"against", "for"} and start == cue.end:
        start -= 1  # "for all to be freed"
    end = first.right_edge.i + 1
    for child in verb.rights:
        if child.i > first.i and (child.dep_ not in COMPLEMENTS or _is_new_cue(child, told.cue)):
            break
        end = max(end, child.right_edge.i + 1) if child.dep_ != "punct" else end
    return Content(Run(start, end), first.i, entry.kind) if end > start else None


def _is_taken(child: Token, entry: CueVerb, cue: Run) -> bool:
    """Whether a dependent of the verb is of a sort that it takes."""
    if child.dep_ == "prep" and child.lower_ in entry.particles:
        return True
    if child.dep_ in {"advcl", "ccomp", "xcomp"} and any(c.lower_ in entry.particles for c in child.lefts):
        return True  # "called for him to be freed"
    if entry.kind in WISHING and child.dep_ == "advcl" and child.tag_ == "VB":
        other = any(c.dep_ == "dobj" for c in child.head.rights)  # "pressed Xi at a summit to use his influence"
        return other and any(c.lower_ == "to" for c in child.lefts)
    if child.i < cue.end:
        return child.dep_ in {"dobj", "dative"} and bool(entry.particles) and Takes.NOUN in entry.takes
    if child.dep_ == "xcomp" or (child.dep_ == "ccomp" and child.tag_ in {"VB", "VBG"}):
        wanted = Takes.GERUND if child.tag_ == "VBG" else Takes.INFINITIVE
        return wanted in entry.takes or Takes.COMPLEMENT in entry.takes
    if child.dep_ in {"oprd", "ccomp"}:
        return Takes.COMPLEMENT in entry.takes
    return child.dep_ == "dobj" and bool(entry.takes & {Takes.NOUN, Takes.COMPLEMENT})


def late_noun(cue: Cue) -> Token | None:
    """``dismissed as “an old scenario” the claim that …``: the object behind the verdict, hung on its preposition."""
    verb = cue.verb
    if not cue.entry.denies or not any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.rights):
        return None
    nouns = (t for t in verb.subtree if t.i > verb.i and t.lemma_.casefold() in cue.scene.words.deniable)
    return next((t for t in nouns if t.dep_ in {"pobj", "dobj", "appos"}), None)


def _is_deed(first: Token, cue: Cue) -> bool:
    """Objects that make the verb mean an act: ``welcomed the delegation``, ``denied them entry``, ``called him``."""
    lemma, scene = first.lemma_.casefold(), cue.scene
    if cue.entry.lemma == "welcome":
        return first.i in scene.people or lemma in RECEIVED
    if cue.entry.kind == "call":
        return not _is_called(first, cue)
    if cue.entry.denies and any(t.lemma_.casefold() in scene.words.withheld for t in [first, *cue.verb.rights]):
        return True
    if cue.entry.kind == "want":
        own = any(c.dep_ == "nsubj" for c in first.lefts)
        return not own or cue.verb.dep_ in {"acl", "relcl"}  # "wants to see" is a wish for oneself
    if cue.entry.kind == "ask":
        deeds = (c for c in cue.verb.rights if c.tag_ == "VB" and c.dep_ in {"advcl", "ccomp", "xcomp"})
        if first.left_edge.lower_ in WH or any(d.lemma_ in ANSWERING for d in cue.verb.subtree if d.head == cue.verb):
            return True  # "asked why it came", "asked him to clarify": only a question
        other = first.dep_ == "dobj" or any(c.dep_ == "nsubj" for c in first.lefts)
        return not other or not any(deeds)  # "asked to see it", "asked a question"
    if cue.entry.lemma == "warn" and not cue.entry.particles and first.dep_ == "dobj":
        return not any(c.dep_ == "xcomp" or c.lower_ in {"about", "against", "of", "over"} for c in cue.verb.rights)
    if cue.entry.kind in {"report", "stress"} and first.pos_ == "PRON":
        return True  # "disclosed this", "repeated them": what, the sentence before says
    coming = any(c.lower_ in COMING for c in cue.verb.lefts)
    if coming and (cue.entry.kind == "offer" or (cue.entry.kind == "report" and first.dep_ == "dobj")):
        return True  # "will announce his candidacy", "will offer to send ships": not said yet
    if cue.entry.lemma == "threaten" and first.dep_ == "dobj":
        return not _is_threat(first, cue)
    if cue.entry.kind == "touch" and (cue.entry.lemma == "talk" or "about" in cue.entry.particles):
        return not any(t.i in scene.quoted_in for t in first.subtree)  # "spoke about trade": a topic
    if cue.entry.kind == "tell of" and first.dep_ == "dobj":
        return not _has_matter(cue)
    if cue.entry.lemma == "commit" and first.dep_ == "dobj":
        return first.lower_ not in REFLEXIVES  # "committed troops to the border"
    return cue.entry.kind not in {"thank", "accuse"} and first.dep_ == "dobj" and first.lower_ in REFLEXIVES


def _is_threat(thing: Token, cue: Cue) -> bool:
    """``threatened a strike``, ``threatened Oslo with tariffs``, ``“severe steps”``; ``threatens security`` is a deed."""
    scene = cue.scene
    if thing.lemma_.casefold() in scene.words.threatened or any(t.i in scene.quoted_in for t in thing.subtree):
        return True
    return any(c.lower_ == "with" for c in (*cue.verb.rights, *thing.rights))


def _has_matter(cue: Cue) -> bool:
    """``assured the chancellor of its support``, against ``informed the head of the agency``: who is told is one."""
    hearer = next((c for c in cue.verb.rights if c.dep_ in {"dobj", "dative"}), None)
    return any(c.lower_ == "of" and c.dep_ == "prep" for c in cue.verb.rights) or (
        hearer is not None and hearer.pos_ in {"PRON", "PROPN"}
    )


def _is_bare_verdict(first: Token, cue: Cue) -> bool:
    """``criticised the decision``: a verdict on a thing that is only named, without a reason or a word quoted."""
    if cue.entry.kind != "judge" or cue.entry.denies or first.dep_ != "dobj":
        return False
    told = cue.scene.doc[first.left_edge.i : first.right_edge.i + 1]
    if any(t.i in cue.scene.quoted_in for t in told) or any(c.dep_ != "punct" for c in first.rights):
        return False
    reasons = {"after", "as", "because", "for", "in", "over"}
    return not any(
        c.i > first.i and (c.lower_ in reasons or c.dep_ in {"advcl", "ccomp", "oprd", "pcomp"})
        for c in cue.verb.rights
    )


def _opens(cue: Cue) -> bool:
    """``Speaking of trade, …``, ``When speaking of trade, …``: a participle before its clause only gives a topic."""
    marked = any(c.lower_ in {"when", "while"} for c in cue.verb.lefts)
    return cue.entry.kind == "touch" and cue.verb.tag_ == "VBG" and (marked or cue.verb.i == cue.verb.sent.start)


def _is_called(first: Token, cue: Cue) -> bool:
    """Whether the object is given a name or nature: ``called the raid a mistake``, ``described it as madness``."""
    verb, scene = cue.verb, cue.scene
    if late_verdict(first, scene) is not None:
        return True  # "called the claim that P a provocation"
    if first.dep_ == "ccomp" or any(t.lower_ in {"as", "to"} for t in verb.subtree if t.i > first.i):
        return True
    natures = [c for c in verb.rights if c.i != first.i and c.dep_ in {"oprd", "xcomp", "acomp", "dobj"}]
    if natures:  # a bare name is only a name: "Russia calls them Geran"
        return any(c.pos_ != "PROPN" or c.i in scene.quoted_in or any(c.lefts) for c in natures)
    return any(c.dep_ in {"appos", "amod", "acl"} and c.left_edge.i in scene.quoted_in for c in first.rights)


def _is_new_cue(child: Token, cue: Cue) -> bool:
    """``…, adding that``: a participle with a content of its own ends the content before it."""
    return child.dep_ == "advcl" and child.lemma_.casefold() in cue.scene.words.verbs


# ------------------------------------------------------------------------------------------- how much is told


def _told_whole(frame: Frame, cue: Cue) -> Iterator[Frame]:
    """A content that is only a thing or a deed keeps its subject and verb: ``Oslo promised 20 tanks``."""
    verb = cue.verb
    head = cue.scene.doc[frame.head] if frame.head is not None else verb
    whole = replace(frame, content=_clause_of(frame.voice, frame.content, verb))
    if frame.polarity is Polarity.DENIES:
        yield from denied(frame, whole, head, cue.scene)
        return
    thing = head.dep_ in {"dobj", "dative"} and frame.kind in {"allege", "claim", "offer", "promise"}
    bare = frame.kind == "thank" and not _has_reason(verb)
    yield whole if thing or bare or verb.lemma_ in {"blame", "hold"} else frame


def _clause_of(voice: Voice | None, content: Run, verb: Token) -> Run:
    """The clause with its subject where that stands in the same sentence before the verb."""
    own = verb.dep_ != "conj" or (voice is not None and any(c.i == voice.head for c in verb.lefts))
    if own and voice is not None and verb.sent.start <= voice.run.start < verb.i:
        return Run(voice.run.start, content.end)
    return Run(verb.i, content.end)


def _has_reason(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in {"for", "over"} for d in [verb, *verb.rights] for c in d.rights)
