"""A package made from a foreign spec and called; `make extras` runs it where only a wheel is.

Usage: python scripts/try_regenerated.py SPEC FOLDER
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

PET = {"id": 7, "name": "Firulais", "tag": None}


class PetShop(BaseHTTPRequestHandler):
    """Answers with a pet, and records what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[str, str, str | None]]] = []

    def do_GET(self) -> None:
        """Answers a read."""
        self.asked.append((self.command, self.path, self.headers["Authorization"]))
        content = json.dumps([PET] if self.path.startswith("/v1/pets?") else PET).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - a name of its base
        """Prints nothing."""


async def call(client: Any) -> list[object]:
    """A pet by its id, and the first page of pets."""
    async with client:
        pet = await client.pets.show_by_id("7")
        pets = await client.pets.list(limit=1)
        return [pet.name, [each.id for each in pets]]


def main() -> None:
    """Makes the package, imports it and calls it.

    Raises:
        SystemExit: it does something else than the spec says.
    """
    from gigstack_api.regenerate.__main__ import main as regenerate

    spec, folder = sys.argv[1], Path(sys.argv[2])
    arguments = ["--spec", spec, "--out", str(folder / "petstore"), "--package", "petstore"]
    for extra in ([], ["--check"]):
        if code := regenerate([*arguments, *extra]):
            raise SystemExit(f"regenerate gave {code}")
    sys.path.insert(0, str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), PetShop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base_url = f"http://127.0.0.1:{server.server_port}/v1"
    client = importlib.import_module("petstore").Petstore("a-key", base_url=base_url)
    found = asyncio.run(call(client))
    server.shutdown()
    server.server_close()
    expected = [("GET", "/v1/pets/7", "Bearer a-key"), ("GET", "/v1/pets?limit=1", "Bearer a-key")]
    if (found, PetShop.asked) != (["Firulais", [7]], expected):
        raise SystemExit(f"not as the spec says: {found}, {PetShop.asked}")


if __name__ == "__main__":
    main()
