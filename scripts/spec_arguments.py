"""Plausible arguments and answers of a call, made from the spec. Pure."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from .spec_reading import Call, python_name
from .spec_values import FILES, made

METADATA = {"external_id": "EXT-1", "nested": {"key": 7}}
METADATA_QUERY = [("metadata.external_id", "EXT-1"), ("metadata.nested.key", "7")]


@frozen
class Arguments:
    """Plausible arguments of a call, by wire name."""

    path: dict[str, str]
    query: dict[str, Any]
    headers: dict[str, str]
    body: dict[str, Any]
    metadata: Mapping[str, Any] | None

    @classmethod
    def of(cls, call: Call) -> Arguments:
        """All the spec knows, each with a value of its own."""
        return cls(
            path={name: f"{name}_1" for name in call.parameters("path")},
            query={
                name: made(call.spec, each["schema"], name)
                for name, each in call.sent_query.items()
            },
            headers={name: f"{name} value" for name in call.parameters("header")},
            body=made(call.spec, call.body, "body") if call.body else {},
            metadata=METADATA if call.facts.get("metadata_filter") else None,
        )

    @classmethod
    def least(cls, call: Call) -> Arguments:
        """Only what the spec requires."""
        full = cls.of(call)
        query = {
            name: full.query[name] for name, each in call.sent_query.items() if each.get("required")
        }
        body = {name: full.body[name] for name in call.body.get("required", [])}
        return cls(path=full.path, query=query, headers={}, body=body, metadata=None)

    @property
    def keywords(self) -> dict[str, Any]:
        """The keyword arguments of the method."""
        named = self.query | self.headers | self.body
        found = {python_name(name): value for name, value in named.items()}
        return found if self.metadata is None else {**found, "metadata": self.metadata}

    def json(self, call: Call) -> dict[str, Any] | None:
        """The JSON body as it should be sent: none at all, where the spec needs none and there is
        nothing to say.
        """
        return self.body if self.body or call.node.get("requestBody", {}).get("required") else None

    @property
    def form(self) -> dict[str, bytes]:
        """The parts of the form as they should be sent."""
        texts = {
            name: value if isinstance(value, (str, bytes)) else json.dumps(value)
            for name, value in self.body.items()
        }
        return {
            name: text.encode() if isinstance(text, str) else text for name, text in texts.items()
        }

    @property
    def spelled_query(self) -> list[tuple[str, str]]:
        """The query as it should be sent, sorted."""
        pairs = [
            (name, value if isinstance(value, str) else json.dumps(value))
            for name, value in self.query.items()
        ]
        return sorted(pairs + (METADATA_QUERY if self.metadata else []))


def put(document: dict[str, Any], place: str, value: object) -> None:
    """Sets what stands at a dotted place, and makes the objects on the way."""
    *holders, last = place.split(".")
    for name in holders:
        document = document.setdefault(name, {})
    document[last] = value


def plausible_document(call: Call) -> Any:
    """A success answer made from the schema; a file stands where it may stand first."""
    document = made(call.spec, call.answer, "answer")
    if download := call.facts.get("download"):
        put(document, download["fields"][0], b64encode(FILES[download["media_type"]]).decode())
    return document
