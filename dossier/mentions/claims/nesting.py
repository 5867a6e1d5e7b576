"""Attributions inside attributions: who speaks in the end, and through whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.pointing import POSSESSIVES
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import has_finite, joint_before
from dossier.model import Polarity

RELAYING = frozenset(
    {"allege", "charge", "claim", "display", "noun", "propose", "report", "say", "source", "speak", "stress", "tell"}
)
"""Classes of cues whose speaker relays what others say; who denies or praises relays nothing."""


CONCEDING = frozenset({"although", "though"})
ACCUSING = frozenset({"accuse", "allege", "charge"})
ACCUSATIONS = frozenset({"accusation", "allegation", "charge"})
TOLD_WHOLE = frozenset({"judge", "offer", "promise", "thank", "touch", "urge"})
"""Rules of words that are a deed as well, which an accusation may be about."""


def settle(frames: Sequence[Frame], scene: Scene) -> Iterator[Frame]:
    """The frames of one sentence, each with the voices that relay it, and without those that only relay.

    ``The minister said Pyongyang fully supported Moscow, the report said`` leaves the minister's, via the report.
    """
    frames = [*_with_citations(_cut_at_tails(frames, scene), scene)]
    frames = [f for f in frames if not _is_repeated(f, frames, scene)]
    frames = [f for f in frames if not _is_within(f, scene) or _is_relayed_quotation(f, frames, scene)]
    frames = [f for f in frames if not _is_ascribed(f, frames, scene)]
    kept = _without_accused_words(_without_spoken_verdicts(_without_echoes(frames, scene)), scene)
    for frame in kept:
        if _relays_only(frame, kept) or _is_told_by_noun(frame, kept):
            continue
        outer = [f for f in kept if f.kind in RELAYING and f.rule != "propose" and _contains(f, frame)]
        if frame.rule == "relative denial" or frame.voice is None or _is_aside(frame, outer, scene):
            outer = []  # "…, which Kigali denies" and "amid accusations that …" are the article's own asides
        heard = [f.voice for f in sorted(outer, key=_length) if f.voice is not None and not _same_voice(f, frame)]
        via = [voice.pointer for voice in heard if not scene.is_own(scene.doc[voice.head])]
        content = _without_own_clause(frame, kept, scene)
        yield replace(frame, content=content, via=tuple(dict.fromkeys([*frame.via, *via])))


def _is_aside(denial: Frame, outer: Sequence[Frame], scene: Scene) -> bool:
    """``said a ship was hit, a raid in which Kigali denied any part``: not his who says what it is hung on."""
    hung = denial.polarity is Polarity.DENIES and scene.doc[denial.verb].dep_ == "relcl"
    return hung and all(f.verb < f.content.start and _own_start(denial, f, scene) is not None for f in outer)


def _is_ascribed(inner: Frame, frames: Sequence[Frame], scene: Scene) -> bool:
    """``Brandt said Oslo expects raids``: what somebody says that others think, ask for or threaten is his own word.

    A medium or a paper that says it only relays: ``According to Reuters, Oslo fears raids`` is Oslo's fear.
    """
    lent = inner.kind == "express" and scene.doc[inner.verb].lemma_ not in scene.words.lending.freely
    if inner.kind not in {"ask", "doubt", "side", "think"} and not lent:
        return False
    tellers = [f for f in frames if f.kind in RELAYING and f.voice is not None and _contains(f, inner)]
    if inner.kind == "ask":
        return any(f.voice is not None and f.voice.pointer.how != "medium" for f in tellers)
    return any(_heads(f, inner) and f.voice is not None and _is_somebody(f.voice, scene) for f in tellers)


def _is_somebody(voice: Voice, scene: Scene) -> bool:
    """Whether a human being speaks: named, as *he* or *she*, or by office."""
    head = scene.doc[voice.head]
    person = head.i in scene.people or head.lower_ in {"he", "she"}
    return person or head.lemma_.casefold() in scene.words.speakers.people


def _length(frame: Frame) -> int:
    return len(frame.content)


def _is_repeated(frame: Frame, frames: Sequence[Frame], scene: Scene) -> bool:
    """``went on to say that``: of two verbs in a row the last one has the content."""
    later = (f for f in frames if f.verb > frame.verb and f.governor == frame.verb)
    return any(scene.doc[f.verb].tag_ == "VB" and _same_voice(f, frame) for f in later)


def _is_told_by_noun(frame: Frame, frames: Sequence[Frame]) -> bool:
    """``repeated warnings that Russia would pay``: one claim, whose cue is the noun."""
    return frame.kind in {"stress", "utter"} and any(
        f.kind == "noun" and f.head == frame.head and _same_voice(f, frame) for f in frames
    )


def _same_voice(left: Frame, right: Frame) -> bool:
    return left.voice is not None and right.voice is not None and left.voice.head == right.voice.head


def _cut_at_tails(frames: Sequence[Frame], scene: Scene) -> list[Frame]:
    """``The leader said P and affirmed Q, KCNA said``: KCNA's attribution ends what the leader said and affirmed."""
    cut = list(frames)
    for tail in [f for f in frames if f.rule in {"fronted", "according to"} and f.content.end <= f.verb]:
        for place, frame in enumerate(cut):
            if frame is tail or frame.verb >= tail.verb or not tail.content.holds(frame.verb):
                continue
            first = frame.voice.run.start if frame.voice is not None else frame.verb
            whole = frame.content.start <= first < frame.verb  # "X blamed Y, according to Z"
            behind = frame.content.start > frame.verb or (whole and tail.rule == "according to")
            if frame.content.start < tail.content.end < frame.content.end and behind:
                cut[place] = replace(frame, content=Run(frame.content.start, tail.content.end))
                above = any(t.i == frame.verb for t in scene.doc[tail.verb].ancestors)
                if above and tail in cut and all(f.verb != tail.head for f in frames):
                    cut[cut.index(tail)] = replace(tail, head=frame.verb)
    return cut


