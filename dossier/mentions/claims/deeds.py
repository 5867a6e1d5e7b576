"""Objects that make a reporting verb mean an act: ``welcomed the delegation``, ``asked a question``, ``called him``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from spacy.tokens import Token

from dossier.mentions.claims.cues import WH
from dossier.mentions.claims.frames import Cue
from dossier.mentions.claims.misread import late_verdict
from dossier.mentions.claims.scene import Scene

COMING = frozenset({"'ll", "shall", "will"})
TOPICAL = frozenset({"call", "draw", "refer", "speak", "talk"})
REFLEXIVES = frozenset({"herself", "himself", "itself", "themselves", "what"})
NAMING = frozenset({"DET", "NOUN", "PRON", "PROPN"})
"""What a phrase for a thing begins with, and a bare verdict doesn't."""
MATTERS = frozenset({"about", "against", "of", "over"})


def is_deed(first: Token, cue: Cue) -> bool:
    """Whether the verb is no word with this complement: by its own rule, or where its object is the speaker."""
    if cue.entry.kind != "call" and cue.entry.denies and _is_withheld(first, cue):
        return True
    rule = BY_LEMMA.get(cue.entry.lemma) or BY_KIND.get(cue.entry.kind)
    if rule is not None and rule(first, cue):
        return True
    thing = first.dep_ == "dobj" and cue.entry.kind not in {"accuse", "ask", "call", "thank", "want"}
    return thing and first.lower_ in REFLEXIVES and cue.entry.lemma not in BY_LEMMA


def _is_withheld(first: Token, cue: Cue) -> bool:
    """``denied them entry``."""
    return any(t.lemma_.casefold() in cue.scene.words.withheld for t in (first, *cue.verb.rights))


def _is_received(first: Token, cue: Cue) -> bool:
    """``welcomed the delegation``, ``welcomed Xi in Moscow``, ``welcomed home three Americans``: at the door."""
    someone = first.i in cue.scene.people or first.ent_type_ in {"NORP", "PERSON"}
    homeward = any(t.lower_ in {"back", "home"} for t in cue.scene.doc[cue.run.end : first.left_edge.i + 1])
    return someone or homeward or first.lemma_.casefold() in cue.scene.words.received


def _is_only_named(first: Token, cue: Cue) -> bool:
    """``called him``, ``called it off``."""
    ended = any(c.dep_ == "prt" for c in cue.verb.rights) and not cue.entry.particles
    return ended or not _is_called(first, cue)


def _is_own_wish(first: Token, cue: Cue) -> bool:
    """``wants to see it``: a wish for oneself; and ``the man whom Oslo wants to go``."""
    own = any(c.dep_ == "nsubj" for c in first.lefts)
    return not own or cue.verb.dep_ in {"acl", "relcl"}


def _is_question(first: Token, cue: Cue) -> bool:
    """``asked why it came``, ``asked him to clarify``, ``asked a question``, ``asked to see it``."""
    deeds = [c for c in cue.verb.rights if c.tag_ == "VB" and c.dep_ in {"advcl", "ccomp", "xcomp"}]
    if first.left_edge.lower_ in WH or any(d.lemma_ in cue.scene.words.answering for d in deeds):
        return True
    other = first.dep_ == "dobj" or any(c.dep_ == "nsubj" for c in first.lefts)
    return not other or not deeds


def _is_only_hearer(first: Token, cue: Cue) -> bool:
    """``warned the crew``, without of what."""
    if cue.entry.particles or first.dep_ != "dobj":
        return False
    return not any(c.dep_ == "xcomp" or c.lower_ in MATTERS for c in cue.verb.rights)


def _is_candidate(first: Token, cue: Cue) -> bool:
    """``put forward three candidates``: for an office."""
    return first.i in cue.scene.people or first.lemma_ in {"candidate", "name", "nominee"}


def _is_pointed_at(first: Token, _: Cue) -> bool:
    """``disclosed this``, ``repeated them``: what, the sentence before says."""
    return first.pos_ == "PRON"


def _is_coming(_: Token, cue: Cue) -> bool:
    """``will offer to send ships``: not said yet."""
    return any(c.lower_ in COMING for c in cue.verb.lefts)


def _is_pointed_at_or_coming(first: Token, cue: Cue) -> bool:
    """``disclosed this``; ``will announce his candidacy``; ``In announcing the plan, Lund said P``."""
    if cue.verb.dep_ == "pcomp" and cue.verb.head.lower_ == "in" and first.dep_ == "dobj":
        return True
    return _is_pointed_at(first, cue) or (first.dep_ == "dobj" and _is_coming(first, cue))


def _is_danger(first: Token, cue: Cue) -> bool:
    """``threatens security``."""
    return first.dep_ == "dobj" and not _is_threat(first, cue)


def _is_topic(first: Token, cue: Cue) -> bool:
    """``spoke about trade``; with words quoted it is more than a topic."""
    topical = cue.entry.lemma in {"refer", "talk"} or {"about", "attention"} & set(cue.entry.particles)
    if not topical or cue.entry.lemma not in TOPICAL:
        return False
    behind = cue.scene.doc[cue.run.end - 1].rights
    matter = next((c for c in (*behind, *first.rights) if c.dep_ == "pobj"), first)
    modal = matter.lemma_.casefold() in cue.scene.words.matters and any(matter.rights)
    return not modal and not _has_words(first, cue)


def _has_words(first: Token, cue: Cue) -> bool:
    return any(t.i in cue.scene.quoted_in for t in first.subtree)


def _is_without_matter(first: Token, cue: Cue) -> bool:
    """``reminded the head of the agency``: only who was told."""
    return first.dep_ == "dobj" and not _has_matter(cue)


