"""Nouns that point back: "the Asian country", "the ministry", "all three", "the spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dossier.cards.cast import Named
from dossier.cards.speakers.genders import agrees
from dossier.cards.speakers.pronouns import PERSONAL, by_pronoun
from dossier.cards.speakers.scene import Scene, Speaker
from dossier.cards.wording import PLAIN, singular
from dossier.model import PartyType, Pointer, Polarity

COUNTS = {"three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
FEWEST = 3
"""Fewer are left as the text has them: "both sides" is a speaker of its own."""
OWNER = re.compile(r"'s?\s+|^(?:its|his|her|their)\s+", re.IGNORECASE)
"""Where a possessor ends: "the country's | defense ministry"."""


def by_count(scene: Scene) -> Speaker | None:
    """Several who were listed before: "all three" after "Denmark, the Netherlands and Poland pledged …"."""
    number = next((COUNTS[word] for word in scene.words.words if word in COUNTS), 0)
    if number < FEWEST or not scene.words.definite or scene.inside():
        return None
    for row in listed_before(scene):
        if len(row) == number:
            return scene.several(row, "speaker by count")
    return None


def listed_before(scene: Scene) -> Iterator[list[Named]]:
    """The lists of parties or people before the pointer, nearest first: "A, B and C"."""
    text, row = scene.article.mentions.source.text, list[Named]()
    for named in scene.before():
        between = text[named.at.end : row[0].at.start] if row else ""
        if row and not re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?", between):
            yield row
            row = []
        row = [named, *row]
    yield row


def by_country(scene: Scene) -> Speaker | None:
    """The state that "the country", "the kingdom" or "the Asian country" points at."""
    words = scene.words
    if PartyType.STATE not in scene.lexicon.speakers.kinds.get(words.head, ()) or not words.definite or words.plural:
        return None
    if any(not n.person for n in scene.inside()):
        return None
    regions = {word for word in words.words if word in region_words(scene)}
    there = scene.place.exact.casefold().startswith("that ")  # "… hit Chad, the police of *that country* said"
    for named in scene.article.before(scene.place.start) if there else scene.before():
        if named.type is PartyType.STATE and (not regions or regions & regions_of(named.who.name, scene)):
            return scene.speaker(named, "speaker by region" if regions else "speaker by noun")
    return None


def regions_of(state: str, scene: Scene) -> set[str]:
    """The adjectives that point at a state, lower-case: North Korea -> ``asian``."""
    row = scene.lexicon.parties.by_name(state)
    return {region.casefold() for region in row.regions} if row else set()


def region_words(scene: Scene) -> set[str]:
    """Every adjective that points at some state."""
    return {region.casefold() for row in scene.lexicon.parties for region in row.regions}


def by_government(scene: Scene) -> Speaker | None:
    """A state by its government: "the Biden administration", "the *authorities in Tirana*"."""
    if scene.words.head not in scene.lexicon.speakers.governments:
        return None
    inside = [n for n in scene.inside() if not scene.place.exact[n.at.end - scene.place.start :].startswith("-")]
    text = scene.place.exact.translate(PLAIN)
    for named in inside:
        following = text[named.at.end - scene.place.start :]
        state = scene.lexicon.parties.by_name(named.state or "")
        if state is None or state.type is not PartyType.STATE:
            continue
        seated = named.who.name == state.name and not following and SEATED.match(text[: -len(named.at.exact)])
        if seated or re.match(r"(?:'s?)?\s+[\w' -]+$", following):
            return scene.party(state.name, "speaker by government", scene.words.text)
    of = THAT_COUNTRY.search(scene.place.exact)
    if of is not None:
        start = scene.place.start
        place = scene.article.mentions.source.evidence(start + of.start(1), start + of.end(1))
        country = by_country(scene.pointing(Pointer(place, "party")))
        return country.by("speaker by government") if country else None
    possessor = owner(scene)
    return possessor.by("speaker by government") if possessor and possessor.party == possessor.name else None


THAT_COUNTRY = re.compile(r" (?:of|in) (that country|the country)$")
"""How a government is of a state already named: "the authorities *in that country*"."""


SEATED = re.compile(r"(?:the )?\w+ (?:in|of) (?:the )?$", re.IGNORECASE)
"""What stands before the seat of a government: "*the leadership in* Minsk"; not "local authorities in"."""


def by_party_noun(scene: Scene) -> Speaker | None:
    """The party that a noun of its type points at: "the ministry", "the movement", "the company"."""
    words, kinds = scene.words, scene.lexicon.speakers.kinds
    noun = " ".join(words.words[-2:])
    noun = noun if noun in kinds else words.head
    types = kinds.get(noun)
    if not types or not words.definite or (words.plural and PartyType.GROUP not in types):
        return None
    if OWNER.search(scene.place.exact.translate(PLAIN)):
        return owned_body(scene)
    row = scene.lexicon.parties.by_name(words.text.title())  # in small letters: "the state department"
    if row is not None and len(words.words) > 1 and not scene.inside():
        body = scene.party(row.name, "speaker by noun", words.text)
        return replace(body, party=row.of or row.name, government=row.of)
    if not is_generic(scene):
        return None
    parties = [n for n in scene.before() if not n.person]
    called = [n for n in parties if f" {n.who.name.casefold()} ".find(f" {noun} ") >= 0]
    typed = [n for n in parties if n.type in types]
    spoke = {voice.ref for turn in scene.back() for voice in turn.voices}
    blamed = typed[:1] if scene.claim.polarity is Polarity.DENIES else []  # "…, blaming Hamas. The group denied it"
    chosen = next(iter((*called, *blamed, *(n for n in typed if n.who.ref in spoke), *typed)), None)
    if chosen is not None:
        return scene.speaker(chosen, "speaker by noun")
    unlisted = (voice for turn in scene.back() for voice in turn.voices if is_unlisted(voice))
    return next((voice.by("speaker by noun") for voice in unlisted), None)


def by_ministry(scene: Scene) -> Speaker | None:
    """The ministry of the state that speaks or is spoken of: "Russia said …. *The defence ministry* added …"."""
    plain = re.sub(r"^the ", "", scene.lexicon.spelling.canonical(scene.words.text).casefold())
    kind = scene.lexicon.parties.kinds.get(plain)
    if kind is None or scene.words.head != "ministry" or scene.inside() or not scene.words.definite:
        return None
    if any(kind.name in n.who.name for n in scene.before()):
        return None  # "the ministry" that the article has named
    spoke = next((turn for turn in scene.back()), None)
    side = spoke.speaker.party if spoke is not None else None
    told = next((n.state for n in scene.article.after(scene.sentence().start) if n.at.start < scene.place.start), None)
    for state in (told, side):
        row = scene.lexicon.parties.by_name(state or "")
        if row is not None and row.type is PartyType.STATE:
            return body_of(row.name, plain, scene)
    return None


def by_state_noun(scene: Scene) -> Speaker | None:
    """The one body of a state that the noun can mean: "Norway's Information Ministry …. *The Norwegian ministry* …"."""
    sides = {named.state or named.who.name for named in scene.inside() if not named.person}
    types = scene.lexicon.speakers.kinds.get(scene.words.head)
    if len(sides) != 1 or not types or scene.words.plural or not scene.words.definite or len(scene.words.words) != 2:
        return None
    side = next(iter(sides))
    bodies = [n for n in scene.before() if not n.person and n.type in types and n.state == side]
    bodies = [n for n in bodies if scene.words.head in n.who.name.casefold().split()]
    return scene.speaker(bodies[0], "speaker by noun") if len({n.who.ref for n in bodies}) == 1 else None


def is_generic(scene: Scene) -> bool:
    """Whether a pointer's words are of any party of its type: "the Iran-aligned group", no "the dpa news agency"."""
    known = scene.lexicon.speakers.qualifiers | scene.lexicon.speakers.kinds.keys()
    named = [n for n in scene.inside() if scene.place.exact[n.at.end - scene.place.start :][:1] != "-"]
    plain = " ".join(scene.words.words[-2:]) in known
    words = scene.words.words[:-2] if plain else scene.words.words
    return not named and all(word in known or singular(word) in known or "-" in word for word in words)


