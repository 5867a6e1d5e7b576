"""What a change is called in the language of a site: the log keeps its English, whatever language a site speaks.

Words of articles, names and an editor's reasons stay as they are; what stands between them is put into the language.
"""

from __future__ import annotations

import re

from dossier.changes.nouns import Cause, Change, Origin, Sort
from dossier.voice import Voice

KEYS = (
    "about", "address", "agency", "alias", "answers", "author", "date", "dates", "decision", "file", "form", "from",
    "head", "held by", "language", "licence", "member", "name", "named", "occasion", "of", "origin", "passages",
    "place", "polarity", "published", "publisher", "report", "restated", "role", "seat", "speaker", "status", "summary",
    "text", "title", "to", "type", "unread", "url", "weapon", "what", "who",
)  # fmt: skip
"""What facts are called, beside what articles state."""

FIXED = (
    "asserts", "class", "denies", "hidden from readers", "kept for its decisions alone: no article gives it", "named",
    "the same, read from other places",
)  # fmt: skip
"""Values that are words of the program."""

CHOSEN = {"form", "named", "passages", "polarity", "status"}
"""Facts whose values are."""

SUPPORTED = re.compile(r"(.*) \(in (\d+) articles?\)", re.DOTALL)
CHOICES = re.compile(r"(not decided: |nobody named(?: or |$))(.*)", re.DOTALL)
REPORT = re.compile(r"(“.*” \()(nobody named)?(.*?)(?:, via (.*?))?(?:, (direct|mixed))?\)", re.DOTALL)
DECIDED = re.compile(r"(decided|took back) (“.*”)", re.DOTALL)
BESIDE = re.compile(r"stated it in the (sidecar|front matter) of (.+)")
MODES = {"direct": "in quotation marks", "mixed": "partly in quotation marks"}


def in_words(change: Change, voice: Voice) -> str:
    """``role: admiral → vice admiral``, ``new: report: “The boats …”``, ``gone: alias: Corvoe``."""
    called = change.key.replace("_", " ")
    key = voice.say(called) if called else voice.say("the card")
    if change.before is not None and change.after is not None:
        one, other = (SUPPORTED.fullmatch(words) for words in (change.before, change.after))
        if one and other and one[1] == other[1]:
            what = key if one[1] == "named" else f"{key}: {value_in_words(change.key, one[1], voice)}"
            return voice.say("%(what)s (in %(before)s → %(after)s articles)", what=what, before=one[2], after=other[2])
        before, after = (value_in_words(change.key, words, voice) for words in (change.before, change.after))
        return f"{key}: {before} → {after}"
    value = value_in_words(change.key, change.after or change.before or "", voice)
    if change.sort is Sort.CHANGED:
        return f"{key}: {value}"
    return f"{voice.say('new') if change.sort is Sort.ADDED else voice.say('gone')}: {key}: {value}"


def value_in_words(key: str, words: str, voice: Voice) -> str:
    """What a card states, or did."""
    if key in CHOSEN and words in FIXED:
        return voice.say(words)
    if key == "report" and (told := REPORT.fullmatch(words)):
        opening, nobody, said, media, mode = told.groups()
        through = media.replace(" from ", f" {voice.say('from')} ") if media else ""
        via = f", {voice.say('via')} {through}" if media else ""
        how = f", {voice.say(MODES[mode])}" if mode else ""
        return f"{opening}{voice.say('nobody named') if nobody else ''}{said}{via}{how})"
    if choices := CHOICES.fullmatch(words):
        said = voice.say("not decided") if choices[1].startswith("not") else voice.say("nobody named")
        names = choices[2].replace(" or ", f" {voice.say('or')} ")
        return f"{said}: {names}" if names else said
    return words


def cause_in_words(cause: Cause, voice: Voice) -> str:
    """``sources/a1 was added``, ``JK decided “strike role admiral”: he has retired``."""
    if cause.origin is Origin.SEED:
        return f"{cause.what} {voice.say('was %(how)s', how=voice.say(cause.how))}"
    if cause.origin is Origin.FOLLOWS:
        return voice.say("it follows from the other changes")
    if cause.origin is Origin.PROGRAM:
        return voice.say("the program reads the same articles otherwise")
    return f"{voice.say(cause.what)} {deed_in_words(cause.how, voice)}" + (f": {cause.reason}" if cause.reason else "")


def deed_in_words(how: str, voice: Voice) -> str:
    """What an editor did, the decision as it was written."""
    if decided := DECIDED.fullmatch(how):
        deed, what = decided.groups()
        return (
            voice.say("decided %(what)s", what=what)
            if deed == "decided"
            else voice.say("took back %(what)s", what=what)
        )
    if beside := BESIDE.fullmatch(how):
        file, article = beside.groups()
        return voice.say("stated it in the %(file)s of %(article)s", file=voice.say(file), article=article)
    return how
