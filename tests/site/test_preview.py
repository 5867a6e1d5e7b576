"""The preview: what is built anew is loaded anew, without a key pressed."""

from __future__ import annotations

import os
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from dossier.preview import BUILT, PreviewHandler


def test_a_page_asks_whether_the_site_was_built_anew(tmp_path: Path) -> None:
    index = tmp_path / "index.html"
    index.write_text("<h1>Two ships leave Maren</h1>", "utf-8")
    (tmp_path / "dossier.css").write_text("h1 { color: teal }", "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(PreviewHandler, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()

        def fetched(path: str) -> str:
            with urlopen(f"http://127.0.0.1:{server.server_port}{path}") as answer:
                text: str = answer.read().decode("utf-8")
                return text

        assert "Two ships leave Maren" in fetched("/")
        assert BUILT in fetched("/index.html")
        assert fetched("/dossier.css") == "h1 { color: teal }"
        before = fetched(BUILT)
        assert fetched(BUILT) == before
        os.utime(index, ns=(1, 1))
        assert fetched(BUILT) != before
        server.shutdown()
