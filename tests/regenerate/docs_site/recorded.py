"""A documentation site on loopback: its pages, and how it answers the next requests for each."""

from __future__ import annotations

import hashlib
import threading
from collections import defaultdict, deque
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from attrs import Factory, define, frozen

CUT = 0
"""The status of an answer whose connection breaks in the middle of the body."""


@frozen
class Fault:
    """An answer instead of the page."""

    status: int
    headers: Mapping[str, str] = Factory(dict[str, str])


@define
class Recorded:
    """A running site, and the requests it received."""

    url: str = ""
    pages: dict[str, str | bytes] = Factory(dict[str, "str | bytes"])
    changed: dict[str, float] = Factory(dict[str, float])
    faults: defaultdict[str, deque[Fault]] = Factory(lambda: defaultdict[str, deque[Fault]](deque))
    asked: list[tuple[str, dict[str, str]]] = Factory(list[tuple[str, dict[str, str]]])
    at_once: int = 0
    most_at_once: int = 0
    lock: threading.Lock = Factory(threading.Lock)
    has_versions: bool = True

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for."""
        return [path for path, _ in self.asked]

    def index(self, *lines: str, name: str = "gigstack") -> None:
        """Writes the index."""
        entries = "\n".join(f"- {line.format(site=self.url)}" for line in lines)
        self.pages["/llms.txt"] = f"# {name}\n\n## Docs\n\n## API Docs\n\n{entries}\n"


@contextmanager
def recorded_site() -> Generator[Recorded, None, None]:
    """A site without pages."""
    site = Recorded()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with site.lock:
                site.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
                site.at_once += 1
                site.most_at_once = max(site.most_at_once, site.at_once)
                fault = site.faults[self.path].popleft() if site.faults[self.path] else None
            try:
                self._answer(fault)
            finally:
                with site.lock:
                    site.at_once -= 1

        def _answer(self, fault: Fault | None) -> None:
            page = site.pages.get(self.path)
            if page is None and fault is None:
                fault = Fault(404)
            body = page.encode() if isinstance(page, str) else page or b""
            if fault is not None and fault.status != CUT:
                self._send(fault.status, b"", dict(fault.headers))
                return
            etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            versions = {"ETag": etag} if site.has_versions else {}
            if self.path in site.changed:
                versions["Last-Modified"] = formatdate(site.changed[self.path], usegmt=True)
            if fault is None and self.headers.get("If-None-Match") == etag:
                self._send(304, None, versions)
                return
            self._send(200, body, versions, is_cut=fault is not None)

        def _send(
            self,
            status: int,
            body: bytes | None,
            headers: Mapping[str, str],
            *,
            is_cut: bool = False,
        ) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if body is not None:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write((body or b"")[: len(body or b"") // 2 if is_cut else None])
            self.close_connection = self.close_connection or is_cut

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - a name of the library
            """Nothing: the test has the requests."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        site.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()
