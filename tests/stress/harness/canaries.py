"""Unique texts placed where secrets and personal data stand, and the search for them."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Collection
from functools import cache
from random import Random
from typing import Any
from urllib.parse import unquote_plus

from attrs import define, field

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.names import argument_name
from scripts.spec.examples import FILES, put
from scripts.spec.model import Call, Node, resolve

SECRET, PERSONAL, NAMED = "Zq9Secret", "Zq9Person", "Zq9Named"
"""Kinds of canaries: not allowed in any text; not allowed in any log; not allowed in any log, but
an error may name it (ids, idempotency keys).
"""

B64_STARTS = (0, 2, 3)
"""The first base64 character that depends on the text alone, if the text starts 0, 1 or 2 bytes
into a group of three.
"""


@define
class Canaries:
    """Makes arguments and answers of calls with a canary in every text."""

    random: Random

    def text(self, kind: str) -> str:
        """A unique text of that kind."""
        return f"{kind}{self.random.getrandbits(48):012x}"

    def of(
        self, spec: Node, schema: Node, *, secret: bool = False, inside: tuple[str, ...] = ()
    ) -> Any:
        """A value of a schema with a canary in every text."""
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
            name: self.of(spec, schema, secret=secret, inside=inside)
            for name, schema in fields.items()
            if not _refs(schema).intersection(inside)
        }

    def _text(self, schema: Node, *, secret: bool) -> str | bytes:
        text = self.text(SECRET if secret else PERSONAL)
        if schema.get("format") == "binary":
            return FILES[schema["x-media-types"][0]] + text.encode()
        if schema.get("format") == "byte":
            return b64encode(text.encode()).decode()
        return f"{text}@ejemplo.com" if schema.get("format") == "email" else text

    def answer(self, call: Call, *, link: str) -> Any:
        """A success answer, which links to its file, if it has one."""
        document = self.of(call.spec, call.answer)
        for place in call.facts.get("download", {}).get("fields", ())[:1]:
            put(document, place, link)
        return document

    def arguments(self, call: Call) -> tuple[list[str], dict[str, Any]]:
        """Path and keyword arguments of a call. An RFC in a path is personal; errors may name other
        ids.
        """
        path = [self.text(PERSONAL if name == "rfc" else NAMED) for name in call.parameters("path")]
        query = {
            name: self.of(call.spec, parameter["schema"])
            for name, parameter in call.sent_query.items()
        }
        headers = {
            name: self.text(NAMED if name == "Idempotency-Key" else SECRET)
            for name in call.parameters("header")
        }
        body: dict[str, Any] = self.of(call.spec, call.body) if call.body.get("properties") else {}
        if "idempotency_key" in body:
            body["idempotency_key"] = self.text(NAMED)
        keywords = {argument_name(name): value for name, value in (query | headers | body).items()}
        if call.facts.get("metadata_filter"):
            keywords["metadata"] = {"external_id": self.text(PERSONAL)}
        return path, keywords

    def with_drift(self, value: Any) -> Any:
        """The value with another type for each text, and undocumented fields in each object."""
        if is_object(value):
            known = {name: self.with_drift(inner) for name, inner in value.items()}
            return {**known, "session_token": self.text(SECRET), "note": self.text(PERSONAL)}
        if is_list(value):
            return [self.with_drift(item) for item in value]
        return {"inner": value} if isinstance(value, str) else value


def _refs(schema: Node) -> set[str]:
    return {
        node["$ref"]
        for node in (schema, schema.get("items", {}), *schema.get("anyOf", ()))
        if "$ref" in node
    }


@define
class CanarySearch:
    """Finds canaries in texts, whether plain, base64 or percent-encoded. `scanned` counts texts."""

    needles: dict[str, str] = field(
        factory=lambda: {kind: kind for kind in (SECRET, PERSONAL, NAMED)}
    )
    scanned: int = 0
    found: list[str] = field(factory=list[str])

    def add(self, text: str, kind: str = SECRET) -> None:
        """Also searches for this text from now on."""
        self.needles[text] = kind

    def scan(self, text: str, where: str, *, forbidden: Collection[str]) -> None:
        """Records each kind of forbidden canary found in a text."""
        self.scanned += 1
        for kind in self.kinds_in(text) & set(forbidden):
            self.found.append(f"{kind} in {where}")

    def kinds_in(self, text: str) -> set[str]:
        """The kinds of the canaries in a text."""
        plain = unquote_plus(text).casefold()
        return {
            kind
            for needle, kind in self.needles.items()
            if needle.casefold() in plain or any(form in text for form in in_base64(needle))
        }


@cache
def in_base64(text: str) -> list[str]:
    """The base64 forms of a text, for each of the three offsets it can start at."""
    found: list[str] = []
    for offset, start in enumerate(B64_STARTS):
        content = b"\0" * offset + text.encode()
        found.append(b64encode(content[: len(content) // 3 * 3]).decode()[start:])
    return found + [
        form.translate(str.maketrans("+/", "-_")) for form in found if "+" in form or "/" in form
    ]


def as_json(value: Any) -> bytes:
    """A value as UTF-8 JSON."""
    return json.dumps(value, ensure_ascii=False).encode()
