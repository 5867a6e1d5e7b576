"""Sources named beside a clause: ``according to X``, ``citing X``, ``X quoted Y as saying``, ``as X said``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.contents import Content, attribution, split_clauses, top_of, has_finite
from dossier.mentions.claims.frames import Frame, Voice
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.voices import can_speak, find_voice, voice_at
from dossier.model import Pointer

SAYING = frozenset({"say", "tell", "state", "write", "report", "declare", "claim", "warn", "add"})

MAIN_PARTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "advmod", "prep", "advcl", "npadvmod", "ccomp"})
"""With what a main clause can begin."""


def find_according(token: Token, scene: Scene) -> Iterator[Frame]:
    """``According to a BBC report, one of the drones resembled …``; the clause without the phrase is the content."""
    cue = _preposition(token, scene)
    if cue is None:
        return
    last = scene.doc[cue.end - 1]
    pobj = next((c for c in last.rights if c.dep_ in {"pobj", "pcomp"}), None)
    voice = voice_at(pobj, scene) if pobj is not None else None
    if pobj is None or voice is None or pobj.lemma_.casefold() in scene.words.sourcing.not_speakers:
        return
    if not can_speak(voice, scene):
        return
    phrase = Run(cue.start, max(voice.run.end, _phrase_end(pobj)))
    content = around(phrase, token, scene)
    if content is None:
        return
    for part in split_clauses(content, scene):
        yield _frame(scene.doc[cue.start : cue.end].text, cue, token, voice, part, scene, "according to")


def _preposition(token: Token, scene: Scene) -> Run | None:
    for words in scene.words.sourcing.prepositions:
        if tuple(t.lower_ for t in scene.doc[token.i : token.i + len(words)]) == words:
            return Run(token.i, token.i + len(words))
    return None


def _phrase_end(pobj: Token) -> int:
    """Past the phrase: to the next comma, or as far as the parse takes it."""
    for token in pobj.doc[pobj.i + 1 : pobj.right_edge.i + 1]:
        if token.text == "," and not any(c.dep_ in {"appos", "relcl"} and c.i > token.i for c in pobj.children):
            return token.i
    return pobj.right_edge.i + 1


def around(phrase: Run, token: Token, scene: Scene) -> Content | None:
    """The clause on the left of a phrase where that is a clause, else the one on its right."""
    sentence, doc = scene.sentence(token), scene.doc
    left, right = Run(sentence.start, phrase.start), Run(phrase.end, sentence.end)
    quote = scene.quotation_at(phrase.start - 1) or scene.quotation_at(phrase.start - 2)
    if phrase.start > 1 and quote is not None and quote.end <= phrase.start and quote.start < left.start:
        left = Run(quote.start, phrase.start)
    if has_finite(doc, left):
        return Content(left, top_of(doc, left), "according to")
    main = token.head if token.dep_ in {"prep", "pcomp", "advcl"} else token
    parts = [c.left_edge.i for c in main.lefts if c.left_edge.i > phrase.end and c.dep_ in MAIN_PARTS]
    if main.i > phrase.end and parts:
        right = Run(min(parts), sentence.end)  # past "…, a think tank in Washington,"
    if len(right) > 2:
        return Content(right, top_of(doc, right), "according to")
    return None


def find_quoted(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Tass quoted the ministry as saying P``, ``was quoted by Tass as saying P``, ``P, X was quoted as saying``."""
    if verb.lemma_.casefold() not in scene.words.sourcing.participles:
        return
    cue = _as_saying(verb, scene)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"})
    if cue is None:
        yield from _citing(verb, scene)
        return
    saying = scene.doc[cue.end - 1]
    voice, medium = _passive_pair(verb, scene) if passive else _active_pair(verb, scene)
    if voice is None:
        return
    content = _said(verb, saying, voice, medium, scene)
    if content is not None:
        for part in split_clauses(content, scene):
            yield _frame("as saying" if saying.lower_ == "saying" else scene.doc[cue.start : cue.end].text, cue, verb, voice,
                         part, scene, "quoted as saying", () if medium is None else (medium.pointer,))


