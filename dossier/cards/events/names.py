"""What an event is called, and the address that it would like: "Kim Jong Un met with Donald Trump"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dossier.cards.events.tellings import Part, Telling

Group = Sequence[Telling]
"""The tellings of one event, earliest published first."""

ON = re.compile(r"[\s,]+(?:on|in|late|early|late on|early on)?[\s]*$")
HOURS = re.compile(r"^(?:\s+(?:morning|afternoon|evening|night))?[\s,]*")
"""What goes with a date that is left out: "left Muscat | on Sunday morning"."""

PAIRED = re.compile(r"\s+(?:and|or|to)\s+\d")
"""What stands behind the first of two dates, which leaves no whole without it: "in coups in 2020 *and 2*021"."""

LONGEST_NAME = 100
"""Characters of an event's name."""


def founding(group: Group) -> Telling:
    """The telling that names the card: a dated one, the one with most parties, the earliest."""
    return max(group, key=lambda t: (bool(t.date and t.date.value), len(t.refs), bool(t.date)))


def name_of(telling: Telling) -> str:
    """What a heading shows: "Kim Jong Un met with Russia's Defence Minister Sergei Shoigu"."""
    words, mention = words_of(telling), telling.mention
    passive = mention.passive or not telling.doers
    if mention.core.start != mention.trigger.start and not mention.passive:  # a noun: "Russia's invasion of Georgia"
        return shortened(words[:1].upper() + words[1:])
    subject = " and ".join(called(part) for part in (telling.others[:1] if passive else telling.doers))
    rest = called(telling.others[0]) if telling.others and len(words.split()) == 1 and not passive else ""
    name = " ".join(part for part in (subject, words, rest) if part)
    return shortened(name[:1].upper() + name[1:])


def called(part: Part) -> str:
    """A person by the name of the card; a body or a group as printed; nothing for a "he" that stays open."""
    if part.how in {"name", "pronoun", "role"} and part.name is not None:
        return part.name
    return "" if part.how == "pronoun" else " ".join(part.printed.exact.split())


def words_of(telling: Telling) -> str:
    """What happened, on one line, without the date that stands in its middle: "met | Wednesday | with Kang"."""
    words, trigger = telling.mention.trigger.exact, telling.mention.trigger
    inside = sorted(at for date in telling.mention.dates for at in date.evidence if trigger.span.covers(at))
    for at in reversed(inside):
        if PAIRED.match(words, at.end - trigger.start):
            continue
        before = ON.sub("", words[: at.start - trigger.start])
        words = f"{before} {HOURS.sub('', words[at.end - trigger.start :])}"
    return " ".join(words.split())


def shortened(text: str) -> str:
    """A name of a bearable length, cut between words."""
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME].rsplit(' ', 1)[0].rstrip(' ,')} …"


def address_of(group: Group) -> str:
    """The id that an event would like: who, which sort, whom, when."""
    founder = founding(group)
    doing = [part.name for part in founder.doers if part.name][:2]
    met = [part.name for part in founder.others if part.name][:2]
    things = list(founder.mention.things[:1]) if not met else []
    things = things or [weapon.exact for weapon in founder.mention.weapons[:1] if not met]
    day = founder.date.value.split("/")[0] if founder.date else ""
    return " ".join(part for part in (*doing, founder.mention.sort, *met, *things, day) if part)
