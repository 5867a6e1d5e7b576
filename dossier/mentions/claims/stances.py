"""Verbs whose content is no clause: promises, verdicts, accusations, denials and requests with an object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb, Takes
from dossier.mentions.claims.deeds import is_bare_verdict, is_deed
from dossier.mentions.claims.denials import denied, is_gerund
from dossier.mentions.claims.frames import Content, Cue, Frame, Telling, Voice, frame_of
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
WISHING = frozenset({"ask", "urge", "want"})
"""Classes of cues about what somebody else shall do."""


def find_stances(cue: Cue) -> Iterator[Frame]:
    """``vowed to retaliate``, ``praised the army as …``, ``accused Israel of …``, ``denied the allegation``."""
    voice = find_voice(cue.verb, cue.scene)
    if voice is None or not can_speak(voice, cue.scene):
        return
    content = blamed(cue) or object_content(Telling(cue, voice))
    if content is not None:
        yield from _told_whole(frame_of(cue, voice, content), cue)


def blamed(cue: Cue) -> Content | None:
    """``The raid, which Oslo and Riga *blame on* Madrid, …``: the deed that stands before, with on whom it is laid."""
    verb = cue.verb
    which = any(c.tag_ == "WDT" and c.dep_ == "dobj" for c in verb.lefts)
    laid = next((c for c in verb.rights if c.lower_ == "on" and c.dep_ == "prep"), None)
    if verb.lemma_ != "blame" or verb.dep_ != "relcl" or not which or laid is None:
        return None
    return Content(Run(verb.head.left_edge.i, laid.right_edge.i + 1), laid.i, cue.entry.kind)


def object_content(told: Telling) -> Content | None:
    """The words from the first complement that the verb takes to the last, and the word that heads them."""
    verb, cue, entry = holder(told.verb), told.cue.run, told.cue.entry
    taken = (c for c in verb.rights if _is_taken(c, entry, cue) and c.i != told.voice.head)
    first = next(taken, None) or late_noun(told.cue)
    if first is None or is_deed(first, told.cue) or is_bare_verdict(first, told.cue) or is_untold(told.cue):
        return None
    start = cue.end if entry.particles and first.i < cue.end else first.left_edge.i
    start += _is_nature(first, entry)
    if told.scene.doc[start - 1].lower_ in {"against", "for"} and start == cue.end:
        start -= 1  # "for all to be freed"
    end = first.right_edge.i + 1
    for child in verb.rights:
        if child.i > first.i and (child.dep_ not in COMPLEMENTS or _is_new_cue(child, told.cue) or _is_scene(child)):
            break
        end = max(end, child.right_edge.i + 1) if child.dep_ != "punct" else end
    return Content(Run(start, end), first.i, entry.kind) if end > start else None


def holder(verb: Token) -> Token:
    """The verb that the parse gave the object of two: ``accused and *condemned* Oslo of breaking the truce``."""
    following = verb.doc[verb.i + 1 : verb.i + 3]
    past = {verb.tag_} | ({"VBD"} if verb.tag_ == "VBN" else set())
    twin = next((c for c in verb.rights if c.dep_ == "conj" and c.tag_ in past), None)
    joined = twin is not None and len(following) > 1 and following[0].dep_ == "cc" and following[1].i == twin.i
    return twin if twin is not None and joined else verb


def judged_words(clause: Token, entry: CueVerb) -> bool:
    """``rejected *what it called lies*``, ``slammed *what she said was a raid*``: a thing by the name it is given."""
    what = clause.left_edge
    named = clause.dep_ == "ccomp" and what.lower_ == "what" and what.dep_ in {"dobj", "nsubj"}
    subject = next((c for c in clause.lefts if c.dep_ == "nsubj" and c != what), None)
    return named and subject is not None and subject.pos_ == "PRON" and (entry.denies or entry.kind == "judge")


def _is_taken(child: Token, entry: CueVerb, cue: Run) -> bool:
    """Whether a dependent of the verb is of a sort that it takes."""
    if judged_words(child, entry):
        return True
    if child.dep_ == "prep" and (child.lower_ in entry.particles or _is_nature(child, entry)):
        return True
    if child.dep_ in {"advcl", "ccomp", "xcomp"} and any(c.lower_ in entry.particles for c in child.lefts):
        return True  # "called for him to be freed"
    if entry.kind in WISHING and child.dep_ == "advcl" and child.tag_ == "VB":
        other = any(c.dep_ == "dobj" for c in child.head.rights)  # "pressed Xi at a summit to use his influence"
        return other and any(c.lower_ == "to" for c in child.lefts)
    if child.i < cue.end:
        return child.dep_ in {"dobj", "dative"} and bool(entry.particles) and Takes.NOUN in entry.takes
    if child.dep_ == "xcomp" or (child.dep_ == "ccomp" and child.tag_ in {"VB", "VBG"}):
        wanted = Takes.GERUND if is_gerund(child) else Takes.INFINITIVE
        return wanted in entry.takes or Takes.COMPLEMENT in entry.takes
    if child.dep_ in {"oprd", "ccomp"}:
        return Takes.COMPLEMENT in entry.takes
    return child.dep_ == "dobj" and bool(entry.takes & {Takes.NOUN, Takes.COMPLEMENT})


def _is_nature(child: Token, entry: CueVerb) -> bool:
    """``what Oslo describes *as a pattern of attacks*``: the thing stands before, as *what*."""
    what = (c for c in child.head.lefts if c.lower_ == "what" and c.dep_ == "dobj")
    return entry.kind == "call" and child.lower_ == "as" and any(what)


def late_noun(cue: Cue) -> Token | None:
    """``dismissed as “an old scenario” the claim that …``: the object behind the verdict, hung on its preposition."""
    verb = cue.verb
    if not cue.entry.denies or not any(c.dep_ == "prep" and c.lower_ == "as" for c in verb.rights):
        return None
    nouns = (t for t in verb.subtree if t.i > verb.i and t.lemma_.casefold() in cue.scene.words.deniable)
    return next((t for t in nouns if t.dep_ in {"pobj", "dobj", "appos"}), None)


def is_untold(cue: Cue) -> bool:
    """``should explain what he promised Xi``, ``(When) speaking of trade, …``: what is said the text does not tell."""
    if cue.entry.kind in {"offer", "promise"} and any(c.lower_ == "what" for c in cue.verb.lefts):
        return True
    marked = any(c.lower_ in {"when", "while"} for c in cue.verb.lefts)
    return cue.entry.kind == "touch" and cue.verb.tag_ == "VBG" and (marked or cue.verb.i - cue.verb.sent.start <= 1)


def _is_new_cue(child: Token, cue: Cue) -> bool:
    """``…, adding that``: a participle with a content of its own ends the content before it."""
    return child.dep_ == "advcl" and child.lemma_.casefold() in cue.scene.words.verbs


def _is_scene(child: Token) -> bool:
    """``disputed the claim, *as fighting went on*``: what else happened, told by the article itself."""
    meanwhile = child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in {"as", "while"} for c in child.lefts)
    return meanwhile and child.doc[child.left_edge.i - 1].text == ","


# ------------------------------------------------------------------------------------------- how much is told


def _told_whole(frame: Frame, cue: Cue) -> Iterator[Frame]:
    """A content that is only a thing or a deed keeps its subject and verb: ``Oslo promised 20 tanks``."""
    verb = cue.verb
    head = cue.scene.doc[frame.head] if frame.head is not None else verb
    if verb.dep_ == "relcl" and any(c.tag_ == "WDT" and c.dep_ in {"dobj", "nsubjpass"} for c in verb.lefts):
        yield replace(frame, content=Run(verb.head.left_edge.i, frame.content.end))  # "shells, which it wants returned"
        return
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
    own = own and verb.dep_ != "relcl"  # "Lund, who *threatened a strike*"
    if own and voice is not None and verb.sent.start <= voice.run.start < verb.i:
        return Run(voice.run.start, content.end)
    return Run(verb.i, content.end)


def _has_reason(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in {"for", "over"} for d in [verb, *verb.rights] for c in d.rights)
