"""Sources named beside a clause: ``according to X``, ``citing X``, ``X quoted Y as saying``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from dossier.mentions.claims.clauses import SAID_THIS
from dossier.mentions.claims.frames import Content, Frame, Voice, sourced_frame
from dossier.mentions.claims.nominals import owner
from dossier.mentions.claims.pieces import split_clauses
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import has_finite, top_of
from dossier.mentions.claims.voices import can_speak, find_voice, voice_at

SAYING = frozenset({"add", "claim", "declare", "report", "say", "state", "tell", "warn", "write"})
MAIN_PARTS = frozenset({"advcl", "advmod", "ccomp", "csubj", "expl", "npadvmod", "nsubj", "nsubjpass", "prep"})
"""With what a main clause can begin."""
RELAYED = frozenset({"report"})
"""Verbs that quote somebody only with *as saying*: ``Fars reported the minister as saying P``."""
NEAR = 6
"""Tokens that may stand between *saying* and a quotation: ``in Oslo on Friday,``."""
READERS = frozenset({"one", "we", "you"})
"""Whoever reads a text in which something stands: ``we read in the communique``."""
ASKING = frozenset({"if", "whether"})
TIMING = frozenset({"at", "by", "in", "on"})


# ------------------------------------------------------------------------------------------- according to


def find_according(token: Token, scene: Scene) -> Iterator[Frame]:
    """``According to a BBC report, one of the drones resembled …``; the clause without the phrase is the content."""
    cue = _preposition(token, scene)
    if cue is None:
        return
    pobj = next((c for c in scene.doc[cue.end - 1].rights if c.dep_ in {"pobj", "pcomp"}), None)
    if pobj is None or pobj.lemma_.casefold() in scene.words.sourcing.not_speakers:
        return
    voice = _named_after(pobj, scene) or _antecedent(pobj, scene) or voice_at(pobj, scene)
    if voice is None or (token.lower_ == "per" and not can_speak(voice, scene)):
        return  # "250 euros per megawatt hour"
    hearer = _hearer(pobj, scene)
    via = (hearer.pointer,) if hearer is not None else ()
    phrase = Run(cue.start, max(voice.run.end, _phrase_end(pobj)))
    cited = _cited(phrase, scene)
    if cited is not None:
        via, voice, phrase = (voice.pointer,), cited, Run(cue.start, _phrase_end(scene.doc[cited.head]))
    if hearer is not None and voice.run.holds(hearer.head):
        told = Run(voice.run.start, pobj.i + 1)
        voice = replace(voice, run=told, pointer=replace(voice.pointer, evidence=scene.evidence(told)))
    content = around(phrase, token, scene)
    if pobj.lower_ in {"which", "whom"}:
        after = Run(pobj.i + 1, scene.sentence(token).end)
        content = Content(after, top_of(scene.doc, after), "according to")
    if content is None:
        return
    if _points_back(content.run, scene):
        yield replace(sourced_frame(cue, token, voice, Content(content.run, None, SAID_THIS), scene), via=via)
        return
    for part in split_clauses(content, scene):
        yield replace(sourced_frame(cue, token, voice, part, scene), via=via)


def _cited(phrase: Run, scene: Scene) -> Voice | None:
    """``According to Anadolu, citing *the ministry*, P``: whom the source gives as its own."""
    citing = next((t for t in scene.doc[phrase.end + 1 : phrase.end + 2] if t.nbor(-1).text == ","), None)
    if citing is None or citing.tag_ != "VBG" or citing.lemma_ not in scene.words.sourcing.participles:
        return None
    cited = next((c for c in citing.rights if c.dep_ == "dobj"), None)
    voice = voice_at(cited, scene) if cited is not None else None
    return voice if voice is not None and can_speak(voice, scene) else None


def _points_back(run: Run, scene: Scene) -> bool:
    """``That's according to a police report``: all that is told stands in the sentence before."""
    words = [t for t in scene.doc[run.start : run.end] if not t.is_punct]
    return bool(words) and words[0].lower_ in {"this", "that"} and all(t.lemma_ == "be" for t in words[1:])


