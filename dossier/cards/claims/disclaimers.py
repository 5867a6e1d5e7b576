"""Denials of a deed told in other words: "an invasion could begin any day", "we are *not going to attack* anyone".

Such a denial may share no word with the charge. What the two have in common is who does it, that it is hostile, and
whether it is about to be done or has been.
"""

from __future__ import annotations

import re

from dossier.cards.claims.charges import FORETELLING, SUPPOSING, is_accused, is_other_side, may_be_meant
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.negations import is_negated
from dossier.cards.stories import Kin


def denies_deed(denial: Saying, claim: Saying) -> bool:
    """Whether a claim is that somebody does, or is about to do, what ``denial`` says is not done by them."""
    if not (denial.content.hostile and claim.content.hostile) or claim.content.negated:
        return False
    if not is_other_side(denial, claim) or not may_be_meant(claim, denial):
        return False
    if is_about_to(denial) != is_about_to(claim) or SUPPOSING.search(claim.mention.proposition.exact) is not None:
        return False
    return not claim.content.leads.isdisjoint(doers(denial))


def is_of_one_matter(denial: Saying, claim: Saying, kin: Kin) -> bool:
    """Whether the deeds can be one: what is about to be done in all articles of a story, what has been in one."""
    if claim.source == denial.source:
        return True
    return is_about_to(denial) and claim.source in kin(denial.source)


def is_about_to(saying: Saying) -> bool:
    """Whether what a saying tells is yet to come: "has *no plans* to invade", "an invasion *could* begin"."""
    return FORETELLING.search(saying.told.exact) is not None


def doers(denial: Saying) -> frozenset[str]:
    """Of whom a denial says that they do nothing: whom it names first, else the speaker's side."""
    return denial.content.leads or denial.speaker.own


def is_disclaimer(saying: Saying) -> bool:
    """Whether words by themselves turn down what somebody must have said: "was *not behind* the blast".

    So do "contrary to what Quito says", and that one's own side did nothing hostile and does not plan to.
    """
    words = saying.mention.proposition.exact
    if any(form.search(words) is not None for form in (NOT_BEHIND, NOT_SO)):
        return True
    if CONTRARY.search(words) is not None and is_negated(words):
        return True
    return is_of_own(saying) and saying.content.harmless and NOT_DONE.search(words) is not None


def may_disclaim(saying: Saying) -> bool:
    """Whether somebody says of their own side, or of what there is, that nothing hostile is done: "*We* did not …"."""
    own = is_of_own(saying) or THERE.match(saying.mention.proposition.exact) is not None
    return own and saying.content.harmless


def is_charged(saying: Saying, claim: Saying) -> bool:
    """Whether a claim accuses the side that speaks in ``saying``, or tells of its hostile deeds."""
    charge = claim.accuses or claim.content.hostile
    return charge and is_other_side(saying, claim) and is_accused(saying, claim)


def is_of_own(saying: Saying) -> bool:
    """Whether a saying begins with the speaker's own side: "*We* did not target the plant"."""
    mine = not saying.content.leads.isdisjoint(saying.speaker.own)
    return mine or OURS.match(saying.mention.proposition.exact) is not None


NOT_BEHIND = re.compile(
    r"\b(?:not|never|n['’]t) (?:been |in any way )?(?:behind|responsible for|to blame for)\b"
    r"|\bno (?:hand in|responsibility for)\b",
    re.IGNORECASE,
)
"""Who did not do a thing, of whomever it is said."""
CONTRARY = re.compile(r"\bcontrary to\b", re.IGNORECASE)
NOT_SO = re.compile(
    r"^\W*it (?:is|was|['’]s) (?:\w+ly )?(?:false|incorrect|nonsense|not (?:correct|so|the case|true)|untrue) that\b",
    re.IGNORECASE,
)
NOT_DONE = re.compile(r"\b(?:did|had|has|have)(?: not| never|n['’]t)\b|\bno (?:intentions?|plans?)\b", re.IGNORECASE)
"""What a side says that it has not done and will not do."""
OURS = re.compile(r"\W*(?:our|we|it|its|they)\b", re.IGNORECASE)
THERE = re.compile(r"\W*there (?:is|was|will be|would be)\b", re.IGNORECASE)
