"""One operation of a spec: what a request may hold, and what an answer does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, cast
from urllib.parse import unquote

from attrs import define, field, frozen
from jsonschema import Draft202012Validator

from .errors import api_error
from .parameters import parse_parameter
from .problems import find_problems
from .schemas import Schemas, types_of


@frozen
class Parameter:
    """A query parameter."""

    name: str
    required: bool
    schema: Mapping[str, Any]


@define(eq=False, slots=False)
class Operation:
    """One operation of a spec.

    `facts` are what `x-gigstack` says of it, `key_headers` the headers besides Authorization that
    may hold a key.
    """

    id: str
    name: str
    method: str
    path: str
    query: tuple[Parameter, ...]
    request: Mapping[str, Any]
    responses: Mapping[str, Any]
    anonymous: bool
    takes_metadata: bool
    spec: Schemas = field(repr=False)
    facts: Mapping[str, Any] = field(factory=dict[str, Any])
    key_headers: tuple[str, ...] = ()
    segments: tuple[str, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.segments = tuple(self.path.strip("/").split("/"))

    def match(self, segments: tuple[str, ...]) -> dict[str, str] | None:
        """The path parameters of a path; None if it belongs to another operation.

        `segments` must be as many as those of this operation.
        """
        found: dict[str, str] = {}
        for mine, theirs in zip(self.segments, segments, strict=True):
            if mine.startswith("{"):
                found[mine[1:-1]] = unquote(theirs)
            elif mine != theirs:
                return None
        return found

    @property
    def body_required(self) -> bool:
        """Whether a body is required."""
        return bool(self.request.get("required"))

    @property
    def content_type(self) -> str:
        """The media type of the body; empty if there is none."""
        return next(iter(self.request.get("content", {})), "")

    @cached_property
    def body_schema(self) -> Mapping[str, Any]:
        """The schema of the body."""
        return self.spec.resolve(self._body)

    @cached_property
    def body_validator(self) -> Draft202012Validator:
        """The validator of the body."""
        return self.spec.validator(self._body)

    @property
    def _body(self) -> Mapping[str, Any]:
        schema: Mapping[str, Any] = self.request["content"][self.content_type].get("schema", {})
        return schema

    @cached_property
    def lists(self) -> frozenset[str]:
        """The query parameters that may be sent several times."""
        return frozenset(
            parameter.name
            for parameter in self.query
            if "array" in types_of(self.spec.resolve(parameter.schema))
        )

    def read_query(self, pairs: Mapping[str, str | list[str]]) -> dict[str, Any]:
        """The documented parameters of a query, converted to their types.

        Raises:
            Refusal: 400, a parameter is missing or does not match the spec.
        """
        values: dict[str, Any] = {}
        faults: list[str] = []
        for parameter in self.query:
            if parameter.name in pairs:
                value = self._parsed(pairs[parameter.name], parameter.schema)
                values[parameter.name] = value
                checker = self.spec.validator(parameter.schema)
                faults += find_problems(checker, value, parameter.name)
            elif parameter.required:
                faults.append(f"{parameter.name}: required")
        if faults:
            raise api_error(400, "invalid_field_value", "Invalid query parameters", faults)
        return values

    def _parsed(self, text: str | list[str], schema: Mapping[str, Any]) -> Any:
        schema = self.spec.resolve(schema)
        if isinstance(text, str):
            return parse_parameter(text, schema)
        items = self.spec.resolve(schema.get("items", {}))
        return [parse_parameter(item, items) for item in text]

    def read_form(self, fields: Mapping[str, str]) -> dict[str, Any]:
        """The fields of a form, converted to their types."""
        known = self.body_schema.get("properties", {})
        return {name: self._parsed(text, known.get(name, {})) for name, text in fields.items()}

    def read_body(self, body: object) -> dict[str, Any]:
        """The documented fields of a body; others are ignored.

        A field under another name that an official client sends has the documented one here.

        Raises:
            Refusal: 400, the body does not match the spec, or has a field that is always refused.
        """
        sent = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
        if refused := [
            f"{name}: {reason}"
            for name, reason in self.body_schema.get("x-refused", {}).items()
            if name in sent
        ]:
            raise api_error(400, "operation_not_allowed", refused[0], refused)
        for other, name in self.body_schema.get("x-alternatives", {}).items():
            if other in sent:
                sent = {name: sent[other], **sent}
        document: object = sent if isinstance(body, dict) else body
        if faults := sorted(find_problems(self.body_validator, document, "body")):
            raise api_error(400, "validation_failed", "The request body is not valid", faults)
        known = self.body_schema.get("properties")
        return {name: value for name, value in sent.items() if known is None or name in known}

    def check_form(self, fields: Mapping[str, str], files: Iterable[str]) -> None:
        """Checks that files are sent as files, and texts as texts.

        Raises:
            Refusal: 400, one is sent as the other.
        """
        wanted = {
            name
            for name, schema in self.body_schema.get("properties", {}).items()
            if self.spec.resolve(schema).get("format") == "binary"
        }
        faults = [f"{name}: must be a file, with a file name" for name in wanted & set(fields)]
        faults += [
            f"{name}: must be a text, not a file"
            for name in self.body_schema.get("properties", {}).keys() & set(files) - wanted
        ]
        if faults:
            raise api_error(
                400, "validation_failed", "The request body is not valid", sorted(faults)
            )

    def check_answer(self, status: int, document: object) -> list[str]:
        """Where an answer deviates from the spec."""
        response = self.responses.get(str(status))
        if response is None:
            return [f"{self.id} documents no status {status}"]
        content = self.spec.resolve(response).get("content", {}).get("application/json")
        if not content:
            return []
        return list(find_problems(self.spec.validator(content["schema"]), document, "answer"))
