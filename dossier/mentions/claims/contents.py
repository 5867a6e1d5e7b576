"""What is claimed: the words that a cue governs, to its right, to its left, or around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dossier.mentions.claims.cues import is_question
from dossier.mentions.claims.frames import Voice
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import lost_subject

MARKS = frozenset({'"', "'", "''", "``"})
BREAKS = frozenset({",", ";", ":", "-", "--", "–", "—", "?", "!", "...", "…", ")"}) | MARKS
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
THAT_WITHIN = 14
"""How many tokens may stand between a cue and a ``that`` which the parse hung on another word."""
CLAUSAL = frozenset({"ROOT", "parataxis", "ccomp", "conj", "relcl", "advcl", "dep", "acl", "pcomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Content:
    """A run of tokens that somebody claims, and the word that heads it."""

    run: Run
    head: int | None
    rule: str


def find_contents(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> tuple[Content, ...]:
    """The clauses or the quotation of a reporting verb, one content for each clause with a subject of its own."""
    for rule in (right_clause, fronted, right_quotation, stray_that, tail, object_clause, as_said):
        content = rule(verb, cue, voice, scene)
        if content is not None and any(t.is_alpha for t in scene.doc[content.run.start : content.run.end]):
            return tuple(split_clauses(content, scene))
    return ()


# ------------------------------------------------------------------------------------------- one rule each


def right_clause(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``said (that) Pyongyang fully supported Russia``: the clause that the parser gives the verb."""
    for clause in verb.rights:
        if clause.dep_ != "ccomp" or clause.i < cue.end or is_question(clause, verb):
            continue
        start = max(clause.left_edge.i, cue.end)
        if voice is not None and 0 <= voice.run.start - cue.end <= 1 and start < voice.run.end:
            start = voice.run.end
        return Content(Run(start, _clause_end(verb, clause)), clause.i, "clause")
    return None


def _clause_end(verb: Token, clause: Token) -> int:
    """Past the clause; in a relative clause set apart, no further than the verb that takes the sentence up again.

    ``The strike, which Kyiv said was carried out with a missile, killed …``
    """
    end, doc, before = clause.right_edge.i + 1, verb.doc, verb.left_edge.i - 1
    before -= doc[before].tag_ in {"WDT", "WP"}  # the parse may hang *which* on the inner clause
    if verb.dep_ == "relcl" and doc[before].text == ",":
        for index in range(clause.i + 1, end - 1):
            if doc[index].text == "," and doc[index + 1].tag_ in FINITE:
                return index
    return end


