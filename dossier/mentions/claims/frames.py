"""What a rule hands on: one cue with its speaker and its content, still in tokens of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.mentions.claims.scene import Run
from dossier.model import Pointer, Polarity


@dataclass(frozen=True, slots=True)
class Voice:
    """The noun phrase that speaks: ``Lee Sung Joon`` with its head ``Joon``."""

    head: int
    """The index of its head."""
    run: Run
    pointer: Pointer


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
