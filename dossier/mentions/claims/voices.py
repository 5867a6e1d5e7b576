"""Who speaks: from a cue to the noun phrase that holds it, and how that phrase points at somebody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.cues import match_cue
from dossier.mentions.claims.frames import Voice
from dossier.mentions.claims.misread import before_bracket, behind_quotation, of_outer_speech
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.trees import lost_subject
from dossier.model import Evidence, PartyType, Pointer

SUBJECTS = frozenset({"nsubj", "csubj"})
LINKING = frozenset({"at", "behind", "close", "for", "from", "in", "inside", "near", "of", "to", "with", "within"})
"""Prepositions that narrow down who speaks: ``officials in Kyiv``, ``a spokesman for the ministry``."""
PRONOUNS = frozenset({"he", "her", "him", "i", "it", "she", "them", "they", "we", "you"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})
PASSING = frozenset({"addition", "fact", "general", "part", "particular", "response", "return", "turn"})
"""What a preposition may stand with between speaker and verb without narrowing down who speaks: ``Kim in turn``."""
RELATIVES = frozenset({"who", "which", "that", "whom"})
NOBODY = frozenset({"anyone", "let", "me", "neither", "nobody", "none", "nothing", "there", "us", "what", "whoever"})
PERSON_ENDINGS = ("man", "woman", "person", "people", "ologist", "ist")


def find_voice(verb: Token, scene: Scene) -> Voice | None:
    """The speaker of a reporting verb; ``None`` where the sentence names nobody.

    Where the parse gives it a subject that can't speak ("… that troops shed blood and affirmed that"), the speaker of
    the nearest reporting verb before it is taken.
    """
    told = governing(verb, scene) if verb.tag_ == "VBG" and verb.lemma_ == "add" else None
    misread = told or behind_quotation(verb, scene) or before_bracket(verb) or of_outer_speech(verb)
    subject = misread or beside(verb) or named_before(verb, scene) or of_lost_clause(verb) or subject_of(verb)
    subject = subject or across(verb, scene) or before_sentence(verb)
    voice = voice_at(subject, scene) if subject is not None else None
    if voice is None or not can_speak(voice, scene):
        voice = between_commas(verb, scene) or voice
    if own_subject(verb) is not None or (voice is not None and can_speak(voice, scene)):
        return voice
    for governor in verb.ancestors:
        if governor.i < verb.i and reports(governor, scene):
            above = own_subject(governor)
            if above is not None and governor.i < verb.i:
                return voice_at(antecedent(above, governor), scene)
    return voice


def governing(verb: Token, scene: Scene) -> Token | None:
    """``Kallas said that training there would not escalate, adding that``: who adds is who said the rest."""
    if own_subject(verb) is not None:
        return None
    outer = next((v for v in verb.ancestors if v.i < verb.i and v.pos_ == "VERB" and reports(v, scene)), None)
    above = own_subject(outer) if outer is not None else None
    return antecedent(above, outer) if above is not None and outer is not None else None


def reports(verb: Token, scene: Scene) -> bool:
    """Whether a verb holds a claim: a listed cue with its particles, or one that lends its voice to any noun."""
    return match_cue(verb, scene) is not None or verb.lemma_.casefold() in scene.words.lending.freely


def voice_at(head: Token, scene: Scene) -> Voice | None:
    """The voice headed by ``head``; ``None`` for nobody (``there``, ``what``) and for pictures."""
    if head.is_punct:  # "co" + "-" + "organiser", the mark read as the noun
        inner = next((c for c in head.rights if c.pos_ in {"NOUN", "PROPN"}), None)
        return voice_at(inner, scene) if inner is not None else None
    lemma = head.lemma_.casefold()
    nobody = head.lower_ in NOBODY and head.i not in scene.parties  # "let us", and not "the US"
    if nobody or lemma in scene.words.pictures or any(c.lower_ == "no" for c in head.children):
        return None
    run = noun_phrase(head)
    return Voice(head.i, run, point_at(head, run, scene))


def can_speak(voice: Voice, scene: Scene) -> bool:
    """Whether a person, a body or a document stands there: ``the ministry`` can, ``the crater`` can't."""
    head = scene.doc[voice.head]
    whose = next((c for p in head.rights if p.lower_ == "of" for c in p.children if c.dep_ == "pobj"), None)
    if head.lemma_.casefold() in scene.words.speakers.groups and whose is not None:
        head = whose  # "one of the missiles" can't speak, "one of the pilots" can
    if head.i in scene.people or head.i in scene.parties or head.lower_ in PRONOUNS | POSSESSIVES:
        return True
    if head.i == voice.head and (voice.pointer.how == "name" or (head.text.isupper() and len(head.text) > 1)):
        return True  # a name, or letters that can only be one: "the CPR"
    lemma, speakers = head.lemma_.casefold(), scene.words.speakers
    return speakers.knows(lemma) or speakers.knows(_compound(head)) or lemma.endswith(PERSON_ENDINGS)


