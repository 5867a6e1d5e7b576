"""Attributions that the parser takes for something else: found by the order of the words alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.lexicon.claims import Takes
from dossier.mentions.claims.clauses import find_clauses
from dossier.mentions.claims.frames import Content, Cue, Frame, Voice, frame_of
from dossier.mentions.claims.pieces import split_clauses
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import SUBJECTS, has_finite, top_of
from dossier.mentions.claims.voices import can_speak, find_voice, voice_at
from dossier.model import Pointer, Polarity

REACH = 9
"""How many tokens may stand between the noun and its denial: ``a claim that both Moscow and Pyongyang have denied``."""
DASHED = frozenset({"report", "say", "speak", "tell", "think"})
"""Classes of cues that may follow what is said behind a dash: ``- informs the ministry``."""
ENDS = frozenset({".", ",", ";", "!", "?", '"', "'"})
GOING_ON = frozenset({"as", "in", "on"})
"""What may follow the verb: ``a charge Lund has rejected *as* "a lie"``."""
SET_OFF = frozenset({",", "-", "–", "—", "a", "an"})
"""What stands before a noun that comes behind what it is about: ``…, a claim that Moscow denies``."""


def find_stray_denials(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``…, charges that Tehran rejects.`` where the noun was read as a verb or the verb as a noun."""
    doc = scene.doc
    if not noun.i or doc[noun.i - 1].lower_ not in SET_OFF:
        return
    lemma = _singular(noun)
    if lemma not in scene.words.deniable or noun.dep_ in {"appos", "dobj", "pobj"} or noun.i in scene.quoted_in:
        return
    start = noun.i - 1 if noun.i and doc[noun.i - 1].lower_ in {"a", "an"} else noun.i
    if not start or doc[start - 1].text not in {",", "-", "–", "—"}:
        return
    for token in doc[noun.i + 1 : min(noun.i + REACH, noun.sent.end)]:
        if token.text in ENDS:
            return
        ends = token.i + 1 >= len(doc) or doc[token.i + 1].text in ENDS or doc[token.i + 1].lower_ in GOING_ON
        if ends and token.i > noun.i + 1 and _denies(token, scene):
            voice = _voice_before(token, noun.i + 1, scene)
            if voice is not None:
                yield _denial(token, voice, Run(start, token.i + 1), Run(start, noun.i + 1))
            return


def _denial(token: Token, voice: Voice, content: Run, about: Run) -> Frame:
    return Frame(
        cue=token.text,
        cue_run=Run(token.i, token.i + 1),
        verb=token.i,
        governor=token.head.i,
        voice=voice,
        content=content,
        kind="deny",
        polarity=Polarity.DENIES,
        object=about,
        rule="relative denial",
    )


def find_tail_reports(token: Token, scene: Scene) -> Iterator[Frame]:
    """``…, the dpa news agency reports.`` where the last word was read as a noun."""
    if token.tag_ != "NNS":
        return
    doc = scene.doc
    if token.i + 1 < len(doc) and doc[token.i + 1].text not in ENDS:
        return
    sentence = scene.sentence(token)
    if token.i < sentence.start + 4:
        return
    if not any(v.kind in {"say", "report"} and not v.particles for v in scene.words.verbs.get(_singular(token), ())):
        return
    head = doc[token.i - 1]
    if not scene.is_medium(head) and head.i not in scene.people and head.i not in scene.parties:
        return
    comma = next((i for i in range(head.i, sentence.start, -1) if doc[i].text == ","), None)
    voice = voice_at(head, scene)
    if comma is None or voice is None or head.i - comma > REACH:
        return
    yield Frame(
        cue=token.text,
        cue_run=Run(token.i, token.i + 1),
        verb=token.i,
        voice=voice,
        content=Run(sentence.start, comma),
        rule="fronted",
        kind="report",
    )


def find_as_reports(token: Token, scene: Scene) -> Iterator[Frame]:
    """``As the dpa agency notes, exports fell`` where the verb was read as a noun."""
    if token.tag_ != "NNS" or token.dep_ not in {"pobj", "advcl"}:
        return
    doc, sentence = scene.doc, scene.sentence(token)
    opened = token.dep_ == "pobj" and token.head.i == sentence.start and token.head.lower_ == "as"
    marked = token.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in token.lefts)
    if not (opened or marked) or token.right_edge.i + 2 > sentence.end:
        return
    entries = [
        v for v in scene.words.verbs.get(_singular(token), ()) if v.kind in {"say", "report"} and not v.particles
    ]
    voice = voice_at(doc[token.i - 1], scene)
    content = Run(token.right_edge.i + 1, sentence.end)
    if entries and voice is not None and can_speak(voice, scene) and has_finite(doc, content):
        for part in split_clauses(Content(content, top_of(doc, content), "as said"), scene):
            yield frame_of(Cue(token, entries[0], Run(token.i, token.i + 1), scene), voice, part)


