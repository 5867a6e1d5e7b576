"""Which claim a denial answers: somebody else's, near it in the article or of the same content elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dossier.cards.claims.charges import is_accused, is_of_elsewhere, is_other_side, makers
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.disclaimers import denies_deed, is_charged, is_disclaimer, is_of_one_matter, may_disclaim
from dossier.cards.claims.likeness import ByTerm, coverage, places_in, similarity
from dossier.cards.claims.negations import NOT_YET, is_negated, is_plainly_negated, says_it_is_not
from dossier.cards.stories import Kin
from dossier.model import Polarity

ACCEPTED = 1.15
"""Score from which a claim of the same article is what a denial answers."""

FOLLOWS, NEXT = 0.7, 3
"""What it counts that a denial of "the charge" or "this" comes right after a claim, with at most so many characters
between the two passages: "…, a charge that all three rejected"."""

LATER = 0.2
"""What it counts against a claim that it comes after a denial of "the accusations" and accuses nobody."""

POINTED = 0.8
"""The same where a verb of denying says no more than "the allegations": something before it must be meant."""

ACCUSED = 0.75
"""The same where it is "the accusations": a claim against the denier's side, however far back."""

ACCUSING = 0.5
"""What it counts that a claim accuses the denier in so many words, where "the charge" is denied."""

WISHED = 0.6
"""What it counts against a claim that it asks for something: "dismissed his *claims*" is of what he said of facts."""

WISHES = frozenset({"ask", "promise", "thank", "urge", "want"})
"""Rules of such claims."""

OTHERS = 0.3
"""What it counts that it accuses somebody else."""

SOON = 5
"""How many sayings back a charge may stand that "no foreigner had touched the satellite" contradicts, and one more."""

BEFORE = 2
"""How many claims back an accusation may stand that a denial answers without a word in common."""

COVERED = 0.65
"""What it counts that another's claim has all terms of a denial, where a similarity of one counts one."""

OPPOSED = 0.5
"""Share of its terms in another's accusation from which "said it had not …" is a denial of that."""

ENTIRELY = 0.9
"""The same where the claim speaks of nobody's side: "a territorial dispute", "this is *not a territorial dispute*"."""


TAKING_SIDES = frozenset({"defend", "side"})
"""Rules of claims that accuse nobody: "defended its decision to send shells that have killed civilians"."""


def turned(sayings: Sequence[Saying], kin: Kin) -> list[Saying]:
    """Negated assertions that contradict another side's accusation become denials: "said it had not …".

    ``kin`` says which articles are on one matter.
    """
    asserted = (s for s in sayings if s.polarity is Polarity.ASSERTS and not s.content.negated)
    accusations = [s for s in asserted if s.mention.rule not in TAKING_SIDES]
    index = ByTerm(claim.content.telling for claim in accusations)

    def contradicts(saying: Saying) -> bool:
        near = (accusations[place] for place in places_in(index.sharing(saying.content.telling)[1]))
        return any(
            is_other_side(saying, claim)
            and not shares_names_only(saying, claim)
            and coverage(saying.content, claim.content) >= (OPPOSED if is_accused(saying, claim) else ENTIRELY)
            and (is_accused(saying, claim) or contradicts_plainly(saying))
            for claim in near
        )

    def disowns(saying: Saying) -> bool:
        charges = (claim for claim in accusations if denies_deed(saying, claim))
        return saying.content.harmless and any(is_of_one_matter(saying, claim, kin) for claim in charges)

    def disclaims(saying: Saying) -> bool:
        return may_disclaim(saying) and any(is_charged(saying, claim) for claim in accusations)

    def turns(saying: Saying) -> bool:
        if saying.polarity is not Polarity.ASSERTS:
            return False
        negated = is_negated(saying.mention.proposition.exact)
        told = negated and (contradicts(saying) or disowns(saying))
        return told or is_disclaimer(saying) or disclaims(saying)

    return [replace(saying, polarity=Polarity.DENIES) if turns(saying) else saying for saying in sayings]


def contradicts_plainly(saying: Saying) -> bool:
    """Whether somebody whom nobody accuses says that a thing is not so: "this *is not* a territorial dispute"."""
    return takes_sides(saying) and says_it_is_not(saying.mention.proposition.exact)


def takes_sides(saying: Saying) -> bool:
    """Whether somebody of a side speaks: an onlooker, as a newspaper or "analysts", only tells what is so."""
    speaker = saying.speaker
    if speaker.medium:
        return speaker.party not in {None, speaker.name}
    return speaker.ref is not None or speaker.party is not None or not speaker.plural


