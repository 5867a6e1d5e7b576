"""Pronouns: "he" is a person, "it" a body or medium, "they" several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from dossier.cards.cast import Named
from dossier.cards.speakers.genders import agrees
from dossier.cards.speakers.scene import Scene, Speaker, Turn
from dossier.cards.wording import PLAIN
from dossier.model import PartyType, Polarity

PERSONAL = frozenset({"he", "him", "his", "she", "her", "himself", "herself"})
THINGS = frozenset({"it", "its", "itself"})
SEVERAL = frozenset({"they", "them", "their", "themselves"})
RELATIVE = frozenset({"who", "which", "that", "whom"})


def by_pronoun(scene: Scene) -> Speaker | None:
    """Whoever a pronoun stands for, by what sort of thing can: a person for "he", a body or medium for "it"."""
    word = scene.place.exact.translate(PLAIN).strip().casefold()
    if word in PERSONAL:
        return person_before(scene)
    if word in THINGS:
        return thing_before(scene)
    if word in SEVERAL:
        return several_before(scene)
    if word in RELATIVE:
        return next((scene.speaker(n, "speaker by relative clause") for n in scene.before()), None)
    return None


def person_before(scene: Scene) -> Speaker | None:
    """The last to speak or to be a subject, whichever is nearer: "Kim thanked Putin …, he added" is Kim.

    Where that is long ago, the one with whom the sentence before closes its words: "… - told PAP Colonel X. He denied".
    """
    tellers = [t.mention.speaker.evidence.span for t in scene.turns if t.mention.speaker is not None]
    named = (n for n in scene.article.inside(scene.claim.proposition) if n.person)
    told_of = {n.who.ref for n in named if not any(at.covers(n.at) for at in tellers)}  # not whose words run on

    def fits(who: Named | Speaker) -> bool:
        ref = who.ref if isinstance(who, Speaker) else who.who.ref
        known = agrees(who, scene) and ref not in told_of  # "he said Biden had called" is not Biden
        return known and not is_of_other_gender(ref, scene)

    said = scene.said_before()  # "'He sees it as weakness,' he said": nobody in it is who says it
    turns = (t for t in scene.back() if not any(span.covers(t.mention.proposition) for span in said))
    turn = next((t for t in turns if t.speaker.animate and fits(t.speaker)), None)
    since_then = takewhile(lambda t: t is not turn, scene.back())
    quoted = [*said, *(t.mention.proposition.span for t in (*since_then, turn))] if turn is not None else []
    subjects = (n for n in scene.before() if n.person and n.subject and fits(n))
    subject = next((n for n in subjects if not any(span.covers(n.at) for span in quoted)), None)
    pair = side_by_side(subject, scene) if subject and leads(scene) else []
    if pair and (turn is None or turn_place(turn) < pair[0].at.start):
        names = tuple(sorted({named.who.name for named in pair}))
        return Speaker(None, "speaker by pronoun, two come into question", candidates=names)
    nearest = next((n for n in scene.before() if n.person and fits(n)), None)
    since = max(turn_place(turn) if turn else -1, subject.at.start if subject else -1)
    if nearest is not None and since < last_sentence(scene) <= nearest.at.start and is_told_by(nearest, scene):
        return scene.speaker(nearest, "speaker by pronoun")
    if subject is not None and subject.at.start == since:
        return scene.speaker(subject, "speaker by pronoun")
    if turn is not None:
        return turn.speaker.by("speaker by pronoun")
    nearest = nearest or of_whom_told(scene)
    return scene.speaker(nearest, "speaker by pronoun") if nearest else None


def of_whom_told(scene: Scene) -> Named | None:
    """Where the words told name everybody: "*Khan* saw two jets. The jets, which Khan knew, turned back, he said"."""
    named = (n for n in scene.article.before(scene.place.start) if n.person and agrees(n, scene))
    people = [n for n in named if not is_of_other_gender(n.who.ref, scene)]
    teller = next((n for n in people[:1] if is_told_by(n, scene)), None)
    behind = (n for n in scene.people_soon() if agrees(n, scene))  # "'We will help,' he wrote. … Premier Ida Lund"
    return teller or next((n for n in people if n.subject), None) or next(behind, None) or next(iter(people), None)


def is_of_other_gender(ref: str | None, scene: Scene) -> bool:
    """Whether the article has called somebody *he* before who would be *she* here."""
    other = FEMALE if scene.place.exact.casefold() in MALE else MALE
    said = (t for t in scene.back() if t.speaker.ref == ref and t.mention.speaker is not None)
    return any(t.mention.speaker is not None and t.mention.speaker.evidence.exact.casefold() in other for t in said)


MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "herself"})


def side_by_side(subject: Named, scene: Scene) -> list[Named]:
    """The two of whom "he" may mean either: "President *A* and his rival *B* met the mediator. He said …".

    Two of whom one alone was the subject are none, and so are a man and a woman whom the text tells apart elsewhere.
    """
    text = scene.article.mentions.source.text
    people = [n for n in scene.article.named if n.person and n.at.start < scene.place.start]
    for left, right in pairwise(people):
        if (
            subject not in (left, right)
            or not (agrees(left, scene) and agrees(right, scene))
            or left.who.ref == right.who.ref
            or left.at.start < last_sentence(scene)
        ):
            continue
        if PAIRED.fullmatch(text[left.at.end : right.at.start]) and FINITE.match(text, right.at.end):
            return [left, right]
    return []


PAIRED = re.compile(r" and (?:(?:his|her|the|[\w-]+) ){0,5}")
"""What stands between two who act together: " and his rival "."""

FINITE = re.compile(r" (?!and\b|of\b|or\b)[a-z]")
"""The verb of the two, right after their names."""


def is_told_by(named: Named, scene: Scene) -> bool:
    """Whether a reporting verb stands right before a name and its title: "- *told* PAP Lt. Col. Zawadzki".

    Or whether a passive ends in whoever did it: "The same was *expressed by* the minister Jonas Lind".
    """
    if DONE_BY.search(scene.article.mentions.source.text[max(0, named.at.start - 90) : named.at.start]):
        return scene.article.mentions.source.text[named.at.end : named.at.end + 1] == "."
    text = scene.article.mentions.source.text[: named.at.start].split()[-TITLE_WORDS:]
    verbs = scene.lexicon.claims.verbs
    words = [word.strip(',.-–—"”’').casefold() for word in text]
    return any(word in SPOKEN or word.removesuffix("ed") in verbs or word.removesuffix("d") in verbs for word in words)


DONE_BY = re.compile(r"\b(?:\w+ed|done|given|made|said|told|written) by (?:[\w'’-]+ ){0,9}$")
"""A passive before whoever did it: "made by the foreign minister of this country "."""

TITLE_WORDS = 6
"""Words between a reporting verb and a name: "told PAP Lt. Col."."""

SPOKEN = frozenset({"said", "says", "spoke", "told", "tells", "wrote", "writes"})
"""Irregular forms of the commonest reporting verbs."""


def last_sentence(scene: Scene) -> int:
    """Where the sentence before the pointer's begins, or before the words that it is the speaker of."""
    place = min(scene.place.start, scene.claim.passage.start)
    spans = [span for span in scene.article.mentions.sentences if span.start <= place]
    return spans[-2:][0].start if spans else 0


