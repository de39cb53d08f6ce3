"""The rule for secrets of openapi.yaml: fields that must not be printed are marked."""

from __future__ import annotations

from collections.abc import Iterator

from gigstack_api._core.schema.redaction import is_sensitive

from ..model import Node, components

TEXTS = frozenset({"string", "object", "array"})


def secrets_are_marked(spec: Node) -> Iterator[str]:
    """A field whose name suggests a secret says whether it is one: passwords, key files, tokens,
    login links.
    """
    for component, schema in components(spec).items():
        for name, field in schema.get("properties", {}).items():
            mark = field.get("x-secret")
            if mark is None and is_sensitive(name) and _may_be_text(field):
                yield f"{component}.{name}: looks like a secret; set x-secret to true or false"
            elif mark is not None and not isinstance(mark, bool):
                yield f"{component}.{name}: x-secret must be true or false, not {mark!r}"


def _may_be_text(schema: Node) -> bool:
    kinds = schema.get("type", "object")
    return bool(TEXTS & ({kinds} if isinstance(kinds, str) else set(kinds)))
