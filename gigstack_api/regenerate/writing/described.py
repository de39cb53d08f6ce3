"""Facts of an operation that its endpoint does not hold, for the templates. Pure.

openapi-python-client drops styles, `deprecated`, media types and vendor extensions of parameters,
and hands out the answers without telling which stand for success.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen
from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.strings import PythonIdentifier

from gigstack_api._core.schema.types import is_list
from gigstack_api.regenerate.document import Call, Node, calls, resolve

from .discriminators import told_unions
from .names import attribute_name
from .properties import (
    FILTER,
    const_type,
    field_name,
    is_file,
    is_integers,
    is_model,
    note_of,
    old_names,
    renamed_fields,
    role_of,
    unshadowed,
    unwrap_of,
)
from .readable import chosen_media_type, is_json
from .side_table import FIELD_PREFIX

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""OpenAPI says that parameters of these names are ignored."""

DELIMITED = {"form": "COMMAS", "spaceDelimited": "SPACES", "pipeDelimited": "PIPES"}
JSON = "JSON"


@frozen
class Body:
    """How the body of an operation is sent.

    `kind` is `json`, `form` or `multipart` for a body with fields, which are arguments, and
    `whole`, `text` or `file` for one that is an argument itself.
    """

    kind: str
    media_type: str
    required: bool
    prop: Any
    fields: tuple[Any, ...] = ()
    schemas: Mapping[Any, Any] = {}
    styles: Mapping[str, str] = {}

    @property
    def has_fields(self) -> bool:
        """Whether its fields are arguments."""
        return self.kind in {"json", "form", "multipart"}


