"""Path segments, query parameters and metadata filters as text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from ...errors import InvalidArgumentError
from ..schema.fields import FieldType, write_fields
from ..schema.types import OMIT, is_list, is_mapping


def encode_path_segment(
    value: object, *, name: str, call: str, reserved: frozenset[str] = frozenset()
) -> str:
    """One path segment, quoted so that nothing in it can leave it.

    Raises:
        InvalidArgumentError: it is no text, empty, only dots, or the name of a sibling route.
    """
    if not isinstance(value, str) or not value.strip():
        raise InvalidArgumentError(
            f"{call}: {name} must be a text that is not empty, not {value!r}"
        )
    if value in {".", ".."} or value in reserved:
        raise InvalidArgumentError(
            f"{call}: {name} cannot be {value!r}, which is another place of the API"
        )
    try:
        return quote(value, safe="")
    except UnicodeEncodeError as error:
        raise InvalidArgumentError(f"{call}: {name} is not valid text") from error


def encode_query(
    values: Mapping[str, Any], kinds: Mapping[str, FieldType[Any]]
) -> tuple[tuple[str, str], ...]:
    """Query parameters as texts; what was not passed, or is None, is left out; a list repeats its
    name.

    Raises:
        InvalidArgumentError: one of them cannot be sent.
    """
    passed = {
        name: value for name, value in values.items() if value is not None and value is not OMIT
    }
    spelled: list[tuple[str, str]] = []
    for name, value in write_fields(passed, kinds).items():
        spelled += [(name, _text(each, name)) for each in (value if is_list(value) else [value])]
    return tuple(spelled)


def encode_metadata(values: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Metadata filters, spelled `metadata.<key>`; nested mappings become dotted keys.

    Raises:
        InvalidArgumentError: a key is empty, or a value is not a single one.
    """
    spelled: list[tuple[str, str]] = []
    for key, value in values.items():
        if not key:
            raise InvalidArgumentError("metadata: a key to filter by cannot be empty")
        if is_mapping(value):
            spelled += [
                (f"metadata.{key}{name[8:]}", text) for name, text in encode_metadata(value)
            ]
        elif value is None:
            raise InvalidArgumentError(f"metadata: {key} cannot be filtered by None")
        else:
            spelled.append((f"metadata.{key}", _text(write_fields({key: value}, {})[key], key)))
    return tuple(spelled)


def _text(value: object, name: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int, float)):
        return str(value)
    raise InvalidArgumentError(f"{name} takes a single value, not {type(value).__name__}")
