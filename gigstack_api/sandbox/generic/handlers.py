"""The handlers of operations that only the spec describes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from attrs import frozen

from ..call import Answer, Call, Handler
from ..operation import Operation
from ..resource import Resource
from ..schemas import Schemas
from .resources import Resources, singular
from .shapes import Kind, Shape, collections_of, shape_of
from .values import Schema, Values

FILES = {
    "application/pdf": b"%PDF-1.4\n%%EOF\n",
    "application/zip": b"PK\x05\x06" + bytes(18),
    "application/xml": b"<sandbox/>",
    "text/xml": b"<sandbox/>",
}
"""The smallest file of each kind."""


@frozen
class Served:
    """A spec as its operations are served: their shapes, and the resources that are remembered."""

    shapes: Mapping[Operation, Shape]
    resources: Mapping[str, Resources]
    values: Values


def handlers_of(spec: Schemas, operations: Sequence[Operation]) -> dict[Operation, Handler]:
    """The handlers of some operations of a spec."""
    values = Values(spec)
    collections = collections_of(operations)
    shapes = {operation: shape_of(operation, spec, collections) for operation in operations}
    resources: dict[str, Resources] = {}
    for kinds in ((Kind.GET,), (Kind.CREATE, Kind.UPDATE), (Kind.LIST,)):
        for shape in shapes.values():
            template = shape.collection
            if shape.kind in kinds and template not in resources and template in collections:
                found = _resource_schema(shape, spec, values)
                if found is not None:
                    resources[template] = _resources(template, found, shapes.values(), values)
    served = Served(shapes, resources, values)
    return {operation: _handler(operation, shape, served) for operation, shape in shapes.items()}


def _resource_schema(shape: Shape, spec: Schemas, values: Values) -> Schema | None:
    """The schema of the resource in an answer."""
    if shape.schema is None:
        return None
    schema = spec.resolve(shape.schema)
    for name in shape.place:
        schema = spec.resolve(values.fields(schema).get(name, {}))
    if shape.kind is Kind.LIST:
        schema = spec.resolve(schema.get("items", {}))
    alternatives = [spec.resolve(part) for part in (*schema.get("anyOf", ()), schema)]
    return next((one for one in alternatives if values.fields(one)), schema)


def _resources(template: str, schema: Schema, shapes: Any, values: Values) -> Resources:
    fields = values.fields(schema)
    parameters = [shape.id_name for shape in shapes if shape.collection == template]
    name = singular(template)
    names = [*filter(None, parameters), "id", "uuid", f"{name}_id", f"{name}Id"]
    return Resources(
        name=name,
        template=template,
        id_field=next((one for one in names if one in fields), "id"),
        schema=schema,
        fields=fields,
        is_free=not fields or schema.get("additionalProperties") not in (None, False),
        values=values,
    )


def _handler(operation: Operation, shape: Shape, served: Served) -> Handler:
    """The handler of one operation."""
    answers = _Answers(operation, shape, served)

    def handle(call: Call) -> Answer:
        _check_parents(operation, call, served)
        own = served.resources.get(shape.collection)
        if own is None or shape.kind is Kind.OTHER:
            return answers.example(call)
        if shape.kind is Kind.CREATE:
            return answers.with_value(own.create(call), f"{own.name} created")
        if shape.kind is Kind.LIST:
            page = own.page(call)
            return answers.with_value(page.data, f"{own.template} listed", page.remarks)
        found = own.find(call, call.path[shape.id_name])
        if shape.kind is Kind.UPDATE:
            found = own.update(call, found)
        if shape.kind is Kind.DELETE:
            del own.kept(call)[call.path[shape.id_name]]
            return answers.deleted(found, own)
        return answers.with_value(found, f"{own.name} found")

    return handle


def _check_parents(operation: Operation, call: Call, served: Served) -> None:
    """Checks that the resources exist that a path goes through.

    Raises:
        Refusal: 404, one does not.
    """
    segments = operation.path.strip("/").split("/")
    for end in range(1, len(segments)):
        template = "/" + "/".join(segments[:end])
        name = segments[end].strip("{}")
        if (
            segments[end].startswith("{")
            and template in served.resources
            and end + 1 < len(segments)
        ):
            served.resources[template].find(call, call.path[name])


@frozen
class _Answers:
    """The answers of an operation."""

    operation: Operation
    shape: Shape
    served: Served

    def with_value(
        self, value: Any, message: str, remarks: Mapping[str, Any] | None = None
    ) -> Answer:
        """An answer with a value where the operation has it."""
        shape = self.shape
        if shape.schema is None:
            return self._without_json()
        if not shape.place:
            return Answer(shape.status, value)
        document = self._envelope(message, remarks or {})
        inner = document
        for name in shape.place[:-1]:
            inner = inner.setdefault(name, {})
        inner[shape.place[-1]] = value
        return Answer(shape.status, document)

    def deleted(self, resource: Resource, own: Resources) -> Answer:
        """The answer to a deletion: the resource, if the operation gives back one."""
        shape = self.shape
        if shape.schema is None:
            return self._without_json()
        schema: Schema = self.operation.spec.resolve(shape.schema)
        for name in shape.place:
            schema = self.operation.spec.resolve(self.served.values.fields(schema).get(name, {}))
        shows = self.operation.facts.get("unwrap") != "empty"
        if shows and own.id_field in self.served.values.fields(schema):
            known = self.served.values.fields(schema)
            value = {name: item for name, item in resource.items() if name in known}
            return self.with_value(
                {**self.served.values.of(schema, whole=False), **value}, f"{own.name} deleted"
            )
        if shape.place:
            return self.with_value({}, f"{own.name} deleted")
        return Answer(shape.status, self._envelope(f"{own.name} deleted", {}))

    def example(self, call: Call) -> Answer:
        """An example of the spec, else a value for the schema.

        An action on a resource that is remembered shows it, if it answers with such a one.
        """
        shape = self.shape
        if shape.schema is None:
            return self._without_json()
        found, is_there = _example(shape.media, self.operation.spec)
        document: Any = deepcopy(found) if is_there else self.served.values.of(shape.schema)
        if (resource := self._subject(call)) is not None and isinstance(document, dict):
            return self.with_value(resource, "done")
        return Answer(shape.status, document)

    def _subject(self, call: Call) -> Resource | None:
        """The resource that an action is about, if its answer has the same schema."""
        found = re.match(r"(.*)/\{([^{}]+)\}/[^{}]+$", self.operation.path)
        own = self.served.resources.get(found[1]) if found else None
        if found is None or own is None:
            return None
        schema = _resource_schema(self.shape, self.operation.spec, self.served.values)
        return own.find(call, call.path[found[2]]) if schema is own.schema else None

    def _envelope(self, message: str, remarks: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of an answer beside its value."""
        values = self.served.values
        schema: Schema = self.shape.schema or {}
        fields = values.fields(schema)
        made = values.of(schema, whole=False)
        document: dict[str, Any] = made if isinstance(made, dict) else {}  # pyright: ignore[reportUnknownVariableType] - JSON
        if "message" in fields:
            document["message"] = message[:1].upper() + message[1:]
        if "success" in fields:
            document["success"] = True
        for name, value in remarks.items():
            if name in fields and (value is not None or name in document):
                document[name] = value
            elif name in document and value is None:
                del document[name]
        return document

    def _without_json(self) -> Answer:
        """An answer of another media type, or without content."""
        shape = self.shape
        plain = shape.media_type.partition(";")[0].strip()
        if not plain:
            return Answer(shape.status, None, b"", "")
        found, is_there = _example(shape.media, self.operation.spec)
        content = FILES.get(plain, b"sandbox")
        if is_there:
            content = (found if isinstance(found, str) else json.dumps(found)).encode()
        return Answer(shape.status, None, content, plain)


def _example(media: Mapping[str, Any], spec: Schemas) -> tuple[Any, bool]:
    """The example of a media type, and whether there is one."""
    if "example" in media:
        return media["example"], True
    for example in media.get("examples", {}).values():
        node = spec.resolve(example)
        if "value" in node:
            return node["value"], True
    return None, False
