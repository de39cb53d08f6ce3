"""Enum values that would get no member. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator

from openapi_python_client.parser.properties import EnumProperty

from gigstack_api._core.schema.types import is_list
from gigstack_api.regenerate.document import Node, walk
from gigstack_api.regenerate.findings import Finding
from gigstack_api.regenerate.member_names import ANY_CLASS


def lost_enum_values(document: Node) -> Iterator[Finding]:
    """The enum values of a document that would be lost, each as a finding.

    The generator refuses some values of the same name, keeps only the last of others without a
    warning, and drops control characters.
    """
    for place, node in walk(document):
        values: object = node.get("enum")
        if is_list(values):
            texts = [value for value in values if isinstance(value, str)]
            yield from _lost(place, texts, node.get("x-enum-varnames", []))


def _lost(place: str, texts: list[str], names: list[str]) -> Iterator[Finding]:
    try:
        kept = set(EnumProperty.values_from_list(texts, ANY_CLASS, names).values())
    except ValueError:
        yield Finding(place, f"Two of the values {texts} have the same name in Python.", REMEDY)
        return
    for text in texts:
        if json.dumps(text, ensure_ascii=False)[1:-1] not in kept:
            problem = f"The value {text!r} has the name of another one, or a control character."
            yield Finding(place, problem, REMEDY)


REMEDY = "Name the members with x-enum-varnames."
