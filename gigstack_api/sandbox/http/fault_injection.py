"""Carries out faults: replaces a request's answer, or cuts its connection."""

from __future__ import annotations

import json
from collections.abc import Callable, MutableMapping
from typing import Any

import anyio.lowlevel
import httpx
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.types import Receive, Scope, Send

from ..errors import api_error
from ..faults import Fault, add_drift
from .server import CUT

HEADER = "x-sandbox-fault"
HTML_PAGE = (
    "<!doctype html><title>502 Bad Gateway</title>"
    "<h1>An HTML page of the sandbox instead of JSON</h1>"
)


async def inject_before(fault: Fault, request: Request) -> Response | None:
    """The response instead of carrying the request out; None to carry it out."""
    if fault.kind == "status":
        return _status_response(fault)
    if fault.kind == "cut_before":
        return CutConnection(request)
    if fault.kind == "delay":
        await anyio.sleep(fault.delay_s)
    return None


async def inject_after(fault: Fault, request: Request, response: Response) -> Response:
    """The response instead of the real one, after the request was carried out."""
    instead: Response = response
    if fault.kind == "cut_after":
        instead = CutConnection(request)
    elif fault.kind == "cut_body":
        instead = CutConnection(request, response)
    elif fault.kind == "status_after":
        instead = _status_response(fault)
    elif fault.kind == "html":
        instead = HTMLResponse(HTML_PAGE, response.status_code)
    elif fault.kind == "empty":
        instead = Response(None, response.status_code, media_type=response.media_type)
    elif fault.kind == "drift":
        instead = JSONResponse(add_drift(json.loads(bytes(response.body))), response.status_code)
    if instead is not response:
        instead.background = response.background
    return instead


class CutConnection(Response):
    """A connection that is cut, without a response or in the middle of one."""

    def __init__(self, request: Request, half: Response | None = None) -> None:
        super().__init__(status_code=half.status_code if half else 599)
        self._half = half
        state: MutableMapping[str, Any] = request.scope.get("state") or {}
        self._cut: Callable[[], None] | None = state.get(CUT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Cuts a real connection; in process it raises the error of a lost connection."""
        if self._half is not None and self._cut is not None:
            body = bytes(self._half.body)
            await send(
                {
                    "type": "http.response.start",
                    "status": self._half.status_code,
                    "headers": self._half.raw_headers,
                }
            )
            await send(
                {"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True}
            )
            await anyio.lowlevel.checkpoint()
        if self.background is not None:
            await self.background()
        if self._cut is None:
            raise httpx.RemoteProtocolError("a fault of the sandbox cut the connection")
        self._cut()


def _status_response(fault: Fault) -> Response:
    headers = {} if fault.retry_after_s is None else {"Retry-After": str(fault.retry_after_s)}
    code = "rate_limit_exceeded" if fault.status == 429 else "service_unavailable"
    refusal = api_error(fault.status or 500, code, "A fault of the sandbox, as requested")
    return JSONResponse(refusal.document, refusal.status, headers)
