"""Where everything stands: pages, passages, and the way from one to another.

A link is always relative and ends in ``.html``, so that one build works from disk and from any sub-path of a
server: from ``people/ana-reyes.md`` to the words 120 to 131 of an article, ``../sources/a1.html#p120-131``.
"""

from __future__ import annotations

import functools
import re
from urllib.parse import quote

from dossier.model import Evidence

SAFE = re.compile(r"[A-Za-z0-9_.~/-]*")
"""What no address need escape."""

HOME = "index.md"
METHOD = "about.md"
RULES = "rules.md"


def page_of(ref: str) -> str:
    """The Markdown page of a card: ``people/ana-reyes`` -> ``people/ana-reyes.md``."""
    return f"{ref}.md"


def index_of(plural: str) -> str:
    """The page that lists a kind: ``people`` -> ``people/index.md``."""
    return f"{plural}/index.md"


def passage_id(evidence: Evidence) -> str:
    """The fragment that a passage has on its source's page, from its offsets in code points: ``p27-39``."""
    return f"p{evidence.start}-{evidence.end}"


def passage_address(evidence: Evidence) -> str:
    """Where a passage stands, wherever it is quoted: ``sources/a1#p27-39``. A page carries it as ``data-at``."""
    return f"{evidence.source}#{passage_id(evidence)}"


def rule_id(rule: str) -> str:
    """The fragment that a rule has on the page of rules: ``the host's office`` -> ``r-the-host-s-office``."""
    return f"r-{re.sub('[^a-z0-9]+', '-', rule.casefold()).strip('-')}"


def href(here: str, there: str, fragment: str = "") -> str:
    """The relative address of the page ``there`` on the page ``here``; both are Markdown paths of the site."""
    end = f"#{escaped(fragment)}" if fragment else ""
    return end if here == there and fragment else way(there, here.rpartition("/")[0]) + end


@functools.lru_cache(maxsize=1 << 16)
def way(there: str, folder: str) -> str:
    """The address of a page on all pages of a folder, which link to much the same ones."""
    path = relative(there, folder)
    return escaped(f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path)


def escaped(address: str) -> str:
    """Percent-encoded; hardly ever needed, since addresses are slugs."""
    return address if SAFE.fullmatch(address) else quote(address)


def relative(there: str, folder: str) -> str:
    """The way from ``folder`` to a page: ``../sources/a1.md`` from ``people``, ``ana.md`` for ``people/ana.md``."""
    if not folder:
        return there
    if there.startswith(f"{folder}/"):
        return there[len(folder) + 1 :]
    return "../" * (folder.count("/") + 1) + there


def passage_href(here: str, evidence: Evidence) -> str:
    """The address of a passage on its source's page, where it is highlighted."""
    return href(here, page_of(evidence.source), passage_id(evidence))
