"""Attributions known by the order of the words alone, where the parse of a long sentence is torn.

Tried last, on a reporting verb for which no other rule finds what was said, and only in shapes that mean one thing
whatever the parse: ``P, the ministry said on Friday.``, ``P, said Lund, an envoy.``, ``Lund, an official said, P``,
``Lund said P``, ``warned Oslo it would P``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from dossier.mentions.claims.contents import TOPICS
from dossier.mentions.claims.edges import left_limit
from dossier.mentions.claims.frames import Content, Cue, Frame, Telling, Voice, frame_of
from dossier.mentions.claims.pieces import split_clauses
from dossier.mentions.claims.pointing import point_at
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import FINITE, SUBJECTS, has_finite, past_helpers, top_of
from dossier.mentions.claims.voices import can_speak, find_voice

NAMING = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN"})
"""What a speaker's name is made of."""
JOINING = frozenset({"&", "'s", "-", "and", "for", "of", "’s"})
"""What may stand inside it besides: ``the ministry *of* defence``, ``Oslo *and* Riga officials``."""
REACH = 12
"""Tokens of a speaker's name, and of what follows the verb: ``said early on Friday in a statement``."""
HEARING = frozenset({"assure", "inform", "remind", "tell", "warn"})
HEARER = 6
"""Tokens of whoever is told."""
PRESS = frozenset({"journalist", "newsman", "reporter"})
PLAIN = frozenset({"report", "say", "tell"})
"""Classes of cues of which nothing but what was said makes a whole sentence."""
PASSING = frozenset({"ADJ", "ADP", "ADV"})
"""What may follow a verb with nothing more to say: ``said *in* a statement``."""


def find_ordered(cue: Cue) -> Iterator[Frame]:
    """One frame for each clause that the order of the words gives to a reporting verb."""
    had = cue.verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.lemma_ == "have" for c in cue.verb.lefts)
    if cue.verb.tag_ in FINITE or had:
        yield from _found(cue, SHAPES)


def find_misread(cue: Cue) -> Iterator[Frame]:
    """``…, the Observatory for Human Rights reported on Saturday.`` with the verb read as a participle of the name."""
    verb = cue.verb
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not any(c.dep_ == "agent" for c in verb.rights):
        yield from _found(cue, (closing,))


def _found(cue: Cue, shapes: tuple[Callable[[Cue], tuple[Telling, Content] | None], ...]) -> Iterator[Frame]:
    scene, kind = cue.scene, cue.entry.kind
    if (kind not in PLAIN and cue.verb.lemma_ not in HEARING) or cue.entry.particles or cue.verb.i in scene.quoted_in:
        return
    for shape in shapes:
        found = shape(cue)
        if found is None:
            continue
        told, content = found
        stated = has_finite(scene.doc, content.run) or shape is opening
        if can_speak(told.voice, scene) and stated:
            for part in split_clauses(content, scene):
                yield frame_of(cue, told.voice, part)
            return


def closing(cue: Cue) -> tuple[Telling, Content] | None:
    """The verb ends its sentence: ``Before midnight the South cut the power, the ministry said early on Friday``."""
    voice, scene = _named_before(cue), cue.scene
    sentence = scene.sentence(cue.verb)
    if voice is None or not _only_passing(Run(cue.run.end, sentence.end), scene):
        return None
    return _of_the_left(cue, voice)


def inverted(cue: Cue) -> tuple[Telling, Content] | None:
    """The speaker does: ``The problem is hit-and-run attacks, said Omar Zand, a spokesman``."""
    doc, verb = cue.scene.doc, cue.verb
    if not verb.i or doc[verb.i - 1].text != ",":
        return None
    voice = find_voice(verb, cue.scene)
    if voice is None or voice.run.start != cue.run.end:
        return None
    behind = Run(voice.run.end, cue.scene.sentence(verb).end)
    if not _only_passing(behind, cue.scene) and doc[behind.start].text != ",":
        return None
    return _of_the_left(cue, voice)


def aside(cue: Cue) -> tuple[Telling, Content] | None:
    """``Lund, an official said, was told of the seizure``: the whole sentence around the words between commas."""
    voice, doc = _named_before(cue), cue.scene.doc
    if voice is None or cue.run.end >= len(doc) or doc[cue.run.end].text != ",":
        return None
    sentence = cue.scene.sentence(cue.verb)
    left, right = Run(sentence.start, voice.run.start), Run(cue.run.end + 1, sentence.end)
    if has_finite(doc, left) or not has_finite(doc, right) or doc[right.start].tag_ == "VBG":
        return None
    return Telling(cue, voice), Content(Run(sentence.start, sentence.end), top_of(doc, right), "aside")


def opening(cue: Cue) -> tuple[Telling, Content] | None:
    """``Lund said all measures needed to be taken``: nothing but a clause can be *said*."""
    doc, scene = cue.scene.doc, cue.scene
    start = cue.run.end
    if cue.verb.lemma_ != "say" or cue.verb.dep_ == "relcl" or start >= len(doc) or not _starts_clause(doc[start]):
        return None
    voice = find_voice(cue.verb, scene)
    if voice is None or not voice.run.end <= cue.verb.i:
        return None
    run = Run(start, scene.sentence(cue.verb).end)
    verbal = any(t.pos_ in {"AUX", "VERB"} for t in doc[run.start : run.end])  # "measures *needed*", read as participle
    return (Telling(cue, voice), _to_the_right(run, scene)) if verbal else None


