"""Media as speakers: "state media", "the agency", "the broadcaster"."""

from __future__ import annotations

import re

from dossier.cards.cast import Named
from dossier.cards.speakers.anaphora import is_unlisted, side_of
from dossier.cards.speakers.scene import Scene, Speaker
from dossier.model import PartyType


def by_medium(scene: Scene) -> Speaker | None:
    """A medium by description: "North Korea's state news agency", "state media", "the broadcaster"."""
    words = scene.words
    if words.head not in scene.lexicon.claims.speakers.media:
        return None
    named = next((n for n in scene.inside() if n.type is PartyType.MEDIUM), None)
    if named is not None and named.how != "description":
        return scene.speaker(named, "speaker by medium")
    after = next(iter(scene.article.after(scene.place.end)), None)
    if after is not None and after.type is PartyType.MEDIUM and after.at.start == scene.place.end + 1:
        return scene.speaker(after, "speaker by medium")
    official = not scene.lexicon.parties.media.steered.isdisjoint(words.words)
    state = side_of(scene)
    if official and state is not None:
        return only_medium(state, scene) or described(named, scene)
    plain = scene.lexicon.claims.speakers.media | scene.lexicon.parties.media.steered | {"news"}
    demonyms = [n for n in scene.inside() if n.how == "demonym"]  # "the *French* newspaper"
    told = set(words.words) - {word.casefold() for n in demonyms for word in n.at.exact.split()}
    proper = words.text.split()[-1:] and words.text.split()[-1][0].isupper() and len(words.words) > 1
    if len(scene.inside()) > len(demonyms) or proper or not (official or words.definite) or not plain.issuperset(told):
        return None
    return medium_before(scene, official) or (unlisted_before(scene) if demonyms else None)


def by_short_title(scene: Scene) -> Speaker | None:
    """A paper by the last word of its name, which the article told before: "*The Times*" of the New York Times."""
    found = SHORT_TITLE.fullmatch(scene.place.exact)
    if found is None or any(n.type is not PartyType.MEDIUM for n in scene.inside()):
        return None
    short = found.group(1)
    media = [n for n in scene.before() if n.type is PartyType.MEDIUM and n.who.name.split()[-1] == short]
    longer = {n.who.ref: n for n in media if len(n.who.name.removeprefix("The ").split()) > 1}
    return scene.speaker(next(iter(longer.values())), "speaker by medium") if len(longer) == 1 else None


SHORT_TITLE = re.compile(r"(?:[Tt]he )?([A-Z][a-z]+)")


def unlisted_before(scene: Scene) -> Speaker | None:
    """The medium without a card that spoke last: "… writes "Oslo Revy". *The Norwegian weekly* adds …"."""
    voices = (voice for turn in scene.back() for voice in turn.voices)
    medium = next((v for v in voices if v.medium and v.name is not None and v.ref is None), None)
    return medium.by("speaker by medium") if medium else None


def by_title_in_marks(scene: Scene) -> Speaker | None:
    """A paper's name in quotation marks, whatever its words mean else: "- says "*Economist*"."""
    text, place = scene.article.mentions.source.text, scene.place
    marks = {text[place.start - 1 : place.start], text[place.end : place.end + 1]}
    if scene.how != "name" or scene.inside() or not marks <= QUOTES or not place.exact[:1].isupper():
        return None
    return Speaker(place.exact, "speaker as printed", said_as=place.exact, medium=True)


QUOTES = frozenset('"“”„«»')


def described(named: Named | None, scene: Scene) -> Speaker | None:
    """A medium that only a description names: as the text has it."""
    return scene.speaker(named, "speaker by description", scene.words.text) if named else None


def only_medium(state: str, scene: Scene) -> Speaker | None:
    """The one medium of ``state`` that the article names, or that the dossier does; several leave it open."""
    for source in (scene.place.source, None):
        media = scene.cast.media_of(state, source)
        media = [n for n in media if n.how != "description" and is_called(n, True, scene)]
        if len(media) == 1:
            return scene.speaker(media[0], "speaker by state media")
        if media:
            return None
    return None


def medium_before(scene: Scene, official: bool) -> Speaker | None:
    """The medium that spoke last, else the last named, else a body that is called so ("the agency": the IAEA)."""
    spoke = {voice.ref for turn in scene.back() for voice in turn.voices}
    fitting = [named for named in scene.before() if is_called(named, official, scene)]
    chosen = next((named for named in fitting if named.who.ref in spoke), None) or next(iter(fitting), None)
    if chosen is None and (official or "news" in scene.words.words):
        later = [named for named in scene.article.after(scene.place.end) if is_called(named, official, scene)]
        chosen = later[0] if len({named.who.ref for named in later}) == 1 else None
    if chosen is not None:
        return scene.speaker(chosen, "speaker by medium")
    bodies = (voice for turn in scene.back() for voice in turn.voices if voice.government or is_unlisted(voice))
    body = next(bodies, None) if scene.words.head == "agency" else None
    return body.by("speaker by medium") if body else None


def is_called(named: Named, official: bool, scene: Scene) -> bool:
    """Whether the pointer's noun can mean a named party: "state television" no agency, "the agency" no newspaper."""
    noun, row = scene.words.head, scene.lexicon.parties.by_name(named.who.name)
    if named.type is PartyType.MEDIUM:
        side = side_of(scene)
        if side is not None and row is not None and row.of not in {side, None}:
            return False
        forms = scene.lexicon.parties.media.forms
        form = forms.get(" ".join(scene.words.words[-2:])) or forms.get(noun) or noun
        if official and row is not None and not row.state_run:
            return False
        return row is None or row.form is None or form in {"any", row.form} or form not in forms.values()
    names = (named.who.name, *(row.aliases if row else ()))
    return not named.person and any(noun in name.casefold().split() for name in names)