def _is_placed(first: Token, _: Cue) -> bool:
    """``committed troops to the border``; ``committed itself to peace`` is a word."""
    return first.dep_ == "dobj" and first.lower_ not in REFLEXIVES


def _is_threat(thing: Token, cue: Cue) -> bool:
    """``threatened a strike``, ``threatened Oslo with tariffs``, ``“severe steps”``; no for ``threatens security``."""
    scene = cue.scene
    if thing.lemma_.casefold() in scene.words.threatened or any(t.i in scene.quoted_in for t in thing.subtree):
        return True
    return any(c.lower_ == "with" for c in (*cue.verb.rights, *thing.rights))


def _has_matter(cue: Cue) -> bool:
    """``assured the chancellor of its support``, against ``reminded the head of the agency``: who is told is one."""
    hearer = next((c for c in cue.verb.rights if c.dep_ in {"dobj", "dative"}), None)
    return any(c.lower_ == "of" and c.dep_ == "prep" for c in cue.verb.rights) or (
        hearer is not None and hearer.pos_ in {"PRON", "PROPN"}
    )


def _is_called(first: Token, cue: Cue) -> bool:
    """Whether the object is given a name or nature: ``called the raid a mistake``, ``described it as madness``."""
    verb, scene = cue.verb, cue.scene
    if first.dep_ == "prep" or late_verdict(first, scene) is not None:
        return True  # "what it describes as a crime", "called the claim that P a provocation"
    if first.dep_ == "ccomp" or any(t.lower_ == "as" or _is_addressed(t, verb) for t in verb.subtree if t.i > first.i):
        return True
    if first.dep_ == "oprd" and first.left_edge.pos_ in NAMING and first.i in scene.quoted_in:
        return True  # 'called Oslo's act "absurd"', of which the parse makes one phrase
    natures = [c for c in verb.rights if c.i != first.i and c.dep_ in {"oprd", "xcomp", "acomp", "dobj"}]
    natures = [c for c in natures if c.tag_ != "VB"]  # "has been calling members *to talk*"
    if natures:
        return not all(is_bare_name(c, scene) for c in natures)
    if any(c.dep_ in {"appos", "amod", "acl"} and c.left_edge.i in scene.quoted_in for c in first.rights):
        return True
    last = first.right_edge.i - (first.right_edge.is_punct and first.right_edge.i not in scene.quoted_in)
    return first.lemma_.casefold() in scene.words.deniable and last in scene.quoted_in


def _is_addressed(to: Token, verb: Token) -> bool:
    """``likened it *to* theft``, ``called it a gesture *to* Oslo``; no in ``has been calling members *to* talk``."""
    return to.lower_ == "to" and (to.dep_ != "aux" or to.head.head != verb)


def is_bare_name(noun: Token, scene: Scene) -> bool:
    """Whether a thing is only given its name: ``Russia calls them Geran``, ``which Beijing calls Huangyan Island``."""
    return noun.pos_ == "PROPN" and noun.i not in scene.quoted_in and all(c.dep_ == "compound" for c in noun.lefts)


def is_bare_verdict(first: Token, cue: Cue) -> bool:
    """``criticised the decision``: a verdict on a thing that is only named, without a reason or a word quoted."""
    if cue.entry.kind != "judge" or cue.entry.denies or first.dep_ != "dobj":
        return False
    told = cue.scene.doc[first.left_edge.i : first.right_edge.i + 1]
    if any(t.i in cue.scene.quoted_in for t in told) or any(c.dep_ != "punct" for c in first.rights):
        return False
    reasons = {"after", "as", "because", "for", "in", "over"}
    return not any(
        c.i > first.i and (c.lower_ in reasons or c.dep_ in {"advcl", "ccomp", "oprd", "pcomp"})
        for c in cue.verb.rights
    )


def _is_fought_for(first: Token, cue: Cue) -> bool:
    """``defended the town``; ``defended its decision to leave`` is a word."""
    listed = first.lemma_.casefold() in cue.scene.words.defended
    return not listed or not (any(first.rights) or any(c.lower_ == "as" for c in cue.verb.rights))


def _is_heard(first: Token, cue: Cue) -> bool:
    """``questioned two men``; ``questioned the importance of the day`` is a word."""
    return first.lemma_.casefold() not in cue.scene.words.questioned


def _is_described(_: Token, cue: Cue) -> bool:
    """``companies that oppose the rule``: who is meant, no word of theirs."""
    return cue.verb.dep_ in {"acl", "relcl"}


def _is_kept_out(first: Token, cue: Cue) -> bool:
    """``excluded him from the talks``."""
    named = first.pos_ == "PRON" or first.i in cue.scene.people or first.i in cue.scene.parties
    return named or any(c.lower_ == "from" for c in cue.verb.rights)


BY_LEMMA: Final[Mapping[str, Callable[[Token, Cue], bool]]] = {
    "commit": _is_placed,
    "defend": _is_fought_for,
    "exclude": _is_kept_out,
    "put": _is_candidate,
    "question": _is_heard,
    "threaten": _is_danger,
    "warn": _is_only_hearer,
    "welcome": _is_received,
}
BY_KIND: Final[Mapping[str, Callable[[Token, Cue], bool]]] = {
    "ask": _is_question,
    "call": _is_only_named,
    "offer": _is_coming,
    "side": _is_described,
    "report": _is_pointed_at_or_coming,
    "stress": _is_pointed_at,
    "tell of": _is_without_matter,
    "touch": _is_topic,
    "want": _is_own_wish,
}
"""The rule of a verb, else of its class."""
