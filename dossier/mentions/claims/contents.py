"""What is claimed: the words that a cue governs, to its right, to its left, or around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from dossier.attributions import RELATIVE
from dossier.documents import DASHES
from dossier.lexicon.claims import Takes
from dossier.mentions.claims.cues import HEARING, is_question
from dossier.mentions.claims.days import behind_day, past_day
from dossier.mentions.claims.edges import attribution, clause_end, left_limit, quote_after, quote_before
from dossier.mentions.claims.frames import Content, Telling
from dossier.mentions.claims.pieces import only_leads, split_clauses
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import FINITE, SUBJECTS, has_finite, has_own_subject, is_subordinate, top_of

BREAKS = frozenset({",", ";", ":", "-", "--", "–", "—", "?", "!", "...", "…", ")", '"', "'", "''", "``"})
"""What parts a fronted content from its attribution."""
HUNG = frozenset({"acl", "advcl", "ccomp", "conj", "relcl"})
THAT_WITHIN = 14
"""How many tokens may stand between a cue and a ``that`` which the parse hung on another word."""
TOPICS = frozenset({"about", "concerning", "of", "over", "regarding"})
OUGHT = frozenset({"must", "should"})
"""What a report says of nothing itself: ``said they may march, but they should harm nobody``."""
LEAST_QUOTED = 3
"""Words in quotation marks by which a further clause is known as the speaker's."""


def find_contents(told: Telling) -> tuple[Content, ...]:
    """The clauses or the quotation of a reporting verb, one content for each clause with a subject of its own."""
    for rule in RULES:
        content = rule(told)
        if content is not None and any(t.is_alpha for t in told.scene.doc[content.run.start : content.run.end]):
            more = told_on(told) if content.rule == "clause" else ()
            return tuple(part for c in (content, *more) for part in split_clauses(c, told.scene))
    return ()


def right_clause(told: Telling) -> Content | None:
    """``said (that) Pyongyang fully supported Russia``: the clause that the parser gives the verb."""
    cue, voice = told.cue.run, told.voice
    for clause in told.verb.rights:
        if clause.dep_ != "ccomp" or clause.i < cue.end or is_question(clause, told.verb):
            continue
        if _is_credit(clause, told) or _is_sensed(clause, told) or _is_bare_name(clause):
            continue
        if clause.left_edge.lower_ == "should" and clause.left_edge.i > cue.end:
            continue  # "warned of losses should Oslo join": a condition
        if told.cue.entry.kind == "speak" and _is_to_infinitive(clause):
            continue
        if told.cue.entry.kind in {"speak", "urge"} and _is_beyond_deed(clause, told):
            continue
        start = past_day(max(clause.left_edge.i, cue.end), clause, told)
        start -= told.verb.doc[start - 1].dep_ == "neg" and start > cue.end  # "said *not* enough was known"
        if 0 <= voice.run.start - cue.end <= 1 and start < voice.run.end:
            start = voice.run.end
        start, end = _with_lost_subject(start, clause, told), clause_end(told, clause)
        noun = _antecedent(clause, told)
        if noun is not None:
            return Content(Run(_phrase_start(noun), end), clause.i, RELATIVE)
        return Content(Run(start, end), clause.i, "clause")
    return None


def _antecedent(clause: Token, told: Telling) -> Token | None:
    """Of which noun a clause without a subject is told: ``a warplane it said had crossed``, ``which Oslo said had``."""
    verb, noun = told.verb, told.verb.head
    if verb.dep_ != "relcl" or noun.pos_ not in {"NOUN", "PROPN"} or not _lacks_subject(clause, told.cue.run.end):
        return None
    if told.voice.run.holds(noun.i):
        return None  # "an editorial that states the army is ready"
    while noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"} and noun.head.i == noun.head.head.i + 1:
        noun = noun.head.head  # "the attack on the bank, which Oslo says was planned": all of it, whichever is meant
    starts = [
        run.start for run in (told.voice.run, told.cue.run) if run.start > verb.head.i
    ]  # "Oslo hit a jet *it said*"
    near = bool(starts) and min(starts) - verb.head.i <= LONGEST_TAIL
    whole = verb.head.i - noun.left_edge.i <= LONGEST_TAIL and told.sentence.holds(noun.left_edge.i)
    return noun if near and whole and noun.i not in told.scene.quoted_in else None


