"""Who means whom: from the words that point at a speaker to the card of the one who speaks.

The rules are tried in the order of ``RULES``; the first that knows an answer gives it. What none of them
knows stays as the text has it ("a senior Ukrainian official"), and where two remain possible nobody is chosen.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Callable
from dataclasses import replace

from dossier.cards.cast import Named
from dossier.cards.speakers.anaphora import (
    body_of,
    by_count,
    by_country,
    by_government,
    by_ministry,
    by_party_noun,
    by_repetition,
    by_state_noun,
    side_of,
)
from dossier.cards.speakers.asked import by_asked
from dossier.cards.speakers.clipped import by_age, by_initials, by_nationality, by_partisan, by_word_of_name
from dossier.cards.speakers.guests import by_guest
from dossier.cards.speakers.later import by_later_name
from dossier.cards.speakers.media import by_medium, by_short_title, by_title_in_marks
from dossier.cards.speakers.pronouns import by_pronoun
from dossier.cards.speakers.roles import by_owned_body, by_role
from dossier.cards.speakers.scene import NOBODY, Scene, Speaker
from dossier.cards.speakers.texts import by_text, by_text_before
from dossier.cards.speakers.topics import by_topic
from dossier.cards.wording import PLAIN, PREPOSITIONS, WORD
from dossier.lexicon.people import PeopleWords
from dossier.model import PartyType, Pointer


def resolve(pointer: Pointer | None, scene: Scene) -> Speaker:
    """Who is meant by ``pointer`` at this moment of the article."""
    if pointer is None:
        return NOBODY
    here = scene.pointing(pointer)
    earlier = next((t for t in scene.back() if t.mention.speaker == pointer), None)
    if earlier is not None:
        return earlier.speaker  # of several sentences said by one "he" each is his
    return next(speaker for rule in RULES if (speaker := rule(here)) is not None)


def by_name(scene: Scene) -> Speaker | None:
    """Whoever the pointer's own noun names: "Ukraine's air force spokesman Yuriy Ihnat" is Yuriy Ihnat."""
    standing = with_neighbours([named for named in scene.inside() if stands(named, scene)], scene)
    if not standing:
        return None
    if is_list(standing, scene):
        return scene.several(list({n.who.ref: n for n in standing}.values()), "speaker by list", scene.words.text)
    chosen = next((named for named in standing if named.person), standing[0])
    body = body_in_capital(chosen, scene)
    if body is not None:
        return body
    return scene.speaker(chosen, "speaker by name", None if chosen.person else printed_name(chosen, scene))


def with_neighbours(standing: list[Named], scene: Scene) -> list[Named]:
    """The names that stand in a pointer, and people named beside them: "Dahl of Oslo and *Lind of Bergen*"."""
    together = standing[:1]
    for named in scene.inside() if together and together[0].person else ():
        between = scene.article.mentions.source.text[together[-1].at.end : named.at.start]
        if named.person and OF_PLACE.fullmatch(between):
            together.append(named)
    return together if len(together) > len(standing) else standing


OF_PLACE = re.compile(r" of (?:[A-Z][\w.-]+ ?){1,3}(?:,|,? and) (?:[A-Z][\w.]+ ){,2}")
"""What stands between two people who each are of a place."""


def by_platform(scene: Scene) -> Speaker | None:
    """Where something was posted, no document of that name: "wrote on *Telegram*"."""
    text = scene.words.text
    if text[:1].isupper() and text.casefold() in scene.lexicon.claims.speakers.platforms:
        return Speaker(text, "speaker by platform", said_as=text, medium=True)
    return None


def by_surname(scene: Scene) -> Speaker | None:
    """The one person of that name, where no finder took the word for a name: "*Pence* broke with his party"."""
    words = [word for word in scene.place.exact.translate(PLAIN).split() if word[:1].isupper()]
    if not words or len(words) != len(scene.place.exact.split()) or scene.inside():
        return None
    wanted = [word.casefold() for word in words]
    people = {n.who.ref: n for n in scene.article.named if n.person}
    fitting = [n for n in people.values() if ends_alike(n.who.name.casefold().split(), wanted)]
    return scene.speaker(fitting[0], "speaker by surname") if len(fitting) == 1 else None


def ends_alike(name: list[str], wanted: list[str]) -> bool:
    """Whether of a person's name and some words one ends the other: ``pence`` ends "mike pence"."""
    short, long = sorted((name, wanted), key=len)
    return long[len(long) - len(short) :] == short


