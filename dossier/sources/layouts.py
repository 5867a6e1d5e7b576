"""How an article is laid out: what is body, headline, caption and furniture, by position; nothing is cut out.

First each line by itself (``rows``), then the head (``heads``), then the body down to where other stories begin,
then datelines and credits inside lines. When in doubt a line is body: a lost paragraph is worse than a read notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.lexicon.furniture import FurnitureWords
from dossier.model import Furniture, Span
from dossier.sources.bylines import in_plain_case, locate
from dossier.sources.captions import LEADING, read_photo_credit
from dossier.sources.clues import Clue, Says, name_medium
from dossier.sources.credits import read_end_credit, read_lead_credit
from dossier.sources.datelines import read_dateline
from dossier.sources.elsewhere import drop_led_lines, drop_shouted_lines, find_end
from dossier.sources.heads import BULLET, CAPTION_LABELS, Role, find_body, is_bare_name, read_head, split_names
from dossier.sources.phrases import find_notice
from dossier.sources.rows import Look, Row, read_rows

HEAD_PARAGRAPHS = 2
"""A bare date below more paragraphs of the body than these is not the day of the article."""
LEAD_PARAGRAPHS = 3
"""In how many paragraphs from the first a page says whose report it gives again."""
CROSSHEAD_WORDS = 12
"""A plain line between paragraphs is a crosshead up to this length, body beyond it."""
PICTURED_BY = re.compile(r"[\w.-]+(?: ?/ ?[\w.'’-]+(?: [\w.'’-]+){0,3}){1,3}")
"""Agencies and a photographer between paragraphs, who supplied a picture: "PAP/ Reuters/ Jan Nowak"."""
CAPTION_LABEL = re.compile(
    r"(?:image caption|file photo|photo caption|caption|photo|file)\s*[:,|–—-]\s*(?=\w)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of one article, as spans of its text in code points, sorted."""

    furniture: tuple[Furniture, ...]
    headings: tuple[Span, ...]
    captions: tuple[Span, ...]
    title: Span | None
    clues: tuple[Clue, ...]

    def body(self, text: str) -> str:
        """The running text: what is neither furniture nor heading nor caption, joined by line breaks."""
        skipped = sorted([*(piece.span for piece in self.furniture), *self.headings, *self.captions])
        pieces, at = [], 0
        for span in [*skipped, Span(len(text), len(text))]:
            pieces.append(text[at : span.start])
            at = max(at, span.end)
        return "\n".join(piece.strip() for piece in pieces if piece.strip())


@dataclass(frozen=True, slots=True)
class Part:
    """A row with its role, the stretches at its ends that are furniture, and what they say."""

    row: Row
    role: Role
    reason: str = ""
    cuts: tuple[Furniture, ...] = ()
    clues: tuple[Clue, ...] = ()

    @property
    def span(self) -> Span:
        """What is left of the line between the cuts."""
        start, end = self.row.line.start, self.row.line.end
        for cut in self.cuts:
            start, end = (max(start, cut.end), end) if cut.start <= start else (start, min(end, cut.start))
        return Span(start, max(start, end))


def read_layout(text: str, start: int, words: FurnitureWords) -> Layout:
    """The layout of an article whose front matter ends at ``start``."""
    rows, marks = read_rows(text, start, words)
    body = find_body(rows, words)
    parts = [
        Part(row, role, row.reason or "section") for row, role in zip(rows, read_head(rows, body, words), strict=False)
    ]
    parts += read_body(rows[body:], words)
    parts = list(trim_parts(parts, words))
    if start:
        marks.insert(0, Furniture(0, start, "front matter"))
    elif text.startswith("\ufeff"):
        marks.insert(0, Furniture(0, 1, "mark"))
    return make_layout(text, parts, marks)


def read_body(rows: Sequence[Row], words: FurnitureWords) -> list[Part]:
    """The roles of the rows from the first paragraph on."""
    stop = find_end(rows)
    story = rows[:stop]
    roles = [name_role(row) for row in story]
    drop_led_lines(rows, roles)
    drop_shouted_lines(story, roles)
    last = max((at for at, role in enumerate(roles) if role is Role.BODY and rows[at].look is Look.PROSE), default=-1)
    for at, row in enumerate(story):
        if at and rows[at - 1].line.folded in CAPTION_LABELS and roles[at] is Role.BODY:
            roles[at] = Role.CAPTION
        if row.look is Look.PLAIN and roles[at] is Role.BODY:
            roles[at] = Role.FURNITURE if is_bare_name(story, at, words) else read_plain(story, at, last)
        if row.line.is_cut_off and any(
            rows[i].line.is_cut_off for i in (at - 1, at + 1, at - 2, at + 2) if 0 <= i < stop
        ):
            roles[at] = Role.FURNITURE
    parts = [Part(row, role, row.reason or "related") for row, role in zip(story, roles, strict=True)]
    for row in rows[stop:]:
        own = tuple(clue for clue in row.clues if clue.rule == "own advert")
        parts.append(Part(Row(row.line, row.look, clues=own), Role.FURNITURE, "related"))
    return parts