def _phrase_start(noun: Token) -> int:
    """Where a noun's phrase begins, behind what is set before it: ``Late last year, | the virus``."""
    before = range(noun.left_edge.i, noun.i)
    return next((i + 1 for i in reversed(before) if noun.doc[i].text == ","), noun.left_edge.i)


def _lacks_subject(clause: Token, start: int) -> bool:
    """Whether a finite clause names no subject from token ``start`` on: ``(it said) had crossed the border``."""
    helpers = (clause, *clause.lefts)
    finite = any(t.tag_ in FINITE | {"MD"} and t.i >= start for t in helpers)
    return finite and not any(c.dep_ in SUBJECTS and c.i >= start for t in helpers for c in t.lefts)


LONGEST_TAIL = 9
"""Tokens that may stand before a noun, or between it and who speaks of it, in a relative clause of its own."""


def _is_credit(clause: Token, told: Telling) -> bool:
    """``P, the president said as he met envoys, *BelTA informs*``: who relays it, read as what was said."""
    subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
    bare = all(c.is_punct for c in clause.rights) and subject is not None and subject.i > told.verb.i
    return bare and subject is not None and told.scene.is_medium(subject) and _stands_behind_comma(subject)


def _is_bare_name(clause: Token) -> bool:
    """``said of the deal in a statement carried by state news agency *SONNA*``: a name is no clause."""
    return clause.pos_ == "PROPN" and not any(t.pos_ in {"AUX", "VERB"} for t in clause.subtree)


def _is_sensed(clause: Token, told: Telling) -> bool:
    """``felt blood streaming down her face``: what is felt so is no opinion."""
    bare = clause.left_edge.lower_ != "that" and not any(c.dep_ in {"aux", "auxpass"} for c in clause.lefts)
    return told.cue.entry.kind == "think" and clause.tag_ == "VBG" and bare


def _stands_behind_comma(noun: Token) -> bool:
    return noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == ","


def told_on(told: Telling) -> Iterator[Content]:
    """``said it had taken a while, but he acted because "shells ran out"``: a second clause with words quoted."""
    verb, scene = told.verb, told.scene
    yield from _second_clause(told)
    for clause in verb.rights:
        if (
            clause.dep_ != "conj"
            or clause.lemma_.casefold() in scene.words.reporting
            or clause.tag_ not in FINITE | {"VB", "VBN"}
        ):
            continue
        subject = next((c for c in clause.lefts if c.dep_ in SUBJECTS), None)
        run = Run(clause.left_edge.i, clause.right_edge.i + 1)
        quoted = sum(scene.doc[i].is_alpha for i in range(run.start, run.end) if i in scene.marked)
        told_too = any((c.lower_ == "that" and c.dep_ == "mark") or c.lower_ in OUGHT for c in clause.lefts)
        if subject is not None and (quoted >= LEAST_QUOTED or told_too):
            yield Content(run, clause.i, "clause")


def _second_clause(told: Telling) -> Iterator[Content]:
    """``said Oslo faces "raids" and Riga faces "floods"``, where the parse gives the verb both clauses side by side."""
    clauses = [c for c in told.verb.rights if c.dep_ == "ccomp" and c.i >= told.cue.run.end]
    for before, clause in pairwise(clauses):
        joint = before.right_edge if before.right_edge.dep_ == "cc" else clause.doc[clause.left_edge.i - 1]
        joined = joint.dep_ == "cc" or clause.doc[clause.left_edge.i].dep_ == "cc"
        says = any(t.tag_ in FINITE for t in [clause, *clause.lefts]) and any(c.dep_ in SUBJECTS for c in clause.lefts)
        if joined and says and before.right_edge.i < clause.i:
            yield Content(Run(clause.left_edge.i, clause.right_edge.i + 1), clause.i, "clause")


