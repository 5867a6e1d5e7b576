"""What a claim is called and where it lives: attribution first, then the article's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.cards.cast import Article
from dossier.cards.clusters import Saying
from dossier.cards.propositions import lemmas_in
from dossier.lexicon import Lexicon
from dossier.model import Evidence, Polarity

LONGEST_HEADING = 90
"""Characters of the proposition in a heading: what a search result shows in one line."""

CORE = 6
"""Words of the proposition in an address, beside the speaker."""

SPEAKER_WORDS = 4
"""Words of the speaker in an address: "spokesman for South Korea's Joint Chiefs" is cut."""

MARKS = "\"'“”‘’«»„ .,;:!–—-"


def founding_words(group: Sequence[Saying]) -> Evidence:
    """The first telling that says what is claimed itself; for "denies the allegation" alone, the claim denied."""
    return next((s.told for s in group if s.told == s.mention.proposition), group[0].told)


def claim_heading(group: Sequence[Saying]) -> str:
    """``KCNA says: Kim led Shoigu on a tour …``: who it is from before what it is."""
    verb = "denies" if group[0].polarity is Polarity.DENIES else "says"
    speaker = group[0].speaker
    if speaker.plural:
        verb = "deny" if group[0].polarity is Polarity.DENIES else "say"
    who = f"{capital(speaker.name)} {verb}" if speaker.name else "Speaker not named"
    return f"{who}: {shortened(founding_words(group).exact)}"


def capital(name: str) -> str:
    """``name`` with a capital first letter: "Defence analysts"."""
    return name[:1].upper() + name[1:]


def shortened(words: str) -> str:
    """``words`` on one line, without enclosing marks, cut at a word where they are long."""
    line = re.sub(r"^that\s+", "", " ".join(words.split()).strip(MARKS), flags=re.IGNORECASE).strip(MARKS)
    if len(line) <= LONGEST_HEADING:
        return capital(line)
    return capital(line[: LONGEST_HEADING + 1].rsplit(" ", 1)[0].rstrip(MARKS)) + " …"


def claim_address(group: Sequence[Saying], article: Article, lexicon: Lexicon) -> str:
    """The text of an address: speaker, "denies" where it does, and the core of the founding words."""
    told = founding_words(group)
    speaker = (group[0].speaker.name or "unnamed").split()[:SPEAKER_WORDS]
    own = {word.casefold() for word in speaker}
    rows = lemmas_in(told, article.mentions)
    heavy = [row for row in rows if row[2] not in lexicon.paraphrases.light]
    words = [told.exact[start - told.start : end - told.start] for start, end, _ in heavy or rows]
    core = [word for word in words if word.casefold() not in own][:CORE]
    verb = ["denies"] if group[0].polarity is Polarity.DENIES else []
    return " ".join([*speaker, *verb, *(core or told.exact.split()[:CORE])])
