"""Denials of a noun: ``denies the allegation``, ``a claim both Moscow and Pyongyang have denied``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from dossier.mentions.claims.cues import is_passive
from dossier.mentions.claims.frames import Content, Cue, Frame, Voice, frame_of
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import voice_at
from dossier.model import Polarity

POINTING = frozenset({"any", "it", "so", "that", "them", "these", "this", "those", "which"})
VERDICTS = frozenset({"acomp", "amod", "attr", "oprd", "pobj", "conj", "ccomp", "dobj"})
FAR = 4
"""How deep below the verb a verdict may stand: ``called the charge *a pack of lies*``."""
VAGUE = frozenset({"something", "thing"})


def denied(frame: Frame, whole: Frame, head: Token, scene: Scene) -> Iterator[Frame]:
    """A denial whose object is ``head``; ``whole`` tells it with subject and verb.

    Where a noun is denied the clause under it is its own claim (``rejected Russia's accusation that …``), and the
    denial is told whole.
    """
    if head.dep_ == "prep":
        head = next((c for c in head.rights if c.dep_ in {"pcomp", "pobj"}), head)  # "pushed back on *the charge*"
    if head.dep_ == "pcomp" and head.left_edge.lower_ == "what":
        return  # "pushed back against what he called a glut of claims": what he called it is said
    if head.dep_ == "ccomp" and head.left_edge.lower_ == "what":
        end = frame.content.end
        end += end < len(scene.doc) and scene.doc[end].is_right_punct and scene.doc[end].is_quote
        yield replace(whole, object=Run(head.left_edge.i, end))  # "rejected *what it called “lies”*"
        return
    if head.dep_ not in {"dobj", "pobj", "appos"}:
        yield whole if is_gerund(head) else frame
        return
    lemma, deny = head.lemma_.casefold(), frame.cue.casefold().startswith("den")
    if lemma in scene.words.deniable or head.lower_ in POINTING or deny:
        yield replace(whole, object=Run(head.left_edge.i, head.i + 1))
    elif lemma in scene.words.proposed:
        yield whole
    elif any(c.dep_ == "prep" and c.lower_ == "as" and c.i > head.i for c in scene.doc[frame.verb].subtree):
        yield replace(frame, polarity=Polarity.ASSERTS, rule="judge")


def is_gerund(verb: Token) -> bool:
    """``denied selling arms``, ``denied ever having sold arms``."""
    return verb.tag_ == "VBG" or any(c.tag_ == "VBG" and c.dep_ == "aux" for c in verb.lefts)


def each_denier(frame: Frame, scene: Scene) -> Iterator[Frame]:
    """``Both Tehran and Aden denied it``, ``Oslo and Riga accused each other``: one each; "both sides" is one.

    What both say is said by each: ``Oslo and Lima both say P``.
    """
    voice = frame.voice
    each = frame.polarity is Polarity.DENIES or _is_mutual(frame, scene) or _is_both(frame, scene)
    if not each or voice is None or voice.pointer.how != "group":
        yield frame
        return
    heads = [scene.doc[voice.head], *scene.doc[voice.head].conjuncts]
    named = [t for t in heads if voice.run.start <= t.i and (t.i in scene.people or t.i in scene.parties)]
    if len(named) < 2:
        yield frame
        return
    for token in named:
        mention = scene.people.get(token.i) or scene.parties[token.i]
        yield replace(
            frame, voice=replace(voice, pointer=replace(voice.pointer, evidence=mention.evidence, how="name"))
        )


def _is_both(frame: Frame, scene: Scene) -> bool:
    """``Both Oslo and Lima say P``, ``Oslo and Lima both say P``."""
    voice, doc = frame.voice, scene.doc
    if voice is None:
        return False
    end = max(t.i for t in (doc[voice.head], *doc[voice.head].conjuncts)) + 2
    return "both" in {t.lower_ for t in doc[voice.run.start : min(end, frame.verb)]}


def _is_mutual(frame: Frame, scene: Scene) -> bool:
    """Whether two say the same of one another."""
    first = scene.doc[frame.content.start : frame.content.start + 2].text.casefold()
    return frame.kind == "accuse" and first in {"each other", "one another"}


def dismissing(frame: Frame, scene: Scene) -> Frame:
    """``called the allegation baseless`` and ``said the report was a fabrication`` turn it down: a denial.

    So does ``termed these as a bundle of lies``, where the thing is told by a pronoun alone.
    ``said the report showed that the claim was false`` is none: the noun must stand first in what is said.
    """
    if frame.polarity is Polarity.DENIES or frame.object is not None:
        return frame
    tokens = scene.doc[frame.content.start : frame.content.end]
    thing = _doubted(frame, scene) or _ungrounded(tokens, scene) or _misread(tokens, scene)
    if thing is not None:
        about = Run(thing.left_edge.i, thing.i + 1)
        return replace(frame, polarity=Polarity.DENIES, rule="dismissal", object=about)
    noun = next((t for t in tokens if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in {"compound", "poss"}), None)
    if noun is not None and _is_untrue(noun, frame, scene):
        return replace(frame, polarity=Polarity.DENIES, rule="dismissal", object=Run(noun.left_edge.i, noun.i + 1))
    if noun is None or noun.dep_ not in {"nsubj", "dobj"}:
        return frame
    talk = noun.lemma_.casefold() == "talk" and any(c.lower_ in {"about", "of"} for c in noun.rights)
    named = noun.lemma_.casefold() in scene.words.deniable or talk  # "talk of a raid was nonsense"
    if not named and not (frame.kind == "call" and noun.lower_ in POINTING):
        return frame
    untrue = scene.words.dismissing if named else scene.words.dismissing - scene.words.scorning
    verdict = [t for t in tokens if t.i > noun.i and t.lemma_.casefold() in untrue and not _is_resting(t)]
    quoted = frame.kind == "call" and named and _ends_in_verdict(frame, scene)
    if not quoted and not any(t.dep_ in VERDICTS and noun.head in [t, *t.ancestors][: FAR + 1] for t in verdict):
        return frame
    about = Run(noun.left_edge.i, noun.i + 1)
    called = frame.kind == "call" and frame.voice is not None and frame.voice.run.start < frame.content.start
    called = called and scene.doc[frame.verb].tag_ != "VBG"
    start = frame.voice.run.start if called and frame.voice is not None else frame.content.start
    content = Run(max(start, scene.doc[frame.verb].sent.start), frame.content.end)
    return replace(frame, content=content, polarity=Polarity.DENIES, rule="dismissal", object=about)


def _ends_in_verdict(frame: Frame, scene: Scene) -> bool:
    """``called accusations of a raid on Riga “disinformation”``, hung on the place by the parse."""
    words = [t for t in scene.doc[frame.content.start : frame.content.end] if not t.is_punct]
    return bool(words) and words[-1].i in scene.quoted_in and words[-1].lemma_.casefold() in scene.words.dismissing


def _is_resting(word: Token) -> bool:
    """``the responsibility lies with Manila``: no lie."""
    return word.lemma_ == "lie" and word.pos_ == "VERB"


def _doubted(frame: Frame, scene: Scene) -> Token | None:
    """``cast doubt on Moscow's assertions that …``: the noun of a claim that is doubted."""
    if "doubt" not in frame.cue.casefold().split():
        return None
    behind = (t for t in scene.doc[frame.verb + 1 : frame.content.end] if t.dep_ in {"pobj", "dobj"})
    return next((t for t in behind if t.lemma_.casefold() in scene.words.deniable), None)


def _misread(tokens: Span, scene: Scene) -> Token | None:
    """``said accusations Moscow plans a raid were "speculation"``, where *accusations* was read as a verb."""
    first = tokens[1 if len(tokens) > 1 and tokens[0].lower_ == "that" else 0]
    if first.pos_ != "VERB" or first.lower_.removesuffix("s") not in scene.words.deniable:
        return None
    verdicts = (t for t in tokens[1:] if t.lemma_.casefold() in scene.words.dismissing)
    return first if any(t.dep_ in {"acomp", "attr"} and t.head.lemma_ == "be" for t in verdicts) else None


def _ungrounded(tokens: Span, scene: Scene) -> Token | None:
    """``sees no grounds for the rebels' allegation``, ``there is no truth in it``: the claim that rests on nothing."""
    for token in tokens:
        if token.lemma_.casefold() not in scene.words.grounds or not _is_lacking(token) or _is_conceded(token):
            continue
        for word in scene.doc[token.i + 1 : min(token.i + NEAR, tokens.end)]:
            claim = word.lemma_.casefold() in scene.words.deniable or word.lower_ in POINTING - {"which"}
            if claim and word.dep_ in {"pobj", "dobj"}:
                return word
    return None


def _is_conceded(ground: Token) -> bool:
    """``said the dam had been hit, though he offered no evidence of this claim``: the article's own remark."""
    clause = ground.head
    return clause.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in CONCEDING for c in clause.lefts)


