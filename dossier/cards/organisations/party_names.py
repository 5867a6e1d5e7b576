"""Names of parties: how a holder or a sender is shown, and which state a body's name begins with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dossier.cards.referents import Referents
from dossier.lexicon.parties import Parties
from dossier.model import Evidence, Kind, PartyType


def shown_name(name: str, passages: Iterable[Evidence], who: Referents, parties: Parties) -> str:
    """The wording that the passages use most for the party ``name``: "IRGC" where no article writes it in full.

    A state keeps its canonical name, as does a party that is only named by an adjective ("Houthi missiles") or whose
    canonical name is its acronym (``ECOWAS``).
    """
    row = parties.by_name(name)
    if row is not None and row.type is PartyType.STATE:
        return name
    printed = [
        naming.at.exact
        for passage in passages
        for naming in who.inside(passage)
        if naming.who.kind is Kind.ORGANISATION and naming.who.name == name
    ]
    counts = Counter(" ".join(form.removesuffix("'s").removesuffix("’s").split()) for form in printed)
    counts = Counter({form: count for form, count in counts.items() if is_name(form, name, parties)})
    if not counts:
        return name
    most = max(counts, key=lambda form: (counts[form], form == name, form))
    return name if len(name) < len(most) and name.isupper() else most


def is_name(form: str, name: str, parties: Parties) -> bool:
    """Whether a wording names the party as a listed name does, not by an adjective or a capital.

    A body that grammar formed is on no list: "IRGC Navy" is as good a name as ``Revolutionary Guards Navy``.
    """
    found = parties.lookup(form)
    if found is None and parties.by_name(name) is None:
        return "'" not in form and "’" not in form and form.split()[-1:] == name.split()[-1:]
    return found is not None and found[0].name == name and found[1] == "name"


def state_of(name: str, parties: Parties) -> str | None:
    """The state whose adjective or name a body's name begins with: "US Navy" -> ``United States``."""
    row = parties.by_name(name)
    if row is not None:
        state = parties.state(row)
        return (
            state.name
            if state is not None and state.name != name and name.startswith(tuple(starts(state.name, parties)))
            else None
        )
    for hit in parties.find(name):
        return hit.party.name if hit.start == 0 and hit.end < len(name) else None
    return None


def starts(state: str, parties: Parties) -> Iterable[str]:
    """How names of a state's bodies begin."""
    row = parties.by_name(state)
    return (surface for surface, _ in row.surfaces()) if row is not None else ()
