"""Uses values and errors of the SDK the way its users do. Nothing of that may fail."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any, cast

from gigstack_api import APIError, Download, GigstackError, UnreadableReplyError
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.types import is_list

from ...support.values import as_json, is_page


def use(value: object) -> Any:
    """Prints, copies, compares, walks and serializes a value. Returns its JSON.

    Raises:
        AssertionError: a copy differs, a page has a wrong length, or a file is empty.
    """
    repr(value)
    str(value)
    given = as_json(value)
    text = json.dumps(given)
    if copy.deepcopy(value) != value and "NaN" not in text:  # NaN does not equal itself
        raise AssertionError("a copy is not equal to the value")
    if is_page(value) and len(value) != len(list(value)):
        raise AssertionError("the length of a page is not its number of items")
    _read_attributes(value)
    return given


def _read_attributes(value: Any) -> None:
    """Reads every attribute of every model."""
    if isinstance(value, Model) or is_page(value):
        for name in _names(cast(Any, type(value))):
            _read_attributes(getattr(value, name))
    elif is_list(value) or isinstance(value, tuple):
        for item in cast("list[Any]", value):
            _read_attributes(item)
    elif isinstance(value, Download) and not value.content:
        raise AssertionError("a file is empty")


@cache
def _names(cls: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = cls.__struct_fields__
    return names


def use_error(error: GigstackError, *, status: int, body: bytes | None) -> None:
    """Prints an error and checks what it says about the reply.

    Args:
        body: None if the client did not receive the body as it was sent.

    Raises:
        AssertionError: the error has another status, or not the head of the body.
    """
    str(error).encode()
    repr(error).encode()
    if not isinstance(error, (APIError, UnreadableReplyError)):
        return
    repr(vars(error))
    if error.status != status:
        raise AssertionError(f"the error has status {error.status}, sent was {status}")
    if body is not None and (not body.startswith(error.body) or (body and not error.body)):
        raise AssertionError("the error does not have the head of the body")