def _as_saying(verb: Token, scene: Scene) -> Run | None:
    for token in scene.doc[verb.i + 1 : verb.sent.end]:
        if token.lower_ == "as" and token.i + 1 < verb.sent.end:
            following = scene.doc[token.i + 1]
            if following.tag_ == "VBG" and following.lemma_ in SAYING:
                return Run(token.i, token.i + 2)
    return None


def _active_pair(verb: Token, scene: Scene) -> tuple[Voice | None, Voice | None]:
    dobj = next((c for c in verb.rights if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i), None)
    return (voice_at(dobj, scene) if dobj is not None else None), find_voice(verb, scene)


def _passive_pair(verb: Token, scene: Scene) -> tuple[Voice | None, Voice | None]:
    subject = next((c for c in verb.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
    if subject is None and verb.dep_ in {"acl", "relcl"}:
        subject = verb.head
    elif subject is not None and subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        subject = verb.head
    agent = next((c for a in verb.rights if a.dep_ in {"agent", "prep"} and a.lower_ in {"by", "in", "on"} for c in a.children if c.dep_ == "pobj"), None)
    medium = voice_at(agent, scene) if agent is not None else None
    if medium is not None and agent is not None and agent.head.dep_ == "prep" and not scene.is_medium(agent):
        medium = None
    return (voice_at(subject, scene) if subject is not None else None), medium


def _said(verb: Token, saying: Token, voice: Voice, medium: Voice | None, scene: Scene) -> Content | None:
    """What was said: after *saying*, in front of the whole attribution, or in the sentence that follows."""
    doc, sentence = scene.doc, scene.sentence(verb)
    after = Run(saying.i + 1, sentence.end)
    if any(t.is_alpha for t in doc[after.start : after.end]) and not _only_time(doc[after.start : after.end]):
        start = after.start
        return Content(Run(start, sentence.end), top_of(doc, Run(start, sentence.end)), "quoted as saying")
    start = min([verb.i, voice.run.start, *([medium.run.start] if medium else [])])
    left = Run(sentence.start, start)
    quote = scene.quotation_at(start - 1) if start else None
    if quote is not None and quote.start < left.start:
        left = Run(quote.start, start)
    if has_finite(doc, left):
        return Content(left, top_of(doc, left), "quoted as saying")
    if sentence.end < len(doc):
        following = Run(sentence.end, doc[sentence.end].sent.end)
        if doc[following.start].lower_ == "that" or following.start in scene.quoted_in:
            return Content(following, top_of(doc, following), "quoted as saying")
    return None


def _only_time(tokens: object) -> bool:
    return all(t.ent_type_ in {"DATE", "TIME"} or not t.is_alpha or t.lower_ in {"on", "in", "by", "at"} for t in tokens)  # type: ignore[attr-defined]


def _citing(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``…, Yonhap reported, citing the Joint Chiefs``: the cited speak, the reporter relays."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "prep", "xcomp", "dep"}:
        return
    dobj = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    voice = voice_at(dobj, scene) if dobj is not None else None
    if dobj is None or voice is None or not can_speak(voice, scene):
        return
    content = around(Run(verb.i, voice.run.end), verb, scene)
    if content is not None:
        yield _frame(verb.text, Run(verb.i, verb.i + 1), verb, voice, content, scene, "citing")


def _frame(cue: str, at: Run, verb: Token, voice: Voice, content: Content, scene: Scene, rule: str, via: tuple[Pointer, ...] = ()) -> Frame:
    return Frame(
        cue=cue, cue_run=at, verb=verb.i, governor=verb.head.i, voice=voice, content=content.run, head=content.head,
        kind="source", rule=rule, via=via, quoted=verb.i in scene.quoted_in,
    )
