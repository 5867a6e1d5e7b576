"""From tokens to passages: the evidence of a claim, its mode, and the medium that stands in its attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dossier.attributions import RELATIVE, WISH
from dossier.mentions.claims.edges import trim
from dossier.mentions.claims.frames import Frame
from dossier.mentions.claims.scene import Run, Scene
from dossier.model import ClaimMention, Mode, PartyType, Pointer, Polarity

LONGEST = 900
"""Code points: about three long sentences; a longer passage pins nothing."""
WHOLLY = 1.0
"""The quoted share of a proposition's letters from which it counts as direct: a name may stand outside."""

PRESS = frozenset({"media", "medium", "press"})
"""Whom one tells when one tells all: ``told the media`` names no medium."""
OCCASIONS = frozenset({"interview", "programme", "program", "podcast"})
"""Nouns before which a medium is the one spoken to: ``in a Channel Nine interview``."""
OWN = frozenset({"our", "this"})
"""What says that the article itself is heard: ``told this newspaper``."""
HEARING = frozenset({"compound", "dative", "dobj", "pobj"})
PROGRAMMES = frozenset({"broadcast", "newscast", "podcast", "program", "programme", "show"})
SPEAKING = frozenset({"appear", "interview", "speak", "talk"})
"""Verbs that tell where somebody said it: ``Speaking on CBS, Dahl praised``."""
ONTO = frozenset({"on", "to", "with"})
NAMES = 6
"""Tokens of a name in quotation marks, the marks counted."""
SPOKEN = frozenset(
    {
        "allege", "charge", "claim", "deny", "express", "promise", "propose", "report", "say", "speak", "stress",
        "tell", "think", "urge",
    }
)  # fmt: skip
"""Classes of cues that one does to a hearer."""


NOTHING = Run(0, 0)


def claim_of(frame: Frame, scene: Scene) -> ClaimMention | None:
    """The claim of one settled frame; ``None`` where nothing but punctuation is left as content."""
    content = trim(frame.content, scene)
    if not any(t.is_alpha for t in scene.doc[content.start : content.end]):
        return None
    return ClaimMention(
        passage=scene.evidence(passage_of(frame, content, scene)),
        proposition=scene.evidence(content),
        speaker=frame.voice.pointer if frame.voice is not None else None,
        cue=frame.cue,
        cue_at=scene.evidence(frame.cue_run),
        polarity=frame.polarity,
        mode=mode_of(content, scene, own_words(frame, scene)),
        rule=frame.rule,
        via=tuple(dict.fromkeys([*_attributed_medium(frame, scene), *frame.via])),
        object=scene.evidence(frame.object) if frame.object is not None else None,
    )


def passage_of(frame: Frame, content: Run, scene: Scene) -> Run:
    """The sentences of cue and content together; the content alone with its cue where those are too long."""
    doc = scene.doc
    first, last = min(content.start, frame.cue_run.start), max(content.end, frame.cue_run.end) - 1
    whole = Run(doc[first].sent.start, doc[last].sent.end)
    spoken = Run(doc[content.start].sent.start, doc[content.end - 1].sent.end)
    for run in (whole, Run(first, last + 1), spoken):
        bare = _bare(run, scene)
        words = doc[bare.start : bare.end]
        if words.end_char - words.start_char <= LONGEST:
            return bare
    return content


def _bare(run: Run, scene: Scene) -> Run:
    end = run.end
    while end > run.start + 1 and scene.doc[end - 1].is_space:
        end -= 1
    return Run(run.start, end)


def own_words(frame: Frame, scene: Scene) -> Run:
    """``“The port,” *Dahl said*, “is safe.”``: an attribution in the midst of what it attributes."""
    if frame.rule not in {"aside", RELATIVE} or frame.voice is None:
        return NOTHING
    start, end = min(frame.voice.run.start, frame.verb), max(frame.voice.run.end, frame.verb + 1)
    if frame.rule == RELATIVE:
        return Run(start, end)  # "a warplane *it said* had crossed the border"
    while start > frame.content.start and scene.doc[start - 1].is_alpha and start - 1 not in scene.quoted_in:
        start -= 1
    while end < frame.content.end and end not in scene.quoted_in:
        end += 1
    return Run(start, end)


def mode_of(content: Run, scene: Scene, without: Run = NOTHING) -> Mode:
    """By the quotation marks alone: all of the words quoted, a part, none; words of ``without`` are not counted."""
    told = (t for t in scene.doc[content.start : content.end] if not without.holds(t.i))
    words = [t for t in told if any(c.isalnum() for c in t.text)]
    letters = sum(len(t.text) for t in words)
    quoted = sum(len(t.text) for t in words if t.i in scene.marked)
    if not quoted:
        return Mode.INDIRECT
    return Mode.DIRECT if quoted >= WHOLLY * letters else Mode.MIXED


