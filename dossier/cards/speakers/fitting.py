"""Whether somebody named can be the one whom a description means: "*the Norwegian minister*", "the NATO head"."""

from __future__ import annotations

import re

from dossier.cards.cast import Named
from dossier.cards.speakers.callings import calling, is_vague, same_calling, speaks_against
from dossier.cards.speakers.genders import MEN, WOMEN, is_woman
from dossier.cards.speakers.posts import is_office
from dossier.cards.speakers.scene import Scene
from dossier.cards.wording import PLAIN

HIGHEST = frozenset({"chief", "highest", "top"})
"""What makes an official one whom the text can name."""

OF_SOMETHING = re.compile(r"\bof (?:an?|one|some|any) ")
"""What nobody known is described by: "the captain of *a* destroyer"."""

UNKNOWN = re.compile(r'\b(?!(?:and|at|for|from|in|of|on|the|to) )[a-z]+"? (?:[A-Z]\w+ )+[A-Z]\w+$')
"""A name at the end of a description that no finder took for one: "director of the institution *Hla Myint*"."""

NAMED_BODY = re.compile(r"\b(?:of|at|for|from) (?:[\w-]+ )*?([a-z]+) [A-Z]\w+$")
"""A body at the end of a description with the noun for it before its name: "of the Swedish metals *firm* Boliden"."""

PERSONAL = re.compile(r"(?:his|her|their|its|my|our|your|whose)\b", re.IGNORECASE)


def describes_one(scene: Scene) -> bool:
    """Whether a pointer describes one human being who can be known: "the NATO head", no "one resident"."""
    words, exact = scene.words, scene.place.exact.translate(PLAIN)
    if not words.definite or words.plural or scene.how not in {"role", "name"} or PERSONAL.match(exact):
        return False
    if OF_SOMETHING.search(exact) or UNKNOWN.search(exact) or is_of_new_body(exact, scene):
        return False
    if any(named.person for named in scene.inside()):
        return False
    return is_human(scene)


def is_of_new_body(exact: str, scene: Scene) -> bool:
    """Whether a description ends in a body that the article brings in with it: nobody spoken of before is meant."""
    found = NAMED_BODY.search(exact)
    if found is None or found.group(1) not in scene.lexicon.claims.speakers.bodies:
        return False
    name = exact.split()[-1]
    return name not in scene.article.mentions.source.text[: scene.place.start]


def is_human(scene: Scene) -> bool:
    """Whether the noun of a pointer is one for a human being."""
    head, known = scene.words.head, scene.lexicon.claims.speakers
    if head in known.bodies or head in known.groups or head in known.documents or head in known.media:
        return False
    return head in known.people or is_office(head, scene.lexicon)


def is_anonymous(scene: Scene) -> bool:
    """Whether a text mostly does not name such a one: "the official", but "NATO's *top* official"."""
    return scene.words.head in scene.lexicon.speakers.anonymous and HIGHEST.isdisjoint(scene.words.words)


def may_be(named: Named, scene: Scene) -> bool:
    """Whether nothing known of a person speaks against the description: country, office, walk of life, gender."""
    if is_foreign(named, scene) or speaks_against(named.who.titles, scene.place.exact, scene.words.head, scene.lexicon):
        return False
    woman, head = is_woman(named.who.name, "", scene), scene.words.head
    known = MEN if woman is True else WOMEN if woman is False else None
    return known is None or known.search(head) is None


def is_foreign(named: Named, scene: Scene) -> bool:
    """Whether a person is of another state or body than the description names, as far as the lists know both."""
    known = scene.lexicon.parties.by_name
    own = {side for side in (named.who.party, named.state) if side is not None and known(side) is not None}
    sides = {side for side in sides_of(scene) if known(side) is not None}
    return bool(sides and own) and sides.isdisjoint(own)


def sides_of(scene: Scene) -> set[str]:
    """The states and bodies that a description names: "the *German* head of *NATO*"."""
    return {side for n in scene.inside() for side in (n.who.name, n.state) if side is not None}


def is_of(named: Named, sides: set[str]) -> bool:
    """Whether a person is known to be of one of some states and bodies."""
    return not sides.isdisjoint({named.who.party, named.state})


def has_office(named: Named, scene: Scene) -> bool:
    """Whether a title of a person names the office of the description."""
    return any(same_calling(scene.place.exact, title, scene.lexicon) for title in named.who.titles)


def answers_to(named: Named, scene: Scene) -> bool:
    """Whether nothing speaks against a person, and his titles, where an office is named, for him or for any."""
    office, titles = calling(scene.place.exact, scene.lexicon), named.who.titles
    if not may_be(named, scene):
        return False
    if office is None or office.startswith("former ") or has_office(named, scene):
        return True
    return bool(titles) and is_vague(titles, scene.lexicon)
