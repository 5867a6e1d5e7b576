"""What articles and claims are called, wherever a page names them: one label an article, no bare disputed claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from dossier.attributions import RELATIVE, WISH, behind_speaker, without_aside, without_relative
from dossier.findings.denials import Denials
from dossier.findings.descent import NAMED_ONLY
from dossier.lexicon.wording import WordingWords
from dossier.model import ClaimCard, Polarity, Report, SourceCard
from dossier.pages.paper import shortened
from dossier.voice import Voice

LONGEST_TITLE = 90
"""Characters of a claim's words, or of a name, in a heading."""

LONGEST_LINE = 200
"""Characters of a claim's words in the list of all claims."""

LONGEST_FILE = 12
"""Characters of a file's name in a label."""

LONGEST_OPENING = 56
"""Characters of an untitled article's first sentence in its label."""

FEWEST_OPENING_WORDS = 5
"""Words that make an opening: a dateline's "July 27" or "Reuters" tells nobody which article it is."""

TOO_SHORT = 3
"""Words of a denial that say nothing by themselves: "such a claim"."""

SPOKEN_WITH_CUE = frozenset(
    ("accuse", "call", "defend", "expressed", "judge", "promise", "report", "side", "thank", "touch", "urge")
)
"""Rules whose proposition is the object of its cue and says nothing without it: "*thanked* the crew for the rescue"."""

DENYING = frozenset(("denial", "dismissal", "relative denial"))
"""Rules by which a cue denies what its words say; by any other it is the words that deny: "*no* jet left, he said"."""

CHARGED = re.compile(r" (?:for|of|with) (?=\w+ing\b)")
"""What joins the accused and the deed, which is the charge itself where "accused" is not printed with it."""

STOPPED = re.compile(r"[,.;]([\"”’])$")
"""What a sentence sets before the last mark of a quotation in it: ``a trap,"``."""

ARTICLES = frozenset({"a", "an", "the"})

NOBODY = "a speaker not named"


@dataclass(frozen=True, slots=True)
class Label:
    """What an article is called, and what is said beside it: never the same twice."""

    name: str
    """Its title; else ``Reuters report of 27 July 2023``; else its beginning: ``Untitled: “Two ships left …”``."""
    beside: str
    """Who published it when, as far as the name doesn't say so; may be empty."""


def label_articles(sources: Sequence[SourceCard], voice: Voice) -> Mapping[str, Label]:
    """A label for each article; where two would be called the same, the file's name tells them apart."""
    labels = {source.ref: label_article(source, voice) for source in sources}
    named = Counter(label.name.casefold() for label in labels.values())
    return {
        source.ref: Label(f"{label.name} ({PurePosixPath(source.file).stem})", label.beside)
        if named[label.name.casefold()] > 1
        else label
        for source, label in ((source, labels[source.ref]) for source in sources)
    }


def label_article(source: SourceCard, voice: Voice) -> Label:
    """The label of one article by itself."""
    found = source.found.get("agency")
    retold = bool(found and found.rule.startswith(NAMED_ONLY))
    agency = source.agency
    if retold and source.publisher != source.agency:
        agency = voice.say("drawing on %(agency)s", agency=source.agency)
    who = " / ".join(dict.fromkeys(name for name in (source.publisher, agency) if name))
    day = voice.date(source.published) if source.published else ""
    byline = f"{who or voice.say('publisher not stated')}, {day or voice.say('undated')}"
    if source.title:
        return Label(source.title, byline)
    if who and (source.publisher or not retold):
        name = voice.say("%(who)s report of %(day)s" if day else "%(who)s report, undated", who=who, day=day)
        return Label(name, "")
    return Label(untitled(source, voice), byline)


def untitled(source: SourceCard, voice: Voice) -> str:
    """An article without a title by its first shown sentence, else by its file: ``Untitled article 001_bdd2…``."""
    for passage in source.passages:
        if len(passage.exact.split()) >= FEWEST_OPENING_WORDS:
            opening = shortened(without_odd_marks(passage.exact), LONGEST_OPENING)
            return voice.say("Untitled: “%(opening)s”", opening=opening)
    return voice.say("Untitled article %(file)s", file=short_file(source))


def short_file(source: SourceCard) -> str:
    """The beginning of a file's name: ``001_bdd2…``."""
    stem = PurePosixPath(source.file).stem
    return stem if len(stem) <= LONGEST_FILE else f"{stem[: LONGEST_FILE - 4]}…"


def claim_title(claim: ClaimCard, denials: Denials, words: WordingWords, longest: int, voice: Voice) -> str:
    """``Claim by the harbour master: the ship carried grain (disputed)``; cutting never drops the last word.

    A denial is ``Denied by the owners: the ship carried arms``: what it denies is never a headline of its own. One in
    negative words is ``Denial by the owners: no arms were on board``.
    """
    speaker = speaker_name(claim, words, voice)
    told = shortened(claim_words(claim, denials), longest)
    if doubts(claim):
        return voice.say("Doubted by %(speaker)s: %(told)s", speaker=speaker, told=told)
    if negates(claim):
        return voice.say("Denial by %(speaker)s: %(told)s", speaker=speaker, told=told)
    if claim.polarity is Polarity.DENIES:
        return voice.say("Denied by %(speaker)s: %(told)s", speaker=speaker, told=told)
    title = voice.say("Claim by %(speaker)s: %(told)s", speaker=speaker, told=told)
    return f"{title} {voice.say('(disputed)')}" if denials.disputed(claim) else title