def find_with_reports(token: Token, scene: Scene) -> Iterator[Frame]:
    """``…, with an envoy warning that sanctions fail`` where the participle was read as a noun."""
    if token.pos_ != "NOUN" or not token.lower_.endswith("ing"):
        return
    clause = next((c for c in token.rights if c.dep_ in {"acl", "ccomp"} and c.left_edge.lower_ == "that"), None)
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    if clause is None or subject is None:
        return
    stem = token.lower_.removesuffix("ing")
    entries = [v for s in (stem, f"{stem}e") for v in scene.words.verbs.get(s, ()) if Takes.CLAUSE in v.takes]
    voice = voice_at(subject, scene)
    if entries and voice is not None:
        content = Content(Run(clause.left_edge.i, clause.right_edge.i + 1), clause.i, "clause")
        yield frame_of(Cue(token, entries[0], Run(token.i, token.i + 1), scene), voice, content)


def find_stray_partners(token: Token, scene: Scene) -> Iterator[Frame]:
    """``has demanded his release and threatened sanctions`` where the second verb was read as an adjective."""
    doc = scene.doc
    if token.dep_ != "amod" or token.tag_ not in {"VBN", "VBD"} or not token.i or doc[token.i - 1].dep_ != "cc":
        return
    noun = token.head
    first = noun.head.head
    entries = [
        v for v in scene.words.verbs.get(token.lemma_.casefold(), ()) if not v.particles and Takes.NOUN in v.takes
    ]
    if (
        not entries
        or noun.dep_ != "conj"
        or noun.head.dep_ != "dobj"
        or first.lemma_.casefold() not in scene.words.verbs
    ):
        return
    voice = find_voice(first, scene)
    if voice is not None and noun.i - token.i <= 3:
        end = max(noun.right_edge.i, first.right_edge.i if first.right_edge.i > noun.i else 0) + 1
        cue = Cue(token, entries[0], Run(token.i, token.i + 1), scene)
        yield frame_of(cue, voice, Content(Run(token.i, end), noun.i, entries[0].kind))


def find_dashed(token: Token, scene: Scene) -> Iterator[Frame]:
    """``Two employees are dead - informed on Telegram the head of the region``: a dash before a verb out of place."""
    doc = scene.doc
    if token.i < 4 or doc[token.i - 1].text not in {"-", "–", "—"} or token.i in scene.quoted_in:
        return
    sentence = scene.sentence(token)
    if token.i <= sentence.start + 3:
        return
    if not doc[token.i - 1].whitespace_:
        return  # "the rebel-held capital"
    entries = scene.words.verbs.get(token.lemma_.casefold(), ())
    plain = next((v for v in entries if v.kind in DASHED and not v.particles), None)
    subject = any(c.dep_ in SUBJECTS for c in token.lefts) and token.i - 2 not in scene.quoted_in
    if plain is None or token.tag_ not in {"VBD", "VBN", "VBZ"} or subject:
        return
    heads = [t for t in doc[token.i + 1 : sentence.end] if t.i in scene.people or t.pos_ in {"NOUN", "PROPN"}]
    named = [t for t in heads if t.i in scene.people]
    head = (named or heads)[0] if heads else None
    while head is not None and head.dep_ == "compound" and not named:
        head = head.head
    voice = voice_at(head, scene) if head is not None else None
    left = Run(sentence.start, token.i - 1)
    cue = Cue(token, plain, Run(token.i, token.i + 1), scene)
    if voice is not None and has_finite(doc, left) and not any(find_clauses(cue)):
        frame = frame_of(cue, voice, Content(left, top_of(doc, left), "fronted"))
        hearer = doc[token.i + 1]
        heard = scene.is_medium(hearer) and not scene.is_own(hearer)
        yield replace(frame, via=(Pointer(scene.evidence(Run(hearer.i, hearer.i + 1)), "name"),)) if heard else frame


def _singular(token: Token) -> str:
    """The lemma where the tagger saw a noun or a verb of another form, else the word without its s."""
    lower = token.lower_
    return lower.removesuffix("s") if lower.endswith("s") else token.lemma_.casefold()


def _denies(token: Token, scene: Scene) -> bool:
    """Whether a word can be a form of a denying verb, whatever the tagger made of it."""
    lower = token.lower_
    stems = [token.lemma_.casefold(), lower, *(lower.removesuffix(end) for end in ("s", "es", "d", "ed"))]
    stems += [f"{lower.removesuffix(end)}y" for end in ("ies", "ied") if lower.endswith(end)]
    return any(entry.denies and not entry.particles for stem in stems for entry in scene.words.verbs.get(stem, ()))


def _voice_before(verb: Token, start: int, scene: Scene) -> Voice | None:
    """The last noun or name between the noun and its denial."""
    for index in range(verb.i - 1, start - 1, -1):
        token = scene.doc[index]
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.lower_ not in {"that", "which"}:
            return voice_at(token, scene)
    return None
