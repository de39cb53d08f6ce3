"""What stands in a model or a mapping, by the names the API has for its fields. Pure."""

from __future__ import annotations

from typing import Any

from .model import Model, attribute
from .shapes import is_mapping


def at(value: object, place: str) -> Any:
    """What stands at a dotted place of a model or a mapping; None if it is not there."""
    for name in place.split("."):
        value = shown(value, name)[1]
    return value


def shown(value: object, name: str) -> tuple[bool, Any]:
    """Whether a value can show a field, and what it shows. A mapping of free keys can show any."""
    if isinstance(value, Model):
        if name in value.wire_fields():
            return True, getattr(value, attribute(name), None)
        return name in value.additional_properties, value.additional_properties.get(name)
    if is_mapping(value):
        return True, value.get(name)
    return False, None