def name_role(row: Row) -> Role:
    """A first role, from the look alone."""
    if row.look in {Look.PROSE, Look.PLAIN}:
        return Role.BODY
    return Role.CAPTION if row.look is Look.CAPTION else Role.FURNITURE


def read_plain(rows: Sequence[Row], at: int, last: int) -> Role:
    """A line without a full stop among paragraphs: crosshead, list item, stray headline, or a sentence cut short."""
    line = rows[at].line
    if is_led(rows, at) or leads_to_speech(rows, at):
        return Role.BODY
    if BULLET.match(line.text) and at < last:
        return Role.BODY if line.words >= 3 else Role.HEADING
    if at > last:
        return Role.FURNITURE
    beside = [rows[i] for i in (at - 1, at + 1) if 0 <= i < len(rows)]
    if line.words >= 5 and any(row.look is Look.PLAIN and row.line.words >= 5 for row in beside):
        return Role.FURNITURE
    return Role.HEADING if line.words <= CROSSHEAD_WORDS else Role.BODY


def leads_to_speech(rows: Sequence[Row], at: int) -> bool:
    """``Lind told reporters on Tuesday:``, with what he told them as the next paragraph."""
    following = rows[at + 1].line.text.lstrip() if at + 1 < len(rows) else ""
    return rows[at].line.text.rstrip().endswith(":") and following.startswith(SPEECH_MARKS)


SPEECH_MARKS = ("“", '"', "«", "„")
"""With what a paragraph of speech begins."""


def is_led(rows: Sequence[Row], at: int) -> bool:
    """Whether a line is of a list with its lead-in: ``The plan calls for:``, ``- a truce along the river``."""
    if rows[at].line.text.rstrip().endswith(":"):
        return at + 1 < len(rows) and BULLET.match(rows[at + 1].line.text) is not None
    first = at
    while first and BULLET.match(rows[first].line.text):
        first -= 1
    return first < at and rows[first].line.text.rstrip().endswith(":")


def trim_parts(parts: Sequence[Part], words: FurnitureWords) -> Iterator[Part]:
    """Every part with what its line has at its ends: dateline, credit of the text, credit of the picture.

    A byline amid the body ("Posted by …" in a live page, "Analysis by …" over a box) is no byline of the article, and a
    bare date below some paragraphs ("June 22, 1941. Operation Barbarossa" under a picture) not its day.
    """
    body = [at for at, part in enumerate(parts) if part.role is Role.BODY]
    for at, part in enumerate(parts):
        if part.role is Role.BODY:
            trimmed = trim_body(part, at == body[0], at == body[-1], words)
            credit = read_lead_credit(part.row.line, words) if at in body[:LEAD_PARAGRAPHS] else None
            yield replace(trimmed, clues=(*trimmed.clues, credit)) if credit else trimmed
        elif part.role is Role.CAPTION:
            yield trim_caption(part)
        elif part.role is Role.HEADLINE:
            yield trim_headline(part, words)
        elif part.role is Role.BYLINE:
            line = part.row.line
            names = tuple(locate(line, name, Says.AUTHOR, in_plain_case(name)) for name in split_names(line.text))
            yield Part(part.row, Role.FURNITURE, "byline", (), names)
        elif part.role is Role.FURNITURE:
            amid = bool(body) and body[0] < at < body[-1]
            deep = amid and len([i for i in body if i < at]) > HEAD_PARAGRAPHS
            strange = ({Says.AUTHOR} if amid else set()) | ({Says.DATED} if deep else set())
            clues = tuple(clue for clue in part.row.clues if clue.says not in strange)
            if deep and part.reason == "byline" and PICTURED_BY.fullmatch(part.row.line.text):
                clues = ()
            yield Part(part.row, part.role, part.reason, (), clues)
        else:
            yield part