def printed_name(named: Named, scene: Scene) -> str | None:
    """What a pointer calls a party by name, with the place that belongs to it: "Defense Ministry in Taipei"."""
    printed = re.sub(r"'s?$", "", named.at.exact.translate(PLAIN))
    if named.how not in {"name", "capital", "seat"} and not printed[:1].isupper():
        return None
    rest = scene.place.exact[named.at.end - scene.place.start :]
    return " ".join((printed + rest).split()) if re.match(r"\sin\s", rest) else printed


def body_in_capital(named: Named, scene: Scene) -> Speaker | None:
    """A body that a capital tells apart: "the Defense Ministry *in Moscow*" is the Russian Defence Ministry."""
    after = next(iter(scene.article.after(named.at.end)), None)
    if named.person or after is None or after.how != "capital" or named.state not in {None, named.who.name}:
        return None
    between = scene.article.mentions.source.text[named.at.end : after.at.start]
    body = body_of(after.who.name, named.at.exact, scene) if between == " in " else None
    return replace(body, said_as=scene.words.text) if body else None


def by_apposition(scene: Scene) -> Speaker | None:
    """Whoever is named right after a description: "the ship's operator, *Pelagos Tankers*, denied …"."""
    if scene.words.plural:
        return None
    after = next(iter(scene.article.after(scene.place.end)), None)
    text = scene.article.mentions.source.text
    if after is not None and begins_what_is_said(after, scene):
        return None
    if after is not None and after.person and is_title(text[scene.place.end : after.at.start], scene.lexicon.people):
        return scene.speaker(after, "speaker by apposition")
    if not scene.words.definite:
        return None
    lead = APPOSED.match(text, scene.place.end)
    if lead is not None and after is not None and after.at.start == lead.end() and text[after.at.end] == ",":
        return scene.speaker(after, "speaker by apposition")
    name = NAME.match(text, lead.end()) if lead else None
    if name is None:
        return None
    return Speaker(name.group(1), "speaker by apposition", party=side_of(scene), said_as=name.group(1))


def begins_what_is_said(named: Named, scene: Scene) -> bool:
    """Whether a name opens the proposition and adds nothing to the speaker: "According to his lawyer, *Anna* …"."""
    said = scene.claim.proposition
    return scene.claim.cue_at.start < scene.place.start and said.start <= named.at.start <= said.start + OPENS


OPENS = 2
"""Characters that may stand before the first name of a proposition: a quotation mark, a space."""


def is_title(between: str, people: PeopleWords) -> bool:
    """Whether what stands between a description and a name only adds a title: ", retired Air Vice-Marshal "."""
    if re.fullmatch(r"\.?\s", between):
        return True
    apposed = re.fullmatch(r",\s((?:[\w.-]+\s){0,5})", between)
    if apposed is None:
        return False
    words = apposed.group(1).split()
    return all(word[0].isupper() or word in people.modifiers | people.heads | {"retired"} for word in words)


APPOSED = re.compile(r",\s(?:the\s)?(?:[A-Z]\w+-based\s)?(?=[A-Z])")
"""What stands before a name beside a description: ", Piraeus-based "."""

NAME = re.compile(r"((?:[A-Z][\w&.’'-]*\s)*[A-Z][\w&’'-]*),")
"""A name up to the comma that closes it, where no list knows it: "Pelagos Tankers,"."""


def stands(named: Named, scene: Scene) -> bool:
    """Whether a naming is what the pointer is about, not what qualifies it: no in "*Kremlin* spokesman"."""
    text = scene.place.exact.translate(PLAIN)
    start, end = named.at.start - scene.place.start, named.at.end - scene.place.start
    left = APART.split(text[:start].removesuffix("("))[-1]  # "an offshoot of the Workers' Party (*PKK*)" is not it
    right = APART.split(text[end:])[0]
    right = re.sub(r"^'s?$", "", right)
    following = [word.casefold() for word in WORD.findall(right)]
    if named.how == "demonym":
        return not WORD.findall(text[:start] + text[end:]) or (not following and named.at.exact.endswith("s"))
    if right.startswith(("'", "-")) or (is_governed(left) and not follows_its_office(named, scene)):
        return False
    if shares_its_noun(named, scene):
        return False
    following = following[: next((i for i, word in enumerate(following) if word in ENDS), len(following))]
    return not following or all(types_itself(word, named, scene) for word in following)


def shares_its_noun(named: Named, scene: Scene) -> bool:
    """Whether a name only qualifies a group together with the next: "Top *NATO* and European Union officials"."""
    if named.person or not scene.words.plural or scene.words.head not in scene.lexicon.claims.speakers.people:
        return False
    after = next((n for n in scene.inside() if n.at.start > named.at.start), None)
    text = scene.article.mentions.source.text
    if after is None or after.person or not SHARING.fullmatch(text[named.at.end : after.at.start]):
        return False
    return SHARED.fullmatch(text[after.at.end : scene.place.end]) is not None