class Described:
    """The operations and unions of a document, as templates ask for them."""

    def __init__(self, document: Node, models: Iterable[Any]) -> None:
        self._document = document
        self._models = {str(model.class_info.name): model for model in models}
        self._calls: dict[str, Call] = {
            PythonIdentifier(str(call.operation.get("operationId", "")), FIELD_PREFIX): call
            for call in calls(document)
        }
        self._bodies: dict[str, Body | None] = {}
        self._taken: dict[str, set[str]] = {}
        self._known_parameters: dict[str, dict[tuple[str, str], Node]] = {}
        self._unions = dict(told_unions(document))

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions that templates can call."""
        return {
            "operation_of": self.operation_of,
            "parameter_of": self.parameter_of,
            "style_of": self.style_of,
            "body_of": self.body_of,
            "media_type_of": self.media_type_of,
            "other_answers": self.other_answers,
            "union_of": self.union_of,
            "headers_of": self.headers_of,
            "argument_of": self.argument_of,
            "field_name": field_name,
            "free_name": self.free_name,
            "literal": ascii,
            "map_value": self.map_value,
            "is_model": is_model,
            "is_integers": is_integers,
            "is_file": is_file,
            "const_type": const_type,
            "note_of": note_of,
            "old_names": old_names,
            "unwrap_of": unwrap_of,
            "unshadowed": unshadowed,
            "renamed_fields": renamed_fields,
        }

    def operation_of(self, endpoint: Endpoint) -> Node:
        """The operation of an endpoint as the document has it."""
        return self._calls[endpoint.name].operation

    def parameter_of(self, endpoint: Endpoint, prop: Any, place: str) -> Node:
        """A parameter by its place: `query`, `path`, `header` or `cookie`."""
        return self._parameters(endpoint.name).get((place, prop.name.get_untrusted_value()), {})

    def _parameters(self, name: str) -> dict[tuple[str, str], Node]:
        """The parameters of an operation by place and name."""
        if name not in self._known_parameters:
            call = self._calls[name]
            found = [
                resolve(self._document, parameter, call.place)
                for parameter in call.operation.get("parameters") or ()
            ]
            self._known_parameters[name] = {(one["in"], one["name"]): one for one in found}
        return self._known_parameters[name]

    def style_of(self, endpoint: Endpoint, prop: Any) -> str:
        """The style of a query parameter, if it is not to repeat the name of a list."""
        parameter = self.parameter_of(endpoint, prop, "query")
        if "content" in parameter and "schema" not in parameter:
            return JSON
        schema = resolve(self._document, parameter.get("schema", {}), "")
        choices = [resolve(self._document, one, "") for one in schema.get("anyOf", ())]
        kinds = _types_of([schema, *choices])
        return _style(parameter, kinds) if kinds & {"array", "object"} else ""

    def headers_of(self, endpoint: Endpoint) -> list[Any]:
        """The header parameters that are sent."""
        return [
            prop
            for prop in endpoint.header_parameters
            if prop.name.get_untrusted_value().lower() not in IGNORED_HEADERS
        ]

    def body_of(self, endpoint: Endpoint) -> Body | None:
        """The body of an operation; None if it has none."""
        if endpoint.name not in self._bodies:
            self._bodies[endpoint.name] = self._find_body(endpoint)
        return self._bodies[endpoint.name]

    def _find_body(self, endpoint: Endpoint) -> Body | None:
        call = self._calls[endpoint.name]
        given = call.operation.get("requestBody")
        if not given or not endpoint.bodies:
            return None
        prop: Any = endpoint.bodies[0].prop
        content: Node = resolve(self._document, given, call.place).get("content") or {}
        media_type = chosen_media_type(content)
        plain = media_type.partition(";")[0].strip()
        kinds = {FORM: "form", MULTIPART: "multipart"}
        kind = kinds.get(plain, "json" if is_json(media_type) else "file")
        sent = "application/json" if media_type == "*/*" else media_type
        if kind == "file":
            is_text = plain.startswith("text/") or plain.endswith(("/xml", "+xml", "/yaml"))
            return Body("text" if is_text else "file", sent, prop.required, prop)
        known = (
            self._models.get(str(prop.class_info.name))
            if type(prop).__name__ == "ModelProperty"
            else None
        )
        fields = [*known.required_properties, *known.optional_properties] if known else []
        if not fields and role_of(prop) != "body":
            return Body("whole", sent, prop.required, prop)
        encoding: Node = content[media_type].get("encoding") or {}
        properties: Mapping[Any, Any] = prop.data.properties or {}
        styles = {
            name: JSON if is_json(how.get("contentType", "")) else _style(how, {"object"})
            for name, how in encoding.items()
        }
        return Body(kind, sent, prop.required, prop, tuple(fields), properties, styles)

    def media_type_of(self, endpoint: Endpoint, status: str) -> str:
        """The media type of an answer that is not JSON; empty for others."""
        call = self._calls[endpoint.name]
        answers: Node = call.operation.get("responses") or {}
        empty: Node = {}
        answer: Node = next((one for key, one in answers.items() if str(key) == status), empty)
        content: Node = resolve(self._document, answer, call.place).get("content") or {}
        return "" if any(map(is_json, content)) else next(iter(content), "")

    def other_answers(self, endpoint: Endpoint, answer: Any) -> list[Any]:
        """The other answers for success that have a status code of their own."""
        return [
            one
            for one in endpoint.responses.patterns
            if one is not answer
            and one.status_code.pattern.isdigit()
            and one.status_code.pattern.startswith("2")
        ]

    def union_of(self, prop: Any) -> Node | None:
        """How the models of a union are told apart; None if there are less than two."""
        models = [one for one in prop.inner_properties if is_model(one)]
        if len(models) < 2:
            return None
        told = self._unions.get(frozenset(str(one.class_info.name) for one in models), {})
        return {**told, "choices": [self._variant(one) for one in models]}

    def _variant(self, prop: Any) -> Node:
        """A model of a union: the fields it must have, and the values that only it has."""
        properties: Mapping[Any, Any] = prop.data.properties or {}
        values: dict[str, list[Any]] = {}
        for name, schema in properties.items():
            node = schema.model_dump(mode="json", by_alias=True, exclude_none=True)
            found = resolve(self._document, node, "")
            only = [found["const"]] if "const" in found else found.get("enum") or []
            if len(only) == 1 and name in (prop.data.required or ()):
                values[name.get_untrusted_value()] = only
        required = [name.get_untrusted_value() for name in prop.data.required or ()]
        return {
            "name": prop.class_info.name,
            "required": [name for name in required if name not in values],
            "values": values,
        }

    def map_value(self, prop: Any) -> Any:
        """The property of the values of a map; None for others, and for maps of anything."""
        if type(prop).__name__ != "ModelProperty" or prop.data.properties:
            return None
        # A reference may be a copy that was made before the generator knew what it refers to.
        known = self._models.get(str(prop.class_info.name), prop)
        found = known.additional_properties
        return None if found is None or type(found).__name__ == "AnyProperty" else found

    def argument_of(self, endpoint: Endpoint, prop: Any, place: str) -> str:
        """The argument for a parameter."""
        decided = self.parameter_of(endpoint, prop, place).get("x-python-name")
        if decided:
            return attribute_name(str(decided))
        if place == "path":
            return str(prop.python_name)
        wire: str = prop.name.get_untrusted_value()
        name = wire.replace("[", "_").replace("]", "").replace("-", "_")
        return attribute_name(wire if name == wire else name.lower())

    def free_name(self, endpoint: Endpoint, word: str) -> str:
        """A name of the templates, with an underscore if an argument has it."""
        taken = self._taken.get(endpoint.name)
        if taken is None:
            taken = self._taken[endpoint.name] = self._arguments(endpoint)
        while word in taken:
            word = f"_{word}" if word == "self" else f"{word}_"
        return word

    def _arguments(self, endpoint: Endpoint) -> set[str]:
        """The names of the arguments that the document gives an operation."""
        facts: Node = self.operation_of(endpoint).get("x-gigstack") or {}
        unsent: Node = facts.get("alternatives") or {}
        places = {
            "query": [
                prop
                for prop in endpoint.query_parameters
                if prop.name.get_untrusted_value() not in unsent and role_of(prop) != FILTER
            ],
            "header": self.headers_of(endpoint),
            "cookie": endpoint.cookie_parameters,
            "path": endpoint.path_parameters,
        }
        taken = {
            self.argument_of(endpoint, prop, place)
            for place, props in places.items()
            for prop in props
        }
        if body := self.body_of(endpoint):
            taken |= {field_name(field, body.schemas[field.name]) for field in body.fields}
            # `**payload` passes them by these names.
            taken |= {field.name.get_untrusted_value() for field in body.fields}
        return taken


def _types_of(found: list[Node]) -> set[str]:
    types: set[str] = set()
    for schema in found:
        kind: Any = schema.get("type")
        types |= set(kind) if is_list(kind) else {str(kind)}
        types |= {"object"} if "properties" in schema else set()
    return types


def _style(parameter: Node, kinds: set[str]) -> str:
    """The member of `Style` for a `style` and `explode`; empty for the plain one of a list."""
    style = parameter.get("style", "form")
    if style == "deepObject":
        return "BRACKETS"
    if parameter.get("explode", style == "form"):
        return "REPEATED" if "object" in kinds else ""
    return DELIMITED.get(style, "")
