"""The curl command of a call. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlencode

from gigstack_api import Operation

KEY = '-H "Authorization: Bearer $GIGSTACK_API_KEY"'
JSON = "-H 'Content-Type: application/json'"
VARIABLE = re.compile(r"\$[A-Z_]+$")
BY_MEDIA_TYPE = {
    "application/pdf": "factura.pdf",
    "application/xml": "factura.xml",
    "application/zip": "paquete.zip",
}


def curl(operation: Operation[Any], *, saves: str = "") -> str:
    """The command that sends an operation to the API of the environment.

    Args:
        operation: The call.
        saves: The media type of the file that it answers with.
    """
    return " \\\n  ".join(_parts(operation, saves))


def _parts(operation: Operation[Any], saves: str) -> Iterator[str]:
    route = operation.route
    query = urlencode(operation.query, quote_via=quote)
    url = f'"$GIGSTACK_API_BASE_URL{operation.path}{f"?{query}" if query else ""}"'
    method = "" if route.method == "GET" else f"-X {route.method} "
    yield f"curl {method}{url}"
    if route.authenticated:
        yield KEY
    for name, value in operation.headers.items():
        yield f"-H {_quoted(f'{name}: {value}')}"
    if route.multipart:
        for name, value in (operation.body or {}).items():
            yield f"-F {_quoted(f'{name}={value}')}"
        for name, file in operation.files.items():
            yield f"-F {_quoted(f'{name}=@{file!s}')}"
    elif operation.body is not None:
        yield JSON
        body = json.dumps(operation.body, ensure_ascii=False, indent=2, default=float)
        yield f"-d {_quoted(body)}"
    if saves:
        yield f"-o {BY_MEDIA_TYPE[saves]}"


def _quoted(text: str) -> str:
    """A text as one word of a shell. What follows a `$` at the end is a variable."""
    if VARIABLE.search(text):
        return f'"{text}"'
    return "'" + text.replace("'", "'\\''") + "'"
