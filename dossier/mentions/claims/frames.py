"""What the rules hand one another: a voice, a cue with its voice, its content, and the frame of the three."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dossier.lexicon.claims import CueVerb
from dossier.mentions.claims.scene import Run, Scene
from dossier.model import Pointer, Polarity


@dataclass(frozen=True, slots=True)
class Voice:
    """The noun phrase that speaks: ``Lee Sung Joon`` with its head ``Joon``."""

    head: int
    """The index of its head."""
    run: Run
    pointer: Pointer


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb that was found in a sentence: ``pointed out``."""

    verb: Token
    entry: CueVerb
    run: Run
    """Its tokens, particles included where they stand beside it."""
    scene: Scene


@dataclass(frozen=True, slots=True)
class Telling:
    """A cue with the voice that holds it: what is said is still to be found."""

    cue: Cue
    voice: Voice

    @property
    def verb(self) -> Token:
        """The reporting verb."""
        return self.cue.verb

    @property
    def scene(self) -> Scene:
        """The paragraph."""
        return self.cue.scene

    @property
    def sentence(self) -> Run:
        """The sentence that the cue stands in."""
        return self.scene.sentence(self.verb)


@dataclass(frozen=True, slots=True)
class Content:
    """A run of tokens that somebody claims, and the word that heads it."""

    run: Run
    head: int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution of one sentence, before nesting and quotations are settled."""

    cue: str
    """As printed, without auxiliaries: ``said``, ``expressed belief``."""
    cue_run: Run
    verb: int
    """The index of the word that governs the rest of the attribution."""
    voice: Voice | None
    content: Run
    """What is claimed."""
    rule: str
    head: int | None = None
    """The word that heads the content, where the parse gives one."""
    governor: int | None = None
    """The word that governs ``verb``."""
    kind: str = "say"
    """The class of the cue in the word list."""
    polarity: Polarity = Polarity.ASSERTS
    object: Run | None = None
    """For a denial of a noun: those words."""
    also: tuple[Run, ...] = ()
    """More of what is claimed, past the attribution: "…, KCNA reported, giving him a tour"."""
    via: tuple[Pointer, ...] = ()
    quoted: bool = False
    """Whether the cue itself stands in quotation marks."""


def frame_of(cue: Cue, voice: Voice | None, content: Content) -> Frame:
    """The frame of one verb with one content."""
    verb, entry = cue.verb, cue.entry
    return Frame(
        cue=cue.scene.doc[cue.run.start : cue.run.end].text,
        cue_run=cue.run,
        verb=verb.i,
        governor=verb.head.i,
        voice=voice,
        content=content.run,
        head=content.head,
        kind=entry.kind,
        polarity=Polarity.DENIES if entry.denies else Polarity.ASSERTS,
        rule="denial" if entry.denies else content.rule,
        quoted=verb.i in cue.scene.quoted_in,
    )


def sourced_frame(cue: Run, verb: Token, voice: Voice, content: Content, scene: Scene) -> Frame:
    """The frame of words that name a source and report with no verb: ``according to X``, ``for Kyiv``."""
    return Frame(
        cue=scene.doc[cue.start : cue.end].text,
        cue_run=cue,
        verb=verb.i,
        governor=verb.head.i,
        voice=voice,
        content=content.run,
        head=content.head,
        kind="source",
        rule=content.rule,
        quoted=verb.i in scene.quoted_in,
    )
