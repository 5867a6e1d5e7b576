"""Media and texts as speakers: "state media", "the agency", "the report", "a Kremlin statement"."""

from __future__ import annotations

import re

from dossier.cards.anaphora import is_unlisted, owner, side_of
from dossier.cards.cast import Named
from dossier.cards.scene import Scene, Speaker, Turn
from dossier.cards.wording import PLAIN
from dossier.model import PartyType

NEAR = 3
"""Turns back within which a text that spoke is still "the statement"."""


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
    proper = words.text.split()[-1:] and words.text.split()[-1][0].isupper() and len(words.words) > 1
    if scene.inside() or proper or not (official or words.definite) or not plain.issuperset(words.words):
        return None
    return medium_before(scene, official)


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
        forms = scene.lexicon.parties.media.forms
        form = forms.get(" ".join(scene.words.words[-2:])) or forms.get(noun) or noun
        if official and row is not None and not row.state_run:
            return False
        return row is None or row.form is None or form in {"any", row.form} or form not in forms.values()
    names = (named.who.name, *(row.aliases if row else ()))
    return not named.person and any(noun in name.casefold().split() for name in names)


def by_text(scene: Scene) -> Speaker | None:
    """Whoever issued the text that speaks: "a Kremlin statement", "the report", "the ministry's communiqué"."""
    words = scene.words
    if words.head not in scene.lexicon.claims.speakers.documents:
        return None
    issuer = next((n for n in scene.inside() if is_issuer(n, scene)), None)
    if issuer is not None and (issuer.type is not PartyType.STATE or is_plain(issuer, scene)):
        body = body_in_text(issuer, scene) if words.definite else None
        return body or scene.speaker(issuer, "speaker by document")
    if scene.inside() or PROPER.search(scene.place.exact):
        return None
    author = AUTHOR.match(scene.article.mentions.source.text, scene.place.end)
    if author is not None:
        return by_author(author.start(1), author.end(1), scene)
    possessor = owner(scene)
    if possessor is not None:
        return possessor.by("speaker by document")
    return issuer_before(scene) if words.definite else None


def body_in_text(issuer: Named, scene: Scene) -> Speaker | None:
    """The body of a state that spoke in such a text: "Baku's ministry said in a statement …. *The Azeri statement*"."""
    for turn in scene.back():
        own = turn.speaker.government == issuer.state or turn.speaker.party == issuer.state
        if own and turn.speaker.ref != issuer.who.ref and scene.words.head in words_around(turn, scene):
            return turn.speaker.by("speaker by document")
    return None


def by_author(start: int, end: int, scene: Scene) -> Speaker:
    """Whoever is named or described after a text: "according to a tally *by lawmakers in Washington*"."""
    place = scene.article.mentions.source.evidence(start, end)
    named = next((n for n in scene.article.inside(place) if n.at.start == start), None)
    if named is not None and named.at.end == end:
        return scene.speaker(named, "speaker by document")
    return Speaker(place.exact, "speaker by document", said_as=place.exact, plural=True)


AUTHOR = re.compile(
    r"(?:\s(?:compiled|drawn up|issued|prepared|produced|published|put out|released|written)(?:\s(?:on\s|in\s|this\s"
    r"|last\s)?\w+)?)?\sby\s(?:the\s)?([^,.;:\n]{3,60}?)(?=[,.;]|\s(?:said|says|that|which)\b)"
)
"""Who made a text, right after it: " by lawmakers in Washington."."""


def is_plain(issuer: Named, scene: Scene) -> bool:
    """Whether nothing but the state qualifies a text: "a Kremlin statement", no "a US *congressional* report"."""
    start, end = issuer.at.start - scene.place.start, issuer.at.end - scene.place.start
    words = re.findall(r"\w+", (scene.place.exact[:start] + " " + scene.place.exact[end:]).casefold())
    return set(words) <= {"a", "an", "the", "s", "by", "from", "of", "official", "written", scene.words.head}


def is_issuer(named: Named, scene: Scene) -> bool:
    """Whether a party qualifies a text as its issuer: before the noun, or after "by", "from" and "of"."""
    left = scene.place.exact.translate(PLAIN)[: named.at.start - scene.place.start]
    prepositions = re.findall(r"\b(?:by|from|of|on|about|to|for|against|in|with)\b", left)
    return not prepositions or prepositions[-1] in {"by", "from", "of"}


def issuer_before(scene: Scene) -> Speaker | None:
    """Whoever spoke in a text of that name ("said in a statement"), else the medium or body that spoke last."""
    here, sentence_at = scene.sentence(), scene.article.mentions.sentence_at
    turns = [turn for turn in scene.back() if sentence_at(turn.mention.cue_at.start) != here]
    spoken = next((turn for turn in turns[:NEAR] if scene.words.head in words_around(turn, scene)), None)
    if spoken is not None and spoken.speaker.name is not None:
        return spoken.speaker.by("speaker by document")
    namesake = next((turn.speaker for turn in turns if is_text(turn.speaker, scene)), None)
    if namesake is not None:
        return namesake.by("speaker by document")
    voices = [voice for turn in scene.back() for voice in turn.voices if voice.name is not None]
    if scene.words.head == "report":
        media = next((voice for voice in voices[: 2 * NEAR] if voice.medium), None)
        if media is not None:
            return media.by("speaker by document")
    issuers = [v for v in voices if not v.medium] if scene.words.head in ADOPTED else voices
    other = next((voice for voice in issuers if not voice.animate), None) or next(iter(issuers), None)
    if other is not None:
        return other.by("speaker by document")
    parties = (n for n in scene.before() if not n.person and n.how != "demonym")
    nearest = next((n for n in parties if n.type is not PartyType.MEDIUM or scene.words.head not in ADOPTED), None)
    return scene.speaker(nearest, "speaker by document") if nearest else None


ADOPTED = frozenset({"agreement", "bill", "declaration", "decree", "document", "law", "letter", "resolution", "treaty"})
"""Texts that a medium tells of and never issues."""

PROPER = re.compile(r"[A-Z]\w+ [A-Z]\w+$")
"""A text's own name: "the Oslo Declaration"."""


def is_text(speaker: Speaker, scene: Scene) -> bool:
    """Whether a text has spoken by a name that ends in the noun: "the declaration" the "Oslo Declaration"."""
    words = (speaker.name or "").casefold().split()
    return speaker.ref is None and not speaker.animate and words[-1:] == [scene.words.head]


def words_around(turn: Turn, scene: Scene) -> set[str]:
    """The words of a turn's passage outside its proposition: "said *in a statement posted on WeChat*"."""
    passage, said = turn.mention.passage, turn.mention.proposition
    text = scene.article.mentions.source.text
    span = scene.article.mentions.sentence_at(turn.mention.cue_at.start) or passage.span
    around = text[span.start : max(span.start, said.start)] + " " + text[min(said.end, span.end) : span.end]
    return set(re.findall(r"[a-zé]+", around.casefold()))
