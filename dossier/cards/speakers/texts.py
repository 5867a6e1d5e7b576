"""Texts as speakers: "the report", "a Kremlin statement", "the resolution"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.attributions import is_quoted
from dossier.cards.cast import Named
from dossier.cards.speakers.anaphora import owner
from dossier.cards.speakers.scene import Scene, Speaker, Turn
from dossier.cards.wording import PLAIN
from dossier.model import PartyType, Pointer

NEAR = 3
"""Turns back within which a text that spoke is still "the statement"."""


def by_text(scene: Scene) -> Speaker | None:
    """Whoever issued the text that speaks: "a Kremlin statement", "the report", "the ministry's communiqué"."""
    words = scene.words
    if words.head not in scene.lexicon.claims.speakers.documents:
        return None
    if JOINT.search(scene.place.exact) is not None and not scene.inside():
        return None  # the word of several, and of none of them alone
    office = OFFICE.search(scene.place.exact.translate(PLAIN))
    if office is not None:
        return by_author(scene.place.start + office.start(1), scene.place.end, scene)
    issuer = next((n for n in scene.inside() if is_issuer(n, scene)), None)
    if issuer is not None and (issuer.type is not PartyType.STATE or is_plain(issuer, scene)):
        body = body_in_text(issuer, scene) if words.definite else None
        return body or scene.speaker(issuer, "speaker by document")
    made = maker(scene)
    if made is not None and PROPER.search(scene.place.exact) is None:
        return scene.speaker(made, "speaker by document")
    if scene.inside() or PROPER.search(scene.place.exact):
        return None
    author = authored(scene)
    if author is not None:
        return by_author(author.start(1), author.end(1), scene)
    possessor = owner(scene)
    if possessor is not None:
        return possessor.by("speaker by document")
    return issuer_before(scene) if words.definite or not FURTHER.isdisjoint(words.words) else None


FURTHER = frozenset({"another", "later", "second", "separate", "subsequent"})
"""What tells that a text comes from whoever issued the one before: "a *separate* statement"."""


OFFICE = re.compile(r"\b(?:by|from|of) (?:the )?([^,']+'s? (?:campaign|family|lawyers?|office|staff|team))$")
"""Whose people issued a text: "a statement from *Mr Hollande's office*", who is not he himself."""


def by_text_before(scene: Scene) -> Speaker | None:
    """Whoever speaks in a text of which the sentence before tells: "*The report* covers a year. It also lists …"."""
    if scene.place.exact.casefold() != "it" or scene.place.start - scene.sentence().start > QUICKLY:
        return None
    text = scene.article.mentions.source.text
    earlier = [s for s in scene.article.mentions.sentences if s.start < scene.sentence().start]
    opens = next((s for s in reversed(earlier) if not GOES_ON.match(text, s.start)), None)
    subject = SUBJECT.match(text, opens.start, opens.end) if opens is not None else None
    if subject is None or subject[1] not in scene.lexicon.claims.speakers.documents:
        return None
    words = scene.article.mentions.source.evidence(subject.start(), subject.end())
    speaker = by_text(scene.pointing(Pointer(words, "noun")))
    return speaker.by("speaker by pronoun") if speaker is not None else None


QUICKLY = 4
"""Code points before "it" that still begin its sentence: an opening quotation mark, "And"."""

GOES_ON = re.compile(r"\W*(?:(?:And|But) it|It) ")
"""How a sentence begins that tells more of what the one before began with."""

SUBJECT = re.compile(r"(?:The|This) (?:[\w-]+ ){,2}?([a-z]+)(?= (?:[a-z]+ly |also )?(?:[a-z]+s|[a-z]+ed|had) )")
"""A text as the short subject of a sentence: "The 36-page *report* covers"."""


def maker(scene: Scene) -> Named | None:
    """Who made a text: "*The Senate* passed a resolution. … The resolution says", "*Lind* sent a letter demanding"."""
    text, place, documents = scene.article.mentions.source.text, scene.place, scene.lexicon.claims.speakers.documents
    texts = scene.lexicon.claims.texts
    nouns = documents if scene.words.head in texts.general else {scene.words.head}
    until = place.start if scene.words.definite else place.end
    making = rf"\b(?:{one_of(texts.making)})\s(?:[\w’'-]+\s){{0,3}}?({one_of(nouns)})\b"  # "passed a resolution"
    made = list(re.compile(making).finditer(text, 0, until))
    if not made or (not scene.words.definite and made[-1].start(1) < place.start):
        return None
    verb = made[-1].start()
    sentence = scene.article.mentions.sentence_at(verb) or scene.sentence()
    here = [n for n in scene.article.before(verb) if n.at.start >= sentence.start and n.how != "demonym"]
    beside = (n for n in here[:1] if len(text[n.at.end : verb].split()) <= BESIDE)  # "parliament, the Senate, has"
    return next((n for n in here if n.subject), None) or next(beside, None)


BESIDE = 2
"""Words between a maker and the verb: "The Senate, *too, has* passed"."""


def one_of(words: Iterable[str]) -> str:
    """Words as the choices of a pattern."""
    return "|".join(re.escape(word) for word in sorted(words))


def body_in_text(issuer: Named, scene: Scene) -> Speaker | None:
    """The body of a state that spoke in such a text: "Baku's ministry said in a statement …. *The Azeri statement*"."""
    for turn in scene.back():
        own = turn.speaker.government == issuer.state or turn.speaker.party == issuer.state
        if own and turn.speaker.ref != issuer.who.ref and scene.words.head in words_around(turn, scene):
            return turn.speaker.by("speaker by document")
    return None


def by_author(start: int, end: int, scene: Scene) -> Speaker:
    """Whoever is named or described after a text: "according to a tally *by lawmakers in Washington*"."""
    source, verb = scene.article.mentions.source, scene.claim.cue_at.start - 1
    until = verb if start < verb < end else end  # "by Lindwatch *found*"
    adverb = ADVERB.search(source.text, start, until)  # "by the committee *definitively* declared"
    place = source.evidence(start, adverb.start() if adverb is not None else until)
    named = next((n for n in scene.article.inside(place) if n.at.end == place.end), None)
    if named is not None and TITLE.fullmatch(source.text, start, named.at.start):
        return scene.speaker(named, "speaker by document")
    return Speaker(place.exact, "speaker by document", said_as=place.exact, plural=True)


ADVERB = re.compile(r" [a-z]+ly$")
TITLE = re.compile(r"(?:(?!(?:and|at|by|for|from|in|of|on|or|to|with)\b)[\w'’-]+ )*")
"""What may stand before a name in its description: "by *special counsel* Lind", no "lawmakers *in* Oslo"."""


def authored(scene: Scene) -> re.Match[str] | None:
    """Who made a text, told right after it: " compiled this week *by lawmakers in Washington*,"."""
    made = one_of(scene.lexicon.claims.texts.made)
    by = re.compile(
        rf"(?:(?:,(?:\swhich\swas)?)?\s(?:{made})(?:\s(?:on\s|in\s|this\s|last\s)?\w+)?)?\sby\s(?:the\s)?"
        r"((?:U\.S\.|U\.N\.|[^,.;:\n]){3,60}?)(?=[,.;]|\s(?:said|says|that|which)\b)"
    )
    return by.match(scene.article.mentions.source.text, scene.place.end)


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
    titled = named_text(scene)
    if titled is not None:
        return titled
    namesake = next((turn.speaker for turn in turns if is_text(turn.speaker, scene)), None)
    if namesake is not None:
        return namesake.by("speaker by document")
    voices = [voice for turn in scene.back() for voice in turn.voices if voice.name is not None]
    if scene.words.head == "report":
        media = next((voice for voice in voices[: 2 * NEAR] if voice.medium), None)
        if media is not None:
            return media.by("speaker by document")
    adopted = scene.words.head in scene.lexicon.claims.texts.adopted  # no medium issues one
    issuers = [v for v in voices if not (v.medium and adopted) and (v.ref is not None or not v.plural)]
    other = next((voice for voice in issuers if not voice.animate), None) or next(iter(issuers), None)
    if other is not None:
        return other.by("speaker by document")
    parties = (n for n in scene.before() if not n.person and n.how != "demonym")
    nearest = next((n for n in parties if n.type is not PartyType.MEDIUM or not adopted), None)
    return scene.speaker(nearest, "speaker by document") if nearest else None


def named_text(scene: Scene) -> Speaker | None:
    """The text with a name of its own told of before: "the *National Security Strategy* …. The document reads"."""
    texts = scene.lexicon.claims.texts
    if scene.words.head not in texts.general:
        return None
    named = re.compile(rf"(?:[A-Z][\w’'-]+ ){{1,4}}(?:{one_of(word.title() for word in texts.named)})\b")
    text = scene.article.mentions.source.text
    whole = named.finditer(text, max(0, scene.place.start - WITHIN), scene.place.start)
    found = [m for m in whole if not is_quoted(text[text.rfind("\n", 0, m.start()) + 1 : m.start()])]
    title = found[-1].group().removeprefix("The ") if found else None
    return Speaker(title, "speaker by document", said_as=title) if title is not None else None


WITHIN = 1500
"""Code points before "the document" in which its name stands."""

JOINT = re.compile(r"\bjoint\b", re.IGNORECASE)
"""What makes a text one of several: "their *joint* statement"."""

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
