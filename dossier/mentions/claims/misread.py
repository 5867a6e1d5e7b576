"""Speakers whom the parse hung elsewhere: found by the order of the words and by the tenses."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.documents import DASHES
from dossier.mentions.claims.scene import Scene

TITLE_WORDS = 14
"""Words that an office may have between an inverted verb and the name."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def behind_quotation(verb: Token, scene: Scene) -> Token | None:
    """``"P," said Under Secretary of the Treasury Ana Cruz``: the first person's name after an inverted verb.

    The parse takes the first word of such an office for a preposition, or each of its bodies for the speaker.
    """
    doc = scene.doc
    if (
        verb.tag_ not in {"VBD", "VBZ"}
        or verb.i < 2
        or (verb.i - 1 not in scene.quoted_in and doc[verb.i - 1].text != ",")
    ):
        return None
    if scene.quotation_at(verb.i - 1) is None or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    for token in doc[verb.i + 1 : min(verb.i + 1 + TITLE_WORDS, verb.sent.end)]:
        if token.i in scene.people:
            return _last_of_name(token, scene)
        if token.is_punct or token.tag_.startswith("V"):
            return None
    return None


def between_dashes(verb: Token, scene: Scene) -> Token | None:
    """``The ships - said Lund - they are old``: the name between dashes with an inverted verb, as Poles print it."""
    doc, name = verb.doc, verb.i + 1
    if verb.tag_ not in {"VBD", "VBZ"} or verb.i == 0 or doc[verb.i - 1].text not in DASHES:
        return None
    if name >= len(doc) or name not in scene.people:
        return None
    last = _last_of_name(doc[name], scene)
    closed = last.i + 1 < len(doc) and doc[last.i + 1].text in DASHES
    return last if closed else None


def behind_speech(verb: Token, scene: Scene) -> Token | None:
    """``Their goal is the port - said the President of Norway``: who stands behind a dash and a verb of speech.

    The parse takes the last noun of what is said, or the first of the office, for the speaker.
    """
    doc, dash = verb.doc, verb.i - 1
    if verb.tag_ not in {"VBD", "VBZ"} or dash < 1 or doc[dash].text not in DASHES or not doc[dash].whitespace_:
        return None
    if verb.lemma_.casefold() not in scene.words.impersonal | SPEAKING or dash - 1 in scene.quoted_in:
        return None
    before = doc[verb.sent.start : dash]
    if any(t.text in DASHES and t.whitespace_ for t in before) or any(c.dep_ == "ccomp" for c in verb.rights):
        return None  # "The mayor - a farmer - said P"
    named = next(
        (t for t in doc[verb.i + 1 : min(verb.i + 1 + TITLE_WORDS, verb.sent.end)] if t.i in scene.people), None
    )
    heads = [c for c in verb.rights if c.dep_ in SUBJECTS | {"dobj", "npadvmod"}]
    return _last_of_name(named, scene) if named is not None else next(iter(heads), None)


SPEAKING = frozenset({"announce", "say", "warn"})
"""Verbs of speech behind a dash, besides those of the list of passives."""


def _last_of_name(token: Token, scene: Scene) -> Token:
    person = scene.people[token.i]
    following = token
    while following.i + 1 < len(scene.doc) and scene.people.get(following.i + 1) is person:
        following = scene.doc[following.i + 1]
    return following


def behind_object(verb: Token) -> Token | None:
    """``A shell hit the pier, killing two people, the mayor said``: who stands behind what the deed was done to.

    The parse takes the object for the speaker, and the speaker for a word that describes it.
    """
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i <= verb.sent.start:
        return None
    deed = verb.doc[subject.left_edge.i - 1]
    listed = [t for c in subject.rights if c.dep_ == "appos" for t in (c, *c.conjuncts)]
    nouns = (t for t in listed if t.pos_ in {"NOUN", "PROPN"} and all(c.dep_ != "nsubj" for c in t.lefts))
    speaker = next((t for t in nouns if verb.doc[t.left_edge.i - 1].text == ","), None)
    done = deed.tag_ == "VBG" and not any(c.dep_ == "dobj" for c in deed.rights)
    return speaker if done and speaker is not None and speaker.right_edge.i == verb.i - 1 else None


def behind_dash(verb: Token) -> Token | None:
    """``Oslo moved the wreck — a barge of the war — accusing Madrid``: who did it accuses, not the barge."""
    root = verb.sent.root
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or verb.doc[verb.i - 1].text not in DASHES or root.i > verb.i:
        return None
    return next((c for c in root.lefts if c.dep_ == "nsubj"), None)


