"""Whoever gives the interview that an article tells of: "*The guest* of the programme added …"."""

from __future__ import annotations

from dossier.cards.speakers.scene import Scene, Speaker, Turn
from dossier.model import PartyType


def by_guest(scene: Scene) -> Speaker | None:
    """Who was quoted last from the medium that is named, else from any; else the only one who has spoken at all."""
    words = scene.words
    if words.plural or not words.definite or words.head not in scene.lexicon.speakers.guests:
        return None
    media = {named.who.name for named in scene.inside() if named.type is PartyType.MEDIUM}
    known = [turn for turn in scene.back() if turn.speaker.ref is not None and turn.speaker.animate]
    giver = next((turn.speaker for turn in known if is_relayed(turn, media)), None)
    if giver is None and len({turn.speaker.ref for turn in known}) == 1:
        giver = known[0].speaker
    return giver.by("speaker by guest") if giver is not None else None


def is_relayed(turn: Turn, media: set[str]) -> bool:
    """Whether a turn came through a medium, through one of ``media`` where some are named."""
    through = {relay.name for relay in turn.via if relay.medium}
    return bool(through & media if media else through)
