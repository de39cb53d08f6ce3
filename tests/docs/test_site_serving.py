"""The server for writers of pages: what it serves, and how a page notices another build."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

from scripts.docs.site.serving import Files, ReloadingFiles, serving


def get(address: str) -> str:
    with urlopen(address) as answer:
        body: bytes = answer.read()
    return body.decode()


def test_pages_ask_for_the_number_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>é</p>", encoding="utf-8")
    (tmp_path / "a.css").write_text("a {}", encoding="utf-8")
    with serving(tmp_path, handler=ReloadingFiles) as address:
        assert get(f"{address}/built") == str(ReloadingFiles.built[0])
        assert get(f"{address}/").startswith("<p>é</p><script>")
        assert get(f"{address}/a.css") == "a {}"


def test_a_site_that_is_looked_at_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>", encoding="utf-8")
    with serving(tmp_path, handler=Files) as address:
        assert get(f"{address}/index.html") == "<p>"