def _with_citations(frames: Sequence[Frame], scene: Scene) -> Iterator[Frame]:
    """``Yonhap reported P, citing the army``: the army's claim, relayed by Yonhap."""
    own = [f for f in frames if f.rule != "citing" and f.voice is not None and _is_somebody(f.voice, scene)]
    frames = [f for f in frames if f.rule != "citing" or not any(_cites(f, told) for told in own)]  # "he said, citing"
    citing = [f for f in frames if f.rule == "citing"]
    for frame in frames:
        source = next((c for c in citing if c is not frame and _cites(c, frame)), None)
        if frame.rule == "citing":
            others = [f for f in frames if f.rule != "citing"]
            if not any(_cites(frame, f) or f.content.overlaps(frame.content) for f in others):
                yield frame
        elif source is not None and frame.voice is not None:
            via = () if scene.is_own(scene.doc[frame.voice.head]) else (frame.voice.pointer,)
            yield replace(source, content=frame.content, head=frame.head, via=via)
        else:
            yield frame


def _cites(citing: Frame, told: Frame) -> bool:
    """A participle of the verb (``reported, citing``) or of the reporter (``the agency, citing the army, said``)."""
    return citing.governor == told.verb or (told.voice is not None and citing.governor == told.voice.head)


def _is_within(frame: Frame, scene: Scene) -> bool:
    """Whether a cue stands in marks with what it tells; in ``"voiced dismay" that Oslo had left`` it does not."""
    quote = scene.quotation_at(frame.verb)
    outside = quote is not None and frame.kind == "express" and frame.content.start >= quote.end
    return frame.quoted and not outside


