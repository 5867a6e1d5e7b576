"""Which words of a sentence are cues, and which only look like one: negated, conditional, passive, asked."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.documents import DASHES
from dossier.mentions.claims.frames import Cue
from dossier.mentions.claims.scene import Run, Scene

FORMS = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP"})
MODALS = frozenset({"ca", "can", "could", "may", "might", "must", "shall", "should", "would"})
CONDITIONS = frozenset({"if", "unless", "whether"})
TO_COME = frozenset({"after", "before", "once", "till", "until"})
PRESENT = frozenset({"VBP", "VBZ"})
"""Behind such a word it is of what is to come: ``until inspectors *verify* that``."""
GOING_ON = frozenset(
    {"appear", "begin", "come", "continue", "go", "hasten", "proceed", "rush", "seek", "start", "take", "turn", "use"}
)
"""Verbs whose infinitive is still said: ``went on to say``, against ``declined to say``."""
COMING = frozenset({"due", "expected", "scheduled", "set"})
MINDFUL = frozenset({"careful", "keen", "pains", "quick"})
SPEECHES = frozenset({"argue", "call", "say", "tell", "urge", "warn"})
"""What a speech will hold that is given out before: ``is set to say that the army must be ready``."""
HEARING = frozenset({"assure", "inform", "tell"})
"""Verbs whose hearer is the subject of their passive."""
SHUNNING = frozenset({"avoid", "cease", "quit", "stop"})
"""Verbs whose gerund is not done: ``avoided censuring Moscow``."""
BEFORE_SAYING = frozenset({"after", "as", "before", "besides", "by", "despite", "for", "in", "of", "while", "with"})
WH = frozenset({"how", "if", "what", "when", "where", "whether", "which", "who", "whom", "whose", "why"})
ASKING = frozenset({"advmod", "attr", "det", "dobj", "mark", "nsubj", "nsubjpass", "pobj"})


def match_cue(token: Token, scene: Scene) -> Cue | None:
    """The entry of the list that a verb stands for, with its tokens: ``pointed out``; longest entry first."""
    if token.pos_ not in {"VERB", "AUX"} and token.tag_ not in FORMS:
        return None
    for entry in scene.words.verbs.get(token.lemma_.casefold(), ()):
        last = _last_particle(token, entry.particles)
        if last is not None:
            return Cue(token, entry, Run(token.i, last + 1), scene)
    return None


def _last_particle(verb: Token, particles: tuple[str, ...]) -> int | None:
    """The index of the last particle: next to the verb, or the verb itself where it stands further on.

    ``brushed aside the claims`` and ``brushed the claims aside`` are one cue.
    """
    if not particles:
        return verb.i
    after = tuple(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 1 + len(particles)])
    if after == particles:
        return verb.i + len(particles)
    things = (c for c in verb.rights if c.dep_ == "dobj")
    apart = [c for c in verb.rights if c.dep_ in {"acomp", "advmod", "oprd", "prep", "prt", "xcomp"}]
    apart += [c for thing in things for c in thing.rights if c.dep_ in {"amod", "prep"}]
    return verb.i if len(particles) == 1 and any(c.lower_ == particles[0] for c in apart) else None


def why_not(verb: Token) -> str | None:
    """Why a matched verb asserts nothing, as a sentence for ``explain``; ``None`` where it does."""
    if any((c.dep_ == "neg" or c.lower_ == "never") and not _is_of_noun(c) for c in verb.children) or _is_neither(verb):
        return "the reporting verb is negated"
    grudging = any(c.lower_ == "only" and c.i < verb.i for c in verb.children)  # "would only say that"
    modals = (c for c in verb.children if c.dep_ == "aux" and c.lower_ in MODALS and not is_surname(c))
    if any(not (grudging and c.lower_ == "would") for c in modals):
        return "the reporting verb is only possible, not reported"
    if is_passive(verb) or is_said_to_be(verb):
        return "passive, with nobody named as the speaker"
    if any(c.dep_ in {"mark", "advmod"} and c.lower_ in CONDITIONS for c in verb.children):
        return "a condition, not a report"
    if verb.tag_ in PRESENT and any(c.dep_ == "mark" and c.lower_ in TO_COME for c in verb.children):
        return "what shall be said some day"
    if verb.dep_ == "xcomp" and verb.head.lemma_ in SHUNNING:
        return "what somebody avoids is not said"
    if verb.tag_ == "VB" and not _is_said(verb):
        return "an infinitive or an order, not a report"
    if verb.dep_ == "pcomp" and verb.head.lower_ == "of" and any(c.dep_ == "dobj" for c in verb.head.head.rights):
        return "what somebody else is accused of"
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and verb.head.lower_ not in BEFORE_SAYING:
        return "the reporting verb is denied by its preposition"
    return None


def is_surname(modal: Token) -> bool:
    """``"The talks are over," May said``: before a past tense no helping verb stands, but somebody of that name."""
    return modal.text == "May" and modal.head.tag_ in {"VBD", "VBZ"} and modal.i < modal.head.i


def _is_of_noun(negation: Token) -> bool:
    """``said *not enough* was known``: a negation behind a finite verb belongs to what follows."""
    return negation.i > negation.head.i and negation.head.tag_ in {"VBD", "VBZ"}


def is_said_to_be(verb: Token) -> bool:
    """``a ship said to be carrying arms sank``: others say it of the ship, whatever the parse makes of it."""
    following = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 3]]
    return verb.lower_ == "said" and following in (["to", "be"], ["to", "have"])


def is_passive(verb: Token) -> bool:
    """``was told``, ``is believed``, and a bare participle after a noun (``remarks published by``)."""
    if verb.tag_ == "VBD" and verb.i and verb.doc[verb.i - 1].text in DASHES:
        return False  # "their goal is the port - said Brandt"
    if any(c.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for c in verb.children) or _is_set_apart(verb):
        return True
    if verb.tag_ != "VBN" or any(c.dep_ == "nsubj" for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.lemma_ in {"have", "'ve"} for c in verb.children):
        return False
    if _is_lost(verb):
        return False
    if verb.dep_ == "conj":
        told = verb.lemma_ in HEARING or not any(c.dep_ == "ccomp" for c in verb.rights)
        return told and is_passive(verb.head)  # "denied that it was hit and *tweeted* that P"
    return verb.dep_ in {"acl", "advcl", "amod", "ROOT", "dep", "relcl", "prep"}


def _is_set_apart(verb: Token) -> bool:
    """``Chad, considered the poorest of states, has said``: a participle read as the sentence's verb."""
    doc, subject = verb.doc, next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in {"VBD", "VBN"} or doc[verb.i - 1].text != ",":
        return False
    if any(t.text == "," for t in doc[subject.i : verb.i - 1]):
        return False  # "Lund, who flew in, *said* the ships, which …, left"
    behind = (t for t in doc[verb.i + 1 : verb.sent.end - 1] if t.text == ",")
    return subject.right_edge.i in {verb.i - 1, verb.i - 2} and any(t.nbor().tag_ in {"VBD", "VBZ"} for t in behind)


