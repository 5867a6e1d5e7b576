"""From what the finders marked to who said what: speakers, relays, denials and their matter, article by article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.cards.cast import Article, Cast, Named
from dossier.cards.claims.clusters import Saying
from dossier.cards.claims.interviews import find_interviews, talked_to, without_own
from dossier.cards.claims.propositions import Content, Passage, lemmas_in, read_content
from dossier.cards.claims.terms import term
from dossier.cards.speakers import resolve
from dossier.cards.speakers.scene import NOBODY, Scene, Speaker, Turn
from dossier.cards.wording import PLAIN, read_wording, singular
from dossier.lexicon import Lexicon
from dossier.model import ClaimMention, Evidence, Mode, PartyType, Polarity, Span

FEW = 2
"""Words beside "fake" or "no such" with which a sentence says something of its own."""

FIRST = 3
"""How many passages open an article: a headline, a standfirst, a first sentence."""


def read_turns(article: Article, cast: Cast, lexicon: Lexicon) -> list[Turn]:
    """Every claim of an article with its speaker and relays, in the order of the text."""
    turns: list[Turn] = []
    interviews = find_interviews(article)
    for claim in sorted(article.mentions.claims, key=lambda c: (c.passage.start, c.cue_at.start, c.proposition.start)):
        scene = Scene(
            cast=cast,
            article=article,
            lexicon=lexicon,
            turns=turns,
            claim=claim,
            place=claim.passage,
            how="name",
            words=read_wording("", lexicon.spelling),
        )
        speaker = resolve(claim.speaker, scene)
        heard = list(relays(claim, speaker, scene))
        turn = Turn(claim, speaker, tuple(medium for medium, _ in heard), tuple(at for _, at in heard))
        medium = talked_to(turn, turns, interviews, article) or same_breath(turn, turns)
        turns.append(turn if medium is None else relayed(turn, medium, scene))
    return without_own(turns, article)


def relayed(turn: Turn, medium: Named | tuple[Speaker, Evidence], scene: Scene) -> Turn:
    """A turn with the medium through which it is heard."""
    speaker, at = medium if isinstance(medium, tuple) else (scene.speaker(medium, "speaker by interview"), medium.at)
    return replace(turn, via=(speaker,), via_at=(at,))


def same_breath(turn: Turn, turns: Sequence[Turn]) -> tuple[Speaker, Evidence] | None:
    """The medium of the turn before, where the same person goes on by office: "*the retired general* warned"."""
    pointer, last = turn.mention.speaker, turns[-1] if turns else None
    if last is None or pointer is None or turn.via or not last.via or last.speaker.key != turn.speaker.key:
        return None
    quoted = turn.mention.mode is not Mode.INDIRECT and turn.mention.polarity is Polarity.ASSERTS
    goes_on = pointer.how == "role" and turn.speaker.animate and last.via[0].medium
    return (last.via[0], last.via_at[0]) if quoted and goes_on else None


def relays(claim: ClaimMention, speaker: Speaker, scene: Scene) -> Iterator[tuple[Speaker, Evidence]]:
    """The media that relay a claim and where they are printed, nearest first, each once; never the speaker."""
    met = {speaker.key} if speaker is not NOBODY else set()
    for pointer in claim.via:
        medium = resolve(pointer, scene)
        if medium.name is not None and medium.key not in met:
            met.add(medium.key)
            yield medium, pointer.evidence


def read_sayings(article: Article, cast: Cast, lexicon: Lexicon) -> list[Saying]:
    """Every saying of an article with the matter of its proposition, in the order of the text."""
    turns = read_turns(article, cast, lexicon)
    first = sorted({turn.mention.passage.start for turn in turns})[:FIRST]
    said = (as_saying(turn, turns, article, cast, lexicon) for turn in turns)
    return [replace(saying, opens=saying.mention.passage.start in first) for saying in said]


def as_saying(turn: Turn, turns: Sequence[Turn], article: Article, cast: Cast, lexicon: Lexicon) -> Saying:
    """One turn with the matter of its proposition, or of the noun that it denies."""
    mention = turn.mention
    told = denied_words(mention, article)
    denies = mention.polarity is Polarity.DENIES
    without = (mention.cue_at.span,) if denies else nested_in(told, mention, turns)
    content = read_content(Passage(told, without, mention.cue_at, turn.speaker.party, denies), article, cast, lexicon)
    pointing = denies and (not content.telling or only_points(mention, told, lexicon) or is_such(told, content))
    return Saying(
        mention=mention,
        speaker=turn.speaker,
        via=turn.via,
        via_at=turn.via_at,
        polarity=mention.polarity,
        content=content,
        told=told,
        origin=article.mentions.source.origin,
        pointing=pointing,
        dismisses=is_dismissal(mention, told, content, lexicon),
        authors=frozenset(authors_in(mention, told, article, lexicon)),
        accuses=is_charge(told if denies else mention.cue_at, denies, article, lexicon),
    )


def is_charge(words: Evidence, denied: bool, article: Article, lexicon: Lexicon) -> bool:
    """Whether a reporting word accuses ("blamed"), or what is denied is a charge: "any *involvement*"."""
    known = lexicon.speakers.charges if denied else lexicon.speakers.accusing
    return any(lemma in known for _, _, lemma in lemmas_in(words, article.mentions))


def is_such(told: Evidence, content: Content) -> bool:
    """Whether what is denied is told by "such" and hardly else: "that any *such* commitment had been made"."""
    return SUCH.search(told.exact.casefold()) is not None and len(content.words) <= FEW


SUCH = re.compile(r"\bsuch\b(?! as\b)")


def is_dismissal(claim: ClaimMention, told: Evidence, content: Content, lexicon: Lexicon) -> bool:
    """Whether words only call something untrue: "That is fake news", "This is not true", "slammed it as a lie"."""
    if claim.polarity is Polarity.ASSERTS and IDLE.match(told.exact.translate(PLAIN)) is not None:
        return True
    words = re.findall(r"[a-z]+", told.exact.casefold())
    false = [word for word in words if word in lexicon.speakers.falsehoods]
    if not false and UNTRUE.search(" ".join(words)) is None:
        return False
    idle = (*false, *re.findall(r"\w+", claim.cue.casefold()), *lexicon.speakers.emphatic)
    return len(content.words - {term(word, lexicon) for word in idle}) < FEW


IDLE = re.compile(
    r"\W*(?:that )?(?:(?:all|any|such|the|these|this|those) )?(?:\w+ ){,2}"
    r"(?:accusations?|allegations?|assertions?|charges?|claims?|declarations?|information|insinuations?|it|reports?"
    r"|statements?|stor(?:y|ies)|suggestions?|that|they|this)\b.{,60}?\b"
    r"(?:(?:no|nothing)(?: \w+){,3} (?:with|to|in) (?:reality|the facts|the truth|it|them)"
    r"|far from (?:reality|the truth|true)"
    r"|(?:not|n't) (?:stand up|bear scrutiny|hold (?:up|water)|match|correspond|reflect)"
    r"|part of (?:an?|the) (?:\w+ )?(?:campaign|information war|propaganda|psychological operation))\b",
    re.IGNORECASE,
)
"""A claim and a verdict on it in an idiom: "the accusation has *nothing to do with reality*"."""

UNTRUE = re.compile(
    r"\b(?:no such|not (?:true|correct|accurate|the case|the truth|so)|no truth|nothing of the (?:kind|sort))\b"
)


def authors_in(claim: ClaimMention, told: Evidence, article: Article, lexicon: Lexicon) -> Iterator[str]:
    """Whose claim a denied noun is: named in it, or after it with "by", "from" or "of"; a person before a state.

    In "a claim rejected by Oslo and Riga" these are who denies it.
    """
    if claim.object is None:
        return
    until = claim.cue_at.start if claim.object.end <= claim.cue_at.start < told.end else told.end
    by = re.search(r"\b(?:by|from|of)\s", told.exact[claim.object.end - told.start : until - told.start])
    since = claim.object.end + by.end() if by else until
    after = [n for n in article.inside(told) if since <= n.at.start < until and speaks(n, told, lexicon)]
    authors = [*(n for n in article.inside(told) if claim.object.span.covers(n.at)), *after]
    people = [named.who.name for named in authors if named.person]
    states = (n.state for n in authors if n.type is not PartyType.MEDIUM)
    yield from people or (name for name in (*(n.who.name for n in authors), *states) if name is not None)


def speaks(named: Named, told: Evidence, lexicon: Lexicon) -> bool:
    """Whether a naming is of somebody who can claim: "*Ukrainian* officials", not "a *Ukrainian* attack"."""
    following = re.match(r"(?:[\s-]+\w+)?[\s-]+(\w+)", told.exact[named.at.end - told.start :])
    if named.how != "demonym" or following is None:
        return True
    nouns = re.findall(r"\w+", following.group().casefold())
    return any(lexicon.claims.speakers.knows(singular(noun)) for noun in nouns)


def only_points(claim: ClaimMention, told: Evidence, lexicon: Lexicon) -> bool:
    """Whether a denied noun stands for a claim and is not followed by what that is: "the account given by X".

    No for "the claim that …", "the allegation of bribery" and "denied striking civilians".
    """
    if claim.object is None:
        return False
    words = lexicon.claims
    for word in re.finditer(r"\w+", told.exact):
        noun = singular(word.group().casefold())
        if noun == "any" and ANY.match(told.exact, word.end()):
            continue
        if noun in words.deniable | words.asserting | words.denying | lexicon.speakers.asked | POINTING:
            if noun in lexicon.speakers.asked and ASKS_WHAT.match(told.exact, word.end()):
                return False
            relative = told.start + word.end() <= claim.cue_at.start < told.end
            return relative or SAYS_WHAT.match(told.exact, word.end()) is None
    return False


ANY = re.compile(r"\s\w")
"""Where "any" is no pronoun: what there is none of follows it, "the transfer of *any* shells"."""

POINTING = frozenset({"it", "this", "that", "these", "them", "information", "any", "something"})
"""Words that stand for a claim by themselves: "denied it"."""

ASKS_WHAT = re.compile(r"\s+(?:for|to)\s")
"""What follows a noun that says what is asked: "the demand *to* withdraw", "the request *for* talks"."""

SAYS_WHAT = re.compile(r",?\s+(?:of\s|(?:[^,]{,60}?\s)?that\s)")
"""What follows a noun that says what it claims: "the claim *that* …", "the reports in which it was said *that* …"."""


def denied_words(claim: ClaimMention, article: Article) -> Evidence:
    """What a claim says; for a denied noun what follows it too: "the account *given by Admiral Tangestani*".

    What a denial says beside it is left out: "…, as a delegation prepared to leave", "…, calling it propaganda".
    """
    denied, said = claim.object, claim.proposition
    if denied is not None:
        said = article.mentions.source.evidence(denied.start, max(denied.end, said.end))
    beside = BESIDE.search(said.exact) if claim.polarity is Polarity.DENIES else None
    if beside is None or beside.start() < claim.cue_at.end - said.start:
        return said
    return article.mentions.source.evidence(said.start, said.start + beside.start())


BESIDE = re.compile(
    r",?\s(?:despite|even though|in spite of)\b"
    r"|,\s(?:and\s)?(?:as|while|after|before|though|although|but|\w+ing)\b(?!\s+(?:well|part|many|much|of)\b)(?=\s+\w+\s+\w+)"
)


def nested_in(told: Evidence, claim: ClaimMention, turns: Sequence[Turn]) -> tuple[Span, ...]:
    """The parts of a proposition that other claims are about, with their cues: "…, and *affirmed that …*"."""
    inner = [t.mention for t in turns if t.mention is not claim and len(t.mention.proposition.span) < len(told.span)]
    spans = [Span(min(c.cue_at.start, c.proposition.start), c.proposition.end) for c in inner]
    return tuple(span for span in spans if told.span.covers(span) and span.start > told.start)