def _hearer(pobj: Token, scene: Scene) -> Voice | None:
    """``as told by a witness to Reuters``: the medium that it was told to."""
    told = (c for c in pobj.rights if c.dep_ == "prep" and c.lower_ == "to")
    medium = next((c for to in told for c in to.rights if c.dep_ == "pobj" and scene.is_medium(c)), None)
    return voice_at(medium, scene) if medium is not None else None


def find_views(noun: Token, scene: Scene) -> Iterator[Frame]:
    """``In his opinion, the war is a proxy war``; ``in the mayor's view``."""
    if noun.dep_ != "pobj" or noun.lemma_.casefold() not in scene.words.sourcing.views:
        return
    preposition = noun.head
    owner_ = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    hung = preposition.lower_ == "in" and preposition.head.pos_ in {"VERB", "AUX"}
    if owner_ is None or noun.i in scene.quoted_in or not hung:
        return
    voice, content = voice_at(owner_, scene), around(Run(preposition.i, noun.right_edge.i + 1), preposition, scene)
    if voice is not None and content is not None and can_speak(voice, scene):
        for part in split_clauses(content, scene):
            yield sourced_frame(Run(noun.i, noun.i + 1), preposition, voice, part, scene)


def find_readings(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``P - we read in a statement of the bank``; ``as one can read in the report, P``: the text speaks."""
    if verb.lemma_ != "read" or verb.pos_ != "VERB" or verb.i in scene.quoted_in:
        return
    reader = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    place = next((c for p in verb.rights if p.lower_ in {"in", "on"} for c in p.rights if c.dep_ == "pobj"), None)
    voice = voice_at(place, scene) if place is not None else None
    if reader is None or reader.lower_ not in READERS or voice is None or not can_speak(voice, scene):
        return
    content = around(Run(verb.left_edge.i if verb.dep_ != "ROOT" else reader.i, voice.run.end), verb, scene)
    if content is not None and has_finite(scene.doc, content.run):
        for part in split_clauses(content, scene):
            yield sourced_frame(Run(verb.i, verb.i + 1), verb, voice, part, scene)


def _preposition(token: Token, scene: Scene) -> Run | None:
    if token.lower_ == "per" and token.i and scene.doc[token.i - 1].lower_ == "as":
        return None  # "as per" is one
    doc, at = scene.doc, token.i
    beside = at + 2 < len(doc) and token.lower_ == "as" and doc[at + 1].pos_ == "ADV"  # "as *previously* reported by"
    for words in scene.words.sourcing.by_first.get(token.lower_, ()):
        past = at + len(words) + beside
        if (token.lower_, *(t.lower_ for t in doc[at + 1 + beside : past])) == words:
            return Run(at, past)
    return None


def _antecedent(pobj: Token, scene: Scene) -> Voice | None:
    """``information relayed by foreign media, according to which …``: whoever's word the antecedent is."""
    clause = pobj.head.head
    while pobj.lower_ in {"which", "whom"} and clause.dep_ not in {"relcl", "acl", "ROOT"}:
        clause = clause.head
    if pobj.lower_ not in {"which", "whom"} or clause.dep_ == "ROOT":
        return None
    return owner(clause.head, scene) or voice_at(clause.head, scene)


def _named_after(pobj: Token, scene: Scene) -> Voice | None:
    """``the news agency Reuters, …`` where the parse took the name for the subject of what follows."""
    following = pobj.i + 1
    if following + 1 >= len(scene.doc) or scene.doc[following + 1].text != "," or following not in scene.parties:
        return None
    return voice_at(scene.doc[following], scene)


def _phrase_end(pobj: Token) -> int:
    """Past the phrase: to the next comma, or as far as the parse takes it."""
    for token in pobj.doc[pobj.i + 1 : pobj.right_edge.i + 1]:
        if token.text == "," and not any(c.dep_ in {"appos", "relcl"} and c.i > token.i for c in pobj.children):
            return token.i
    return pobj.right_edge.i + 1


def around(phrase: Run, token: Token, scene: Scene) -> Content | None:
    """The clause on the left of a phrase where that is a clause, else the one on its right."""
    sentence, doc = scene.sentence(token), scene.doc
    left = _with_quotation(Run(sentence.start, phrase.start), scene)
    if phrase.start > sentence.start and doc[phrase.start - 1].lower_ in ASKING:
        return None  # "was asked whether in his opinion …"
    if has_finite(doc, left):
        whole = Run(sentence.start, sentence.end)
        torn = left.start == sentence.start and _breaks_off(left, phrase, scene)
        return Content(whole if torn else left, top_of(doc, left), "according to")
    right, main = Run(phrase.end, sentence.end), token.head
    starts = [c.left_edge.i for c in main.lefts if c.left_edge.i > phrase.end and c.dep_ in MAIN_PARTS]
    if main.i > phrase.end and starts:
        right = Run(min(starts), sentence.end)  # past "…, a think tank in Washington,"
    return Content(right, top_of(doc, right), "according to") if len(right) > 2 else None


def _breaks_off(left: Run, phrase: Run, scene: Scene) -> bool:
    """``Syria has become, according to the UN, the worst crisis``: what a verb leads to stands behind the phrase."""
    doc = scene.doc
    if doc[left.end - 1].text != "," or phrase.end >= len(doc) or doc[phrase.end].text != ",":
        return False
    return doc[left.end - 2].lemma_ in LINKING


LINKING = frozenset({"be", "become", "have", "include", "mean", "remain"})
"""Verbs that never end a statement."""


def _with_quotation(left: Run, scene: Scene) -> Run:
    """``left`` from the start of the quotation that ends it."""
    for index in (left.end - 1, left.end - 2):
        quote = scene.quotation_at(index) if index >= 0 else None
        if quote is not None and quote.end <= left.end and quote.start < left.start:
            return left if _is_over(quote, left, scene) else Run(quote.start, left.end)
    return left


def _is_over(quote: Run, left: Run, scene: Scene) -> bool:
    """``"It is late." According to the mayor, …``: a quotation that ends its sentence before the phrase begins one."""
    after = scene.doc[left.end] if left.end < len(scene.doc) else None
    stops = scene.doc[quote.end - 2].text in {".", "!", "?"}
    return stops and after is not None and after.text[0].isupper()


# ------------------------------------------------------------------------------------------- quoted as saying


def find_quoted(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``Tass quoted the ministry as saying P``, ``P, X was quoted by Tass as saying``, ``reported P, citing X``."""
    lemma = verb.lemma_.casefold()
    if lemma not in scene.words.sourcing.participles | RELAYED:
        return
    cue = _as_saying(verb, scene)
    if cue is None and lemma in RELAYED:
        return
    if cue is None:
        yield from _citing(verb, scene)
        return
    voice, medium = _passive_pair(verb, scene) if _is_quoted(verb) else _active_pair(verb, scene)
    if voice is None:
        return
    start = min([verb.i, voice.run.start, *([medium.run.start] if medium else [])])
    content = _said(Run(start, cue.end), verb, scene)
    if content is not None:
        for part in split_clauses(content, scene):
            yield replace(sourced_frame(cue, verb, voice, part, scene), via=() if medium is None else (medium.pointer,))


def _as_saying(verb: Token, scene: Scene) -> Run | None:
    for token in scene.doc[verb.i + 1 : verb.sent.end - 1]:
        following = scene.doc[token.i + 1]
        if token.lower_ == "as" and following.tag_ == "VBG" and following.lemma_ in SAYING:
            return Run(token.i, token.i + 2)
        if token.i == verb.i + 1 and token.tag_ == "VBG" and token.lemma_ in SAYING:
            return Run(token.i, token.i + 1)  # "was quoted saying that"
    return None


def _is_quoted(verb: Token) -> bool:
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    return passive or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"})


def _active_pair(verb: Token, scene: Scene) -> tuple[Voice | None, Voice | None]:
    """Whom the medium quotes, and the medium."""
    quoted = next((c for c in verb.rights if c.dep_ in {"dobj", "nsubj"}), None)
    return (voice_at(quoted, scene) if quoted is not None else None), find_voice(verb, scene)


def _passive_pair(verb: Token, scene: Scene) -> tuple[Voice | None, Voice | None]:
    """Who was quoted, and by which medium, if any is named."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
    if verb.dep_ in {"acl", "relcl"} and (subject is None or subject.lower_ in {"who", "which", "that"}):
        subject = verb.head
    quoting = (v for v in [verb, *verb.subtree] if v.i >= verb.i)
    places = (a for v in quoting if v.i == verb.i or v.lower_ == "as" or v.lemma_ in SAYING - {"add"} for a in v.rights)
    agents = (c for a in places if a.lower_ in {"by", "in", "on"} for c in a.children if c.dep_ == "pobj")
    agent = next((c for c in agents if c.head.lower_ == "by" or scene.is_medium(c)), None)
    medium = voice_at(agent, scene) if agent is not None else None
    return (voice_at(subject, scene) if subject is not None else None), medium


def _said(phrase: Run, verb: Token, scene: Scene) -> Content | None:
    """What was said: after *saying*, in front of the whole attribution, or in the sentence that follows."""
    doc, sentence = scene.doc, scene.sentence(verb)
    after, left = (
        Run(_past_medium(phrase.end, scene), sentence.end),
        _with_quotation(Run(sentence.start, phrase.start), scene),
    )
    quote = next((q for q in scene.quotations if after.start <= q.start <= after.start + NEAR), None)
    if quote is not None and not has_finite(doc, Run(after.start, quote.start)):
        goes_on = quote.end < after.end and doc[quote.end].tag_ == "VBG"
        after = Run(quote.start, quote.end if goes_on else after.end)  # 'as saying in Oslo, "P," adding that Q'
    if any(_is_matter(t) for t in doc[after.start : after.end]) and not _only_adds(after, scene):
        return Content(after, top_of(doc, after), "quoted as saying")
    if has_finite(doc, left):
        return Content(left, top_of(doc, left), "quoted as saying")
    if sentence.end < len(doc) and (doc[sentence.end].lower_ == "that" or sentence.end in scene.quoted_in):
        following = scene.sentence(doc[sentence.end])
        return Content(following, top_of(doc, following), "quoted as saying")
    return None


def _only_adds(after: Run, scene: Scene) -> bool:
    """``"P," Lund was quoted as saying, *adding that Q*``: what follows has a cue of its own."""
    words = [t for t in scene.doc[after.start : after.end] if not t.is_punct]
    return bool(words) and words[0].tag_ == "VBG" and words[0].lemma_.casefold() in scene.words.verbs


def _past_medium(start: int, scene: Scene) -> int:
    """Past ``by Radio France Internationale (RFI)`` after *was quoted as saying*."""
    doc = scene.doc
    if start < len(doc) and doc[start].lower_ == "by":
        agent = next((c for c in doc[start].rights if c.dep_ == "pobj"), None)
        return agent.right_edge.i + 1 if agent is not None and agent.i > start else start
    return start


def _is_matter(token: Token) -> bool:
    """Whether a word after *saying* is more than a date: ``quoted him as telling her on Friday``."""
    dated = token.ent_type_ in {"DATE", "TIME"} or token.lower_ in TIMING
    return token.is_alpha and not dated and token.pos_ != "PRON"


# ------------------------------------------------------------------------------------------- citing


def _only_describes(verb: Token) -> bool:
    """``responded to a report quoting officials``: the report cites them, and the sentence tells nothing of it."""
    told = any(a.lemma_ in SAYING and a.pos_ == "VERB" for a in verb.ancestors)
    return verb.dep_ == "acl" and verb.doc[verb.i - 1] == verb.head and not told


def _citing(verb: Token, scene: Scene) -> Iterator[Frame]:
    """``…, Yonhap reported, citing the Joint Chiefs``: the cited speak, the reporter relays."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl", "prep", "xcomp", "dep"}:
        return
    cited = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    voice = voice_at(cited, scene) if cited is not None else None
    if voice is None or not can_speak(voice, scene) or _only_describes(verb):
        return
    content = around(Run(verb.i, voice.run.end), verb, scene)
    if content is not None:
        content = Content(content.run, content.head, "citing")
        yield sourced_frame(Run(verb.i, verb.i + 1), verb, voice, content, scene)
