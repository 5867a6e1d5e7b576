"""Whose the package, the shipment or the exhibition is that holds a weapon: "The package includes 18 howitzers".

What the sentence calls "the package" or "that" is often told of in the sentence before, and so is who sends it.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dossier.lexicon.weapons import WeaponWords
from dossier.mentions.syntax import FARTHEST, subject_of
from dossier.mentions.weapons.words import Words

HOLDING = frozenset({"comprise", "consist", "contain", "cover", "feature", "include", "involve"})
"""Verbs whose subject holds the weapon as a part: "The package INCLUDES 18 howitzers"."""

POINTING = frozenset({"it", "that", "these", "they", "this", "those"})
"""Subjects that mean the arms of the sentence before: "THAT includes HIMARS"."""

WITHIN = frozenset({"in", "of"})
"""Prepositions before what holds it: "were included IN the package", "as part OF a package"."""

UPWARD = frozenset({"appos", "conj", "dobj", "nmod", "nsubjpass", "pobj", "prep"})
"""Relations by which a part hangs on the verb: "includes AMMUNITION FOR HIMARS"."""


def consignment(words: Words, noun: Token, lexicon: WeaponWords) -> Iterator[tuple[Words, Token]]:
    """The nouns, nearest first, whose holder is the holder of the weapon ``noun``, each with its paragraph.

    For "The Pentagon announced a package on Friday. The package includes HIMARS": both packages.
    """
    whole = whole_of(noun, lexicon)
    if whole is None:
        return
    if whole.lower_ not in POINTING:
        yield words, whole
    for paragraph, sentence in sentences_before(words, whole):
        lots = [token for token in sentence if is_lot(token, lexicon)]
        yield from ((paragraph, lot) for lot in lots)
        if lots:
            return


def whole_of(noun: Token, lexicon: WeaponWords) -> Token | None:
    """What the weapon is said to be a part of: "the PACKAGE includes 18 howitzers and ammunition for HIMARS"."""
    token = noun
    for _ in range(FARTHEST):
        if token.dep_ == "pobj" and token.head.lower_ == "including" and token.head.head.pos_ in {"NOUN", "PROPN"}:
            above = token.head.head
            return above if is_lot(above, lexicon) else None
        if token.dep_ not in UPWARD or token.head == token:
            return None
        part, token = token, token.head
        if token.lemma_ in HOLDING and token.pos_ == "VERB":
            whole = within(token) if part.dep_ == "nsubjpass" else pointer(token) or subject_of(token)
            return whole if whole is not None and (is_lot(whole, lexicon) or whole.lower_ in POINTING) else None
    return None


def pointer(verb: Token) -> Token | None:
    """The subject that points back at arms told of before: "THAT includes HIMARS", not "arms that include"."""
    if verb.dep_ in {"acl", "relcl"}:
        return None
    return next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in POINTING), None)


def within(verb: Token) -> Token | None:
    """The noun after "in": "HIMARS launchers were included IN the package"."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in WITHIN)
    return next((child for link in links for child in link.children if child.dep_ == "pobj"), None)


def is_lot(token: Token, lexicon: WeaponWords) -> bool:
    """Whether a noun means many arms at once: "package", "hardware", "weapon systems"."""
    named = {token.lemma_.casefold(), *(child.lemma_.casefold() for child in token.lefts if child.dep_ == "compound")}
    return token.pos_ in {"NOUN", "PROPN"} and token.dep_ != "compound" and bool(named & lexicon.lots)


def sentences_before(words: Words, token: Token) -> Iterator[tuple[Words, list[Token]]]:
    """The two sentences before that of ``token``, nearest first, also in the paragraph before."""
    own = [(words, list(sent)) for sent in token.doc.sents if sent.end <= token.sent.start]
    earlier = [(words.before, list(sent)) for sent in words.before.paragraph.doc.sents] if words.before else []
    yield from [*earlier, *own][:-3:-1]
