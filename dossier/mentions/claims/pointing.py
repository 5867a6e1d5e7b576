"""The noun phrase that names a speaker, and how it points: by a name, a pronoun, an office, a description."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.mentions.claims.scene import Run, Scene
from dossier.model import Evidence, PartyType, Pointer

LINKING = frozenset({"at", "behind", "close", "for", "from", "in", "inside", "near", "of", "to", "with", "within"})
"""Prepositions that narrow down who speaks: ``officials in Kyiv``, ``a spokesman for the ministry``."""
PASSING = frozenset({"addition", "fact", "general", "part", "particular", "response", "return", "turn"})
"""What a preposition may stand with between speaker and verb without narrowing down who speaks: ``Kim in turn``."""
PRONOUNS = frozenset({"he", "her", "him", "i", "it", "she", "them", "they", "we", "you"})
POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my"})


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
    if (
        head.pos_ == "PROPN"
        and not head.text[0].islower()
        and head.lemma_.casefold() not in scene.words.speakers.people
    ):
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
    body = lemma in speakers.bodies or lemma in speakers.media or compound(head) in speakers.bodies
    return "party" if body else "role"


def compound(head: Token) -> str:
    """A noun with the word before it: ``think tank``, ``coast guard``."""
    return f"{head.doc[head.i - 1].lower_} {head.lemma_.casefold()}" if head.i else ""
