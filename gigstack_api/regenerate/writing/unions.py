"""How the models of the unions of a document are told apart. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from openapi_python_client.strings import ClassName

from gigstack_api._core.schema.types import is_object
from gigstack_api.regenerate.document import Node, component_of, resolve, schemas
from gigstack_api.regenerate.options import options

from .properties import is_model


class Unions:
    """The unions of a document. Their discriminators name all their models: see `normalising`."""

    def __init__(self, document: Node) -> None:
        self._document = document
        self._told: dict[frozenset[str], Node] = {}
        known = schemas(document)
        for schema in known.values():
            told = schema.get("discriminator")
            if is_object(told):
                mapping: dict[str, str] = told.get("mapping") or {}
                names = {value: component_of(ref) or ref for value, ref in mapping.items()}
                # The name of a schema means that schema, whatever else is mapped to it.
                own = {known[name].get("x-spec-name", name): name for name in names.values()}
                named = {
                    value: str(ClassName(name, options().field_prefix))
                    for value, name in {**own, **names}.items()
                }
                by = told.get("propertyName")
                self._told[frozenset(named.values())] = {"by": by, "named": named}

    def of(self, prop: Any) -> Node | None:
        """How the models of a union are told apart; None if there are less than two."""
        models = [one for one in prop.inner_properties if is_model(one)]
        if len(models) < 2:
            return None
        told = self._told.get(frozenset(str(one.class_info.name) for one in models), {})
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
