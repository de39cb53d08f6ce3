"""Parses what a client sent, and trusts none of it: query, JSON and forms."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from typing import Any, Never, cast
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from ..call import UploadedFile
from ..errors import api_error

MAX_DEPTH = 32
"""How deep objects and lists of a body may be nested."""

MAX_TEXT = 65_536
"""How many characters a text of a body may have."""

MAX_VALUES = 20_000
"""How many names and values a body may hold. All others wait while they are checked."""

INTEGER_LIMIT = 2**63
"""Integers must be smaller: they must fit 64 bits, as in the databases behind such APIs."""


def parse_query(raw: bytes, lists: Collection[str] = ()) -> dict[str, Any]:
    """Names and values of a query. Those of `lists` are lists if they are sent several times.

    Raises:
        Refusal: 400, it is not UTF-8, holds a null byte, or repeats another name.
    """
    try:
        pairs = parse_qsl(raw.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise api_error(400, "invalid_field_value", "The query is not UTF-8") from error
    values: dict[str, Any] = dict(pairs)
    if wrong := find_unstorable([list(pair) for pair in pairs]):
        raise api_error(400, "invalid_field_value", f"The query {wrong}")
    names = [name for name, _ in pairs]
    twice = sorted({name for name in values if names.count(name) > 1})
    if wrongly := [name for name in twice if name not in lists]:
        raise api_error(
            400,
            "invalid_field_value",
            "Invalid query parameters",
            [f"{name}: sent more than once" for name in wrongly],
        )
    for name in twice:
        values[name] = [value for other, value in pairs if other == name]
    return values


async def read_json(request: Request) -> Any:
    """The JSON document of the body; None if there is no body.

    Raises:
        Refusal: 400, the body is not JSON, or could not be stored.
    """
    content = await request.body()
    if not content:
        return None
    try:
        document: Any = json.loads(content.decode(), parse_constant=_no_number, parse_float=_finite)
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, ValueError) else "nested too deeply"
        raise api_error(
            400, "invalid_request_body", f"The request body is not JSON: {reason}"
        ) from error
    if wrong := find_unstorable(document):
        raise api_error(400, "invalid_request_body", f"The request body {wrong}")
    return document


async def read_urlencoded(request: Request) -> dict[str, Any]:
    """The fields of a form without files.

    Raises:
        Refusal: 400, the body is not a form, or repeats a name.
    """
    return parse_query(await request.body())


async def read_form(request: Request) -> tuple[dict[str, str], dict[str, UploadedFile]]:
    """Fields and files of a multipart form.

    Raises:
        Refusal: 400, the body is not a form, or repeats a name.
    """
    fields: dict[str, str] = {}
    files: dict[str, UploadedFile] = {}
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "multipart/form-data":
        raise api_error(
            400,
            "invalid_request_body",
            f"The request body must be multipart/form-data, not {media_type or 'nothing'}",
        )
    if not (await request.body()).rstrip(b"\r\n").endswith(b"--"):
        # Starlette would silently drop the truncated part, and leave its temporary file open.
        raise api_error(
            400,
            "invalid_request_body",
            "The request body is not a form, or is cut off: its last boundary is missing",
        )

    try:
        async with request.form() as parts:
            for name, value in parts.multi_items():
                if name in fields or name in files:
                    raise api_error(
                        400,
                        "invalid_request_body",
                        "The request body is not a form",
                        [f"{name}: sent more than once"],
                    )
                if isinstance(value, UploadFile):
                    files[name] = UploadedFile(
                        value.filename or "", await value.read(), value.content_type or ""
                    )
                else:
                    fields[name] = value
    except HTTPException as error:
        raise api_error(
            400, "invalid_request_body", f"The request body is not a form: {error.detail}"
        ) from error

    if wrong := find_unstorable([fields, *files, *(file.name for file in files.values())]):
        raise api_error(400, "invalid_request_body", f"The request body {wrong}")
    return fields, files


def find_unstorable(document: object) -> str | None:
    """Why a document cannot be stored and returned as JSON; None if it can.

    Not recursive, so that no depth exhausts the stack.
    """
    waiting: list[tuple[object, int]] = [(document, 0)]
    seen = 0
    while waiting:
        value, depth = waiting.pop()
        seen += 1
        if seen > MAX_VALUES:
            return f"holds more than {MAX_VALUES} names and values"
        if isinstance(value, str) and len(value) > MAX_TEXT:
            return f"holds a text of more than {MAX_TEXT} characters"
        if isinstance(value, str) and ("\0" in value or _has_surrogate(value)):
            return "holds a null byte or a lone surrogate"
        if isinstance(value, int) and abs(value) >= INTEGER_LIMIT:
            return "holds a number of more than 64 bits"
        if depth > MAX_DEPTH:
            return f"is nested deeper than {MAX_DEPTH} levels"
        if isinstance(value, dict):
            fields = cast("dict[object, object]", value)
            waiting += [(inner, depth + 1) for inner in (*fields, *fields.values())]
        elif isinstance(value, list):
            waiting += [(inner, depth + 1) for inner in cast("list[object]", value)]
    return None


def _has_surrogate(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text)


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text} is too large a number")
    return number


def _no_number(name: str) -> Never:
    raise ValueError(f"{name} is not a JSON number")
