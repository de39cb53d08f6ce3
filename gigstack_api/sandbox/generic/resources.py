"""Create, get, list, update and delete of a resource that the spec describes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from datetime import UTC, datetime
from typing import cast

from attrs import frozen

from ..call import Call
from ..errors import legacy_error
from ..resource import Resource
from ..schemas import types_of
from .paging import IN_LISTS, Page, page_of
from .values import Schema, Values

CREATED = re.compile(r"created(_?at|_?on)?|creation_?(date|time)", re.IGNORECASE)
UPDATED = re.compile(r"(updated|modified)(_?at|_?on)?", re.IGNORECASE)
COUNTERS = "counters of the sandbox"
"""The collection with the last integer id of each resource."""


@frozen
class Resources:
    """The resources of one path, for example `/ledgers`.

    `id_field` is the field of the resource that holds its id, `fields` are those of its schema;
    with `is_free` it may have any others.
    """

    name: str
    template: str
    id_field: str
    schema: Schema
    fields: Mapping[str, Schema]
    is_free: bool
    values: Values

    def kept(self, call: Call) -> dict[str, Resource]:
        """The resources of the team, by id. Those below another resource are kept apart."""
        path = self.template
        for name, value in call.path.items():
            path = path.replace(f"{{{name}}}", value)
        return call.collection(path)

    def find(self, call: Call, given_id: str) -> Resource:
        """The resource with an id.

        Raises:
            Refusal: 404, there is none.
        """
        found = self.kept(call).get(given_id)
        if found is None:
            raise legacy_error(
                404, f"{self.name} not found", f"The sandbox has no {self.name} {given_id!r} here"
            )
        return found

    def create(self, call: Call) -> Resource:
        """A new resource of what was sent, with what its schema requires."""
        required: object = self.values.of(self.schema, whole=False)
        resource: Resource = {
            **(cast("Resource", required) if isinstance(required, dict) else {}),
            **{name: field["default"] for name, field in self.fields.items() if "default" in field},
            **self._sent(call),
        }
        if self.id_field not in self._sent(call):
            resource[self.id_field] = self._new_id(call)
        for name, field in self.fields.items():
            if CREATED.fullmatch(name) or UPDATED.fullmatch(name):
                resource[name] = _now(call, field)
            elif name in ("team", "livemode") and name not in self._sent(call):
                resource[name] = call.team if name == "team" else call.key.livemode
        self.kept(call)[str(resource[self.id_field])] = resource
        return resource

    def update(self, call: Call, resource: Resource) -> Resource:
        """A resource with what was sent; its id stays."""
        sent = self._sent(call)
        sent.pop(self.id_field, None)
        resource.update(sent)
        for name, field in self.fields.items():
            if UPDATED.fullmatch(name):
                resource[name] = _now(call, field)
        return resource

    def page(self, call: Call) -> Page:
        """The page that a call asks for, oldest first, filtered by fields that it names."""
        found = list(self.kept(call).values())
        for name, value in call.query.items():
            if name in self.fields and name not in IN_LISTS:
                wanted = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType] - JSON
                found = [resource for resource in found if resource.get(name) in wanted]
        return page_of(call.query, found, self.id_field)

    def _sent(self, call: Call) -> Resource:
        """The fields of the body that the resource has."""
        document = call.document
        sent: Resource = cast("Resource", document) if isinstance(document, dict) else {}
        return deepcopy(
            {
                name: value
                for name, value in sent.items()
                if self.is_free or (name in self.fields and not self.fields[name].get("writeOnly"))
            }
        )

    def _new_id(self, call: Call) -> str | int:
        field = self.fields.get(self.id_field, {})
        if {"integer", "number"} & {*types_of(field)}:
            counter = call.collection(COUNTERS).setdefault(self.template, {"last": 0})
            counter["last"] += 1
            return int(counter["last"])
        if field.get("format") == "uuid" or self.id_field == "uuid":
            return call.state.new_uuid()
        return call.state.new_id(self.name)


def _now(call: Call, field: Schema) -> int | str:
    """The time of the sandbox in the form of a field."""
    if {"integer", "number"} & {*types_of(field)}:
        return call.state.now_ms() if field.get("x-unit") == "ms" else call.state.now_s()
    now = datetime.fromtimestamp(call.state.now_s(), UTC).isoformat().replace("+00:00", "Z")
    return now[:10] if field.get("format") == "date" else now


def singular(template: str) -> str:
    """The name of one resource of a path: `ledger` for `/teams/{id}/ledgers`."""
    words = [part for part in template.strip("/").split("/") if "{" not in part]
    plain = re.sub(r"\W+", "_", words[-1]).strip("_").lower() if words else "resource"
    if plain.endswith("ies"):
        return f"{plain[:-3]}y"
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain
