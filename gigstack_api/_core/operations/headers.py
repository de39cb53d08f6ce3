"""Headers, cookies and typed path segments encoded as strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...errors import InvalidArgumentError
from ..limits import LOADING
from ..schema.encoding import write_scalar
from ..schema.field_type import FieldType
from ..schema.objects import write_fields
from ..schema.types import OMIT, is_list, is_object


def encode_headers(
    headers: Mapping[str, Any], kinds: Mapping[str, FieldType[Any]]
) -> dict[str, str]:
    """The headers that are passed, as texts; the items of a list are separated by commas.

    Raises:
        InvalidArgumentError: one of them cannot be sent.
    """
    passed = {
        name: value for name, value in headers.items() if value is not None and value is not OMIT
    }
    return {
        name: check_header(name, _joined(value, name) if name in kinds else value)
        for name, value in write_fields(passed, kinds).items()
    }


COOKIE_CHARS = frozenset(map(chr, range(0x21, 0x7F))) - set('",;\\')
"""What the value of a cookie may hold (RFC 6265, 4.1.1)."""


def encode_cookies(values: Mapping[str, Any], kinds: Mapping[str, FieldType[Any]]) -> str:
    """The `Cookie` header of the cookies that are passed; empty if there are none.

    Raises:
        InvalidArgumentError: one of them cannot be sent.
    """
    passed = {
        name: value for name, value in values.items() if value is not None and value is not OMIT
    }
    pairs: list[str] = []
    for name, value in write_fields(passed, kinds).items():
        text = write_scalar(value, name)
        if not COOKIE_CHARS.issuperset(text):
            raise InvalidArgumentError(
                f"{name}: a cookie cannot contain blanks, quotes, commas, semicolons, backslashes"
                " or characters outside ASCII"
            )
        pairs.append(f"{name}={text}")
    return "; ".join(pairs)


def encode_segment_value(value: object, kind: FieldType[Any], *, name: str, call: str) -> str:
    """The text of a path segment that is not a plain string.

    Raises:
        InvalidArgumentError: it is of another type, or None.
    """
    if value is None:
        raise InvalidArgumentError(f"{call}: {name} must be {kind.wanted}, not None")
    return _joined(kind.write(value, f"{call}: {name}"), name)


def _joined(value: Any, name: str) -> str:
    if not is_list(value) and not is_object(value):
        return write_scalar(value, name)
    with LOADING:
        from .styles import join

    return join(value, name)


def check_header(name: str, value: str) -> str:
    """A text that can be sent as a header.

    Raises:
        InvalidArgumentError: it cannot. Blanks at its ends would be lost on the way.
    """
    is_sendable = isinstance(value, str) and value.isascii() and value.isprintable()
    if not is_sendable or not value or value != value.strip():
        raise InvalidArgumentError(
            f"{name} must be a non-empty string of printable ASCII characters, without blanks at"
            " its ends"
        )
    return value
