"""The media type and the bytes of the body of a request. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from ...errors import InvalidArgumentError
from ..files.upload import Upload, encode_multipart
from ..limits import LOADING
from ..operations.operation import Operation
from ..schema.json import encode_json
from ..schema.types import OMIT


def content_of(operation: Operation[Any]) -> tuple[str | None, bytes | None]:
    """Media type and bytes of the body."""
    route = operation.route
    if route.multipart:
        return encode_multipart(_form(operation.body or {}), _uploads_of(operation))
    if operation.body is None:
        has_whole = operation.whole is not OMIT or operation.files
        return _whole(operation) if has_whole else (None, None)
    if route.form:
        with LOADING:
            from ..operations.styles import write_form

        pairs = write_form(operation.body, route.styles)
        return "application/x-www-form-urlencoded", urlencode(pairs).encode()
    return route.media_type, _json(operation.body, route.name)


def _whole(operation: Operation[Any]) -> tuple[str, bytes]:
    """Media type and bytes of a body that is not an object: a file, a text, or a JSON value."""
    route = operation.route
    for _, file in _uploads_of(operation):
        return route.media_type, file.content
    if "json" in route.media_type or not isinstance(operation.whole, str):
        return route.media_type, _json(operation.whole, route.name)
    charset = "; charset=utf-8" if route.media_type.startswith("text/") else ""
    return f"{route.media_type}{charset}", operation.whole.encode()


def _json(value: Any, name: str) -> bytes:
    try:
        return encode_json(value)
    except UnicodeEncodeError:
        raise
    # A number of more digits than Python writes, or too many levels.
    except (ValueError, RecursionError) as error:
        raise InvalidArgumentError(f"{name}: a value cannot be written as JSON") from error


def _uploads_of(operation: Operation[Any]) -> list[tuple[str, Upload]]:
    return [
        (name, file)
        for name, files in operation.files.items()
        for file in (files if isinstance(files, tuple) else (files,))
        if isinstance(file, Upload)
    ]


def _form(fields: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a form as texts."""
    return {
        name: value if isinstance(value, str) else encode_json(value).decode()
        for name, value in fields.items()
        if value is not None
    }
