"""What somebody is, by whichever name a text gives it, and what speaks against it.

"The head of German diplomacy" is the foreign minister, and no general and no prime minister.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dossier.lexicon import Lexicon

SPOKESPERSON = "spokesperson"
"""The office that a house makes: the ministry's spokesman is not the army's."""

PREFIXES = ("former", "deputy")
"""What makes an office another one."""

HEADED = frozenset({"department", "ministry"})
"""Houses that ministers head."""

FORMER = frozenset({"ex", "former", "formerly", "onetime", "retired"})
"""Words for what somebody is no longer."""

UNDER = frozenset({"assistant", "deputy", "vice", "under", "undersecretary"})
"""Words of those who stand below an office: a deputy minister is no minister."""


def words_of(text: str, lexicon: Lexicon) -> list[str]:
    """The words of a title or a description: "NATO's top commander" -> nato, top, commander."""
    plain = lexicon.spelling.canonical(re.sub(r"[’']s?\b", " ", text)).casefold()
    words = re.findall(r"\w+", plain)
    return ["head" if word in lexicon.speakers.as_head else word for word in words]


def calling(text: str, lexicon: Lexicon) -> str | None:
    """The office that words name: ``foreign minister`` for "the head of Hungarian diplomacy".

    With its "former" and "deputy", which make it another office: ``former foreign minister``. What a possessor is
    called is left out: "the former colony's *health minister*".
    """
    words = frozenset(words_of(re.split(r"[’']s? (?!Republic)", text)[-1], lexicon))
    if words >= {"head"} and not words.isdisjoint(HEADED):
        words |= {"minister"}  # "the head of the Finance Ministry"
    rows = lexicon.speakers.callings.items()
    named = [(len(name), office) for office, names in rows for name in names if name <= words]
    size = max((length for length, _ in named), default=0)
    offices = sorted({office for length, office in named if length == size})
    if "minister" in words and not offices:
        offices = [f"minister for {field}" for field in [" ".join(sorted(words & lexicon.people.fields))] if field]
    if len(offices) != 1:
        return None
    prefixes = [prefix for prefix, known in zip(PREFIXES, (FORMER, UNDER), strict=True) if words & known]
    return " ".join([*prefixes, offices[0]])


def same_calling(text: str, title: str, lexicon: Lexicon) -> bool | None:
    """Whether a description and a title name one office; ``None`` where one of them names none that is listed.

    "The head of government" is the premier; the "*Foreign Ministry* spokesman" is not any spokesman.
    """
    office, own = calling(text, lexicon), calling(title, lexicon)
    if office is None or own is None:
        return None
    house = lexicon.people.fields & set(words_of(text, lexicon)) if office.endswith(SPOKESPERSON) else set()
    return office == own and house <= set(words_of(title, lexicon))


def callings(titles: Iterable[str], lexicon: Lexicon) -> set[str]:
    """The offices that titles name."""
    return {office for title in titles if (office := calling(title, lexicon)) is not None}


def is_vague(titles: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether titles leave open what somebody heads: "chief", "Gen"; a "leader" leads a state or a movement."""
    vague = (lexicon.speakers.heads - {"leader"}) | lexicon.people.ranks
    return all(title.casefold() in vague for title in titles)


def walk_of(text: str, lexicon: Lexicon) -> str | None:
    """The walk of life of a title or a description, by its last word that has one: ``arms`` for "army general"."""
    walks = lexicon.speakers.walks
    return next((walks[word] for word in reversed(text.casefold().split()) if word in walks), None)


def speaks_against(titles: Sequence[str], text: str, head: str, lexicon: Lexicon) -> bool:
    """Whether somebody of these titles can't be called so: a general "the politician", a minister "the premier"."""
    office, own = calling(text, lexicon), callings(titles, lexicon)
    if office is not None and own and not office.startswith("former "):
        return office not in own  # a governor may be "the former congressman"
    walk = walk_of(head, lexicon)
    allowed = {None, walk, "politics" if walk == "arms" else walk}
    return walk is not None and bool(titles) and allowed.isdisjoint(walk_of(title, lexicon) for title in titles)