def _is_relayed_quotation(frame: Frame, frames: Sequence[Frame], scene: Scene) -> bool:
    """A cue in quotation marks counts only where a medium is quoted: ``“He expressed belief …,” KCNA said``."""
    if frame.voice is None or frame.voice.pointer.evidence.exact.casefold() in {"i", "we", "you", "it", "they"}:
        return False
    for outer in frames:
        if not outer.quoted and _contains(outer, frame) and _heads(outer, frame) and outer.voice is not None:
            if frame.kind in {"call", "think"} and not scene.is_medium(scene.doc[outer.voice.head]):
                return False  # '"Oslo sees the strait as open," the document says': its own word
            if outer.voice.pointer.how == "medium" or scene.is_medium(scene.doc[outer.voice.head]):
                return True
            return outer.voice.pointer.evidence.exact.casefold() == "it"
    return False


def _without_echoes(frames: Sequence[Frame], scene: Scene) -> list[Frame]:
    """``Kyiv said it believed P``: one claim, Kyiv's; ``Iran said it rejected P``: Iran's denial."""
    kept = list(frames)
    for inner in frames:
        if inner not in kept:
            continue
        relaying = (f for f in kept if f is not inner and f.kind in RELAYING)
        outer = next((f for f in relaying if _contains(f, inner) and _heads(f, inner)), None)
        if outer is None:
            kept[kept.index(inner)] = _of_outer_voice(inner, kept, scene)
            continue
        if inner.voice is not None and not _echoes(inner.voice, outer, scene):
            continue
        kept.remove(inner)
        if inner.polarity is Polarity.DENIES:
            kept[kept.index(outer)] = replace(inner, voice=outer.voice, content=_past(inner, outer))
    return kept


def _of_outer_voice(inner: Frame, frames: Sequence[Frame], scene: Scene) -> Frame:
    """``The party said he was held and denied that he had resigned``: the denial is the party's, not his."""
    verb = scene.doc[inner.verb]
    outer = next((f for f in frames if f.head == verb.head.i and _contains(f, inner)), None)
    joined = (
        verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP"} and not any(c.dep_ == "nsubj" for c in verb.lefts)
    )
    if outer is None or not joined or inner.voice is None or not _echoes(inner.voice, outer, scene):
        return inner
    return replace(inner, voice=outer.voice)


def _without_spoken_verdicts(frames: Sequence[Frame]) -> list[Frame]:
    """``condemned the seizure, saying that …``: one speech, whose content is what was said."""
    owned = {f.head for f in frames if f.rule == "nominal"}  # "ridiculed the minister's claim that": his, not theirs
    frames = [f for f in frames if f.kind != "judge" or f.head not in owned]
    said = {f.governor for f in frames if f.kind in {"say", "stress"} and f.rule == "clause" and f.cue.endswith("ing")}
    denied = {f.verb for f in frames if f.rule == "denial"}  # "denied the report, calling it baseless": one denial
    frames = [f for f in frames if f.kind != "call" or f.governor not in denied]
    return [f for f in frames if not (f.rule in {"judge", "touch"} and f.verb in said)]


def _without_accused_words(frames: Sequence[Frame], scene: Scene) -> list[Frame]:
    """``alleged that Ankara had promised Hamas money``: the promise is what Ankara is accused of, not Ankara's word."""
    charges = [f for f in frames if f.kind in ACCUSING or scene.doc[f.verb].lemma_.casefold() in ACCUSATIONS]
    return [f for f in frames if f.rule not in TOLD_WHOLE or not any(_contains(c, f) for c in charges)]


def _past(inner: Frame, outer: Frame) -> Run:
    return inner.content if outer.content.covers(inner.content) else outer.content


def _echoes(voice: Voice, outer: Frame, scene: Scene) -> bool:
    """Whether a pronoun under a cue stands for the one who speaks; a medium is no *he*."""
    word = voice.pointer.evidence.exact.casefold()
    if voice.pointer.how == "party" and word.split()[0] in POSSESSIVES and outer.voice is not None:
        return True  # "she said her country had a firm commitment"
    if voice.pointer.how != "pronoun" or outer.voice is None:
        return False
    if outer.kind == "source" and voice.head < outer.verb:
        return False  # "P, he said, according to a translation by Reuters"
    if word in {"he", "she"}:
        relayed = outer.voice.pointer.evidence.exact.casefold() == "it"
        return not (relayed or outer.voice.pointer.how == "medium" or scene.is_medium(scene.doc[outer.voice.head]))
    return True