def _is_to_infinitive(clause: Token) -> bool:
    """``allowed Johnson to start bombing`` says nothing; ``expects ten to be there`` does."""
    bare = clause.tag_ == "VB" or any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in clause.lefts)
    return bare and any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts)


def _is_beyond_deed(clause: Token, told: Telling) -> bool:
    """``appealed to Oslo to stop selling drones it said …``: behind an infinitive a bare clause is of its object."""
    deeds = (c for c in told.verb.rights if c.tag_ == "VB" and c.dep_ in {"advcl", "xcomp"} and c.i < clause.i)
    return clause.left_edge.lower_ != "that" and any(deeds)


def _with_lost_subject(start: int, clause: Token, told: Telling) -> int:
    """``indicated more casualties may still be trapped``, ``said securing it was a must``: its subject an object."""
    if any(c.dep_ in SUBJECTS | {"csubj"} for v in [clause, *clause.lefts] for c in v.lefts):
        return start
    deed = next((c for c in told.verb.rights if c.tag_ == "VBG" and c.right_edge.i + 1 == start), None)
    if deed is not None and deed.dep_ == "xcomp" and clause.tag_ in FINITE:
        return deed.left_edge.i
    things = [c for c in told.verb.rights if c.dep_ in {"dobj", "npadvmod"} and c.right_edge.i + 1 == start]
    if told.verb.lemma_ in HEARING:
        heard = told.cue.run.end  # "told Reuters *both men* were held": behind who is told
        return next(
            (c.left_edge.i for c in things if c.left_edge.i > heard and told.scene.is_medium(c.doc[heard])), start
        )
    return next((c.left_edge.i for c in things if c.dep_ == "dobj" and c.i not in told.scene.people), start)


def fronted(told: Telling) -> Content | None:
    """``P, KCNA said``; ``"P," said Orban``; and ``Another image, analysts say, is a new drone``."""
    verb, scene, sentence = told.verb, told.scene, told.sentence
    chunk = attribution(told)
    quote = quote_before(chunk.start, scene)
    clause = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.i < chunk.start), None)
    aside = verb.dep_ == "parataxis" and verb.head.i != verb.i
    if quote is None and (_needs_object(told) or _has_thing(told)):
        return None
    if quote is None and (chunk.start <= sentence.start or scene.doc[chunk.start - 1].text not in BREAKS):
        return None
    if quote is None and clause is None and not aside:
        return None
    start = left_limit(verb, sentence, chunk.start)
    left = Run(min(start, quote.start) if quote is not None else start, chunk.start)
    if quote is None and _is_occasion(left, scene):
        return None
    if quote is None and only_leads(left, scene):
        later = quote_after(told)
        return Content(later, top_of(scene.doc, later), "fronted") if later is not None else None
    if not has_finite(scene.doc, left) or (quote is not None and only_leads(left, scene)):
        later = quote_after(told) if quote is not None else None
        if later is not None:
            return Content(later, top_of(scene.doc, later), "fronted")  # "The enemy," he wrote, "is tired."
        if quote is None and aside and verb.head.i > verb.i:
            return Content(Run(start, sentence.end), verb.head.i, "aside")
    return Content(left, clause.i if clause is not None else top_of(scene.doc, left), "fronted")


def around(told: Telling) -> Content | None:
    """``Violence, the leaders insist, “will not do”``: a subject before the attribution, its verb behind it."""
    scene, sentence, chunk, later = told.scene, told.sentence, attribution(told), quote_after(told)
    left = Run(sentence.start, chunk.start)
    if later is None or not left or scene.doc[later.end - 1 - (later.end > later.start + 1)].text == "?":
        return None
    first = next((t for t in scene.doc[later.start : later.end] if t.is_alpha), None)
    words = [t for t in scene.doc[left.start : left.end] if not t.is_quote and not t.is_space]
    set_off = len(words) > 1 and words[-1].text == "," and scene.doc[left.start : left.end].root.pos_ in NOMINAL
    if first is None or first.tag_ not in {"MD", "VBD", "VBZ"} or not set_off:
        return None
    return Content(Run(left.start, later.end), first.i, "aside")


NOMINAL = frozenset({"NOUN", "PRON", "PROPN"})


