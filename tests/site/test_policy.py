"""The policy that each page carries: what an article smuggles in has no digest, and does not run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from dossier.policy import with_policy

PAGE = '<html><head><meta charset="utf-8"><title>Falak</title></head><body>{}</body></html>'


def allowed(page: str) -> set[str]:
    return set(re.findall(r"'sha256-([^']+)'", page))


def digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def test_the_policy_stands_before_all_that_could_run_and_names_the_pages_own_scripts() -> None:
    page = with_policy(PAGE.format("<script>one()</script><script src=a.js></script><script>\ntwo()</script>"))
    assert page.index("Content-Security-Policy") < page.index("<title>")
    assert allowed(page) == {digest("one()"), digest("\ntwo()")}
    assert "script-src 'self' file: 'sha256-" in page
    assert "default-src 'none'" in page


def test_data_that_is_no_script_needs_no_leave() -> None:
    assert allowed(with_policy(PAGE.format('<script id="x" type="application/json">{}</script>'))) == set()


def test_every_page_of_a_site_has_one_and_none_allows_scripts_at_large(small_site: Path) -> None:
    pages = [path.read_text("utf-8") for path in small_site.rglob("*.html")]
    assert len(pages) > 20
    for page in pages:
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
        scripts = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
        assert "unsafe" not in scripts
        assert "http" not in policy
