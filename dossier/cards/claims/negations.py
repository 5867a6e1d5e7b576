"""Which words say that something is not so, or was not so."""

from __future__ import annotations

import re

from dossier.cards.wording import PLAIN


def is_negated(words: str) -> bool:
    """Whether a sentence says that something is not so; no for "would not", "promises not to", "not only"."""
    return NEGATED.search(UNABLE.sub(" ", main_clause(words.translate(PLAIN)))) is not None


def is_plainly_negated(words: str) -> bool:
    """Whether a negation is of what happened: "took *no* part", "*never* fired"; no for "we do not fight"."""
    return PLAINLY.search(UNABLE.sub(" ", main_clause(words.translate(PLAIN)))) is not None


def says_it_is_not(words: str) -> bool:
    """Whether a sentence says that a thing is not so: "this *is not* a dispute"; not what somebody does not do."""
    plain = UNABLE.sub(" ", main_clause(words.translate(PLAIN)))
    return PLAINLY.search(plain) is not None or IS_NOT.search(plain) is not None


def main_clause(plain: str) -> str:
    """Words without a clause that only tells who is meant, or on what condition: "for all *who do not know*"."""
    plain = CONDITION.sub("", plain)
    clause = WHO.search(plain)
    return plain if clause is None else plain[: clause.start()]


WHO = re.compile(
    r"(?<=\w )(?:ensure that|who|whom|whose|as long as|because|if|provided|so long as|till|unless|until)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(r"^\W*(?:if|once|unless|until|while) [^,]*,", re.IGNORECASE)
"""What a sentence may begin with that says nothing of what is so: "*If the world does not act*, it will come"."""

NEGATED = re.compile(
    r"\b(?:no(?! (?:doubt|hesitation|matter|wonder)\b)|never|none|nobody|nothing"
    r"|(?<!to )not(?! (?:just|merely|only|simply|to|yet)\b))\b|n't\b(?! (?:get me wrong|just)\b)",
    re.IGNORECASE,
)
NOT_YET = re.compile(r"\b(?:before|if|unless|until|without|yet)\b", re.IGNORECASE)
"""What makes a negation one of the moment: "There is no pause *before* the list is here"."""

PLAINLY = re.compile(
    r"^\W*(?:no|not an?|none|nothing)\b|\bno (?:one|part|role|such|intention|plans?)\b|\b(?:never|nowhere)\b"
    r"|\bnot (?:a single|one)\b|\bthere (?:is|are|was|were|has been|have been) no\b"
    r"|\b(?:did|had|has|have|was|were)(?: not|n't)\b",
    re.IGNORECASE,
)
IS_NOT = re.compile(r"(?:\b(?:are|is)|['’](?:re|s))(?: not|n['’]t)\b", re.IGNORECASE)
UNABLE = re.compile(
    r"\b(?:ca|can|could|may|might|must|sha|shall|should|will|wo|would)(?: not| never|n't|not)\b"
    r"|\b(?:no one|no(?: \w+){1,3}|nobody|none|nothing|never)\b.{,30}"
    r"\b(?:can|could|may|must|shall|should|will|would)\b"
    r"|(?:\b(?:not|never)\b|n't\b)(?= (?:\w+ )?(?:ceas|end|forg[eo]t|halt|paus|stopp)\w*)"
    r"|\b(?:once|till|until|when)\b.{,80}\b(?:no longer|not|never)\b"
    r"|(?<=\w )that (?:are|is|was|were)(?: not|n't)\b",
    re.IGNORECASE,
)
"""What is no denial of a deed though it is negative: "could not", "has *not* stopped", "until it is *no* longer so", "a
state *that is not* invading"."""
