"""Who speaks: from a cue to the noun phrase that holds it."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.documents import DASHES
from dossier.mentions.claims.cues import COMING, MINDFUL, is_surname, match_cue
from dossier.mentions.claims.frames import Voice
from dossier.mentions.claims.misread import (
    before_bracket,
    behind_dash,
    behind_object,
    behind_preposition,
    behind_quotation,
    behind_speech,
    behind_verb,
    between_dashes,
    of_inserted_speech,
    of_main_clause,
    of_object,
    of_outer_speech,
    of_sayer,
    of_text,
)
from dossier.mentions.claims.pointing import POSSESSIVES, PRONOUNS, compound, noun_phrase, point_at
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import lost_subject, past_helpers
from dossier.model import Pointer

SUBJECTS = frozenset({"nsubj", "csubj"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
NOBODY = frozenset({"anyone", "let", "me", "neither", "nobody", "none", "nothing", "there", "us", "what", "whoever"})
BODIES = frozenset({"GPE", "ORG"})
"""The tagger's labels for what no *who* stands for where a human being is described by it."""
PERSON_ENDINGS = ("man", "woman", "person", "people", "ologist", "ist")


def find_voice(verb: Token, scene: Scene) -> Voice | None:
    """The speaker of a reporting verb; ``None`` where the sentence names nobody.

    Where the parse gives it a subject that can't speak ("… that troops shed blood and affirmed that"), the speaker of
    the nearest reporting verb before it is taken.
    """
    named = named_in_marks(verb, scene)
    if named is not None:
        return named
    told = governing(verb, scene) if (verb.tag_ == "VBG" and verb.lemma_ == "add") or concedes(verb) else None
    misread = told or behind_dash(verb) or behind_quotation(verb, scene) or between_dashes(verb, scene)
    misread = misread or behind_speech(verb, scene) or behind_object(verb)
    misread = (
        misread
        or before_bracket(verb)
        or of_outer_speech(verb)
        or of_sayer(verb, scene)
        or of_inserted_speech(verb)
        or foretold(verb)
    )
    misread = misread or behind_preposition(verb) or of_text(verb, scene)
    misread = misread or of_object(verb, scene) or behind_verb(verb, scene) or of_main_clause(verb, scene)
    subject = misread or beside(verb, scene) or named_before(verb, scene) or of_lost_clause(verb) or subject_of(verb)
    subject = subject or across(verb, scene) or before_sentence(verb)
    voice = voice_at(subject, scene) if subject is not None else None
    if voice is None or not can_speak(voice, scene):
        voice = between_commas(verb, scene) or voice
    if own_subject(verb) is not None or (voice is not None and can_speak(voice, scene)):
        return voice
    for governor in verb.ancestors:
        quoted = governor.i in scene.quoted_in and verb.i not in scene.quoted_in
        if governor.i < verb.i and not quoted and reports(governor, scene):
            above = own_subject(governor)
            if above is not None and governor.i < verb.i:
                return voice_at(antecedent(above, governor), scene)
    return voice


def ending_at(voice: Voice, end: int, scene: Scene) -> Voice:
    """A speaker cut before ``end``, from where what is said was hung on the name: ``the army | of spying``."""
    if not voice.run.start < end < voice.run.end:
        return voice
    run = Run(voice.run.start, end)
    return Voice(voice.head, run, point_at(scene.doc[voice.head], run, scene))