def _is_occasion(left: Run, scene: Scene) -> bool:
    """``Asked how they were treated, he said, "Badly"``: what led to it, and not what was said."""
    first = scene.doc[left.start]
    return first.dep_ == "advcl" and first.tag_ in {"VBG", "VBN"} and first.right_edge.i >= left.end - 2


def _needs_object(told: Telling) -> bool:
    """``Leaders call for peace: in March, Lukoil called for an end``: what *call for* is about follows it."""
    return bool(told.cue.entry.particles) and Takes.NOUN in told.cue.entry.takes


def _has_thing(told: Telling) -> bool:
    """``Allies stood by, they continued the fight``: a verb with another sense and a thing as its object."""
    return told.cue.entry.kind == "speak" and any(c.dep_ == "dobj" and c.i > told.verb.i for c in told.verb.rights)


def right_quotation(told: Telling) -> Content | None:
    """``told reporters: "P"``, also where the quotation is the next sentence."""
    doc, cue, scene = told.scene.doc, told.cue.run, told.scene
    for index in range(cue.end, min(told.sentence.end + 1, len(doc))):
        quote = scene.quotation_at(index)
        if quote is None and is_other_cue(doc[index], told):
            return None
        if quote is None or quote.start < cue.end or quote == told.voice.run:
            continue
        before = doc[quote.start - 1]
        led = before.text in {",", ":", "-", "–", "—"} or before.lower_ == "that"
        if not led and before.i not in {cue.end - 1, told.verb.i}:
            return None
        return Content(quote, top_of(doc, quote), "quotation")
    return None


def stray_that(told: Telling) -> Content | None:
    """``said during a briefing that the military was …``, where the parser hung the clause on *briefing*."""
    cue, doc = told.cue.run, told.scene.doc
    for token in doc[cue.end : min(cue.end + THAT_WITHIN, told.sentence.end)]:
        passing = token.tag_ == "VBN" and token.dep_ == "acl"  # "in a video posted on Facebook that …"
        if token.text in {";", ":"} or token.dep_ == "ccomp" or (is_other_cue(token, told) and not passing):
            return None
        clause = token.head
        if clause.dep_ == "xcomp" and clause.head.i > token.i:
            clause = clause.head  # "said at a briefing *that* the ships were not intended to provoke Oslo"
        if token.lower_ != "that" or clause.i <= token.i or clause.dep_ not in HUNG | {"ROOT"}:
            continue
        own = any(c.dep_ in SUBJECTS | {"csubj", "csubjpass"} and c.i > token.i for c in clause.lefts)
        topic = clause.dep_ == "relcl" and clause.head.head.lower_ in TOPICS  # "spoke about threats that it may face"
        if own and not topic and (told.verb in clause.ancestors or clause.dep_ == "ROOT"):
            return Content(Run(token.i + 1, clause.right_edge.i + 1), clause.i, "clause")
    return None


def is_other_cue(token: Token, told: Telling) -> bool:
    """Whether another reporting verb stands between a cue and what might be its content."""
    return token.tag_ in FINITE | {"VBG", "VBN"} and token.lemma_.casefold() in told.scene.words.verbs


def tail(told: Telling) -> Content | None:
    """``…, state media said on Friday.``, ``… - said Brandt`` where the parser lost the sentence before the comma."""
    verb, doc, sentence = told.verb, told.scene.doc, told.sentence
    chunk = attribution(told)
    if verb.tag_ == "VBG" or chunk.start <= sentence.start or _needs_object(told):
        return None
    dashed = doc[chunk.start - 1].text in DASHES and told.voice.run.start > verb.i
    if doc[chunk.start - 1].text != "," and not dashed:
        return None
    if any(_is_complement(c, told) and not told.voice.run.holds(c.i) for c in verb.rights):
        return None
    left = Run(left_limit(verb, sentence, chunk.start), chunk.start)
    if any(t.tag_ in FINITE and not is_subordinate(t, verb) for t in doc[left.start : left.end]):
        return Content(left, top_of(doc, left), "fronted")
    return None