def speaker_name(claim: ClaimCard, words: WordingWords, voice: Voice) -> str:
    """Who makes a claim, as it stands after "by": ``the United States``; who has no card, with the printed article.

    ``the ship's Dutch owner`` of "an allegation that *the ship's Dutch owner* rejected"; ``two diplomats`` of "*Two
    diplomats* said".
    """
    name = claim.speaker
    if name is None:
        return voice.say(NOBODY)
    printed = next((report.speaker_at.exact for report in claim.reports if report.speaker_at), "")
    article, _, rest = printed.partition(" ")
    if claim.speaker_ref is None and article.casefold() in ARTICLES and rest.casefold() == name.casefold():
        return f"{article.casefold()} {name}"
    return words.in_sentence(name)


def claim_under_speaker(claim: ClaimCard, denials: Denials, voice: Voice) -> str:
    """``The ship carried grain (disputed)``, ``Denies: the ship carried arms``: for a list under the speaker's name."""
    told = shortened(claim_words(claim, denials), LONGEST_LINE)
    if doubts(claim):
        return voice.say("Doubts: %(told)s", told=told)
    if negates(claim):
        return voice.say("Denial: %(told)s", told=told)
    if claim.polarity is Polarity.DENIES:
        return voice.say("Denies: %(told)s", told=told)
    return f"{told} {voice.say('(disputed)')}" if denials.disputed(claim) else told


def doubts(claim: ClaimCard) -> bool:
    """Whether a speaker only thinks a thing unlikely: "analysts *doubt* that the treaty will hold"."""
    return claim.polarity is Polarity.DENIES and bool(claim.reports) and claim.reports[0].cue.startswith("doubt")


def negates(claim: ClaimCard) -> bool:
    """Whether a denial's own words are the negative ones: "*no* jet left, he said", not "he denied that one did"."""
    if claim.polarity is not Polarity.DENIES or not claim.reports:
        return False
    return claim.reports[0].rule.partition(";")[0] not in DENYING


def claim_words(claim: ClaimCard, denials: Denials) -> str:
    """What is claimed, in the words of the report that the card is founded on; an editor's wording wins.

    A denial that only points ("denies the allegation", "a claim both have denied") takes the words of the claim that it
    answers, one of the same article first: "*the owners … shipping arms*" of "accused the owners of shipping arms".
    """
    named = claim.curated.get("name")
    if isinstance(named, str) and named.strip():
        return named
    if not claim.reports:
        return without_odd_marks(claim.name)
    founding = claim.reports[0]
    words = founding.proposition
    answered = [other.reports for other in denials.answers(claim) if other.reports]
    if answered and (len(words.exact.split()) <= TOO_SHORT or words.span.covers(founding.cue_at)):
        same = (report for reports in answered for report in reports if report.passage.source == words.source)
        return charge(next(same, answered[0][0]))
    return " ".join([*cue_before(founding), bare(told_alone(founding, claim))])


def told_alone(report: Report, claim: ClaimCard) -> str:
    """A proposition without its speaker, and a denied one without the cue: "Iran has denied *firing any missile*"."""
    told, cue = report.proposition, report.cue_at
    if report.rule.partition(";")[0] == RELATIVE:
        return without_relative(told, report.speaker_at, cue) or told.exact
    behind = behind_speaker(told, report.speaker_at, cue)
    if behind is None:
        return without_aside(told, report.speaker_at, cue) or told.exact
    if claim.polarity is not Polarity.DENIES:
        return behind
    after = told.exact[cue.end - told.start :].strip()
    denied = report.rule.partition(";")[0] == "denial" and not doubts(claim)
    return after if denied and len(after.split()) > TOO_SHORT else told.exact


def charge(report: Report) -> str:
    """What a denial denies, in the words of the claim that it answers; what is left out shows as "…"."""
    words = bare(report.proposition.exact)
    return CHARGED.sub(" … ", words, count=1) if report.rule.startswith("accuse;") else words


def bare(words: str) -> str:
    """A proposition's words without the marks around them that belong to its sentence."""
    return STOPPED.sub(r"\1", without_odd_marks(words.strip(" \t\r\n,.;")))


def cue_before(report: Report) -> list[str]:
    """The cue whose object a proposition is, as far as it stands before it: "*called* for calm".

    A second verb or a day may stand between: "*accused* and condemned Oslo of lies".
    """
    told, cue, passage = report.proposition, report.cue_at, report.passage
    if report.rule.partition(";")[0] == WISH:
        return [cue.exact]  # "*demands* for a halt", whoever stands between
    between = passage.exact[cue.end - passage.start : max(told.start - passage.start, 0)]
    near = told.start <= cue.end + 1 or (passage.covers(cue) and PASSING.fullmatch(between) is not None)
    follows = told.source == cue.source and cue.start < told.start and near
    spoken = follows and report.rule.partition(";")[0] in SPOKEN_WITH_CUE
    return [cue.exact[: told.start - cue.start].strip()] if spoken else []


PASSING = re.compile(r"(?: and [a-z]+ed| [a-z]+ly| on [A-Z][a-z]+day)+ ")
"""What may stand between a cue and its object."""


def without_odd_marks(words: str) -> str:
    """Words without a quotation mark that opens and never closes, or the reverse, at either end."""
    if words.count('"') % 2 and '"' in (words[:1], words[-1:]):
        return words.removeprefix('"') if words.startswith('"') else words.removesuffix('"')
    if words.count("“") > words.count("”"):
        return words.removeprefix("“")
    return words.removesuffix("”") if words.count("”") > words.count("“") else words