def trim_body(part: Part, opens: bool, closes: bool, words: FurnitureWords) -> Part:
    """A paragraph without its dateline and its credit; one that ends in a picture's credit is a caption."""
    line = part.row.line
    cuts: list[Furniture] = []
    clues: list[Clue] = []
    dateline = read_dateline(line, words, opens) if line.is_prose else None
    if dateline:
        cuts.append(Furniture(line.start, line.start + dateline.length, "dateline"))
        clues += dateline.clues
    notice = find_notice(line, words)
    if notice:
        cuts.append(Furniture(line.start + notice, line.end, "notice"))
    credit = read_end_credit(line, words) if not notice else None
    if credit and credit[0].start > (dateline.length if dateline else 0):
        if not closes and not opens and not any(c.says is Says.REPORTER for c in credit[1]) and is_short_caption(part):
            return trim_caption(Part(part.row, Role.CAPTION))
        cuts.append(Furniture(line.start + credit[0].start, line.end, "credit"))
        clues += credit[1]
    return Part(part.row, part.role, part.reason, tuple(cuts), tuple(clues))


def is_short_caption(part: Part) -> bool:
    """Whether a line with an agency in brackets at its end is short enough for a caption: "Smoke over Gaza. (AP)"."""
    return part.row.line.words <= 45 and re.search(r"\b(?:said|says|told|added)\b", part.row.line.text) is None


def trim_caption(part: Part) -> Part:
    """A caption without the credit of its picture."""
    line = part.row.line
    credit = read_photo_credit(line)
    label = LEADING.match(line.text) or CAPTION_LABEL.match(line.text)
    cuts = [Furniture(line.start, line.start + label.end(), "mark")] if label and label.end() < len(line.text) else []
    if credit and credit.start > (label.end() if label else 0):
        cuts.append(Furniture(line.start + credit.start, line.end, "photo credit"))
    elif credit:
        return Part(part.row, Role.FURNITURE, "photo credit")
    return Part(part.row, Role.CAPTION, "", tuple(cuts))


def trim_headline(part: Part, words: FurnitureWords) -> Part:
    """A headline without the outlet behind it: "Envoys meet in Sanaa - BBC News", and without "(2nd LD)" before it."""
    line = part.row.line
    cuts: list[Furniture] = []
    clues: list[Clue] = []
    lead = re.match(r"\((?:\d\w\w )?(?:LEAD|LD|URGENT|News Focus|Yonhap Feature)[^()]{0,12}\)\s*", line.text)
    if lead:
        cuts.append(Furniture(line.start, line.start + lead.end(), "mark"))
    tail = re.search(r"\s(?:\||-|–|—)\s([^|]{2,40})\Z", line.text)
    medium = name_medium(tail[1].strip(), words) if tail else None
    if tail and medium:
        cuts.append(Furniture(line.start + tail.start(), line.end, "masthead"))
        clues.append(Clue(medium[0], medium[1], line.start + tail.start(1), line.end, "masthead"))
    return Part(part.row, part.role, "", tuple(cuts), tuple(clues))


def make_layout(text: str, parts: Sequence[Part], marks: Sequence[Furniture]) -> Layout:
    """The parts as sorted spans; furniture lines that touch are one stretch, so that a box is one entry."""
    pieces = list(marks)
    for part in parts:
        line = part.row.line
        pieces += [Furniture(line.start, line.end, part.reason)] if part.role is Role.FURNITURE else part.cuts
    titles = [part.span for part in parts if part.role is Role.HEADLINE and part.span]
    heads = [part.span for part in parts if part.role in {Role.HEADLINE, Role.HEADING} and part.span]
    return Layout(
        furniture=tuple(join_furniture(text, sorted(pieces, key=lambda piece: (piece.start, piece.end)))),
        headings=tuple(heads),
        captions=tuple(part.span for part in parts if part.role is Role.CAPTION and part.span),
        title=titles[0] if titles else None,
        clues=tuple(clue for part in parts for clue in part.clues),
    )


def join_furniture(text: str, pieces: Sequence[Furniture]) -> Iterator[Furniture]:
    """Pieces of one reason with nothing but blanks between them become one; what is covered already is left out."""
    held: Furniture | None = None
    for piece in pieces:
        if held and piece.end <= held.end:
            continue
        follows = held is not None and piece.reason == held.reason and not text[held.end : piece.start].strip()
        if held and (piece.start < held.end or follows):
            held = Furniture(held.start, piece.end, held.reason)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held