CONCEDING = frozenset({"although", "though", "while"})


def _is_lacking(ground: Token) -> bool:
    """Whether a ground is said not to be there: ``no evidence``, ``not any grounds``, ``without foundation``."""
    if ground.head.dep_ in {"agent", "prep"} and any(c.dep_ == "neg" for c in ground.head.head.children):
        return True  # "not supported by evidence"
    if ground.head.lower_ == "without" or any(c.lower_ in {"no", "zero", "little"} for c in ground.children):
        return True
    return any(c.dep_ == "neg" for c in ground.head.children) and ground.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}


NEAR = 7
"""How many tokens behind a ground its claim may stand: ``no evidence whatsoever for any of these claims``."""


def _is_untrue(noun: Token, frame: Frame, scene: Scene) -> bool:
    """``"It's not true at all," the official said``; ``these reports do not correspond to reality``."""
    pointing = noun.lower_ in POINTING or noun.lemma_.casefold() in scene.words.deniable
    verb = noun.head
    if (
        not pointing
        or noun.dep_ not in {"nsubj", "nsubjpass"}
        or not frame.content.holds(verb.i)
        or verb.dep_ in {"relcl", "advcl"}
    ):
        return False
    verdict = is_passive(verb) or verb.lemma_ == "be"
    if (_rests_on_nothing(verb, frame, scene) and (verdict or noun.lower_ not in POINTING)) or _is_made_up(verb):
        return True  # "it has seen no evidence of arms" is the inspectors' own finding
    nothing = verb.lemma_ == "have" and any(c.lower_ == "nothing" for c in verb.rights)  # "nothing to do with reality"
    if nothing and any(t.lower_ in REALITY for t in verb.subtree):
        return True
    if not any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(c.dep_ in {"ccomp", "xcomp", "csubj"} and c.i > verb.i for c in verb.children):
        return False  # "it is not true that …" has its own content
    true = any(c.dep_ == "acomp" and c.lower_ in TRUE for c in verb.rights)
    return true or (verb.lemma_ == "correspond" and any(t.lower_ in REALITY for t in verb.subtree))


