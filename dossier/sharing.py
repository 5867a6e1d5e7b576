"""The picture that a link to the site shows where it is shared: title, topic and counts, drawn when the site is built.

    draw_card("Tankers in the strait", "Seizures, spring 2024", "12 articles · 5 origins · 80 claims", "#7a2e14")

A PNG of 1200 by 630 pixels (what Open Graph readers ask for), the same bytes wherever the pinned packages are
installed: Pillow brings its own FreeType, the font is a package (Source Serif Pro, SIL OFL 1.1; Latin, Greek and
Cyrillic), and the pixels are stored, not packed, since two releases of a packer seldom give the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from importlib.resources import files
from io import BytesIO
from zlib import adler32, crc32

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, EDGE = 1200, 630, 80
PAPER, INK, SOFT, LINE = (251, 249, 244), (29, 33, 38), (82, 90, 98), "#c99a1d"
"""The colours of the site by day; see ``assets/dossier.css``."""
SHADES = 15
"""Shades of ink on a card; the sixteenth colour is that of its line."""
SIZES = (84, 68, 54)
"""Pixels of a title, the largest that fits."""
MOST_LINES = 3
"""Lines of a title."""
BLOCK = 0xFFFF
"""Bytes that a stored block of a zlib stream holds at most (RFC 1951, 3.2.4)."""
UNKNOWN = "\U0010fffe"
"""A character that no font has."""


def draw_card(title: str, topic: str, counts: str, colour: str = "") -> bytes | None:
    """The picture as a PNG; ``None`` where the font lacks a letter of the title, which would be an empty box.

    A topic or counts in such letters are left out.
    """
    fitting = title_that_fits(title)
    if fitting is None:
        return None
    font, lines = fitting
    card = Image.new("L", (WIDTH, HEIGHT), 0)
    pen, y = ImageDraw.Draw(card), EDGE + 20.0
    for line in lines:
        pen.text((EDGE, y), line, fill=255, font=font)
        y += font.size * 1.2
    small = typeface("Regular", 38)
    for line in (wrapped(topic, small) if writes(small, topic) else [])[:2]:
        pen.text((EDGE, y + 24), line, fill=190, font=small)
        y += small.size * 1.3
    if writes(small, counts):
        pen.text((EDGE, HEIGHT - EDGE - small.size), counts, fill=190, font=small)
    return as_png(card, rgb(colour or LINE))


def title_that_fits(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]] | None:
    """The title in lines, in the largest size that leaves room; cut where even the smallest doesn't."""
    for size in SIZES:
        font = typeface("Semibold", size)
        if not writes(font, title):
            return None
        lines = wrapped(title, font)
        if len(lines) <= MOST_LINES:
            return font, lines
    return font, [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]


def typeface(weight: str, size: int) -> ImageFont.FreeTypeFont:
    """One weight of the font."""
    font = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf"
    return ImageFont.truetype(BytesIO(font.read_bytes()), size, layout_engine=ImageFont.Layout.BASIC)


def writes(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Whether there is something to write and the font has every letter of it."""
    box = bytes(font.getmask(UNKNOWN))
    return bool(text) and all(letter.isspace() or bytes(font.getmask(letter)) != box for letter in set(text))


def wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    """Text in lines between the edges; a word that is longer than a line stands on one of its own, cut off."""
    lines: list[str] = []
    for word in text.split():
        if lines and font.getlength(f"{lines[-1]} {word}") <= WIDTH - 2 * EDGE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def rgb(colour: str) -> tuple[int, int, int]:
    """``#7a2e14`` and ``#abc`` as three numbers."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == len("abc") else digits
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def as_png(card: Image.Image, line: tuple[int, int, int]) -> bytes:
    """The card in sixteen colours, with a line at its head, as a PNG (ISO/IEC 15948) whose data are stored."""
    shades = [tuple(p + (i - p) * n // (SHADES - 1) for p, i in zip(PAPER, INK, strict=True)) for n in range(SHADES)]
    palette = bytes(part for colour in (*shades, line) for part in colour)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 4, 3, 0, 0, 0)  # four bits a pixel, by palette
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", stored(b"".join(rows(card)))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks(parts))


def rows(card: Image.Image) -> Iterator[bytes]:
    """Row by row, two pixels a byte, each row after the number of its filter, which is none."""
    ink = card.tobytes()
    halves = bytes(shade * (SHADES - 1) // 255 for shade in range(256))
    for y in range(HEIGHT):
        row = ink[y * WIDTH : (y + 1) * WIDTH].translate(halves) if y >= EDGE // 5 else bytes([SHADES]) * WIDTH
        yield b"\0" + bytes(one << 4 | other for one, other in zip(row[::2], row[1::2], strict=True))


def stored(data: bytes) -> bytes:
    """A zlib stream (RFC 1950) of blocks that are not packed."""
    blocks = [data[at : at + BLOCK] for at in range(0, len(data), BLOCK)]
    heads = (struct.pack("<BHH", block is blocks[-1], len(block), len(block) ^ BLOCK) for block in blocks)
    body = b"".join(head + block for head, block in zip(heads, blocks, strict=True))
    return b"\x78\x01" + body + struct.pack(">I", adler32(data))


def chunks(parts: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """The chunks of a PNG, each with its length before and its check sum behind."""
    for name, data in parts:
        yield struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))
