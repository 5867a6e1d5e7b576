"""Lines that the word lists know: controls, notices, leads to other stories, ends, labels, lists of tags."""

from __future__ import annotations

import re

from dossier.lexicon.furniture import FurnitureWords
from dossier.sources.credits import starts_with
from dossier.sources.lines import Line

NOTICE_WORDS = 40
TELL_WORDS = 60
LEAD_WORDS = 32
"""Words up to which a line may be a notice, hold a tell, or lead to another story. Longer ones are body."""

COUNTER = re.compile(
    r"(?:\d[\d.,:]*\s?[kKmM]?\+?\s*(?:/|of|x)?\s*)+(?:(?:views?|shares?|comments?|likes?|reads?|min(?:ute)?s?(?: read)?|retweets"
    r"|repl(?:y|ies)|followers|reactions?)\b[\s|•·]*)*|(?:reading|read) time\W*\d+ ?(?:min(?:ute)?s?)?(?: read)?",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+(?:\s+\S+)?")
TWEET = re.compile(r".{0,80}\(@\w{2,20}\).{0,60}|@\w{2,20}(?:\s+@\w{2,20})*")
HASHTAGS = re.compile(r"#[\w-]+(?:[\s,]+#[\w-]+)*")
TAGS = (
    "tags",
    "topics",
    "tag",
    "filed under",
    "keywords",
    "related topics",
    "related tags",
    "more on",
    "topic",
    "posted in",
    "categories",
)
CRUMBS = re.compile(r"\s*[>›»/|]\s*")
PICTURE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)")


def name_furniture(line: Line, words: FurnitureWords) -> str | None:
    """The reason to leave a whole line unread, from the line alone; ``None`` where it may be body."""
    if not re.search(r"\w", line.text) or COUNTER.fullmatch(line.text) or ADDRESS.fullmatch(line.text):
        return "mark"
    if TWEET.fullmatch(line.text) or PICTURE.fullmatch(line.text):
        return "embed"
    if is_tag_line(line):
        return "tags"
    if is_control(line, words):
        return "control"
    if is_notice(line, words):
        return "notice"
    return None


def is_control(line: Line, words: FurnitureWords) -> bool:
    """ "Share", "Copy link", "Facebook Twitter WhatsApp": a line of the page's buttons."""
    if line.folded in words.phrases.controls:
        return True
    tokens = [fold for fold in re.split(r"[^\w+]+", line.folded) if fold]
    return 1 < len(tokens) <= 12 and all(token in words.phrases.controls for token in tokens)


def is_tag_line(line: Line) -> bool:
    """ "Tags: Iran, drones", "#russia #ukraine"."""
    if HASHTAGS.fullmatch(line.text):
        return True
    return line.words <= 60 and any(
        starts_with(line.folded, tag) and line.folded[len(tag) :].lstrip()[:1] in {":", "|"} for tag in TAGS
    )


def is_notice(line: Line, words: FurnitureWords) -> bool:
    """A line in which the page speaks to its visitor: "Subscribe to our newsletter"."""
    if line.words > TELL_WORDS:
        return False
    if any(tell in line.folded for tell in words.phrases.tells):
        return True
    if line.words > NOTICE_WORDS:
        return False
    begun = [phrase for phrase in words.phrases.notices if starts_with(line.folded, phrase)]
    if not begun:
        return False
    if any(phrase not in words.phrases.notices_shared for phrase in begun):
        return True
    return any(re.search(rf"\b{re.escape(word)}\b", line.folded) for word in words.phrases.boxes)


def is_lead(line: Line, words: FurnitureWords) -> bool:
    """ "READ MORE", "Also Read: Yemen's warring parties to renew truce", "Watch | …": leads to another story."""
    if line.folded in words.phrases.leads:
        return True
    if line.words > LEAD_WORDS:
        return False
    label = re.match(r"([\w' ]{2,30}?)\s*(?:[:|»›>]|\s-\s|\s--\s)", line.folded)
    if label and label[1] in words.phrases.leads:
        return not line.is_prose or label[1] not in {"context", "editorial", "more", "explained"}
    two = " ".join(line.folded.split()[:2])
    return not line.is_prose and two in words.phrases.leads and len(two) > 7


def is_end(line: Line, words: FurnitureWords) -> bool:
    """A heading over other stories or comments: "RELATED STORIES", "Leave a Reply"."""
    if line.folded in words.phrases.ends:
        return True
    bare = re.sub(r"\s*\(?\d+\)?$", "", line.folded)  # Comments (12)
    return bare in words.phrases.ends


def is_section(line: Line, words: FurnitureWords) -> bool:
    """A section label or a trail of them: "World", "Home > News > Asia"."""
    if line.folded in words.phrases.sections or line.folded in words.phrases.ends:
        return True
    crumbs = [part for part in CRUMBS.split(line.folded) if part]
    return 1 < len(crumbs) <= 6 and line.words <= 12 and any(part in words.phrases.sections for part in crumbs[:2])
