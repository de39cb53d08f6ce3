"""Facts of an operation that its endpoint does not hold, for the templates. Pure.

openapi-python-client drops styles, `deprecated`, media types and vendor extensions of parameters,
and hands out the answers without telling which stand for success.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.strings import ClassName

from gigstack_api.regenerate.document import Call, Node, calls, resolve, schemas
from gigstack_api.regenerate.media_types import is_json, is_text_media
from gigstack_api.regenerate.names import attribute_name
from gigstack_api.regenerate.options import options

from .bodies import Body, find_body
from .paths import Paths
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
from .side_table import endpoint_name
from .styles import JSON, style_of, types_of
from .unions import Unions

IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""OpenAPI says that parameters of these names are ignored."""


class Described:
    """The operations and unions of a document, as templates ask for them."""

    def __init__(self, document: Node, models: Iterable[Any]) -> None:
        self._document = document
        self._models = {str(model.class_info.name): model for model in models}
        self._calls: dict[str, Call] = {endpoint_name(call): call for call in calls(document)}
        self._bodies: dict[str, Body | None] = {}
        self._paths = Paths(self._calls)
        self._taken: dict[str, set[str]] = {}
        self._known_parameters: dict[str, dict[tuple[str, str], Node]] = {}
        self._unions = Unions(document)
        self._classes = {
            str(ClassName(name, options().field_prefix)): schema
            for name, schema in schemas(document).items()
        }

    def functions(self) -> dict[str, Callable[..., Any]]:
        """The functions that templates can call."""
        return {
            "operation_of": self.operation_of,
            "path_of": self._paths.path_of,
            "fixed_query_of": self._paths.fixed_query_of,
            "reserved_of": self._paths.reserved_of,
            "parameter_of": self.parameter_of,
            "text_of": self.text_of,
            "style_of": self.style_of,
            "body_of": self.body_of,
            "media_type_of": self.media_type_of,
            "is_text_media": is_text_media,
            "other_answers": self.other_answers,
            "union_of": self._unions.of,
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
            "old_class_names": self.old_class_names,
            "unwrap_of": unwrap_of,
            "unshadowed": unshadowed,
            "renamed_fields": renamed_fields,
        }

    def old_class_names(self, name: str) -> list[str]:
        """The names that a class of the document had before."""
        return old_names(self._classes.get(name, {}))

    def operation_of(self, endpoint: Endpoint) -> Node:
        """The operation of an endpoint as the document has it."""
        return self._calls[endpoint.name].operation

    def parameter_of(self, endpoint: Endpoint, prop: Any, place: str) -> Node:
        """A parameter by its place: `query`, `path`, `header` or `cookie`."""
        return self._parameters(endpoint.name).get((place, prop.name.get_untrusted_value()), {})

    def text_of(self, endpoint: Endpoint, prop: Any, place: str) -> str:
        """The description of a parameter.

        That beside a reference goes before that of what it refers to, which the generator takes.
        """
        schema: Node = self.parameter_of(endpoint, prop, place).get("schema") or {}
        return str(schema.get("description") or prop.description or "")

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
        kinds = types_of([schema, *choices])
        return style_of(parameter, kinds) if kinds & {"array", "object"} else ""

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
            self._bodies[endpoint.name] = find_body(
                self._document, self._calls[endpoint.name], endpoint, self._models
            )
        return self._bodies[endpoint.name]

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
