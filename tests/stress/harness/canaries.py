"""Texts that nothing else holds, put where secrets and personal data stand, and the search for
them. Pure.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Collection
from functools import cache
from random import Random
from typing import Any
from urllib.parse import unquote_plus

from attrs import define, field

from gigstack_api._core.shapes import is_list, is_object
from scripts.spec.examples import FILES, put
from scripts.spec.model import Call, Node, python_name, resolve

SECRET, PERSONAL, NAMED = "Zq9Secret", "Zq9Person", "Zq9Named"
"""What no text may hold; what no log may hold; what no log may hold, but an error may name (ids,
idempotency keys).
"""

B64_STARTS = (0, 2, 3)
"""Of a text that begins 0, 1 or 2 bytes into a group of three: the first of its base64 characters
that are its own.
"""


@define
class Marks:
    """Makes marked values for the arguments and answers of calls."""

    random: Random

    def text(self, kind: str) -> str:
        """A text of its own."""
        return f"{kind}{self.random.getrandbits(48):012x}"

    def of(
        self, spec: Node, schema: Node, *, secret: bool = False, inside: tuple[str, ...] = ()
    ) -> Any:
        """A value of a schema with a mark in every text."""
        name = schema.get("$ref", "")
        secret = secret or bool(schema.get("x-secret"))
        schema = resolve(spec, schema)
        if "anyOf" in schema:
            return self.of(spec, schema["anyOf"][0], secret=secret, inside=inside)
        if "enum" in schema:
            return schema["enum"][-1]
        kinds = schema.get("type", "string")
        kind = kinds if isinstance(kinds, str) else kinds[0]
        if kind == "object":
            return self._object(spec, schema, secret=secret, inside=(*inside, name))
        if kind == "array":
            return [self.of(spec, schema["items"], secret=secret, inside=inside)]
        if kind in ("integer", "number"):
            return max(schema.get("minimum", 7), min(7, schema.get("maximum", 7)))
        return self._text(schema, secret=secret) if kind == "string" else True

    def _object(
        self, spec: Node, schema: Node, *, secret: bool, inside: tuple[str, ...]
    ) -> dict[str, Any]:
        if "properties" not in schema:
            return {"external_id": self.text(SECRET if secret else PERSONAL)}
        fields: dict[str, Node] = schema["properties"]
        return {
            name: self.of(spec, each, secret=secret, inside=inside)
            for name, each in fields.items()
            if not _refs(each).intersection(inside)
        }

    def _text(self, schema: Node, *, secret: bool) -> str | bytes:
        text = self.text(SECRET if secret else PERSONAL)
        if schema.get("format") == "binary":
            return FILES[schema["x-media-types"][0]] + text.encode()
        if schema.get("format") == "byte":
            return b64encode(text.encode()).decode()
        return f"{text}@ejemplo.com" if schema.get("format") == "email" else text

    def answer(self, call: Call, *, link: str) -> Any:
        """A success answer; a file stands in it by its address."""
        document = self.of(call.spec, call.answer)
        for place in call.facts.get("download", {}).get("fields", ())[:1]:
            put(document, place, link)
        return document

    def arguments(self, call: Call) -> tuple[list[str], dict[str, Any]]:
        """Path and keywords of a call. An RFC in a path is personal, other ids may be named."""
        path = [self.text(PERSONAL if name == "rfc" else NAMED) for name in call.parameters("path")]
        query = {name: self.of(call.spec, each["schema"]) for name, each in call.sent_query.items()}
        headers = {
            name: self.text(NAMED if name == "Idempotency-Key" else SECRET)
            for name in call.parameters("header")
        }
        body: dict[str, Any] = self.of(call.spec, call.body) if call.body.get("properties") else {}
        if "idempotency_key" in body:
            body["idempotency_key"] = self.text(NAMED)
        keywords = {python_name(name): value for name, value in (query | headers | body).items()}
        if call.facts.get("metadata_filter"):
            keywords["metadata"] = {"external_id": self.text(PERSONAL)}
        return path, keywords

    def drifted(self, value: Any) -> Any:
        """A value whose texts have another type, and whose objects have fields that nobody
        documented.
        """
        if is_object(value):
            known = {name: self.drifted(each) for name, each in value.items()}
            return {**known, "session_token": self.text(SECRET), "note": self.text(PERSONAL)}
        if is_list(value):
            return [self.drifted(each) for each in value]
        return {"inner": value} if isinstance(value, str) else value


def _refs(schema: Node) -> set[str]:
    return {
        each["$ref"]
        for each in (schema, schema.get("items", {}), *schema.get("anyOf", ()))
        if "$ref" in each
    }


@define
class Search:
    """Looks for marks in texts, plain or in base64 or percent-encoded, and counts."""

    needles: dict[str, str] = field(
        factory=lambda: {kind: kind for kind in (SECRET, PERSONAL, NAMED)}
    )
    scanned: int = 0
    found: list[str] = field(factory=list[str])

    def learn(self, text: str, kind: str = SECRET) -> None:
        """Adds a text that is a secret, or is personal."""
        self.needles[text] = kind

    def look(self, text: str, where: str, *, forbidden: Collection[str]) -> None:
        """Notes each forbidden mark in a text."""
        self.scanned += 1
        for kind in self.kinds_in(text) & set(forbidden):
            self.found.append(f"{kind} in {where}")

    def kinds_in(self, text: str) -> set[str]:
        """The kinds of the marks in a text."""
        plain = unquote_plus(text).casefold()
        return {
            kind
            for needle, kind in self.needles.items()
            if needle.casefold() in plain or any(each in text for each in in_base64(needle))
        }


@cache
def in_base64(text: str) -> list[str]:
    """How a text looks inside of base64, at each of the three places it may begin at."""
    found: list[str] = []
    for offset, start in enumerate(B64_STARTS):
        content = b"\0" * offset + text.encode()
        found.append(b64encode(content[: len(content) // 3 * 3]).decode()[start:])
    return found + [
        each.translate(str.maketrans("+/", "-_")) for each in found if "+" in each or "/" in each
    ]


def as_json(value: Any) -> bytes:
    """The bytes of a JSON answer."""
    return json.dumps(value, ensure_ascii=False).encode()