def is_unlisted(voice: Speaker) -> bool:
    """Whether a voice is a body or company that no list knows: a capitalised name, nobody's title."""
    return voice.ref is None and not voice.animate and not voice.plural and (voice.name or "")[:1].isupper()


def owned_body(scene: Scene) -> Speaker | None:
    """A body of somebody pointed at: "the country's defense ministry" of Russia is the Russian Defence Ministry."""
    possessor = owner(scene)
    if possessor is None or possessor.name is None or possessor.party is None:
        return None
    rest = OWNER.split(scene.place.exact.translate(PLAIN), maxsplit=1)[-1]
    body = body_of(possessor.party, rest, scene)
    if body is not None:
        return body
    said_as = f"{possessor.name}'s {rest}"
    return Speaker(said_as, "speaker by owner", party=possessor.party, said_as=said_as, head=scene.words.head)


def body_of(state: str, words: str, scene: Scene) -> Speaker | None:
    """The body that grammar forms: of Russia and "defense ministry" the Russian Defence Ministry."""
    plain = scene.lexicon.spelling.canonical(words).casefold().strip()
    kind, row = scene.lexicon.parties.kinds.get(plain), scene.lexicon.parties.by_name(state)
    if kind is None or row is None:
        return None
    if kind.type is PartyType.STATE:
        return scene.party(row.name, "speaker by government")
    name = f"{row.adjective} {kind.name}"
    who = scene.cast.by_name(name)
    ref = who.ref if who else None
    return Speaker(name, "speaker by owner", ref=ref, party=row.name, said_as=name, government=row.name)


