"""Another name beside somebody's own: "Mohamed Hamdan Dagalo, better known as *Hemedti*"."""

from __future__ import annotations

import re

from dossier.model import Span

CALLED = re.compile(
    r"(?:,|\s\(|\s[-–—])?\s?(?:(?:and|who|he|she) )?(?:(?:is|was) )?(?:(?:also|best|better|more|once) )?(?:\w+ly )?"
    r"(?:(?:called|known|referred to) (?:\w+ly )?(?:as|by (?:his|her|the) (?:alias|call ?sign|code ?name|nickname"
    r"|nom de guerre|pseudonym))|nicknamed|alias|a\.?k\.?a\.?|nom de guerre|under the (?:alias|pseudonym)"
    r"|whose (?:real |birth )?(?:alias|call ?sign|code ?name|name|nickname|nom de guerre|pseudonym) (?:is|was))"
    r"(?: of)?[ \u00a0][\"'“‘«]?$",
    re.IGNORECASE,
)
"""What leads from a name, at whose end it begins, to another name of the same human being."""

POSSESSIVE = re.compile(r"['’]s?\b")

LONGEST = 70
"""Code points of such a link at most."""


def called_beside(text: str, name: Span, ends: frozenset[int]) -> int | None:
    """Where a name ends that ``name`` is another of; ``ends`` are the ends of the names before it.

    Offsets are code points in ``text``. Nothing where no such words lead from one to the other, or to a name whose
    bearer only owns what follows: "nicknamed *Putin's* chef".
    """
    start = name.start
    if POSSESSIVE.match(text, name.end):
        return None
    for end in sorted((end for end in ends if 0 < start - end <= LONGEST), reverse=True):
        if CALLED.fullmatch(text, end, start) is not None:
            return end
    return None
