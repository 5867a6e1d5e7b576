"""Which articles of a dossier tell of one matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from dossier.cards.referents import Referents
from dossier.model import Kind

Kin = Callable[[str], Sequence[str]]
"""From the reference of an article to those on one matter with it, itself among them."""

SHARED_PEOPLE = 2
"""People whom two articles on one matter both name; a president alone stands in articles on anything."""


def of_one_story(who: Referents) -> Kin:
    """From an article to those that name as many of its people as make them tell of one matter, itself among them.

    A dossier may hold several matters: what the articles on a parade show says nothing of a tanker's guns.
    """
    named: dict[str, set[str]] = {}
    naming: dict[str, set[str]] = {}
    for one in who:
        if one.who.kind is Kind.PERSON:
            named.setdefault(one.at.source, set()).add(one.who.ref)
            naming.setdefault(one.who.ref, set()).add(one.at.source)

    def kin(source: str) -> Sequence[str]:
        shared = Counter(other for person in sorted(named.get(source, ())) for other in naming[person])
        return sorted({source, *(other for other, count in shared.items() if count >= SHARED_PEOPLE)})

    return kin
