"""A built site as `build.py serve` shows it: each page asks once a second whether it was built anew, and reloads."""

from __future__ import annotations

from http.server import SimpleHTTPRequestHandler
from pathlib import Path

BUILT = "/~built"
"""Answers when the site was built last."""

RELOAD = b"""<script>
(async () => {
  const built = async () => { const told = await fetch("/~built"); return told.ok ? told.text() : null; };
  const first = await built();
  setInterval(async () => {
    const now = await built().catch(() => null);
    if (now !== null && now !== first) location.reload();
  }, 1000);
})();
</script>
"""


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves a site's files as they are on disk now; pages with the script that loads them again."""

    def do_GET(self) -> None:
        """A page with the script, when the site was built, or any file as it is."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if self.path == BUILT:
            index = Path(self.directory) / "index.html"
            self.answer(str(index.stat().st_mtime_ns).encode() if index.is_file() else None, "text/plain")
        elif path.suffix == ".html" and path.is_file():
            self.answer(path.read_bytes() + RELOAD, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def answer(self, body: bytes | None, sort: str) -> None:
        """Send ``body``, never to be kept; ``None`` while a new site is put in place."""
        self.send_response(200 if body is not None else 503)
        self.send_header("Content-Type", sort)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what the build says."""
