"""Requests as httpx sends them: with the defaults of a client, or without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx

from .messages import Request

BARE = {"Accept": "*/*", "Accept-Encoding": "gzip, deflate"}


def build_request(
    client: httpx.AsyncClient, request: Request, extensions: Mapping[str, Any]
) -> httpx.Request:
    """A request with the default headers, cookies and parameters of a client, unless it is bare.

    Those of a given client are meant for the API, and not for the hosts of files.
    """
    if request.is_bare:
        return bare_request(request.url, request.headers, extensions)
    return client.build_request(
        request.method,
        request.url,
        headers=request.headers,
        content=request.content,
        extensions=dict(extensions),
    )


def bare_request(
    url: str, headers: Mapping[str, str], extensions: Mapping[str, Any]
) -> httpx.Request:
    """A GET without the defaults of any client."""
    return httpx.Request("GET", url, headers=BARE | dict(headers), extensions=dict(extensions))


def auth_of(request: Request) -> dict[str, Any]:
    """The argument of `send` that leaves out the authentication of a client for a bare request."""
    return {"auth": None} if request.is_bare else {}