def _rests_on_nothing(verb: Token, frame: Frame, scene: Scene) -> bool:
    """``the allegations are without merit``, ``they are not supported by evidence``."""
    behind = scene.doc[verb.i + 1 : max(verb.i + 1, min(verb.i + NEAR, frame.content.end))]
    return any(t.lemma_.casefold() in scene.words.grounds and _is_lacking(t) for t in behind)


def _is_made_up(verb: Token) -> bool:
    """``the story had been made up``."""
    return verb.lemma_ == "make" and verb.tag_ == "VBN" and any(c.lower_ == "up" for c in verb.rights)


TRUE = frozenset({"accurate", "correct", "true"})
REALITY = frozenset({"fact", "facts", "reality", "truth"})


def find_relative_denials(cue: Cue) -> Iterator[Frame]:
    """``…, a claim both Moscow and Pyongyang have denied``; ``…, a charge rejected by Tehran``: one frame a denier."""
    verb, scene = cue.verb, cue.scene
    clause = _joint_clause(verb)
    if clause.dep_ not in {"relcl", "acl"} or verb.tag_ == "VBG":
        return
    filled = any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.i > verb.i for c in verb.children)
    if filled if cue.entry.denies else not _calls_untrue(cue):
        return
    noun, which = clause.head, _relative(clause)
    named = noun.lemma_.casefold() in scene.words.deniable | VAGUE
    if not named and which is None:
        return
    about = Run(noun.left_edge.i, noun.i + 1) if named or which is None else Run(which.i, which.i + 1)
    for voice in _deniers(verb, scene):
        content = Content(Run(about.start, verb.right_edge.i + 1), None, "denial")
        frame = frame_of(cue, voice, content)
        yield replace(frame, polarity=Polarity.DENIES, object=about, rule="relative denial")


def _joint_clause(verb: Token) -> Token:
    """The relative clause that a verb stands in: its own, or the one ``that Oslo confirms but Madrid denies``."""
    if verb.dep_ != "conj" or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return verb
    if verb.head.dep_ == "relcl":
        return verb.head
    called = (c for c in verb.head.rights if c.dep_ == "attr")  # "it is a charge that Oslo repeats but Madrid denies"
    clauses = (c for noun in called for c in noun.rights if c.dep_ in {"acl", "relcl"} and c.i < verb.i)
    return next(clauses, verb)


def _calls_untrue(cue: Cue) -> bool:
    """``…, a charge Mogadishu described as baseless``, ``something he called "completely untrue"``."""
    behind = cue.scene.doc[cue.run.end : cue.verb.right_edge.i + 1]
    words = cue.scene.words
    claim = cue.verb.head.lemma_.casefold() in words.deniable
    untrue = words.dismissing if claim else words.dismissing - words.scorning
    return cue.entry.kind == "call" and any(t.lemma_.casefold() in untrue for t in behind)


def _relative(verb: Token) -> Token | None:
    words = (c for c in verb.lefts if c.lower_ in {"which", "that"})
    return next((c for c in words if c.dep_ in {"dobj", "pobj", "nsubj"}), None)


def _deniers(verb: Token, scene: Scene) -> Iterator[Voice]:
    """Each of the coordinated subjects of a verb, of a participle behind *by*: ``both Moscow and Pyongyang``."""
    agents = (c for a in verb.subtree if a.dep_ == "agent" for c in a.children if c.dep_ == "pobj")
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and c.tag_ not in {"WDT", "WP"})
    subject = next(agents if is_passive(verb) else subjects, None)
    while subject is not None:
        voice = voice_at(subject, scene)
        if voice is not None:
            yield _alone(voice, scene)
        subject = next((c for c in subject.rights if c.dep_ == "conj"), None)


def _alone(voice: Voice, scene: Scene) -> Voice:
    """The voice of one conjunct only, where its phrase was read with the others."""
    named = scene.people.get(voice.head) or scene.parties.get(voice.head)
    if voice.pointer.how != "group" or named is None:
        return voice
    return replace(voice, pointer=replace(voice.pointer, evidence=named.evidence, how="name"))
