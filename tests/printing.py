"""Small PDF files made by hand, for tests: pages of lines in a standard font."""

from __future__ import annotations

import zlib
from collections.abc import Sequence


def pdf_of(pages: Sequence[Sequence[str]], *, packed: bool = False) -> bytes:
    """A PDF with these lines on these pages, 14 points apart."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        drawn = b"BT /F1 11 Tf 60 780 Td 14 TL\n" + b"".join(b"(%s) Tj T*\n" % escaped(line) for line in lines) + b"ET"
        kids.append(len(objects) + 1)
        page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
        objects += [page.encode() % (len(objects) + 2), stream(drawn, packed=packed)]
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return assembled(objects)


def escaped(line: str) -> bytes:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("latin-1")


def stream(data: bytes, *, packed: bool = False) -> bytes:
    data = zlib.compress(data, 9) if packed else data
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), b"/Filter/FlateDecode" if packed else b"", data)


def assembled(objects: Sequence[bytes]) -> bytes:
    """The objects numbered from 1, with the table that says where each stands."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, len(out),
    )  # fmt: skip