def linked(article: Sequence[Saying]) -> list[Saying]:
    """The sayings of one article in the order of the text, its denials with the claims that they answer there."""
    told: list[Saying] = []
    for saying in article:
        denies = saying.polarity is Polarity.DENIES
        first = answering(saying, article) if denies else dismissing(saying, article, told)
        told.append(contradicting(going_on(first, told), told))
    return told


def dismissing(saying: Saying, article: Sequence[Saying], told: Sequence[Saying]) -> Saying:
    """What only calls a claim of the article untrue denies it: "That is a lie", "There was no such flight".

    Where it answers none by itself it says again what the same speaker denied shortly before.
    """
    if not saying.dismisses:
        return saying
    mine = (s for s in told[:-SOON:-1] if s.polarity is Polarity.DENIES and s.speaker.key == saying.speaker.key)
    before = next(mine, None)
    denial = replace(saying, polarity=Polarity.DENIES, pointing=True)
    if before is None or before is not told[-1]:
        denial = answering(denial, article)
    if denial.answers is None and before is not None:
        return replace(denial, pointing=False, content=before.content, told=before.told, answers=before.answers)
    return denial if denial.answers is not None or THAT.match(saying.told.exact) is not None else saying


THAT = re.compile(
    r"\W*(?:(?:and|but|so|yet) )?(?:\w+ (?:now )?know )?(?:it|nothing|that|these|this|those"
    r"|(?:all|any|such|the) (?:\w+ )?(?:accusations?|allegations?|assertions?|charges?|claims?|reports?))\b",
    re.IGNORECASE,
)
"""How a sentence begins that speaks of what was said: "*That*'s wrong", "But we now know *it* was false"."""


def going_on(saying: Saying, told: Sequence[Saying]) -> Saying:
    """A denial that goes on by saying what did not happen: "Paris rejected the claim. '*Not a shot was fired*' …".

    What somebody does not do, cannot, will not or must not do is no denial, but speaks for one.
    """
    words = saying.mention.proposition.exact
    if is_settled(saying) or not is_plainly_negated(words) or NOT_YET.search(words):
        return saying
    start = saying.mention.passage.start
    near = (s for s in reversed(told) if start - s.mention.passage.end <= NEXT and speaks_for(saying, s))
    before = next((s for s in near if s.polarity is Polarity.DENIES), None)
    return saying if before is None else replace(saying, polarity=Polarity.DENIES, answers=before.answers)


def contradicting(saying: Saying, told: Sequence[Saying]) -> Saying:
    """A denial in plain words soon after the charge: "*no foreigner had touched the satellite*", said by Pyongyang.

    The charge speaks of the side that says so, and both tell of one thing, which must be more than "weapons".
    """
    words = saying.mention.proposition.exact
    if is_settled(saying) or not is_negated(words) or NOT_YET.search(words):
        return saying
    mine = saying.content.telling - saying.content.common - saying.content.proper
    near = (s for s in told[:-SOON:-1] if s.polarity is Polarity.ASSERTS and not s.content.negated)
    charges = (s for s in near if is_other_side(saying, s) and is_accused(saying, s))
    charge = next((s for s in charges if not mine.isdisjoint(s.content.telling)), None)
    return saying if charge is None else replace(saying, polarity=Polarity.DENIES, answers=charge.mention)


def is_settled(saying: Saying) -> bool:
    """Whether a saying denies by its own verb, or by its words with a claim found that it answers."""
    turned_down = saying.answers is not None or saying.dismisses
    return saying.mention.polarity is Polarity.DENIES or (saying.polarity is Polarity.DENIES and turned_down)


def speaks_for(saying: Saying, before: Saying) -> bool:
    """Whether a saying is of the same speaker or side as the denial before it.

    Somebody of no known side is, who speaks of that side or of "us": "*French* forces took no part".
    """
    one, other = saying.speaker, before.speaker
    if one.key == other.key or other.party is None:
        return one.key == other.key
    if one.party is not None or not one.animate:
        return one.party == other.party
    named = other.party in saying.content.names | saying.content.sides
    return named or re.search(r"\b(?:our|us|we)\b", saying.mention.proposition.exact.casefold()) is not None


