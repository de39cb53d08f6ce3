"""The worked example of docs/en/guides/regenerating.md, run as a reader would."""

from __future__ import annotations

import json
import os
import shlex
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from gigstack_api.regenerate import pipeline
from gigstack_api.regenerate.__main__ import main
from gigstack_api.regenerate.document import Node
from scripts.docs.blocks import blocks_of
from scripts.docs.pages import GUIDES
from scripts.generate import ROOT
from scripts.spec.model import load, reachable
from tests.docs.running import run_in_process

NAME = "regenerating"
PAGE = GUIDES / f"{NAME}.md"
ANSWERS = {
    "/clients/client_1": {"data": {"id": "client_1", "loyalty_level": "gold"}},
    "/clients/client_1/balance?currency=MXN": {"currency": "MXN", "amount": 120.5},
}


class Api(BaseHTTPRequestHandler):
    """The API of the example."""

    def do_GET(self) -> None:
        content = json.dumps(ANSWERS[self.path]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - of its base
        pass


@pytest.fixture
def base_url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()


def part_of_our_spec() -> Node:
    """What the example needs of our spec: all of it takes five seconds."""
    spec = load()
    paths = {path: spec["paths"][path] for path in ("/clients/{id}", "/payments/{id}")}
    used = reachable(spec, paths)
    kinds = {
        kind: {name: part for name, part in parts.items() if f"#/components/{kind}/{name}" in used}
        for kind, parts in spec["components"].items()
    }
    kinds["securitySchemes"] = spec["components"]["securitySchemes"]
    return {**spec, "paths": paths, "webhooks": {}, "components": kinds}


def test_the_worked_example_does_what_the_page_shows(
    base_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = blocks_of(PAGE)
    [overlay, *_] = [block.code for block in blocks if block.language == "yaml"]
    [command] = [block.code for block in blocks if "--overlay overlay.yaml" in block.code]
    (tmp_path / "overlay.yaml").write_text(overlay, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "openapi.json").write_text(json.dumps(part_of_our_spec()), encoding="utf-8")
    monkeypatch.setattr(pipeline, "own_spec", lambda: tmp_path / "openapi.json")
    assert main(shlex.split(command)[3:]) == 0
    [program] = [block for block in blocks if block.language == "python"]
    environment = {
        "OUR_GIGSTACK_API_KEY": "a-key",
        "OUR_GIGSTACK_BASE_URL": base_url,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]),
    }
    assert run_in_process(program.code, environment) == program.output