SHARING = re.compile(r" (?:and|or) ")
"""What joins two names before one noun."""

SHARED = re.compile(r"(?: [a-z-]+){1,3}")
"""The noun that both qualify: " officials", " foreign ministers"."""


APART = re.compile(r"[,(;:]|\s[-–—]\s")
"""What sets a name off from what is said of it: "Gen Milley - the president's adviser - warned"."""


def is_governed(left: str) -> bool:
    """Whether a preposition stands before a name: "a spokesman *for* Pelagos"; not in "the U.K.-based Observatory"."""
    return any(word.casefold() in PREPOSITIONS for word in WORD.findall(COMPOUND.sub("", left)))


COMPOUND = re.compile(r"\S+-[a-z]+")
"""An adjective made of two words: "state-run", "Paris-based"."""


def follows_its_office(named: Named, scene: Scene) -> bool:
    """Whether a person's name follows an office with its country: "Defence Minister of Denmark *Anders Kjær*"."""
    beside = [n for n in scene.inside() if not n.person and n.at.end == named.at.start - 1]
    left = scene.place.exact[: beside[0].at.start - scene.place.start].split() if beside else []
    return named.person and " ".join(left[-3:]).casefold().endswith((" of", " of the", " for"))


ENDS = PREPOSITIONS | {"and", "or", "himself", "herself", "itself", "also", "then", "later", "earlier"}


def types_itself(word: str, named: Named, scene: Scene) -> bool:
    """Whether a noun after a name only says what it is: "Tass news agency", "the NATO alliance"."""
    if named.type is PartyType.MEDIUM:
        return word in scene.lexicon.claims.speakers.media or word in {"news", "state", "tv"}
    return named.type in scene.lexicon.speakers.kinds.get(word, frozenset()) and named.type is not PartyType.STATE


def is_list(standing: list[Named], scene: Scene) -> bool:
    """Whether the pointer names several who speak as one: "the United States, Britain and France"."""
    if len({named.who.ref for named in standing}) < 2:
        return False
    first, last = standing[0], standing[-1]
    between = scene.place.exact[first.at.end - scene.place.start : last.at.start - scene.place.start]
    return re.search(r"\b(?:and|or)\b|&", between) is not None and "(" not in between


def as_printed(scene: Scene) -> Speaker:
    """The words themselves, where they name nobody: ``defence analysts``."""
    words = scene.words
    people = scene.lexicon.claims.speakers.people
    joint = scene.lexicon.speakers.joint
    several = words.plural or not joint.isdisjoint(words.words) or " and " in words.text
    name = with_rest(scene)
    return Speaker(
        name or scene.place.exact,
        "speaker as printed",
        party=None if several and " and " in words.text else side_of(scene),
        said_as=name,
        head="" if " and " in words.text or name != words.text else words.head,
        animate=words.head in people and not several,
        plural=several,
        medium=words.head in scene.lexicon.claims.speakers.media,
    )


def with_rest(scene: Scene) -> str:
    """A pointer's words, and of a proper name what belongs to it: "News Agency *of Nigeria*"."""
    text = scene.words.text
    rest = REST.match(scene.article.mentions.source.text, scene.place.end)
    if rest is None or rest.group(1).split()[-1] in CALENDAR:
        return text
    return f"{text} {rest.group(1)}" if text.split()[-1:] and text.split()[-1][0].isupper() else text


CALENDAR = frozenset({*month_name, *day_name})
"""What follows a name without belonging to it: "Times Radio in May"."""

REST = re.compile(r"\s((?:of|in|for)\s(?:the\s)?[A-Z]\w+)")
"""What a proper name goes on with: " of Nigeria"."""


Rule = Callable[[Scene], Speaker | None]

RULES: tuple[Rule, ...] = (
    by_platform,
    by_short_title,
    by_medium,
    by_partisan,
    by_name,
    by_title_in_marks,
    by_surname,
    by_initials,
    by_word_of_name,
    by_age,
    by_apposition,
    by_asked,
    by_guest,
    by_text_before,
    by_pronoun,
    by_count,
    by_country,
    by_text,
    by_government,
    by_repetition,
    by_ministry,
    by_state_noun,
    by_party_noun,
    by_role,
    by_later_name,
    by_nationality,
    by_owned_body,
    by_topic,
    as_printed,
)
"""In this order: a name says most, a noun that fits many says least."""
