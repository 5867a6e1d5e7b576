"""The day beside a reporting verb is when it was said, on whatever word the parser hung it."""

from __future__ import annotations

from spacy.tokens import Token

from dossier.mentions.claims.edges import clause_end
from dossier.mentions.claims.frames import Content, Telling
from dossier.mentions.claims.scene import Run
from dossier.mentions.claims.trees import FINITE, SUBJECTS, has_own_subject


def past_day(start: int, clause: Token, told: Telling) -> int:
    """``said on Friday its boat was rammed``, ``told the panel Monday it had failed``: when that was said."""
    doc = told.scene.doc
    if doc[start].pos_ == "ADV" and doc[start + 1].lower_ == "that":
        return start + 2  # "said *earlier* that troops had left"
    if doc[start].lower_ in {"earlier", "later"} and any(
        c.dep_ in SUBJECTS and c.left_edge.i == start + 1 for c in clause.lefts
    ):
        return start + 1  # "said *earlier* they would come"
    past = start + (doc[start].lower_ == "on")
    day = doc[past].lower_.endswith("day") and doc[past].ent_type_ == "DATE"
    marked = doc[start - 1].lower_ == "that" or doc[start - 1].is_punct
    if marked or not day or past + 1 >= told.sentence.end or doc[past + 1].is_punct:
        return start
    return past + 1 if any(c.dep_ in SUBJECTS and c.left_edge.i > past for c in clause.lefts) else start


def behind_day(told: Telling) -> Content | None:
    """``said Monday the tug had turned``, where the parser hung the clause on the day."""
    for beside in told.verb.rights:
        day = next(iter(beside.children), beside) if beside.lower_ == "on" else beside
        for clause in day.rights if day.lower_.endswith("day") and day.ent_type_ == "DATE" else ():
            finite = bool({t.tag_ for t in [clause, *clause.lefts]} & FINITE)
            if clause.dep_ == "relcl" and finite and clause.left_edge.i == day.i + 1 and has_own_subject(clause):
                return Content(Run(day.i + 1, clause_end(told, clause)), clause.i, "clause")
    return None