def warned(cue: Cue) -> tuple[Telling, Content] | None:
    """``Oslo warned Riga it would pay``, where the parse makes the warning hang on the paying."""
    doc, scene, verb = cue.scene.doc, cue.scene, cue.verb
    if verb.lemma_ not in HEARING:
        return None
    voice = find_voice(verb, scene)
    if voice is None or voice.run.end > verb.i:
        return None
    end = scene.sentence(verb).end
    for index in range(cue.run.end + 1, min(cue.run.end + HEARER, end - 1)):
        if not (doc[index - 1].pos_ in NAMING or doc[index - 1].lower_ in JOINING):
            return None
        if doc[index].tag_ == "PRP" and doc[index + 1].tag_ in FINITE:
            return Telling(cue, voice), _to_the_right(Run(index, end), scene)
    return None


def told_press(cue: Cue) -> tuple[Telling, Content] | None:
    """``Lund told Reuters both ships were held``: behind the medium nothing but what was said can stand."""
    doc, scene = cue.scene.doc, cue.scene
    hearer, start = cue.run.end, cue.run.end + 1
    if cue.verb.lemma_ != "tell" or start >= len(doc) or doc[start - 1].right_edge.i > hearer:
        return None
    if not (scene.is_medium(doc[hearer]) or doc[hearer].lemma_.casefold() in PRESS) or not _starts_clause(doc[start]):
        return None
    if doc[start].pos_ == "ADV":
        return None  # "told Reuters *prior* to the summit"
    voice = find_voice(cue.verb, scene)
    run = Run(start, scene.sentence(cue.verb).end)
    if voice is None or voice.run.end > cue.verb.i or not any(t.tag_ in FINITE for t in doc[run.start : run.end]):
        return None
    return Telling(cue, voice), _to_the_right(run, scene)


SHAPES: Final[tuple[Callable[[Cue], tuple[Telling, Content] | None], ...]] = (
    closing,
    inverted,
    aside,
    opening,
    warned,
    told_press,
)
"""Tried in this order; the first that finds a content ends the search."""


def _of_the_left(cue: Cue, voice: Voice) -> tuple[Telling, Content] | None:
    """What stands before the comma, from the beginning of the sentence."""
    scene = cue.scene
    sentence = scene.sentence(cue.verb)
    edge = min(voice.run.start, cue.verb.i) - 1
    left = Run(left_limit(cue.verb, sentence, edge), edge)
    if not _has_subject(left, scene):
        left = Run(sentence.start, edge)
    return (Telling(cue, voice), Content(left, top_of(scene.doc, left), "fronted")) if left else None


def _has_subject(run: Run, scene: Scene) -> bool:
    """Whether a verb of ``run`` says who does it: no for ``and killed at least 27 people``."""
    return any(t.dep_ in SUBJECTS and run.holds(t.head.i) for t in scene.doc[run.start : run.end])


def _to_the_right(run: Run, scene: Scene) -> Content:
    return Content(run, top_of(scene.doc, run), "clause")


def _starts_clause(first: Token) -> bool:
    """Whether what follows *said* begins as a clause does, with its subject: no for ``said in a statement``."""
    return first.lower_ not in TOPICS | {"no", "nothing", "so", "that", "this", "yes"} and (
        first.pos_ in NAMING or first.tag_ == "VBG" or first.lower_ == "both"
    )


def _named_before(cue: Cue) -> Voice | None:
    """The name between the nearest comma and the verb, whatever the parse makes of it."""
    doc, scene, verb = cue.scene.doc, cue.scene, cue.verb
    start = end = past_helpers(verb)
    floor = max(scene.sentence(verb).start, end - REACH)
    while start > floor and (doc[start - 1].pos_ in NAMING or doc[start - 1].lower_ in JOINING):
        start -= 1
    if start in (end, scene.sentence(verb).start) or doc[start - 1].text != ",":
        return None
    words = doc[start:end]
    if words[0].lower_ in JOINING or words[0].tag_ in {"WDT", "WP", "WRB", "RB"} or start in scene.quoted_in:
        return None
    head = _head_of(words.start, words.end, scene)
    return Voice(head.i, Run(start, end), point_at(head, Run(start, end), scene)) if head is not None else None


def _head_of(start: int, end: int, scene: Scene) -> Token | None:
    """The last noun before the first preposition: ``a *spokesman* for the ministry``, ``Riga *officials*``."""
    stop = next((i for i in range(start, end) if scene.doc[i].lower_ in {"for", "of"}), end)
    nouns = [t for t in scene.doc[start:stop] if t.pos_ in {"NOUN", "PRON", "PROPN"}]
    return nouns[-1] if nouns else None


def _only_passing(rest: Run, scene: Scene) -> bool:
    """Whether what follows tells only when, where or to whom: ``early on Friday``, ``in her podcast``."""
    words = [t for t in scene.doc[rest.start : rest.end] if not t.is_punct and not t.is_space]
    if len(words) > REACH or any(t.i in scene.quoted_in for t in words):
        return False
    return not any(t.pos_ == "VERB" or t.tag_ in FINITE or t.tag_ in {"WDT", "WP"} for t in words) and (
        not words or words[0].pos_ in PASSING or words[0].ent_type_ in {"DATE", "TIME"}
    )