def thing_before(scene: Scene) -> Speaker | None:
    """The body or medium that spoke last, unless another opened a sentence since ("Hamas freed two. It said …").

    Standing positions are passed over for events: after "KCNA said …. Pyongyang claims …", the past tense of
    "it added" goes on from KCNA.
    """
    accused = {n.who.ref for n in scene.article.inside(scene.claim.proposition) if not n.person and n.how != "demonym"}
    accused = accused if scene.claim.rule == "nominal" else set()  # "over *its* accusation that Oslo …" is not Oslo's
    if accused:
        other = (n for n in scene.before() if not n.person and n.how != "demonym" and n.who.ref not in accused)
        named = next(other, None)
        return scene.speaker(named, "speaker by pronoun") if named is not None else None
    opened = opening(scene) if leads(scene) else denier(scene)
    turns = [t for t in scene.back() if any(things(t))]
    if opened is not None and (not turns or opened.at.start > turn_place(turns[0])):
        return scene.speaker(opened, "speaker by pronoun")
    same = [t for t in turns[:3] if is_present(t.mention.cue) == is_present(scene.claim.cue)]
    for turn in (*same, *turns):
        return next(things(turn)).by("speaker by pronoun")
    nearest = next((n for n in scene.before() if not n.person and n.how != "demonym"), None)
    return scene.speaker(nearest, "speaker by pronoun") if nearest else None


def leads(scene: Scene) -> bool:
    """Whether a pronoun begins its sentence: "It said …" goes on from a topic, "…, it said" from who reports."""
    between = scene.article.mentions.source.text[scene.sentence().start : scene.place.start]
    return len(between.split()) < 3


def things(turn: Turn) -> Iterator[Speaker]:
    """Those of a turn's voices that "it" can mean."""
    return (s for s in turn.voices if s.name is not None and not s.animate and (s.ref is not None or not s.plural))


def denier(scene: Scene) -> Named | None:
    """Who denies what the sentence tells of it: "Kyiv accuses *Iran* of arming them, which it denies"."""
    start, end = scene.sentence().start, scene.place.start
    if scene.claim.polarity is not Polarity.DENIES or not WHICH.search(scene.article.mentions.source.text[start:end]):
        return None
    accusers = {voice.ref for turn in scene.back() if turn.mention.cue_at.start > start for voice in turn.voices}
    here = (n for n in scene.article.after(start) if n.at.start < end and not n.person and n.how != "demonym")
    return next((n for n in here if n.who.ref not in accusers), None)