def before_bracket(verb: Token) -> Token | None:
    """``Norway on Tuesday (Sept 13) said P`` where the date in brackets was read as the speaker."""
    doc, start = verb.doc, verb.sent.start
    if verb.i - start < 4 or doc[verb.i - 1].text != ")":
        return None
    opening = next((i for i in range(verb.i - 2, start, -1) if doc[i].text == "("), None)
    if opening is None:
        return None
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.i < opening), None)


def of_text(verb: Token, scene: Scene) -> Token | None:
    """``Lind's comments *blaming* Oslo``, ``said in a statement *accusing* Oslo``: whoever made the text."""
    noun = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or not is_text(noun, scene):
        return None
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None and noun.dep_ == "dobj" and noun.head.lemma_ in GIVING_OUT and verb.i == noun.i + 1:
        return next((c for c in noun.head.lefts if c.dep_ == "nsubj"), None)
    if owner is not None or noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return owner
    said = noun.head.head
    return next((c for c in said.children if c.dep_ == "nsubj"), None) if said.pos_ == "VERB" else None


GIVING_OUT = frozenset({"issue", "publish", "release"})
"""``Dawa issued a statement saying P``: who gives a text out, says it."""


def is_text(noun: Token, scene: Scene) -> bool:
    """Whether a noun stands for what somebody said or wrote: a statement, comments."""
    lemma, words = noun.lemma_.casefold(), scene.words
    return lemma in words.speakers.documents | words.deniable | words.asserting


def behind_preposition(verb: Token) -> Token | None:
    """``stayed shut, despite Lund earlier *announcing* that P``: who stands right before, behind a preposition."""
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ == "ADV":
        index -= 1
    noun = verb.doc[index]
    bare = verb.tag_ == "VBG" and verb.dep_ == "advcl" and noun.dep_ == "pobj" and noun.right_edge.i == noun.i
    return noun if bare and noun.head.lower_ in {"despite", "with"} else None


def of_object(verb: Token, scene: Scene) -> Token | None:
    """``Lund downplayed the tensions *saying* P``: who did it says so, and not the thing that it was done to."""
    thing, deed = verb.head, verb.head.head
    if (
        verb.tag_ != "VBG"
        or verb.dep_ != "acl"
        or thing.dep_ != "dobj"
        or (thing.i in scene.people or thing.i in scene.parties)
    ):
        return None
    if scene.words.speakers.knows(thing.lemma_.casefold()):
        return None
    return next((c for c in deed.lefts if c.dep_ == "nsubj"), None)


def behind_verb(verb: Token, scene: Scene) -> Token | None:
    """``P, reported the state news agency``: a medium that the parse takes for what was reported."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.i == verb.sent.start or verb.doc[verb.i - 1].text != ",":
        return None
    if verb.lemma_ not in TELLING or any(c.dep_ in SUBJECTS for c in verb.children):
        return None
    medium = next((c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1), None)
    last = medium is not None and all(t.is_punct for t in verb.doc[medium.right_edge.i + 1 : verb.sent.end])
    return medium if medium is not None and last and scene.is_medium(medium) else None


TELLING = frozenset({"add", "report", "say", "write"})
"""Verbs of a medium that take no hearer: ``a guard, who gave no name, *told* AFP``."""


def of_outer_speech(verb: Token) -> Token | None:
    """``Brandt said that Oslo has declared its neutrality, and stressed that P``: stressed by Brandt, not by Oslo.

    A past tense does not go on from a perfect, and behind a comma *that* begins a second thing said.
    """
    inner = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or inner.dep_ not in {"advcl", "ccomp"} or inner.i > verb.i:
        return None
    if inner.left_edge.lower_ == "should":  # "said he must act should Oslo cross a line, but *cautioned* against it"
        outer = inner.head.head if inner.head.dep_ == "ccomp" else inner.head
        return next((c for c in outer.lefts if c.dep_ == "nsubj"), None)
    if inner.dep_ != "ccomp":
        return None
    if any(c.dep_ in SUBJECTS for c in verb.lefts) or inner.head.tag_ != "VBD":
        return None
    perfect = inner.tag_ == "VBN" and any(c.lower_ in {"has", "have"} for c in inner.lefts)
    if not perfect and not _begins_anew(verb, inner):
        return None
    return next((c for c in inner.head.lefts if c.dep_ == "nsubj"), None)


def _begins_anew(verb: Token, inner: Token) -> bool:
    doc = verb.doc
    joint = next((c for c in inner.rights if c.dep_ == "cc" and c.i < verb.i), None)
    parted = joint is not None and doc[joint.i - 1].text == "," and verb.i - joint.i <= 2
    return parted and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "that"


def of_inserted_speech(verb: Token) -> Token | None:
    """``Oslo uses them as bait, he said, accusing Madrid``: who said it accuses, not Oslo, whose verb has both."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "xcomp", "conj", "dep"} or verb.doc[verb.i - 1].text != ",":
        return None
    if any(c.dep_ in SUBJECTS for c in verb.lefts):
        return None
    said = (c for c in verb.head.rights if c.dep_ == "parataxis" and c.i < verb.i and verb.i - c.right_edge.i <= 2)
    return next((s for c in said for s in c.children if s.dep_ == "nsubj"), None)


