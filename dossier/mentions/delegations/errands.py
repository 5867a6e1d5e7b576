"""What makes people a delegation who are not called one: an errand on which they are sent, talks in a named place."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.lexicon.delegations import DelegationWords


def on_an_errand(noun: Token, words: DelegationWords) -> bool:
    """Whether somebody sends a plain team to do what delegations do: "sent a team to Sanaa TO DISCUSS a truce"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.casefold() not in words.sending:
        return False
    purposes = (c for above in (verb, noun) for c in above.children if c.dep_ in {"acl", "advcl", "relcl", "xcomp"})
    return any(
        clause.lemma_.casefold() in words.purposes and any(child.lower_ == "to" for child in clause.children)
        for clause in purposes
    )


def meets_in(verb: Token) -> bool:
    """Whether they meet at a named place: "negotiators MET IN Istanbul"."""
    return verb.lemma_ == "meet" and is_in_place(verb)


def is_there(verb: Token, words: DelegationWords) -> bool:
    """Whether they are at a named place for what delegations do: "WERE IN Doha FOR talks"."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "for")
    errands = {noun.lemma_.casefold() for link in links for noun in link.children}
    return verb.lemma_ == "be" and is_in_place(verb) and bool(errands & words.occasions)


def is_in_place(verb: Token) -> bool:
    """Whether "in" leads from a verb to a proper name."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ == "in")
    return any(noun.pos_ == "PROPN" for link in links for noun in link.children)
