"""openapi.yaml as the sandbox uses it: routes, and the schemas of requests and answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote

import yaml
from attrs import define, field, frozen
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from .errors import api_error

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_MESSAGE_LENGTH = 200
"""Longer validation messages are cut; they may quote the whole value."""


@cache
def load() -> dict[str, Any]:
    """The spec: the copy in the installed package, or the one of the working tree."""
    source = files(__name__.rpartition(".")[0]).joinpath("openapi.yaml")  # may be in a zip file
    if not source.is_file():
        source = Path(__file__).parents[2] / "openapi.yaml"
    document: dict[str, Any] = yaml.load(source.read_bytes(), Loader)  # noqa: S506 - a safe loader
    return document


@frozen
class Parameter:
    """A query parameter."""

    name: str
    required: bool
    schema: Mapping[str, Any]


@define(eq=False, slots=False)
class Operation:
    """One operation of the spec."""

    id: str
    name: str
    method: str
    path: str
    query: tuple[Parameter, ...]
    request: Mapping[str, Any]
    responses: Mapping[str, Any]
    anonymous: bool
    takes_metadata: bool
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
        return resolve(self.request["content"][self.content_type]["schema"])

    @cached_property
    def body_validator(self) -> Draft202012Validator:
        """The validator of the body."""
        return validator(self.request["content"][self.content_type]["schema"])

    def read_query(self, pairs: Mapping[str, str]) -> dict[str, Any]:
        """The documented parameters of a query, converted to their types.

        Raises:
            Refusal: 400, a parameter is missing or does not match the spec.
        """
        values: dict[str, Any] = {}
        faults: list[str] = []
        for parameter in self.query:
            if parameter.name in pairs:
                values[parameter.name] = parse_parameter(pairs[parameter.name], parameter.schema)
                faults += list(
                    find_problems(
                        validator(parameter.schema), values[parameter.name], parameter.name
                    )
                )
            elif parameter.required:
                faults.append(f"{parameter.name}: required")
        if faults:
            raise api_error(400, "invalid_field_value", "Invalid query parameters", faults)
        return values

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
        known = self.body_schema.get("properties", {})
        return {name: value for name, value in sent.items() if name in known}

    def check_form(self, fields: Mapping[str, str], files: Iterable[str]) -> None:
        """Checks that files are sent as files, and texts as texts.

        Raises:
            Refusal: 400, one is sent as the other.
        """
        wanted = {
            name
            for name, schema in self.body_schema["properties"].items()
            if resolve(schema).get("format") == "binary"
        }
        faults = [f"{name}: must be a file, with a file name" for name in wanted & set(fields)]
        faults += [
            f"{name}: must be a text, not a file"
            for name in self.body_schema["properties"].keys() & set(files) - wanted
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
        content = resolve(response).get("content", {}).get("application/json")
        return (
            list(find_problems(validator(content["schema"]), document, "answer")) if content else []
        )


@cache
def operations() -> tuple[Operation, ...]:
    """Every operation of the spec."""
    return tuple(_read_operations())


def _read_operations() -> Iterator[Operation]:
    for path, item in load()["paths"].items():
        for method, node in item.items():
            parameters = [resolve(parameter) for parameter in node.get("parameters", ())]
            facts = node["x-gigstack"]
            yield Operation(
                id=node["operationId"],
                name=f"{node['tags'][0]}.{facts['method']}",
                method=method.upper(),
                path=path,
                query=tuple(
                    Parameter(
                        parameter["name"], parameter.get("required", False), parameter["schema"]
                    )
                    for parameter in parameters
                    if parameter["in"] == "query" and parameter["name"] != "metadata"
                ),
                request=node.get("requestBody", {}),
                responses=node["responses"],
                anonymous={} in node.get("security", ()),
                takes_metadata=facts.get("metadata_filter", False),
            )


def resolve(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The target of a reference; other nodes unchanged."""
    while "$ref" in node:
        target: Any = load()
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        node = target
    return node


def validator(schema: Mapping[str, Any]) -> Draft202012Validator:
    """A validator of a schema, which may refer to the components of the spec."""
    return Draft202012Validator(
        {**schema, "components": {"schemas": load()["components"]["schemas"]}}
    )


def find_problems(checker: Any, value: object, whole: str) -> Iterator[str]:
    """Each problem of a value, with its path; `whole` is the name of the value itself."""
    for error in checker.iter_errors(value):
        closest = _most_specific(error)
        place = ".".join(map(str, closest.absolute_path)) or whole
        message = "is not valid" if _is_secret(closest) else closest.message
        if len(message) > MAX_MESSAGE_LENGTH:
            message = f"{message[:MAX_MESSAGE_LENGTH]}..."
        yield f"{place}: {message}"


def _is_secret(error: ValidationError | None) -> bool:
    """Whether an error is about a secret, which its message would quote."""
    if error is None:
        return False
    schema: object = error.schema
    return (
        isinstance(schema, Mapping) and "x-secret" in schema and bool(schema["x-secret"])
    ) or _is_secret(error.parent)  # type: ignore[arg-type]  # the stubs know one kind of parent only


def _most_specific(error: ValidationError) -> ValidationError:
    """The deepest error of alternatives that all fail; other errors unchanged."""
    while error.context:
        error = max(error.context, key=lambda alternative: len(alternative.absolute_path))
    return error


def is_metadata_filter(name: str) -> bool:
    """Whether a query parameter filters by metadata, in either notation."""
    return name.startswith(("metadata.", "metadata_")) and len(name) > len("metadata.")


def parse_parameter(text: str, schema: Mapping[str, Any]) -> Any:
    """A parameter as its type.

    A text other than an integer of up to 18 digits stays a text, which the schema then refuses.
    """
    is_number = resolve(schema).get("type") == "integer" and re.fullmatch(r"-?[0-9]{1,18}", text)
    return int(text) if is_number else text