def _attributed_medium(frame: Frame, scene: Scene) -> tuple[Pointer, ...]:
    """The medium to which somebody speaks: ``told CNN``, ``in remarks carried by state television``."""
    voice = frame.voice
    if voice is None or scene.is_medium(scene.doc[voice.head]):
        return ()
    own = own_words(frame, scene)
    for token in _words_of_hearing(frame, scene):
        inside = (
            (frame.content.holds(token.i) and not own.holds(token.i))
            or voice.run.holds(token.i)
            or _is_quoted(token, scene)
        )
        if (
            inside
            or not (token.dep_ in HEARING or _is_typed(token, scene) or _has_guests(token))
            or scene.is_own(token)
            or _of_another(token, frame, scene)
        ):
            continue
        if _is_platform(token, scene):
            return (Pointer(scene.evidence(Run(token.i, token.i + 1)), "name"),)
        if not scene.is_medium(token) or token.left_edge.lower_ in OWN:
            continue
        if token.dep_ == "compound" and not _is_typed(token, scene) and token.head.lemma_.casefold() not in OCCASIONS:
            continue
        beside = [c for c in token.lefts if c.dep_ in {"compound", "amod", "nmod"}]
        named = next((t for t in [token, *beside] if t.i in scene.parties and scene.is_medium(t)), None)
        if named is not None:
            return () if scene.is_own(named) else (Pointer(scene.parties[named.i].evidence, "name"),)
        name = next((c for c in token.rights if c.dep_ == "appos" and c.left_edge.i == token.i + 1), token)
        if name.pos_ == "PROPN":
            return (Pointer(scene.evidence(Run(_name_start(name, scene), name.i + 1)), "name"),)
        if beside or token.lemma_.casefold() not in PRESS:
            return (Pointer(scene.evidence(Run(token.left_edge.i, token.i + 1)), "medium"),)
    return ()


def _words_of_hearing(frame: Frame, scene: Scene) -> Iterator[Token]:
    """Where it may stand who heard it: all that hangs on the cue, of a deed only ``Speaking on CBS, …``."""
    verb = scene.doc[frame.verb]
    if frame.kind in SPOKEN:
        yield from verb.subtree
    else:
        speaking = (c for c in verb.lefts if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_ in SPEAKING)
        yield from (token for clause in speaking for token in clause.subtree)


def _has_guests(token: Token) -> bool:
    """``said on ABC's "This Week"``, ``told CNN's Ana Cruz``: whose programme or reporter it is."""
    shown = token.head.pos_ == "PROPN" or token.head.lemma_.casefold() in PROGRAMMES
    heard = token.head.dep_ in {"dative", "dobj"} and shown
    return token.dep_ == "poss" and (heard or (token.head.dep_ == "pobj" and token.head.head.lower_ in ONTO))


def _is_typed(token: Token, scene: Scene) -> bool:
    """Whether a name stands before the noun that says what it is: ``told the Fjord weekly``."""
    noun, party = token.head, scene.parties.get(token.i)
    beside = token.dep_ in {"amod", "compound", "nmod"} and noun.lower_ in scene.words.speakers.media
    return beside and party is not None and scene.parties.get(noun.i) is not party


def _is_quoted(token: Token, scene: Scene) -> bool:
    """Whether a word stands in a quotation, not only in a name in marks: ``told the "Fjord" daily``."""
    quote = scene.quotation_at(token.i)
    return quote is not None and not (token.i in scene.parties and len(quote) <= NAMES)


def _name_start(name: Token, scene: Scene) -> int:
    """Where a name of several words begins, the noun that types it left out: ``newspaper | Le Phare``."""
    start = name.i
    while start and name.doc[start - 1].pos_ == "PROPN" and not scene.names_medium(name.doc[start - 1]):
        start -= 1
    hyphened = start > 1 and name.doc[start - 1].text == "-" and not name.doc[start - 1].whitespace_
    return start - 2 if hyphened and name.doc[start - 2].pos_ == "PROPN" else start  # "REN-TV"


def _of_another(token: Token, frame: Frame, scene: Scene) -> bool:
    """``officials said P, with the governor writing on Telegram that Q``: it is the governor who writes there."""
    verbs = (a for a in token.ancestors if a.i > frame.verb and a.pos_ == "VERB" and not frame.content.holds(a.i))
    return any(c.dep_ == "nsubj" for a in verbs if scene.doc[frame.verb].is_ancestor(a) for c in a.lefts)


def _is_platform(token: Token, scene: Scene) -> bool:
    """``on Telegram``, ``in a post on X``, ``on her YouTube channel``."""
    place = token.head.head if token.dep_ == "compound" else token.head
    written = place.lower_ in {"in", "on", "via"} and token.text[:1].isupper()
    return written and token.lower_ in scene.words.speakers.platforms


def medium_of(pairs: Sequence[tuple[ClaimMention, Frame]], scene: Scene) -> Pointer | None:
    """The medium that a sentence is told by, for the sentence after it: its speaker, or the nearest that relays it."""
    people = {person.evidence for person in scene.people.values()}
    states = {party.evidence for party in scene.parties.values() if party.type is PartyType.STATE}
    passing = people | states if any(claim.polarity is Polarity.DENIES for claim, _ in pairs) else people
    for claim, frame in pairs:
        if claim.via and claim.via[0].evidence in passing:
            continue  # what one man says of another's words ends with his sentence; so do a state's that are denied
        if claim.via:
            return claim.via[0]
        if claim.speaker is None or frame.voice is None or frame.rule in {"nominal", WISH}:
            continue  # "he denied media reports that …": nobody speaks through these
        if claim.speaker.how == "medium" or scene.is_medium(scene.doc[frame.voice.head]):
            return claim.speaker
    return None
