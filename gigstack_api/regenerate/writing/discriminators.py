"""How the models of the unions of a document are told apart. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi_python_client.strings import ClassName

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import Node, component_of, resolve, schemas, walk

from .side_table import FIELD_PREFIX


def told_unions(document: Node) -> Iterator[tuple[frozenset[str], Node]]:
    """The class names of the models of each union with a discriminator, and how it tells them."""
    known = schemas(document)
    for schema in known.values():
        if is_object(union := schema.get("x-union")):
            classes = {name: str(ClassName(name, FIELD_PREFIX)) for name in union["variants"]}
            named = {value: classes[name] for value, name in union.get("mapping", {}).items()}
            yield frozenset(classes.values()), {"by": union.get("discriminator"), "named": named}
    for _, node in walk(document):
        choices = node.get("oneOf") or node.get("anyOf") or ()
        found = node.get("discriminator")
        if not is_object(found) or not is_list(choices):
            continue
        names = [component_of(one.get("$ref")) for one in choices if is_object(one)]
        classes = {name: ClassName(name, FIELD_PREFIX) for name in names if name in known}
        by = found.get("propertyName")
        told: dict[str, str] = {}
        for name, class_name in classes.items():
            told[name] = class_name
            told |= dict.fromkeys(_values(document, known[name], by), class_name)
        mapping: Node = found.get("mapping") or {}
        for value, ref in mapping.items():
            name = component_of(ref) or ref
            if name in classes:
                told[value] = classes[name]
        yield frozenset(classes.values()), {"by": by, "named": told}


def _values(document: Node, model: Node, by: Any) -> list[str]:
    """The values that the discriminator of a model can have."""
    fields: Node = model.get("properties") or {}
    field = resolve(document, fields.get(by, {}), "")
    values = field.get("enum") or ([field["const"]] if "const" in field else [])
    return [value for value in values if isinstance(value, str)]