WHICH = re.compile(r"\b(?:accusations?|allegations?|charges?|claims?|something|which) $")
"""What stands right before who denies a charge: ", *which* it denies"."""


def opening(scene: Scene) -> Named | None:
    """The party with which the pointer's sentence or the one before begins: "Hamas freed two. It said …".

    A sentence before that begins with "it" as well only goes on: "*India* resisted. It abstained …. It said …".
    """
    text = scene.article.mentions.source.text
    spans = [s for s in scene.article.mentions.sentences if s.start <= scene.place.start]
    going_on = [*takewhile(lambda s: GOES_ON.match(text, s.start), reversed(spans[:-1]))]
    for span in reversed(spans[-2 - len(going_on) :]):
        if span in going_on:
            continue
        first = next(
            (n for n in scene.article.after(span.start) if n.at.start < min(span.end, scene.place.start)), None
        )
        if first is None or first.person or first.how == "demonym":
            continue
        closed = text[first.at.end : first.at.end + 2].translate(PLAIN)
        if re.fullmatch(r"\W*(?:[Tt]he )?", text[span.start : first.at.start]) and not closed.startswith("'"):
            return first
    return None


GOES_ON = re.compile(r"\W*(?:(?:And|But) it|It) (?:also |has |had |is |was |[a-z]+ed )")
"""How a sentence begins that tells more of one thing: "It has regularly abstained"; no "It is clear that"."""


def is_present(cue: str) -> bool:
    """Whether a cue is in the present tense, as a standing position is: ``claims``, ``denies``."""
    first = cue.split()[0].casefold() if cue else ""
    return (
        first.endswith("s") and not first.endswith(("ss", "us")) and first not in {"as", "was", "comments", "remarks"}
    )


def several_before(scene: Scene) -> Speaker | None:
    """Those that spoke last and are several: analysts, officials, a movement; else the body that spoke last."""
    both = BOTH.search(scene.article.mentions.source.text, scene.sentence().start, scene.place.start)
    if both is not None and scene.claim.polarity is Polarity.DENIES:
        return Speaker(both.group(), "speaker by pronoun", said_as=both.group(), plural=True)
    listed, turns = list_before(scene), list(scene.back())
    if listed and (not turns or turn_place(turns[0]) < listed[0].at.start):
        return scene.several(listed, "speaker by pronoun")
    alone = one_unnamed(turns, scene)
    if alone is not None and scene.claim.cue.casefold().startswith("add"):
        return alone.by("speaker by pronoun")
    voices = [v for t in turns for v in t.voices if v.name is not None]
    several = next((v for v in voices if v.plural), None) or next((v for v in voices if not v.animate), None)
    if several is not None:
        return several.by("speaker by pronoun")
    if alone is not None:
        return alone.by("speaker by pronoun")
    group = next((n for n in scene.before() if n.type is PartyType.GROUP), None)
    return scene.speaker(group, "speaker by pronoun") if group else None


def one_unnamed(turns: Sequence[Turn], scene: Scene) -> Speaker | None:
    """Who spoke last, where it is somebody without a name: ``an official said. *They* added``."""
    last = turns[0].speaker if turns else None
    if last is None or last.ref is not None or not last.animate or last.plural or last.name is None:
        return None
    return last if last.name.split()[-1].casefold() in scene.lexicon.speakers.anonymous else None


BOTH = re.compile(r"\bboth (?:armies|camps|countries|governments|parties|sides)\b")
"""Two who are accused alike: "accused *both sides* of war crimes, a charge they reject"."""


def list_before(scene: Scene) -> list[Named]:
    """The states with which the sentence before begins: "Estonia, Latvia and Lithuania protested. *They* said …"."""
    spans = [span for span in scene.article.mentions.sentences if span.start <= scene.place.start]
    text, row = scene.article.mentions.source.text, list[Named]()
    place = spans[-2].start if len(spans) > 1 else scene.place.start
    for named in scene.article.after(place):
        if named.at.start >= scene.place.start or not JOINT.fullmatch(text[place : named.at.start]):
            break
        row.append(named)
        place = named.at.end
    return row if len(row) > 1 and {n.type for n in row} <= {PartyType.STATE, PartyType.GROUP, PartyType.BODY} else []


JOINT = re.compile(r"(?:Both )?(?:[Tt]he )?|,?\s(?:and\s)?(?:the\s)?")
"""What stands before the first of a list and between its members."""


def turn_place(turn: Turn) -> int:
    """Where a turn's speaker is printed, or its passage begins."""
    return turn.mention.speaker.evidence.start if turn.mention.speaker else turn.mention.passage.start
