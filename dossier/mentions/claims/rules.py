"""The order of the rules: which finders look at a word, and what they are told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from dossier.lexicon.claims import Takes
from dossier.mentions.claims.clauses import (
    find_clauses,
    find_feelings,
    find_orders,
    find_said_this,
    find_statement_made,
)
from dossier.mentions.claims.counts import find_counts
from dossier.mentions.claims.cues import is_asked, is_passive, match_cue, why_not
from dossier.mentions.claims.denials import dismissing, each_denier, find_relative_denials
from dossier.mentions.claims.fallbacks import (
    find_as_reports,
    find_dashed,
    find_stray_denials,
    find_stray_partners,
    find_tail_reports,
    find_with_reports,
)
from dossier.mentions.claims.frames import Cue, Frame
from dossier.mentions.claims.impersonal import find_impersonal
from dossier.mentions.claims.negated import find_negated
from dossier.mentions.claims.nominals import find_nominals
from dossier.mentions.claims.ordered import find_misread, find_ordered
from dossier.mentions.claims.passives import find_passives
from dossier.mentions.claims.pleas import find_pleas
from dossier.mentions.claims.scene import Run, Scene
from dossier.mentions.claims.sourced import RELAYED, find_according, find_quoted, find_readings, find_views
from dossier.mentions.claims.stances import find_stances, judged_words, late_noun
from dossier.mentions.claims.verdicts import find_passive_verdicts, find_relative_verdicts
from dossier.mentions.claims.views import find_positions, find_standpoints
from dossier.mentions.claims.voiced import find_voiced
from dossier.model import Kind, Rejected

RULES: Final[tuple[Callable[[Token, Scene], Iterator[Frame]], ...]] = (
    find_according,
    find_quoted,
    find_views,
    find_readings,
    find_nominals,
    find_feelings,
    find_statement_made,
    find_counts,
    find_negated,
    find_stray_denials,
    find_tail_reports,
    find_as_reports,
    find_with_reports,
    find_stray_partners,
    find_dashed,
    find_pleas,
    find_standpoints,
    find_positions,
)
"""Tried on every word, besides the verbs of the list."""
SILENT = frozenset({"-LRB-", "-RRB-", ",", ".", ":", "''", "``", "CC", "DT", "HYPH", "MD", "POS", "PRP", "PRP$", "_SP"})
"""Tags of marks and small words, of which a text is full and at which no attribution begins."""
CLAUSAL = frozenset({Takes.CLAUSE, Takes.QUOTATION})


def find_frames(sentence: Run, scene: Scene) -> Iterator[Frame | Rejected]:
    """Every attribution of one sentence, in the order of its cues, nested ones included."""
    for token in scene.doc[sentence.start : sentence.end]:
        if token.tag_ in SILENT:
            continue
        for rule in RULES:
            yield from rule(token, scene)
        as_saying = token.tag_ == "VBG" and token.i > 0 and scene.doc[token.i - 1].lower_ == "as"
        quoting = token.lemma_.casefold() in RELAYED and any(find_quoted(token, scene))
        if not as_saying and not quoting:  # "quoted him as saying", "reported him as saying" is one attribution
            yield from _verb_frames(token, scene)


def _verb_frames(verb: Token, scene: Scene) -> Iterator[Frame | Rejected]:
    """The frames of a listed verb, else of one that lends its voice to a noun."""
    if any(find_stray_denials(verb, scene)) or _only_names(verb, scene):
        return  # "…, charges that Tehran rejects": a noun
    cue = match_cue(verb, scene)
    if cue is None or (cue.entry.kind == "utter" and any(find_voiced(verb, scene))):
        yield from find_voiced(verb, scene)
        return
    found = [*find_said_this(cue)]
    if is_passive(verb):
        found = found or [*find_passives(cue)] or [*find_relative_denials(cue)] or [*find_passive_verdicts(cue)]
        found = found or [*find_impersonal(cue)] or [*find_misread(cue)]
    reason = why_not(verb) or ("a question" if is_asked(cue) else None)
    if not found and reason is not None:
        yield Rejected(Kind.CLAIM, scene.evidence(cue.run), reason)
        return
    spoken = [f for frame in _active_frames(cue) for f in each_denier(dismissing(frame, scene), scene)]
    yield from found or spoken or find_voiced(verb, scene)


def _only_names(verb: Token, scene: Scene) -> bool:
    """``rejected what he *called* lies``: told with the verb above it."""
    above = match_cue(verb.head, scene) if verb.dep_ == "ccomp" and verb.head.i < verb.i else None
    return above is not None and judged_words(verb, above.entry) and why_not(above.verb) is None


def _active_frames(cue: Cue) -> Iterator[Frame]:
    """A clause or quotation before an object, as ``warned Russia that`` and ``warned Russia against`` are two."""
    found = [*find_relative_denials(cue)] or [*find_relative_verdicts(cue)]
    if not found and _has_object(cue):
        found = [*find_stances(cue)]
    if not found:
        found = [*find_orders(cue)]
    clausal, asks = bool(cue.entry.takes & CLAUSAL), cue.entry.kind == "ask"
    if not found and clausal and not asks:
        found = [*find_clauses(cue)]
    if not found and cue.entry.takes - CLAUSAL:
        found = [*find_stances(cue)]
    if not found and asks:
        found = [*find_clauses(cue)]
    if not found and cue.entry.takes & CLAUSAL:
        found = [*find_ordered(cue)]
    told = (frame for frame in found if frame.content.start < frame.content.end)  # "said cr said", by a torn copy
    yield from (frame for frame in told if not _only_asks(cue, frame))


def _only_asks(cue: Cue, frame: Frame) -> bool:
    """``asked him if the port was open``: a question, in which nothing is claimed or wanted.

    Nor is it in a clause further off: ``pressed Oslo to drop rules *that it views as harmful*``.
    """
    if cue.entry.kind != "ask":
        return False
    opening = cue.scene.doc[frame.content.start : frame.content.start + BEFORE_IF]
    astray = frame.rule == "clause" and frame.head is not None and cue.scene.doc[frame.head].head != cue.verb
    return astray or not IFS.isdisjoint(token.lower_ for token in opening)


IFS = frozenset({"if", "whether"})
BEFORE_IF = 4
"""Words that whoever is asked may have: ``the harbour master if``."""


def _has_object(cue: Cue) -> bool:
    """Whether a deed, or for a denial or a verdict a claim, is the object: then no clause further on is the content."""
    for child in cue.verb.rights:
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and Takes.GERUND in cue.entry.takes:
            return True
        if judged_words(child, cue.entry):
            return True
        turned_down = cue.entry.denies or cue.entry.kind in {"call", "judge"}
        if turned_down and child.dep_ == "dobj" and child.lemma_.casefold() in cue.scene.words.deniable:
            return True
    return late_noun(cue) is not None
