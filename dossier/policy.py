"""What a page may load and run: a content security policy in its head, made from the page itself.

W3C, Content Security Policy Level 3. Scripts come from the site's own files or stand in the page with the digest that
the policy names; whatever an article might smuggle in has neither and does not run. ``file:`` stands beside ``'self'``
because a page that is opened from disk has no origin of its own.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*\btype=\"application/(?:json|ld\+json)\")[^>]*>(.*?)</script>", re.DOTALL
)
HEAD = re.compile(r"<meta charset=\"utf-8\">", re.IGNORECASE)
OWN = "'self' file:"

RULES = (
    "default-src 'none'",
    f"style-src {OWN} 'unsafe-inline'",  # the width of a drawing stands in its own tag
    f"img-src {OWN} data:",
    f"font-src {OWN}",
    f"connect-src {OWN}",
    f"worker-src {OWN}",
    f"frame-src {OWN}",  # the search works in a frame where there are no workers: from disk
    "base-uri 'none'",
    "form-action 'none'",
)


def guard_pages(folder: Path) -> None:
    """Give every page under ``folder`` its policy."""
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text("utf-8")
        path.write_text(with_policy(page), "utf-8", newline="")


def with_policy(page: str) -> str:
    """The page with its policy right behind the first tag of its head, before anything that could run."""
    scripts = sorted({b64encode(sha256(found[1].encode()).digest()).decode() for found in INLINE.finditer(page)})
    allowed = " ".join([OWN, *(f"'sha256-{digest}'" for digest in scripts)])
    policy = "; ".join([*RULES, f"script-src {allowed}"])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return HEAD.sub(lambda found: found[0] + meta, page, count=1)
