"""Serves a folder on this machine.

`make docs-serve` also builds the site again when a page changes; open pages load themselves again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

HOST = "127.0.0.1"
BUILT = "/built"
RELOADING = b"""<script>
(function () {
  var first;
  setInterval(function () {
    fetch("/built").then(function (answer) { return answer.text() }).then(function (built) {
      first = first || built;
      if (built !== first) location.reload();
    }).catch(function () {});
  }, 1000);
})();
</script>"""


class Files(SimpleHTTPRequestHandler):
    """The files of a folder, without a log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: a line for each file hides what matters."""


class ReloadingFiles(Files):
    """The files of a folder; its pages ask every second whether `built` has changed."""

    built: ClassVar[list[int]] = [0]

    def do_GET(self) -> None:
        """Answers with the number of the build, with a page, or with another file."""
        if self.path == BUILT:
            self._answer("text/plain", str(self.built[0]).encode())
            return
        page = Path(self.translate_path(self.path))
        if page.is_dir():
            page /= "index.html"
        if page.suffix == ".html" and page.is_file():
            self._answer("text/html; charset=utf-8", page.read_bytes() + RELOADING)
            return
        super().do_GET()

    def _answer(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(
    folder: Path, *, port: int = 0, handler: type[Files] = Files
) -> Generator[str, None, None]:
    """Serves a folder on a thread until the block ends, and gives its address."""
    with ThreadingHTTPServer((HOST, port), partial(handler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


def watch(watched: list[Path]) -> None:
    """Builds again after each change, and says what is wrong with a build."""
    from watchfiles import watch as changes

    from .__main__ import main

    for _ in changes(*watched):
        if main(["--draft"]) == 0:
            ReloadingFiles.built[0] += 1


def serve(arguments: list[str] | None = None) -> int:
    """Builds a draft, serves it, and builds it again until it is interrupted."""
    from ..pages import DOCS, ROOT
    from .__main__ import main
    from .building import SITE, THEME

    parser = argparse.ArgumentParser(prog="python -m scripts.docs.site.serving")
    parser.add_argument("--port", type=int, default=8001)
    options = parser.parse_args(arguments)
    main(["--draft"])
    with serving(SITE, port=options.port, handler=ReloadingFiles) as address:
        print(f"{address}/, until Ctrl-C")
        try:
            watch([DOCS, THEME, ROOT / "CHANGELOG.md"])
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(serve())