def _relays_only(frame: Frame, frames: Sequence[Frame]) -> bool:
    """Whether all that a frame claims is that somebody else claims something; a denial of a claim is more than that."""
    if frame.kind in {"doubt", "think"} and any(
        f.verb == frame.verb and f.content.end <= frame.content.start for f in frames
    ):
        return any(_contains(frame, f) and f.verb == frame.head for f in frames)  # "X believes P, and Y said Q"
    if frame.kind not in RELAYING:
        return False
    return any(_contains(frame, f) and (f.verb == frame.head or _fills(frame, f)) for f in frames)


def _fills(outer: Frame, inner: Frame) -> bool:
    """``P, according to the minister, Anadolu reports``: the inner content is all that the outer one claims.

    So it is in ``"P," the ministry said, Reuters reported``, whichever verb the parse lets head what Reuters reported.
    """
    if inner.rule == "according to" and inner.verb == outer.content.start:
        return outer.content.end - inner.content.end <= 1  # "According to the minister, P, Anadolu reports"
    if inner.content.start != outer.content.start:
        return False
    if inner.rule == "fronted" and outer.rule in {"according to", "fronted"}:
        ends = (inner.cue_run.end, inner.voice.run.end if inner.voice is not None else 0)
        return inner.cue_run.start > inner.content.end - 1 and outer.content.end <= max(ends) + 1
    return inner.rule == "according to" and inner.head == outer.head


def _heads(outer: Frame, inner: Frame) -> bool:
    return outer.head is not None and outer.head == inner.verb


def _contains(outer: Frame, inner: Frame) -> bool:
    """Whether the cue of ``inner`` is part of what ``outer`` claims."""
    if outer is inner or inner.content.holds(outer.verb):
        return False
    return outer.content.holds(inner.verb) or any(run.holds(inner.verb) for run in outer.also)


def _without_own_clause(frame: Frame, frames: Sequence[Frame], scene: Scene) -> Run:
    """``Shoigu met Kang, who vowed to …, KCNA said``: what Kang vows is his own and ends what KCNA says."""
    content = frame.content
    for inner in frames:
        if _contains(frame, inner) and inner.kind != "noun":
            start = _own_start(inner, frame, scene)
            left = Run(content.start, start if start is not None else content.end)
            told = has_finite(scene.doc, left) or (frame.head is not None and left.holds(frame.head))
            if content.holds(left.end) and told:
                content = left
    return content


def _own_start(inner: Frame, outer: Frame, scene: Scene) -> int | None:
    """Where the clause of an inner cue begins, if it stands apart from what the outer one claims."""
    if inner.rule == "relative denial":
        return inner.content.start
    verb = scene.doc[inner.verb]
    if verb.dep_ == "relcl":
        noun = verb.head.left_edge  # "…, *an* incident that Tehran has denied any part in"
        starts = [noun.i, verb.left_edge.i] if noun.lower_ in {"a", "an"} else [verb.left_edge.i]
        return next((start for start in starts if scene.doc[start - 1].text == ","), None)
    if _same_voice(inner, outer) and verb.tag_ == "VBG":
        return verb.i if verb.i and scene.doc[verb.i - 1].text == "," else None
    if _same_voice(inner, outer) and verb.dep_ == "advcl" and verb.left_edge.lower_ in CONCEDING:
        return verb.left_edge.i
    if _same_voice(inner, outer) and verb.dep_ == "conj":
        return joint_before(verb)
    if verb.dep_ in {"conj", "advcl"} and inner.voice is not None and inner.voice.run.start:
        start = inner.voice.run.start
        return start if scene.doc[start - 1].dep_ == "cc" else None
    return None