def answering(denial: Saying, article: Sequence[Saying]) -> Saying:
    """A denial with the claim that it answers; one of "the allegation" takes over the words of that claim."""
    claim = answered_nearby(denial, article) or charged_before(denial, article)
    if claim is None and denial.pointing and denial.mention.polarity is Polarity.DENIES:
        claim = answered_nearby(denial, article, ACCUSED if denial.accuses else POINTED)
    if claim is None:
        return denial
    if not denial.pointing:
        return replace(denial, answers=claim.mention)
    return replace(denial, answers=claim.mention, content=claim.content, told=claim.told)


def answered_nearby(denial: Saying, article: Sequence[Saying], least: float = ACCEPTED) -> Saying | None:
    """The claim of the same article that ``denial`` answers: it speaks of the denier, is near, tells the same."""
    claims = [s for s in article if s.polarity is Polarity.ASSERTS and may_be_pointed_at(s, denial)]
    here = sum(s.mention.cue_at.start < denial.mention.cue_at.start for s in claims)
    scored = [
        (score(denial, claim, here - at), -abs(here - at), claim)
        for at, claim in enumerate(claims)
        if is_other_side(denial, claim)
    ]
    best = max(scored, default=None, key=lambda row: row[:2])
    return best[2] if best is not None and best[0] >= least else None


def may_be_pointed_at(claim: Saying, denial: Saying) -> bool:
    """Whether a claim stands where it can be denied: "…, *a claim that Oslo rejected*" is of its own sentence."""
    return not denial.appended or claim.mention.passage.span.overlaps(denial.mention.passage)


def charged_before(denial: Saying, article: Sequence[Saying]) -> Saying | None:
    """The accusation right before a denial in other words: "accused Accra of laying mines. … *no provocation*"."""
    start = denial.mention.cue_at.start
    before = [s for s in article if s.mention.cue_at.start < start and s.polarity is Polarity.ASSERTS][-BEFORE:]
    others = [s for s in reversed(before) if is_other_side(denial, s)]
    meant = (s for s in others if s.accuses and (is_accused(denial, s) or shares_word(denial, s)))
    charge = next(meant, None)
    if charge is None and WHATEVER.search(denial.told.exact):
        charge = next((s for s in others if is_accused(denial, s) and not s.content.negated), None)
    return None if denial.pointing else charge


WHATEVER = re.compile(r"\bany\b")
"""What makes a denial one of all that is said before: "denied taking *any* hostile action"."""


def shares_word(denial: Saying, claim: Saying) -> bool:
    """Whether a claim tells of what a denial tells, by more than a word of any report: "*ammunition*"."""
    return not (denial.content.telling - denial.content.common).isdisjoint(claim.content.telling)


def shares_names_only(denial: Saying, claim: Saying) -> bool:
    """Whether two sayings tell nothing in common but where it is: "the *South China Sea*"."""
    return denial.content.telling & claim.content.telling <= denial.content.proper


def score(denial: Saying, claim: Saying, distance: int) -> float:
    """How likely ``denial`` answers ``claim``, which stands ``distance`` claims before it (0 or less: after it).

    A denial with words of its own must share one; one that names whose account it rejects answers that speaker.
    """
    a, b = denial.content, claim.content
    nearness = 0.5 / distance if distance > 0 else 0.25 / (1 - distance)
    beside = denial.mention.passage.start - claim.mention.passage.end
    follows = (distance == 1 and beside < NEXT) or denial.mention.passage.span.overlaps(claim.mention.passage)
    concerned = float(is_accused(denial, claim))
    if denial.pointing:
        authors = denial.authors - denial.speaker.own
        if authors and makers(claim).isdisjoint(authors):
            return 0.0
        shares = float(not a.words.isdisjoint(b.words))
        charged = (ACCUSING if concerned else OTHERS) * float(denial.accuses and claim.accuses)
        charges = bool(concerned or shares) or claim.accuses  # "the accusations" tell of the denier's side
        follows = follows and (charges or not denial.accuses)
        nearness -= LATER * float(denial.accuses and distance <= 0 and not claim.accuses)
        wished = WISHED * float(claim.mention.rule in WISHES)
        return FOLLOWS * concerned + FOLLOWS * follows + nearness + shares + float(bool(authors)) + charged - wished
    deed = ACCEPTED + nearness if denies_deed(denial, claim) else 0.0
    told_later = distance <= 0 and not follows and not claim.accuses  # "ships were armed" is no charge of ramming any
    if a.telling.isdisjoint(b.telling) or (told_later and not coverage(a, b)) or is_of_elsewhere(denial, claim):
        return deed
    return deed or concerned + (nearness + FOLLOWS * follows) / 2 + 2 * max(similarity(a, b), COVERED * coverage(a, b))
