"""Uses values and errors of the SDK as its users do: nothing of that may fail. Pure."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import Any, TypeGuard, cast

import attrs

from gigstack_api import APIError, Download, GigstackError, Page, UnreadableReplyError
from gigstack_api._core.model import Model
from gigstack_api._core.shapes import is_list


def use(value: object) -> Any:
    """The JSON of a value that was printed, compared, copied, walked and written.

    Raises:
        AssertionError: a copy is another value.
    """
    repr(value)
    str(value)
    given = as_json(value)
    text = json.dumps(given)
    if copy.deepcopy(value) != value and "NaN" not in text:  # which does not equal itself
        raise AssertionError("a copy of the value is not equal to it")
    if is_page(value) and len(value) != len(list(value)):
        raise AssertionError("a page has not as many items as it says")
    _look_at(value)
    return given


def is_page(value: object) -> TypeGuard[Page[Any]]:
    """Whether a value is a page of a list."""
    return isinstance(value, Page)


def as_json(value: Any) -> Any:
    """A value of the SDK as the JSON it came from; of a file, its length."""
    if is_page(value):
        return [as_json(each) for each in value.data]
    if is_list(value):
        return [as_json(each) for each in value]
    if isinstance(value, Download):
        return len(value.content)
    return value.to_dict() if isinstance(value, Model) else value


def _look_at(value: Any) -> None:
    """Reads every attribute of every model."""
    if isinstance(value, Model) or is_page(value):
        for name in _names(cast(Any, type(value))):
            _look_at(getattr(value, name))
    elif is_list(value) or isinstance(value, tuple):
        for each in cast("list[Any]", value):
            _look_at(each)
    elif isinstance(value, Download) and not value.content:
        raise AssertionError("a file is empty")


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return (
        cls.__slots__ if issubclass(cls, Model) else tuple(each.name for each in attrs.fields(cls))
    )


def use_error(error: GigstackError, *, status: int, body: bytes | None) -> None:
    """Prints an error, and looks at what it says of the answer. `body` is None where the answer did
    not come as it was sent.

    Raises:
        AssertionError: it does not tell the status, or the head of the body.
    """
    str(error).encode()
    repr(error).encode()
    if not isinstance(error, (APIError, UnreadableReplyError)):
        return
    repr(vars(error))
    if error.status != status:
        raise AssertionError(f"the error says status {error.status}, sent was {status}")
    if body is not None and (not body.startswith(error.body) or (body and not error.body)):
        raise AssertionError("the error does not hold the head of the body")