def _compound(head: Token) -> str:
    """A noun with the word before it: ``think tank``, ``coast guard``."""
    return f"{head.doc[head.i - 1].lower_} {head.lemma_.casefold()}" if head.i else ""


# ------------------------------------------------------------------------------------------- the grammar


def subject_of(verb: Token) -> Token | None:
    """The token that heads the subject of ``verb``, found through coordination, relatives and participles."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        own = own_subject(verb)
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
        if verb.pos_ not in {"VERB", "AUX"}:
            return verb if verb.pos_ in {"PROPN", "PRON"} else None
    return None


def beside(verb: Token) -> Token | None:
    """A subject that the parse hung elsewhere: "… to Kim and the North Korean leader expressed gratitude"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or own_subject(verb) is not None or verb.dep_ in {"relcl", "acl"}:
        return None
    return lost_subject(verb)


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
    if verb.i - start < 3 or doc[verb.i - 1].text != ",":
        return None
    quotes = [quote for quote in scene.quotations if start < quote.end < verb.i and quote.start < verb.i]
    if quotes:
        behind = doc[quotes[-1].end : verb.i]
        named = (t for t in behind if t.pos_ in {"NOUN", "PROPN", "PRON"} and not behind.start <= t.head.i < behind.end)
        return next(named, None)
    opening = next((i for i in range(verb.i - 2, start, -1) if doc[i].text == ","), None)
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
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS or (c.dep_ == "nsubjpass" and verb.dep_ != "ROOT")]
    subjects = [c for c in subjects if c.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"}]
    return min(subjects, key=lambda c: abs(c.i - verb.i)) if subjects else None


def antecedent(subject: Token, verb: Token) -> Token:
    """What ``who``, ``which`` or ``that`` stands for: the noun that the relative clause hangs on."""
    if subject.lower_ in RELATIVES and subject.tag_ in {"WP", "WDT"}:
        clause = verb
        while clause.dep_ in {"conj", "ccomp", "xcomp"} and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ == "relcl":
            return clause.head
    return subject


def noun_phrase(head: Token) -> Run:
    """The words that name a speaker, from the first modifier to the last narrowing phrase, without appositions.

    ``a spokesman for the ministry`` of "a spokesman for the ministry, who asked not to be named, said".
    """
    doc = head.doc
    determiners = [c.i for c in head.lefts if c.dep_ == "det"]
    lefts = [c.left_edge.i for c in head.lefts if c.dep_ not in {"punct", "cc", "advmod", "appos"}]
    start = min(lefts, default=head.i) if len(determiners) < 2 else determiners[-1]
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "punct" and child.text == "-" and not child.whitespace_:
            continue  # "commander-in-chief", not "Moore - the head of the service - said"
        hyphen = end < len(doc) and doc[end].text == "-" and not doc[end].whitespace_
        if child.left_edge.i not in {end, end + hyphen} or not _narrows(child):
            break
        end = child.right_edge.i + 1
        end = next((t.i for t in doc[child.i : end] if t.text in {",", ";", ":"} or t.dep_ == "relcl"), end)
    return Run(start, end)


def _narrows(child: Token) -> bool:
    if child.dep_ in {"amod", "case"} or child.tag_ == "POS":
        return True
    if child.dep_ != "prep" or child.lower_ not in LINKING:
        return False
    return not any(t.ent_type_ in {"DATE", "TIME"} or t.lower_ in PASSING for t in child.children)


# ------------------------------------------------------------------------------------------- the pointing


def point_at(head: Token, run: Run, scene: Scene) -> Pointer:
    """How the phrase points: by a name, a pronoun, an office, a description of a body or medium, a group."""
    if head.lower_ in PRONOUNS or head.lower_ in POSSESSIVES:
        return Pointer(scene.evidence(Run(head.i, head.i + 1)), "pronoun")
    partners = [t for t in head.conjuncts if t.pos_ in {"NOUN", "PROPN"} and t.i > head.i]
    if partners and any(c.dep_ == "cc" for t in [head, *partners] for c in t.children):
        return Pointer(scene.evidence(Run(run.start, noun_phrase(partners[-1]).end)), "group")
    if any(c.dep_ == "nmod" and any(joint.dep_ == "cc" for joint in c.rights) for c in head.lefts):
        return Pointer(scene.evidence(run), "group")  # "Xi and Russian President Vladimir Putin"
    named = _name(head, run, scene)
    return Pointer(named, "name") if named else Pointer(scene.evidence(run), _description(head, scene))


def _name(head: Token, run: Run, scene: Scene) -> Evidence | None:
    """The name of a person, in the phrase or in apposition to it, or the phrase that names a party.

    A party keeps its modifiers: in ``the shipping ministry in Athens`` they say whose it is.
    """
    beside = [c for c in head.children if c.dep_ in {"appos", "compound"}]
    for token in [head, *(c for c in beside if c.dep_ == "appos"), *_after_office(head, scene)]:
        person = scene.people.get(token.i)
        if person is not None:
            return person.evidence
    for token in [head, *_media_beside(beside, scene)]:
        party = scene.parties.get(token.i)
        if party is not None:
            phrase = scene.evidence(run)
            wider = party.type is not PartyType.MEDIUM and phrase.span.covers(party.evidence)
            return phrase if wider else party.evidence
    if head.text in scene.surnames:
        return scene.evidence(Run(head.i, head.i + 1))
    if head.pos_ == "PROPN" and head.lemma_.casefold() not in scene.words.speakers.people:
        return scene.evidence(Run(_name_start(head, run.start), head.i + 1))
    return None


def _name_start(head: Token, first: int) -> int:
    """Where a name begins that ends with ``head``: ``Golden Bay Shipping`` though *Golden* hangs on *Bay*."""
    start = head.i
    while start > first and head.doc[start - 1].dep_ == "compound" and head.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return start


def _after_office(head: Token, scene: Scene) -> Iterator[Token]:
    """``Defence minister of Ukraine Oleh Havrylenko``: the name that ends the phrase of an office."""
    if head.lemma_.casefold() in scene.words.speakers.people and head.tag_ not in {"NNS", "NNPS"}:
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "for", "in"} and child.right_edge.pos_ == "PROPN":
                yield child.right_edge


def _media_beside(tokens: list[Token], scene: Scene) -> Iterator[Token]:
    for token in tokens:
        party = scene.parties.get(token.i)
        if party is not None and party.type is PartyType.MEDIUM:
            yield token


def _description(head: Token, scene: Scene) -> str:
    lemma, speakers = head.lemma_.casefold(), scene.words.speakers
    if scene.names_medium(head) or lemma in speakers.documents:
        return "medium"
    if head.tag_ in {"NNS", "NNPS"} or lemma in speakers.groups or lemma == "people":
        return "group"
    body = lemma in speakers.bodies or lemma in speakers.media or _compound(head) in speakers.bodies
    return "party" if body else "role"
