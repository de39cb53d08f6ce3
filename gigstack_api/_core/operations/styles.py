"""How lists and objects are written in queries, forms and headers (`style` in OpenAPI). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from ...errors import InvalidArgumentError
from ..schema.encoding import write_scalar
from ..schema.json import encode_json
from ..schema.types import is_list, is_object

Pairs = Iterator[tuple[str, str]]


class Style(Enum):
    """How a parameter or a form field is written if its value is a list or an object."""

    REPEATED = "repeated"
    """`form` with `explode`: a list repeats the name, the fields of an object go by their own."""
    COMMAS = ","
    """`form` without `explode`: `a,b`; the names and values of an object alternate."""
    SPACES = " "
    """`spaceDelimited`: `a b`."""
    PIPES = "|"
    """`pipeDelimited`: `a|b`."""
    BRACKETS = "brackets"
    """`deepObject`: `name[key]`, to any depth; the items of a list by their index, `name[0]`."""
    JSON = "json"
    """The text of a JSON document."""


def write_pairs(name: str, value: Any, style: Style) -> Pairs:
    """The names and texts of a JSON value.

    Raises:
        InvalidArgumentError: the style has no form for the value.
    """
    if style is Style.JSON:
        yield name, encode_json(value).decode()
    elif style is Style.BRACKETS:
        yield from _in_brackets(name, value)
    elif style is Style.REPEATED:
        yield from _repeated(name, value)
    elif is_list(value) or is_object(value):
        yield name, join(value, name, style.value)
    else:
        yield name, write_scalar(value, name)


def join(value: Any, name: str, separator: str = ",") -> str:
    """A list or an object as one text.

    Raises:
        InvalidArgumentError: an item contains the separator, or is not a single value.
    """
    items = [item for pair in value.items() for item in pair] if is_object(value) else value
    texts = [write_scalar(item, name) for item in items if item is not None]
    for text in texts:
        if separator in text:
            raise InvalidArgumentError(
                f"{name}: an item contains {separator!r}, which separates the items"
            )
    return separator.join(texts)


def _repeated(name: str, value: Any) -> Pairs:
    if is_object(value):
        for key, item in value.items():
            yield from _repeated(key, item)
        return
    for item in value if is_list(value) else [value]:
        if item is not None:
            yield name, write_scalar(item, name)


def _in_brackets(name: str, value: Any) -> Pairs:
    if is_object(value):
        for key, item in value.items():
            yield from _in_brackets(f"{name}[{key}]", item)
    elif is_list(value):
        for index, item in enumerate(value):
            yield from _in_brackets(f"{name}[{index}]", item)
    else:
        yield name, "" if value is None else write_scalar(value, name)


def write_form(fields: Mapping[str, Any], styles: Mapping[str, Style]) -> list[tuple[str, str]]:
    """The names and texts of the fields of a form. None is an empty text.

    A field without a style is repeated if it is a list of single values, and else written in
    brackets, as nearly every API reads it.

    Raises:
        InvalidArgumentError: the style of a field has no form for its value.
    """
    pairs: list[tuple[str, str]] = []
    for name, value in fields.items():
        style = styles.get(name) or (Style.BRACKETS if _is_nested(value) else Style.REPEATED)
        pairs += [(name, "")] if value is None else write_pairs(name, value, style)
    return pairs


def _is_nested(value: Any) -> bool:
    return is_object(value) or (
        is_list(value) and any(is_object(item) or is_list(item) for item in value)
    )
