"""The shortest ways to point at somebody: by initials, by one word of a name, by nationality alone, by age."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.cards.cast import Named
from dossier.cards.speakers.scene import Scene, Speaker
from dossier.model import PartyType

INITIALS = re.compile(r"[A-Z][A-Z&]{1,6}s?")
SMALL = frozenset({"and", "for", "in", "of", "on", "the", "to"})
CAPITALISED = re.compile(r"[A-Z][a-z]+")
AGED = re.compile(r"\d{1,3}-year-old")
DEFINED = r"\s?\((?:the )?{0}\)|(?:, or|,? (?:also |better |widely )?known as) (?:the )?{0}\b"
"""How a text says what initials stand for, after the name: " (NDC)", ", or FLA", ", known as MONUSCO"."""


def by_initials(scene: Scene) -> Speaker | None:
    """Whoever the initials abbreviate: "the CS" is the Cabinet Secretary, "the NDC" the National Defence Council."""
    word = scene.words.text
    if INITIALS.fullmatch(word) is None or scene.inside():
        return None
    chosen = next(iter((*defined(word, scene), *abbreviated(word, scene))), None)
    return scene.speaker(chosen, "speaker by initials") if chosen else None


def defined(word: str, scene: Scene) -> Iterator[Named]:
    """Namings that the article explains by the initials: "the Patriotic Council for Renewal (CPR)"."""
    text = scene.article.mentions.source.text
    meant = re.compile(DEFINED.format(re.escape(word)))
    yield from (named for named in scene.article.named if meant.match(text, named.at.end))


def abbreviated(word: str, scene: Scene) -> Iterator[Named]:
    """People whose office, and parties whose name, has these initials: those before the pointer first."""
    for named in (*scene.before(), *scene.article.after(scene.place.end)):
        names = named.who.titles if named.person else (named.who.name,)
        if any(initials(name).endswith(word) for name in names):
            yield named


def initials(name: str) -> str:
    """``CJCSC`` for "chairman joint chiefs of staff committee"."""
    return "".join(word[0].upper() for word in re.findall(r"\w+", name) if word not in SMALL)


def by_word_of_name(scene: Scene) -> Speaker | None:
    """The body that a capitalised word of its name points at: "the Observatory" of the Observatory for Human Rights."""
    word = scene.words.text
    if not scene.words.definite or not CAPITALISED.fullmatch(word) or scene.inside():
        return None
    bodies = {n.who.ref: n for n in scene.before() if not n.person and word in n.who.name.split()}
    return scene.speaker(next(iter(bodies.values())), "speaker by word of name") if len(bodies) == 1 else None


def by_nationality(scene: Scene) -> Speaker | None:
    """The person of that country who spoke or acted last: "Salles rejected it. *The Brazilian* said …"."""
    words = scene.words
    if len(words.words) != 1 or not words.definite or words.plural or scene.how == "pronoun":
        return None
    state = next((row.name for row in scene.lexicon.parties if row.adjective == words.text), None)
    if state is None:
        return None
    people = [named for named in scene.before() if named.person and named.at.start >= scene.since()]
    own = [named for named in people if named.state == state]
    free = [named for named in people if named.state is None or not is_state(named.state, scene)]
    chosen = next(iter(own or free), None)
    return scene.speaker(chosen, "speaker by nationality") if chosen else None


def by_partisan(scene: Scene) -> Speaker | None:
    """The member of a party who spoke or acted last: "Rep. Ida Hill asked for help. *The Ohio Republican* said …".

    Nobody known, and no party, where no such person stands before.
    """
    text = scene.article.mentions.source.text
    left = THE_STATE.search(text, max(0, scene.place.start - FAR), scene.place.start)
    printed = scene.place.exact.rpartition(" ")[2]
    if printed not in PARTISANS or (left is None and not scene.words.definite):
        return None
    people = [n for n in scene.before() if n.person]
    seated = [n for n in people if any(title.split()[-1] in SEATS for title in n.who.titles)]
    chosen = next(iter(seated), None)
    if chosen is not None:
        return scene.speaker(chosen, "speaker by party membership")
    return Speaker(printed, "as printed", said_as=printed, animate=True)


PARTISANS = frozenset({"Conservative", "Democrat", "Liberal", "Republican", "Tory"})
"""What one member of a party is called."""
SEATS = frozenset(
    {"congressman", "congresswoman", "lawmaker", "leader", "member", "representative", "senator", "speaker"}
)
THE_STATE = re.compile(r"\b[Tt]he (?:[A-Z][\w.]+ ){0,2}$")
FAR = 30


def is_state(name: str, scene: Scene) -> bool:
    """Whether a party is a country: a general of the United Nations may be anybody's."""
    row = scene.lexicon.parties.by_name(name)
    return row is not None and row.type is PartyType.STATE


def by_age(scene: Scene) -> Speaker | None:
    """The last person who was a subject: "Khaled stepped off the bus. … *the 19-year-old* said"."""
    if AGED.fullmatch(scene.words.text) is None or not scene.words.definite:
        return None
    people = [named for named in scene.before() if named.person and named.at.start >= scene.since()]
    chosen = next((named for named in people if named.subject), None) or next(iter(people), None)
    return scene.speaker(chosen, "speaker by age") if chosen else None