def _is_complement(child: Token, told: Telling) -> bool:
    """Whether the cue has another content to its right; the name of the hearer is none (``told TASS``)."""
    if child.i < told.cue.run.end or child.dep_ not in {"dobj", "xcomp", "ccomp"}:
        return False
    hearer = child.dep_ == "dobj" and child.head.lemma_ in HEARING and child.right_edge.i - child.i < 2
    return not hearer


def object_clause(told: Telling) -> Content | None:
    """``said the Seahawk had filmed the launch`` where the parser took the subject for what was said."""
    verb = told.verb
    objects = (c for c in verb.rights if c.dep_ in {"dobj", "attr", "oprd"} and c.i >= told.cue.run.end)
    thing = next(objects, None)
    if thing is None or told.voice.run.holds(thing.i):
        return None
    if _hides_clause(thing, told):
        return Content(Run(thing.left_edge.i, verb.right_edge.i + 1), thing.i, "clause")
    for clause in thing.rights:
        if clause.dep_ not in {"relcl", "acl", "appos", "conj"} or clause.pos_ not in {"VERB", "AUX"}:
            continue
        tags = {t.tag_ for t in [clause, *clause.lefts]}
        relative = any(t.tag_ in {"WDT", "WP", "WRB"} for t in told.scene.doc[clause.left_edge.i : clause.i])
        if tags & FINITE and not relative:  # "called Lund, *with whom* he spoke"
            heard = verb.lemma_ in HEARING and clause.left_edge.i > thing.i  # "told reporters *the jet* had turned"
            start = clause.left_edge.i if heard and has_own_subject(clause) else thing.left_edge.i
            return Content(Run(start, verb.right_edge.i + 1), clause.i, "clause")
    return next(_without_subject(thing, told), None)


def _hides_clause(thing: Token, told: Telling) -> bool:
    """``said *he had secured* commitments``, where the parse took the participle for an adjective of the noun."""
    done = (c for c in thing.lefts if c.tag_ == "VBN" and any(h.lemma_ == "have" for h in c.lefts))
    deed = next(done, None)
    first = thing.left_edge
    return deed is not None and first.i == told.cue.run.end and first.tag_ == "PRP" and deed.i - first.i <= THAT_WITHIN


def _without_subject(thing: Token, told: Telling) -> Iterator[Content]:
    """``insisted the plane at no point touched the drone``, where the deed was hung beside its doer."""
    for clause in told.verb.rights:
        finite = clause.tag_ in FINITE or any(c.tag_ == "MD" for c in clause.lefts)
        beside = clause.dep_ == "advcl" and finite and thing.right_edge.i < clause.i
        if beside and not any(c.dep_ in {"mark", "nsubj", "nsubjpass"} or c.tag_ == "WRB" for c in clause.lefts):
            yield Content(Run(thing.left_edge.i, clause.right_edge.i + 1), clause.i, "clause")


def as_said(told: Telling) -> Content | None:
    """``As Medvedev put it, the West was playing with fire``: the clause around the aside.

    In ``Moscow denied that it had helped, as Seoul has claimed`` only the inner clause is Seoul's.
    """
    verb, doc, sentence = told.verb, told.scene.doc, told.sentence
    mark = next((c for c in verb.lefts if c.lower_ == "as" and c.dep_ in {"mark", "advmod"}), None)
    if mark is None or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return None
    others = (c for c in verb.rights if c.lower_ not in {"it", "in", "on", "at"})
    if any(c.dep_ in {"dobj", "xcomp", "ccomp", "prep"} for c in others):
        return None
    start = verb.head.left_edge.i if verb.dep_ == "advcl" and verb.head.dep_ == "ccomp" else sentence.start
    left, right = Run(start, mark.i), Run(verb.right_edge.i + 1, sentence.end)
    side = left if has_finite(doc, left) else right
    return Content(side, top_of(doc, side), "as said") if has_finite(doc, side) else None


RULES: Final[tuple[Callable[[Telling], Content | None], ...]] = (
    around,
    right_clause,
    fronted,
    right_quotation,
    stray_that,
    tail,
    behind_day,
    object_clause,
    as_said,
)
"""Tried in this order; the first that finds a content ends the search."""