def fronted(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``P, KCNA said``; ``"P," said Orban``; and ``Another image, analysts say, is a new drone``."""
    doc, sentence = scene.doc, scene.sentence(verb)
    edge = attribution(verb, cue, voice).start
    if edge <= sentence.start and not _quote_before(edge, scene):
        return None
    quote = _quote_before(edge, scene)
    clause = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.i < edge), None)
    aside = verb.dep_ == "parataxis" and verb.head.i != verb.i
    if quote is None and clause is None and not aside:
        return None
    if quote is None and doc[edge - 1].text not in BREAKS:
        return None
    start = _left_limit(verb, sentence, edge)
    if quote is not None and quote.start < start:
        start = quote.start
    left = Run(start, edge)
    if quote is not None and not has_finite(doc, left) and (later := _quote_after(verb, cue, scene)) is not None:
        return Content(later, top_of(doc, later), "fronted")  # "The enemy," he wrote, "is throwing in its reserves."
    if aside and verb.head.i > verb.i and not has_finite(doc, left) and quote is None:
        after = attribution(verb, cue, voice).end
        return Content(Run(after, sentence.end), verb.head.i, "aside")
    return Content(left, clause.i if clause is not None else top_of(doc, left), "fronted")


def right_quotation(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``told reporters: "P"``, also where the quotation is the next sentence."""
    doc, sentence = scene.doc, scene.sentence(verb)
    for index in range(cue.end, min(sentence.end + 1, len(doc))):
        quote = scene.quotation_at(index)
        if quote is None or quote.start < cue.end:
            continue
        before = doc[quote.start - 1]
        if before.text not in {",", ":", "-", "–", "—"} and before.i not in {cue.end - 1, verb.i}:
            return None
        return Content(quote, top_of(doc, quote), "quotation")
    return None


def _quote_after(verb: Token, cue: Run, scene: Scene) -> Run | None:
    """A quotation with a verb of its own between the cue and the end of its sentence."""
    for index in range(cue.end, scene.sentence(verb).end):
        quote = scene.quotation_at(index)
        if quote is not None and quote.start >= cue.end:
            return quote if has_finite(scene.doc, quote) else None
    return None


def as_said(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``As Medvedev put it, the West was playing with fire``: the clause around the aside."""
    mark = next((c for c in verb.lefts if c.lower_ == "as" and c.dep_ in {"mark", "advmod"}), None)
    if mark is None or voice is None or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return None
    if any(c.dep_ in {"dobj", "xcomp", "ccomp", "prep"} and c.lower_ not in {"it", "in", "on", "at"} for c in verb.rights):
        return None
    aside, sentence = Run(mark.i, verb.right_edge.i + 1), scene.sentence(verb)
    left, right = Run(sentence.start, aside.start), Run(aside.end, sentence.end)
    side = left if has_finite(scene.doc, left) else right
    return Content(side, top_of(scene.doc, side), "as said") if has_finite(scene.doc, side) else None


def stray_that(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``said during a briefing that the military was …``, where the parser hung the clause on *briefing*."""
    doc, sentence = scene.doc, scene.sentence(verb)
    for index in range(cue.end, min(cue.end + THAT_WITHIN, sentence.end)):
        token = doc[index]
        if token.text in {";", ":"} or token.dep_ in {"ccomp"}:
            return None
        if token.lower_ != "that" or token.dep_ not in {"mark", "nsubj", "dobj", "nsubjpass", "pobj", "det"}:
            continue
        clause = token.head
        if clause.i > index and verb in clause.ancestors and clause.dep_ in {"relcl", "acl", "ccomp", "advcl", "conj"}:
            if any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i > index for c in clause.lefts):
                return Content(Run(index + 1, clause.right_edge.i + 1), clause.i, "clause")
    return None


def tail(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``…, state media said on Friday.`` where the parser lost the sentence before the comma."""
    doc, sentence = scene.doc, scene.sentence(verb)
    if voice is None or verb.tag_ == "VBG":
        return None
    chunk = attribution(verb, cue, voice)
    if chunk.start <= sentence.start or doc[chunk.start - 1].text != ",":
        return None
    if any(_is_complement(c, cue) and not voice.run.holds(c.i) for c in verb.children):
        return None
    left = Run(_left_limit(verb, sentence, chunk.start), chunk.start)
    heads = [t for t in doc[left.start : left.end] if t.tag_ in FINITE and not _subordinate(t, verb)]
    return Content(left, top_of(doc, left), "fronted") if heads else None


def object_clause(verb: Token, cue: Run, voice: Voice | None, scene: Scene) -> Content | None:
    """``said the Seahawk had filmed the launch`` where the parser took the subject for what was said."""
    thing = next((c for c in verb.rights if c.dep_ in {"dobj", "attr", "oprd"} and c.i >= cue.end), None)
    if thing is None or (voice is not None and voice.run.holds(thing.i)):
        return None
    for clause in thing.rights:
        opening = [t for t in clause.lefts if t.tag_ in {"WDT", "WP", "WRB"}]
        if clause.dep_ in {"relcl", "acl", "appos", "conj"} and clause.pos_ in {"VERB", "AUX"} and not opening:
            if any(t.tag_ in FINITE for t in [clause, *clause.lefts]):
                return Content(Run(thing.left_edge.i, verb.right_edge.i + 1), clause.i, "clause")
    return None


# ------------------------------------------------------------------------------------------- parts


def attribution(verb: Token, cue: Run, voice: Voice | None) -> Run:
    """The words of the attribution next to the content: ``KCNA said``, ``said Orban``."""
    start, end = verb.i, cue.end
    for child in verb.children:
        if child.dep_ in {"aux", "advmod", "neg"} and child.i < verb.i and verb.i - child.i <= 3:
            start = min(start, child.left_edge.i)
    if voice is not None and verb.sent.start <= voice.run.start < verb.sent.end:
        near = all(t.dep_ in {"aux", "advmod", "prep", "npadvmod", "pobj", "appos"} or not t.is_alpha or _under(t, voice)
                   for t in verb.doc[voice.run.end : start])
        if voice.run.start < verb.i and (near or voice.head in {c.i for c in verb.lefts}):
            start = min(start, voice.run.start)
        elif voice.run.start >= verb.i and voice.run.start - cue.end <= 1:
            end = max(end, voice.run.end)
    return Run(start, end)


def _under(token: Token, voice: Voice) -> bool:
    return any(a.i == voice.head for a in token.ancestors)


def _is_complement(child: Token, cue: Run) -> bool:
    """Whether the cue has another content to its right; the name of the hearer is none (``told TASS``)."""
    if child.i < cue.end or child.dep_ not in {"dobj", "xcomp", "ccomp"}:
        return False
    return not (child.dep_ == "dobj" and child.head.lemma_ in {"tell", "inform", "assure"} and child.right_edge.i - child.i < 2)


def _quote_before(edge: int, scene: Scene) -> Run | None:
    """The quotation that ends at ``edge``, a comma between them allowed."""
    for index in (edge - 1, edge - 2):
        if index < 0:
            return None
        quote = scene.quotation_at(index)
        if quote is not None and quote.end <= edge:
            return quote if len(quote) > 3 or scene.doc[quote.start].is_sent_start else None
        if scene.doc[index].text not in {",", ".", "-", "–", "—"}:
            return None
    return None


def _left_limit(verb: Token, sentence: Run, edge: int) -> int:
    """Where content to the left can begin: the sentence, or past the conjunction that joins the cue's clause on."""
    if verb.dep_ != "conj":
        return sentence.start
    joints = [c.i for c in verb.head.rights if c.dep_ == "cc" and verb.head.i < c.i < edge]
    return joints[-1] + 1 if joints else sentence.start


def has_finite(doc: Doc, run: Run) -> bool:
    return any(t.tag_ in FINITE for t in doc[run.start : run.end])


def _subordinate(token: Token, verb: Token) -> bool:
    """Whether a finite verb belongs to an adverbial clause of the cue: ``When asked about it, he said``."""
    while token.i != verb.i and token.head.i != token.i:
        if token.head.i == verb.i:
            return token.dep_ in {"advcl", "prep", "nsubj", "csubj"}
        token = token.head
    return False


def top_of(doc: Doc, run: Run) -> int | None:
    """The word that heads ``run``: the verb highest in the tree whose own governor lies outside."""
    tops = [t for t in doc[run.start : run.end] if t.head.i == t.i or not run.holds(t.head.i)]
    verbs = [t for t in tops if t.pos_ in {"VERB", "AUX"}]
    return verbs[0].i if verbs else None


def split_clauses(content: Content, scene: Scene, quoted: bool = False) -> Iterator[Content]:
    """One content for each coordinated clause with a subject of its own: ``A struck, and B fired back``.

    Clauses in quotation marks are split only where ``quoted`` says so: first the whole quotation is found.
    """
    starts = [(content.run.start, content.head)]
    if content.head is not None:
        starts += _own_clauses(scene.doc[content.head], content, scene, quoted)
        starts += [(c.left_edge.i, c.i) for c in _further_deeds(content, scene)]
    starts = [pair for pair in sorted(starts, key=lambda pair: pair[0]) if content.run.holds(pair[0])]
    ends = [start for start, _ in starts[1:]] + [content.run.end]
    for (start, head), end in zip(starts, ends, strict=True):
        yield replace(content, run=Run(start, end), head=head)


def _own_clauses(head: Token, content: Content, scene: Scene, quoted: bool) -> Iterator[tuple[int, int]]:
    """Where each further clause with its own subject begins, and its verb."""
    for clause in head.rights:
        if clause.dep_ != "conj" or not content.run.holds(clause.i) or (clause.i in scene.quoted_in and not quoted):
            continue
        lefts = [c for verb in [clause, *clause.lefts] for c in verb.lefts]
        subject = next((c for c in lefts if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i < clause.i), None)
        if subject is not None and subject.i > head.i and clause.tag_ != "VBG":
            yield min(subject.left_edge.i, clause.left_edge.i), clause.i
        elif subject is None and (noun := lost_subject(clause)) is not None:
            yield noun.left_edge.i, clause.i
        yield from _own_clauses(clause, content, scene, quoted)


def _further_deeds(content: Content, scene: Scene) -> Iterator[Token]:
    """``…, who also handed a letter``: a relative clause that adds a deed, not one that tells who is meant."""
    for token in scene.doc[content.run.start : content.run.end]:
        if token.dep_ != "relcl" or token.left_edge.lower_ not in {"who", "which"}:
            continue
        if any(c.lower_ == "also" for c in token.lefts) and scene.doc[token.left_edge.i - 1].text == ",":
            yield token


def trim(run: Run, scene: Scene) -> Run:
    """``run`` without the punctuation and conjunctions at its ends; quotation marks that pair up inside stay."""
    start, end, doc = run.start, run.end, scene.doc
    while start < end and _idle_start(doc[start], scene):
        start += 1
    while end > start and _idle_end(doc[end - 1], start, scene):
        end -= 1
    return Run(start, end)


def _idle_start(token: Token, scene: Scene) -> bool:
    if token.is_space or token.lower_ == "that" and token.dep_ in {"mark", "det", "nsubj"} and token.tag_ in {"IN", "WDT"}:
        return True
    if token.dep_ == "cc" or token.lower_ in {"and", "but"}:
        return True
    quote = scene.quotation_at(token.i)
    opens = quote is not None and quote.start == token.i
    return token.is_punct and not opens and token.text not in {"(", "[", "$", "#"}


def _idle_end(token: Token, start: int, scene: Scene) -> bool:
    if token.is_space or token.dep_ == "cc":
        return True
    quote = scene.quotation_at(token.i)
    if quote is not None and quote.end == token.i + 1:
        return quote.start < start
    return token.text in {",", ";", ":", "-", "--", "–", "—", ".", '"', "'"} and (quote is None or quote.end != token.i + 2)