def owner(scene: Scene) -> Speaker | None:
    """Whoever a pointer's possessor points at: "*the country's* defense ministry", "*its* army"."""
    text = scene.place.exact.translate(PLAIN)
    match = re.match(r"(?:[Tt]he|[Tt]his|[Tt]hat) [^,']+(?='s? )|(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\b", text)
    if match is None:
        return None
    place = scene.article.mentions.source.evidence(scene.place.start, scene.place.start + match.end())
    there = scene.pointing(Pointer(place, "party"))
    if match.group().casefold() in PERSONAL:
        here = [n for n in scene.article.before(scene.place.start) if n.person and scene.sentence().covers(n.at)]
        here = [n for n in here if agrees(n, there)]
        if here:
            return scene.speaker(here[0], "speaker by pronoun")
    return by_pronoun(there) or by_country(there) or by_party_noun(there)


def side_of(scene: Scene) -> str | None:
    """The state or body that a pointer's words belong to: ``Ukraine`` for "a senior Ukrainian official".

    Nobody for "separatists in eastern Ukraine", who speak against the state that they are named with.
    """
    words = {singular(word) for word in re.findall(r"\w+(?: ?-\w+)?", scene.place.exact.casefold().replace(" -", "-"))}
    if not words.isdisjoint(scene.lexicon.speakers.renegades):
        return None
    side = next((n.state or n.who.name for n in scene.inside()), None)
    if side is not None:
        return side
    possessor = owner(scene)
    return possessor.party if possessor else None


def by_repetition(scene: Scene) -> Speaker | None:
    """An unnamed speaker met again: "A ministry spokesman said …. *The spokesman* added …".

    Also with the state's adjective: "A senior White House official said …. *The US official* added …".
    """
    inside = scene.inside()
    if not scene.words.definite or any(n.how != "demonym" and n.type is not PartyType.STATE for n in inside):
        return None
    side = side_of(scene) if inside else None
    for turn in list(scene.back())[:4]:
        for voice in turn.voices:
            again = voice.ref is None and voice.name is not None and voice.head == scene.words.head and voice.head
            if again and side in {None, voice.party}:
                return voice.by("speaker by repetition")
            if voice.animate and voice.ref is not None and scene.words.head in scene.lexicon.claims.speakers.people:
                return None
    return None