def of_sayer(verb: Token, scene: Scene) -> Token | None:
    """``Lund said Oslo had gone too far, *suggesting* that P``: whoever said it suggests, not Oslo.

    Of words alone: who is said to have done something may have *blamed* or *threatened* somebody besides.
    """
    deed, told = verb.head, verb.head.head
    apart = verb.i > 0 and verb.nbor(-1).text == ","
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_ not in REMARKING or not apart:
        return None
    if deed.dep_ != "ccomp" or not told.i < deed.i < verb.i or told.lemma_.casefold() not in scene.words.verbs:
        return None
    says = any(not entry.particles for entry in scene.words.verbs.get(deed.lemma_.casefold(), ()))
    if says or any(c.dep_ == "nsubj" for c in verb.lefts):
        return None
    outer = told.head if told.dep_ == "ccomp" and told.head.lemma_.casefold() in scene.words.verbs else told
    return next((c for c in outer.lefts if c.dep_ == "nsubj"), None)


REMARKING = frozenset({"argue", "call", "describe", "explain", "insist", "note", "say", "stress", "suggest", "warn"})
"""Verbs of words that are no deed besides."""


def of_main_clause(verb: Token, scene: Scene) -> Token | None:
    """``Oslo shot down a jet *it* said had strayed``, ``Millions wait for a deal *they* hope will last``: who acts.

    A pronoun in a clause that tells which thing is meant stands for the subject that has to do with the thing.
    """
    pronoun = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if verb.dep_ != "relcl" or pronoun is None or pronoun.lower_ not in STANDING_IN:
        return None
    deed = next((a for a in verb.ancestors if a.pos_ in {"AUX", "VERB"}), None)
    subject = next((c for c in deed.lefts if c.dep_ == "nsubj"), None) if deed is not None else None
    if subject is None or subject.i > pronoun.i or verb.head == subject:
        return None
    owner = next((c for c in subject.lefts if c.dep_ == "poss"), None)
    for noun in (subject, owner):
        if noun is not None and noun.pos_ != "PRON" and STANDING_IN[pronoun.lower_](noun, scene):
            return noun
    return None


def _is_thing(noun: Token, scene: Scene) -> bool:
    return noun.i in scene.parties and noun.tag_ in {"NN", "NNP"}


def _is_person(noun: Token, scene: Scene) -> bool:
    return noun.i in scene.people


def _are_several(noun: Token, scene: Scene) -> bool:
    return noun.tag_ in {"NNS", "NNPS"} and scene.words.speakers.knows(noun.lemma_.casefold())


STANDING_IN = {"he": _is_person, "it": _is_thing, "she": _is_person, "they": _are_several}
"""What each pronoun can stand for."""


def late_verdict(noun: Token, scene: Scene) -> int | None:
    """``called Oslo's claim that the cable was cut *a staged provocation*``: where what the claim is called begins.

    The parse takes the verdict for the last word of what is claimed.
    """
    doc, last = scene.doc, noun.right_edge
    while last.is_punct and last.i > noun.i:
        last = doc[last.i - 1]
    called = any(entry.kind == "call" for entry in scene.words.verbs.get(noun.head.lemma_.casefold(), ()))
    behind = any(c.dep_ in {"acl", "ccomp", "relcl"} and c.i < last.i for c in noun.rights)
    if not called or not behind or noun.dep_ != "dobj" or last.lemma_.casefold() not in scene.words.dismissing:
        return None
    start = last.i
    while doc[start - 1].pos_ in {"ADJ", "ADV"} or (doc[start - 1].tag_ == "VBN" and doc[start - 2].pos_ == "DET"):
        start -= 1
    return start - 1 if doc[start - 1].pos_ == "DET" else start
