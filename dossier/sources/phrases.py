"""Lines that the word lists know: controls, notices, leads to other stories, ends, labels, lists of tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dossier.lexicon.furniture import FurnitureWords
from dossier.sources.lines import BREAK, POST, Line, find_openings, fold, make_line

NOTICE_WORDS = 40
TELL_WORDS = 60
LEAD_WORDS = 32
"""Words up to which a line may be a notice, hold a tell, or lead to another story. Longer ones are body."""

TAIL = 600
"""Characters at the end of a paragraph in which a notice may follow the story."""

MENU = 4
"""Short pieces with wide gaps or bars between them: "Home   News   Politics   E-Paper"."""
COUNTER = re.compile(
    r"[\d.,:kKmM+/\s]+(?:\b(?:views?|shares?|comments?|likes?|reads?|min(?:ute)?s?(?: read)?|retweets|repl(?:y|ies)"
    r"|followers|reactions?)\b[\s|•·\d.,kKmM]*)*|(?:reading|read) time\W*\d+ ?(?:min(?:ute)?s?)?(?: read)?",
    re.IGNORECASE,
)
OWNER = re.compile(r"(?:copyright|\(c\)|©)(?: ©| \(c\))? ?(?:19|20)\d\d|©")
ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+(?:\s+\S+)?")
TWEET = re.compile(r".{0,80}\(@\w{2,20}\).{0,60}|@\w{2,20}(?:\s+@\w{2,20})*")
"""A line that only says whose post stands there."""
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
GENERIC = frozenset(
    {"business", "culture", "health", "home", "news", "politics", "sport", "sports", "technology", "world"}
)
"""Sections that no headline consists of, as "Iran Israel War" might."""
CRUMBS = re.compile(r"\s*[>›»/|]\s*")
PICTURE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,500}\)")


def name_furniture(line: Line, words: FurnitureWords) -> str | None:
    """The reason to leave a whole line unread, from the line alone; ``None`` where it may be body."""
    if not re.search(r"[^\W_]", line.text) or COUNTER.fullmatch(line.text) or ADDRESS.fullmatch(line.text):
        return "mark"
    if (TWEET.fullmatch(line.text) and not POST.search(line.text)) or PICTURE.fullmatch(line.text):
        return "embed"
    if is_tag_line(line):
        return "tags"
    if is_control(line, words):
        return "control"
    return "notice" if find_notice(line, words) == 0 else None


def is_control(line: Line, words: FurnitureWords) -> bool:
    """A line of buttons: "Share", "Copy link", "Facebook Twitter WhatsApp", "Latest  Opinion  Business"."""
    if line.folded in words.phrases.controls:
        return True
    tokens = [token for token in re.split(r"[^\w+]+", line.folded) if token]
    if not 1 < len(tokens) <= 12:
        return False
    buttons = (words.phrases.controls, words.phrases.ends, GENERIC)
    pressed = [any(token in known for known in buttons) for token in tokens]
    labels = words.phrases.sections
    return any(pressed) and all(press or token in labels for token, press in zip(tokens, pressed, strict=True))


def is_tag_line(line: Line) -> bool:
    """The subjects that a page files its article under: "Tags: Iran, drones", "#russia #ukraine"."""
    if HASHTAGS.fullmatch(line.text):
        return True
    return line.words <= 60 and any(
        line.folded[len(tag) :].lstrip()[:1] in {":", "|"} for tag in find_openings(line.folded, TAGS)
    )


def find_notice(line: Line, words: FurnitureWords) -> int | None:
    """Where in ``line`` the page begins to speak to its visitor: 0 for the whole line, ``None`` for nowhere.

    "The oil goes through this route. Follow us on WhatsApp for more updates." keeps its first sentence.
    """
    sentences = list(cut_sentences(line))
    if line.words <= TELL_WORDS and is_notice(sentences[0], words):
        return 0
    cut = None
    for sentence in reversed(sentences[1:]):
        if not is_notice(sentence, words):
            break
        cut = sentence.start - line.start
    return cut


def cut_sentences(line: Line) -> Iterator[Line]:
    """The first sentence, or the head of a long line, and the sentences near the end."""
    near_end = max(0, len(line.text) - TAIL)
    breaks = [found.end() - 1 for found in BREAK.finditer(line.text, near_end)]
    if not breaks:
        yield line
        return
    for start, stop in pairwise([0, *breaks, len(line.text)]):
        sentence = make_line(line.start + start, line.text[start:stop].strip())
        if sentence.text:
            yield sentence


def is_notice(line: Line, words: FurnitureWords) -> bool:
    """A sentence in which the page speaks to its visitor: "Subscribe to our newsletter"."""
    if line.words > TELL_WORDS:
        return False
    if any(tell in line.folded for tell in words.phrases.tells) or OWNER.match(line.folded):
        return True
    if line.words > NOTICE_WORDS or not line.folded.startswith(words.phrases.notices):
        return False
    begun = find_openings(line.folded, words.phrases.notices)
    if any(phrase not in words.phrases.notices_shared for phrase in begun):
        return True
    return bool(begun) and any(re.search(rf"\b{re.escape(word)}\b", line.folded) for word in words.phrases.boxes)


def is_lead(line: Line, words: FurnitureWords) -> bool:
    """What leads to another story: "READ MORE", "Also Read: Yemen's warring parties to renew truce"."""
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
    if bare in words.phrases.ends:
        return True
    return line.words <= 7 and not line.is_prose and bool(find_openings(line.folded, words.phrases.end_starts))


def is_section(line: Line, words: FurnitureWords) -> bool:
    """A section label or a trail of them: "World", "Home > News > Asia"."""
    if line.folded in words.phrases.sections or line.folded in words.phrases.ends:
        return True
    crumbs = [part for part in CRUMBS.split(line.folded) if part] if line.words <= 12 else []
    if 1 < len(crumbs) <= 6 and any(part in words.phrases.sections for part in crumbs[:2]):
        return True
    columns = re.split(r"\s{2,}|\t|\s\|\s", line.text)
    return len(columns) >= MENU and all(len(fold(column).split()) <= 3 for column in columns)