def _is_lost(verb: Token) -> bool:
    """``Kestrel, a maker of drones, announced it was leaving``: the sentence's verb, read as a participle."""
    apart = verb.i > 0 and verb.nbor(-1).text == ","
    torn = verb.dep_ == "acl" and verb.sent.root.pos_ not in {"VERB", "AUX"} and not apart
    if torn and not any(c.dep_ == "agent" for c in verb.rights):
        return True  # "In Geneva, Ban Ki-moon *called* on countries to", the name read as the end of the place
    if verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.doc[verb.i - 1].text != ",":
        return False
    whole = any(c.dep_ == "ccomp" and any(s.dep_ == "nsubj" for s in c.lefts) for c in verb.rights)
    twin = any(c.dep_ == "conj" and c.tag_ == "VBD" and any(o.dep_ == "dobj" for o in c.rights) for c in verb.rights)
    return whole or twin  # "the minister, Lund, accused and *condemned* Oslo of it"


def _is_said(verb: Token) -> bool:
    """Whether a base form still reports: ``did say``, ``will say``, ``went on to say``, ``used the day to accuse``."""
    if any(c.dep_ == "aux" and c.lower_ in {"did", "do", "does", "will", "'ll"} for c in verb.children):
        return True
    if any(c.lower_ == "would" for c in verb.children) and any(c.lower_ == "only" for c in verb.lefts):
        return True
    governor = verb.head
    if verb.dep_ == "conj":
        return governor.tag_ != "VB" or _is_said(governor)
    if any(c.dep_ == "nsubj" for c in verb.children):
        return not any(c.lower_ == "to" for c in verb.children)
    if verb.dep_ == "xcomp" and governor.lower_ in MINDFUL:
        return True  # "aides have been careful to underscore that"
    if verb.dep_ == "xcomp" and governor.lower_ in COMING and verb.lemma_ in SPEECHES:
        return True
    if verb.dep_ not in {"xcomp", "advcl"} or governor.lemma_ not in GOING_ON:
        return False
    if governor.tag_ == "VB" and not _is_said(governor):
        return False  # "advised Oslo to use its radar to verify that"
    return not any(c.dep_ == "neg" or c.lower_ in MODALS for c in governor.children)


def _is_neither(verb: Token) -> bool:
    """``neither confirmed nor denied``."""
    if any(c.dep_ in {"preconj", "cc"} and c.lower_ in {"neither", "nor"} and c.i < verb.i for c in verb.children):
        return True
    return verb.dep_ == "conj" and any(c.lower_ == "nor" for c in verb.head.children)


def is_question(clause: Token, cue: Token) -> bool:
    """Whether a clause only asks or names a topic: ``said what it would do``, ``said whether …``."""
    for child in clause.lefts:
        if child.i > cue.i and child.left_edge.lower_ == "which" and child.dep_ in ASKING:
            return True  # "verify which side fired"
        if child.i > cue.i and child.lower_ in WH and child.dep_ in ASKING:
            conditional = child.dep_ == "mark" and child.lower_ in {"when", "if", "where"}
            return not conditional or child.i == cue.i + 1
    return False


def is_asked(cue: Cue) -> bool:
    """Whether the sentence is a question of the article's own: it ends in a mark outside any quotation."""
    last = cue.scene.doc[cue.scene.sentence(cue.verb).end - 1]
    return last.text == "?" and last.i not in cue.scene.quoted_in
