"""Values of the SDK as the JSON they were read from."""

from __future__ import annotations

from typing import Any, TypeGuard

from gigstack_api import Download, Page
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import is_list


def is_page(value: object) -> TypeGuard[Page[Any]]:
    """Whether a value is a page of a list."""
    return isinstance(value, Page)


def as_json(value: Any) -> Any:
    """The JSON that a value was read from; for a file, its length in bytes."""
    if is_page(value):
        return [as_json(item) for item in value.data]
    if is_list(value):
        return [as_json(item) for item in value]
    if isinstance(value, Download):
        return len(value.content)
    return value.to_dict() if isinstance(value, Model) else value