def foretold(verb: Token) -> Token | None:
    """``The general is set to say``, ``is expected to warn``: who is expected to."""
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or verb.head.lower_ not in COMING:
        return None
    return next((c for c in verb.head.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)


def named_in_marks(verb: Token, scene: Scene) -> Voice | None:
    """``The giant is awake - says "Economist".``: a newspaper in quotation marks behind an inverted verb."""
    doc, last = verb.doc, verb.i
    if verb.tag_ not in {"VBD", "VBZ"} or last + 2 >= len(doc) or not verb.i or doc[verb.i - 1].text not in PARTING:
        return None
    last += doc[last + 1].lower_ == "the"
    name = scene.quotation_at(last + 1)
    if name is None or name.start != last + 1 or name.end > verb.sent.end + 1 or len(name) > NAME:
        return None
    inner = Run(name.start + 1, name.end - (doc[name.end - 1].is_quote or doc[name.end - 1].is_punct))
    titled = all(t.text[0].isupper() or t.lower_ in SMALL for t in doc[inner.start : inner.end])
    if not inner or not titled or any(t.dep_ == "nsubj" and t.i > verb.i for t in verb.children if t.i >= name.end):
        return None
    return Voice(inner.end - 1, name, Pointer(scene.evidence(inner), "name"))


PARTING = DASHES | {",", '"', "”", "''"}
NAME = 7
"""Tokens of a newspaper's name in quotation marks, the marks counted."""
SMALL = frozenset({"and", "da", "de", "der", "di", "du", "for", "in", "la", "of", "the"})


def concedes(verb: Token) -> bool:
    """``said that talks went on, though stressed that``: a second thing said against the first."""
    return verb.dep_ == "advcl" and any(c.lower_ in {"although", "but", "though"} for c in verb.lefts)


def governing(verb: Token, scene: Scene) -> Token | None:
    """``Kallas said that training there would not escalate, adding that``: who adds is who said the rest."""
    if own_subject(verb) is not None:
        return None
    above = [v for v in verb.ancestors if v.i < verb.i and v.pos_ == "VERB"]
    quoted = next((s for v in above for s in [passive_subject(v)] if s and v.lemma_ == "quote"), None)
    if quoted is not None:
        return quoted  # "*Lund* was quoted as saying, adding that"
    outer = next((v for v in above if reports(v, scene)), None)
    if outer is None:
        return None
    if any(c.lower_ == "as" and c.right_edge.i > c.i and c.nbor(1).tag_ == "VBG" for c in outer.rights):
        return next((c for c in outer.rights if c.dep_ in {"dobj", "nsubj"}), None)  # "reported *Lund* as saying"
    subject = own_subject(outer)
    return antecedent(subject, outer) if subject is not None else None


def reports(verb: Token, scene: Scene) -> bool:
    """Whether a verb holds a claim: a listed cue with its particles, or one that lends its voice to any noun."""
    return match_cue(verb, scene) is not None or verb.lemma_.casefold() in scene.words.lending.freely


def voice_at(head: Token, scene: Scene) -> Voice | None:
    """The voice headed by ``head``; ``None`` for nobody (``there``, ``what``) and for pictures."""
    if head.is_punct:  # "co" + "-" + "organiser", the mark read as the noun
        inner = next((c for c in head.rights if c.pos_ in {"NOUN", "PROPN"}), None)
        return voice_at(inner, scene) if inner is not None else None
    if head.tag_ == "RB" and head.lower_.endswith("ly") and head.i and head.doc[head.i - 1].pos_ in {"NOUN", "PROPN"}:
        return voice_at(head.doc[head.i - 1], scene)  # "the committee *definitively* declared"
    lemma = head.lemma_.casefold()
    nobody = head.lower_ in NOBODY and head.i not in scene.parties  # "let us", and not "the US"
    if nobody or lemma in scene.words.pictures or any(c.lower_ == "no" for c in head.children):
        return None
    run = noun_phrase(head)
    return Voice(head.i, run, point_at(head, run, scene))


def can_speak(voice: Voice, scene: Scene) -> bool:
    """Whether a person, a body or a document stands there: ``the ministry`` can, ``the crater`` can't."""
    head = scene.doc[voice.head]
    if scene.doc[voice.run.start].lower_ in {"whatever", "whichever"}:
        return False  # "whatever governments feel"
    if head.lower_ in {"i", "my"} and head.i not in scene.quoted_in:
        return False  # whose words they are, nothing says
    whose = next((c for p in head.rights if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    if head.lemma_.casefold() in scene.words.speakers.groups and whose is not None:
        head = whose  # "one of the missiles" can't speak, "one of the pilots" can
    if head.i in scene.people or head.i in scene.parties or head.lower_ in PRONOUNS | POSSESSIVES:
        return True
    if head.i == voice.head and (voice.pointer.how == "name" or (head.text.isupper() and len(head.text) > 1)):
        return True  # a name, or letters that can only be one: "the CPR"
    lemma, speakers = head.lemma_.casefold(), scene.words.speakers
    return speakers.knows(lemma) or speakers.knows(compound(head)) or lemma.endswith(PERSON_ENDINGS)


# ------------------------------------------------------------------------------------------- the grammar


def subject_of(verb: Token) -> Token | None:
    """The token that heads the subject of ``verb``, found through coordination, relatives and participles."""
    seen: set[int] = set()
    active = has_done(verb)
    while verb.i not in seen:
        seen.add(verb.i)
        own = own_subject(verb) or (passive_subject(verb) if active and len(seen) > 1 else None)
        if own is not None:
            return antecedent(own, verb)
        governor = verb.head
        if verb.dep_ in {"acl", "relcl"} and governor.pos_ in {"NOUN", "PROPN", "PRON"}:
            return governor
        if verb.dep_ in {"conj", "advcl", "xcomp", "ccomp", "dep", "aux", "auxpass"} and governor.i != verb.i:
            verb = governor
        elif verb.dep_ == "pcomp" and governor.head.i != governor.i:
            verb = governor.head
        else:
            return None
        if verb.lower_ in MINDFUL and verb.dep_ == "acomp":
            verb = verb.head  # "aides are careful *to stress* that"
        if verb.pos_ not in {"VERB", "AUX"}:
            return verb if verb.pos_ in {"PROPN", "PRON"} else None
    return None


def beside(verb: Token, scene: Scene) -> Token | None:
    """A subject that the parse hung elsewhere: "… to Kim and the North Korean leader expressed gratitude"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or own_subject(verb) is not None or verb.dep_ in {"relcl", "acl"}:
        return None
    noun = lost_subject(verb)
    return noun if noun is None else first_of_list(noun, scene)


def first_of_list(noun: Token, scene: Scene) -> Token:
    """The first of several who speak behind a comma: "… in the raid, *rebels* and local sources told reporters"."""
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ not in {"NOUN", "PROPN"} or first.left_edge.i <= noun.sent.start:
        return noun
    voice = voice_at(first, scene) if noun.doc[first.left_edge.i - 1].text == "," else None
    return first if voice is not None and can_speak(voice, scene) else noun


def named_before(verb: Token, scene: Scene) -> Token | None:
    """``…, Deputy Head of the Harbour Board Ana Cruz told reporters``: a name before a verb without subject."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.dep_ in {"acl", "relcl"} or not verb.i or own_subject(verb) is not None:
        return None
    return verb.doc[verb.i - 1] if verb.i - 1 in scene.people else None


def of_lost_clause(verb: Token) -> Token | None:
    """``Outlets run by the rebels reported that P`` where the parser made P's verb the verb of *outlets*."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    subjects = (c for c in verb.sent.root.lefts if c.dep_ == "nsubj" and c.i < verb.i)
    return next(subjects, None)


def across(verb: Token, scene: Scene) -> Token | None:
    """A speaker whom the parse cut off from the verb by what stands between commas or behind a quotation.

    ``State news agency SANA, quoting a source, said``; ``"P," a diplomat, who asked not to be named, said``.
    """
    doc, start = verb.doc, verb.sent.start
    edge = past_helpers(verb)
    if edge - start < 3 or doc[edge - 1].text != ",":
        return None
    quotes = [quote for quote in scene.quotations if start < quote.end < edge and quote.start < edge]
    if quotes:
        behind = doc[quotes[-1].end : edge]
        nouns = {"NOUN", "NUM", "PRON", "PROPN"}  # "one of the men, Lund, said"
        named = (t for t in behind if t.pos_ in nouns and not behind.start <= t.head.i < behind.end)
        return next(named, None)
    opening = next((i for i in range(edge - 2, start, -1) if doc[i].text == ","), None)
    if opening is None:
        return None
    head = doc[opening - 1]
    return head if head.i in scene.people or head.i in scene.parties or head.pos_ in {"NOUN", "PROPN"} else None


def between_commas(verb: Token, scene: Scene) -> Voice | None:
    """``Drones struck a depot, the governor, Gleb Nikitin, said``: the parse makes drones speak, who can't."""
    head = across(verb, scene)
    voice = voice_at(head, scene) if head is not None else None
    return voice if voice is not None and can_speak(voice, scene) else None


def before_sentence(verb: Token) -> Token | None:
    """``And said that the meeting …``: the subject of the sentence before."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ"} or verb.i - verb.sent.start > 2:
        return None
    if any(t.pos_ in {"NOUN", "PROPN", "PRON"} for t in verb.doc[verb.sent.start : verb.i]):
        return None
    start = verb.sent.start
    while start > 0:
        sentence = verb.doc[start - 1].sent
        subject = own_subject(sentence.root)
        if subject is not None:
            return subject
        start = sentence.start
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject among the verb's own children; of several, the one next to it."""
    helping = [a for a in verb.lefts if a.dep_ == "aux" and a.lemma_ == "have"]  # "Oslo has to date pledged"
    beside = [c for word in (verb, *helping) for c in word.children]
    subjects = [c for c in beside if c.dep_ in SUBJECTS or (c.dep_ == "nsubjpass" and verb.dep_ != "ROOT")]
    subjects = [c for c in subjects if c.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"}]
    subjects = subjects or [c for c in verb.lefts if c.dep_ == "aux" and is_surname(c)]
    return min(subjects, key=lambda c: abs(c.i - verb.i)) if subjects else None


def passive_subject(verb: Token) -> Token | None:
    """To whom it was done, who then speaks: "*Officials* could not be reached, but have denied that"."""
    return next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)


def has_done(verb: Token) -> bool:
    """Whether a helping verb of its own tells that a verb beside a passive is active: "but *have* denied"."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def antecedent(subject: Token, verb: Token) -> Token:
    """What ``who``, ``which`` or ``that`` stands for: the noun that the relative clause hangs on."""
    if subject.lower_ in RELATIVES and subject.tag_ in {"WP", "WDT"}:
        clause = verb
        while clause.dep_ in {"conj", "ccomp", "xcomp"} and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ == "relcl":
            return human(clause.head) if subject.lower_ == "who" else clause.head
    return subject


def human(noun: Token) -> Token:
    """``Lund, a spokesman for the *Coast Guard*, who denied it``: *who* is the man, whom the body only describes.

    Nor is it a day: ``Lund on *Thursday*, who told CNN``.
    """
    if noun.ent_type_ in {"DATE", "TIME"} and noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        return noun.head.head
    apart = noun.ent_type_ in BODIES and noun.dep_ == "pobj" and noun.nbor(1).text == ","
    described = noun.head.head if apart else noun
    return described.head if described.dep_ == "appos" and described.head.ent_type_ == "PERSON" else noun
