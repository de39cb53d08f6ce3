"""Ten-line specs: one operation or two, written, imported and called."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

from gigstack_api.regenerate.document import Node

from .trial import Trial, generate_trial

KNOWN: dict[str, Trial] = {}
"""The code of small specs by the spec."""

OK: Node = {"200": {"description": "Done."}}


def json_answer(schema: Node, status: str = "200") -> Node:
    """An answer of a JSON schema."""
    return {status: {"description": "-", "content": {"application/json": {"schema": schema}}}}


def call(name: str, responses: Node = OK, /, **changes: Any) -> Node:
    """An operation of the resource `things`, by its method name."""
    facts: Node = {
        "method": name,
        "replay": "once",
        "deadline_s": 30,
        "unwrap": "empty" if responses is OK else "none",
        "docs": "",
        **changes.pop("facts", {}),
    }
    return {
        "tags": ["things"],
        "operationId": f"{name}_things",
        "summary": "Do it",
        "x-gigstack": facts,
        "responses": responses,
        **changes,
    }


def body(schema: Node, media_type: str = "application/json", **more: Any) -> Node:
    """The body of a request."""
    return {"required": True, "content": {media_type: {"schema": schema, **more}}}


def parameter(name: str, place: str, schema: Node, **more: Any) -> Node:
    """A parameter of an operation."""
    return {"name": name, "in": place, "schema": schema, **more}


def small(paths: Node, tmp_path: Path, **schemas: Node) -> Trial:
    """The code of a small spec."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    key = json.dumps(document)
    if key not in KNOWN:  # a test runs on asyncio and on trio
        KNOWN[key] = generate_trial(document, tmp_path / f"small_{uuid4().hex[:8]}")
    return KNOWN[key]
