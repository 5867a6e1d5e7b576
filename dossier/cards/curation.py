"""What human beings decided, laid over what the machine found. A decision always wins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dossier.model import Card, Dossier
from dossier.notation import Fault, Node


class Do(StrEnum):
    """What a decision does to the card that it stands on."""

    ADD = "add"
    STRIKE = "strike"
    ALIAS = "alias"
    UNALIAS = "unalias"
    SAME_AS = "same_as"
    NOT_SAME_AS = "not_same_as"
    SPLIT = "split"
    HIDE = "hide"
    ANSWER = "answer"
    UNANSWER = "unanswer"


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of ``decisions``: ``{do: strike, key: role, value: defence chief, reason: the same office}``."""

    do: Do
    where: str
    """File and line, for messages: ``content/people/sergei-shoigu.yml:31``."""
    key: str | None = None
    """The property that ``add`` and ``strike`` speak of: ``role``."""
    value: str | None = None
    """The value added or struck, the other spelling, or the name of the card split off."""
    of: str | None = None
    ref: str | None = None
    """The other card."""
    sources: tuple[str, ...] = ()
    """For ``split``: the articles whose facts go to the new card."""


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part of one card, and the card as it was last written."""

    card: Card
    text: str
    """The ``curated`` block of the file, character for character."""
    name: str | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Curation:
    """All that was decided: reference of a card -> the person's part of it."""

    parts: Mapping[str, Part] = field(default_factory=dict)


def apply_curation(dossier: Dossier, curation: Curation) -> Dossier:
    """``dossier`` with every decision carried out; ``CardError`` where two contradict each other."""
    if curation.parts:
        raise NotImplementedError
    return dossier


def without_hidden(dossier: Dossier) -> Dossier:
    """``dossier`` without the cards that a person hid, and without references to them."""
    return dossier


def read_part(node: Node, card: Card, text: str, file: str) -> tuple[Part, list[Fault]]:  # noqa: ARG001 - to come
    """The person's part of a parsed card file, and what is wrong with it."""
    return Part(card, text), []
