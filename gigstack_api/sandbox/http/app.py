"""The sandbox as an ASGI app."""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Collection, Mapping

from attrs import frozen
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from .. import keys
from ..call import Answer, Remarks
from ..deliveries import Deliveries
from ..errors import Refusal, api_error, legacy_error
from ..faults import Fault, Faults, parse
from ..operation import Operation
from ..spec import Spec
from ..state import State
from . import checkout, fault_injection, parsing
from .access_log import set_route
from .bodies import with_limited_bodies
from .gate import SAFE_METHODS, Gate, is_on_this_machine
from .home_page import render
from .remarks import remark_headers
from .request_context import authenticate, build_call
from .routing import HANDLERS, PREFIX, Router, other_handlers

MAX_REQUESTS = 1000
OWN_STATUSES = frozenset({503, 507})
"""What the sandbox answers for reasons that the API does not have."""

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")


@frozen
class Received:
    """A request that arrived, and the status it got."""

    operation: str
    method: str
    path: str
    query: str
    status: int


class App:
    """Routes, checks and answers requests.

    With `check_answers` an answer that deviates from the spec becomes a 500 that says so.
    `host_names` are host names besides those of this machine.
    """

    def __init__(
        self,
        state: State,
        faults: Faults,
        deliveries: Deliveries,
        *,
        spec: Spec,
        check_answers: bool,
        host_names: Collection[str],
    ) -> None:
        self._state = state
        self._faults = faults
        self._deliveries = deliveries
        self.received: deque[Received] = deque(maxlen=MAX_REQUESTS)
        self.deviations: list[str] = []
        self._check_answers = check_answers
        self._router = Router(spec.operations)
        self._operations = len(spec.operations)
        self._others = other_handlers(spec)
        pages = Starlette(
            routes=[
                Route(PREFIX + "/{path:path}", self._serve, methods=[*METHODS]),
                Route("/sandbox/faults", self._add_fault, methods=["POST"]),
                Route("/files/{id}", self._file, methods=["GET"]),
                Route(checkout.ROUTE, self._checkout, methods=["GET", "POST"]),
                Route("/", self._home_page, methods=["GET"]),
            ],
            exception_handlers={HTTPException: _handle_http_exception, Exception: _handle_failure},
        )
        self.gate = Gate(pages, host_names)
        self.asgi = with_limited_bodies(self.gate)

    async def _serve(self, request: Request) -> Response:
        try:
            operation, path = self._router.find(request.method, _raw_path(request))
        except Refusal as refusal:
            return _error_response(refusal)
        set_route(request.scope, f"{PREFIX}{operation.path}")

        try:
            fault = self._take_fault(operation, request)
        except ValueError as error:
            return _error_response(legacy_error(400, "Invalid fault", str(error.args[0])))
        if (
            fault is not None
            and (instead := await fault_injection.inject_before(fault, request)) is not None
        ):
            return self._record(operation, request, instead)

        remarks = Remarks()
        try:
            answer = await self._answer(operation, path, request, remarks)
            if request.method not in SAFE_METHODS:
                self._state.kept_bytes += len(await request.body())
        except Refusal as refusal:
            answer = Answer(refusal.status, refusal.document)

        answer = self._check(operation, answer)

        headers = remark_headers(operation, remarks)
        response = self._deliver_after(_response_of(answer, headers))
        if fault is not None:
            response = await fault_injection.inject_after(fault, request, response)
        return self._record(operation, request, response)

    def _check(self, operation: Operation, answer: Answer) -> Answer:
        """The answer, or if wanted a 500 that says where it deviates from the spec."""
        if not self._check_answers or answer.status in OWN_STATUSES or answer.content is not None:
            return answer
        if operation in self._others and answer.status >= 400:
            return answer  # the refusals of the sandbox, which another API has in another form
        wrong = operation.check_answer(answer.status, answer.document)
        if not wrong:
            return answer
        text = f"{operation.id}: the answer of the sandbox deviates from the spec: {wrong}"
        self.deviations.append(text)
        return Answer(500, api_error(500, "sandbox_bug", text).document)

    def _take_fault(self, operation: Operation, request: Request) -> Fault | None:
        """The fault for a request: the one its own header asks for, else a waiting one.

        Raises:
            ValueError: its header does not describe a fault.
        """
        asked = request.headers.get(fault_injection.HEADER)
        return self._faults.take(operation.id) if asked is None else parse(asked)

    def _deliver_after(self, response: Response) -> Response:
        """The response, with the pending webhooks delivered after it is sent."""
        if pending := self._deliveries.pending():
            response.background = BackgroundTask(self._deliveries.deliver, pending)
        return response

    def _record(self, operation: Operation, request: Request, response: Response) -> Response:
        self.received.append(
            Received(
                operation.id,
                request.method,
                request.url.path,
                request.url.query,
                response.status_code,
            )
        )
        return response

    async def _answer(
        self, operation: Operation, path: Mapping[str, str], request: Request, remarks: Remarks
    ) -> Answer:
        """The answer of the operation's handler.

        Raises:
            Refusal: the handler refuses, or the request does not get that far.
        """
        try:
            return await self._handle(operation, path, request, remarks)
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else type(error).__name__
            text = f"The machine of the sandbox is exhausted: {reason}. Nothing was changed"
            status = 507 if error.errno in {errno.ENOSPC, errno.EDQUOT} else 503
            raise api_error(status, "machine_exhausted", text) from error

    async def _handle(
        self, operation: Operation, path: Mapping[str, str], request: Request, remarks: Remarks
    ) -> Answer:
        key = authenticate(operation, request)
        handler = self._others.get(operation) or HANDLERS[operation.id]
        if self._state.is_full and request.method not in SAFE_METHODS:
            text = (
                f"The sandbox keeps at most {self._state.max_bytes} bytes; restart it without its "
                "state file, or call sandbox.state.reset()"
            )
            raise api_error(507, "sandbox_full", text)
        answer = handler(await build_call(self._state, operation, key, path, request, remarks))
        return answer if isinstance(answer, Answer) else await answer

    async def _add_fault(self, request: Request) -> Response:
        set_route(request.scope, "/sandbox/faults")
        try:
            _check_sender(request)
            self._faults.add(Fault(**await parsing.read_json(request)))
        except Refusal as refusal:
            return _error_response(refusal)
        except (TypeError, ValueError) as error:
            return _error_response(legacy_error(400, "Invalid fault", str(error.args[0])))
        return JSONResponse({"message": "Fault added"}, 201)

    async def _file(self, request: Request) -> Response:
        set_route(request.scope, "/files/{id}")
        file = self._state.file(request.path_params["id"])
        if file is None:
            return _error_response(legacy_error(404, "Not found", "The sandbox has no such file"))
        return Response(file[0], media_type=file[1])

    async def _checkout(self, request: Request) -> Response:
        set_route(request.scope, checkout.ROUTE)
        try:
            call = checkout.build_call(
                self._state, request.path_params["link"], str(request.base_url).rstrip("/")
            )
        except Refusal as refusal:
            return _error_response(refusal)
        if request.method != "POST":
            return HTMLResponse(checkout.render(call))
        try:
            fields, _ = await parsing.read_form(request)
            checkout.pay(call, fields.get("method", ""))
        except Refusal as refusal:
            return HTMLResponse(checkout.render(call, refusal), refusal.status)
        return self._deliver_after(RedirectResponse(request.url, 303))

    async def _home_page(self, request: Request) -> Response:
        set_route(request.scope, "/")
        base_url = str(request.base_url).rstrip("/") + PREFIX
        key = keys.issue(next(iter(self._state.teams))) if is_on_this_machine(request) else None
        return HTMLResponse(
            render(self._state, base_url=base_url, key=key, operations=self._operations)
        )


def _check_sender(request: Request) -> None:
    """Checks that no page of another site can have sent a request for the sandbox itself.

    Raises:
        Refusal: 415, it has no key, and a form of such a page could be the body.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    key = keys.read(request.headers.get("authorization", ""))
    if key is None and media_type != "application/json":
        raise legacy_error(
            415,
            "Unsupported media type",
            "Send it as application/json, or with a key of the sandbox",
        )


def _response_of(answer: Answer, headers: Mapping[str, str]) -> Response:
    if answer.content is None:
        return JSONResponse(answer.document, answer.status, headers)
    media_type = answer.media_type if answer.content else None
    return Response(answer.content, answer.status, headers, media_type=media_type)


def _raw_path(request: Request) -> bytes:
    """The path as the client spelled it: an encoded slash must not split a segment."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw


def _error_response(refusal: Refusal) -> Response:
    return JSONResponse(refusal.document, refusal.status, refusal.headers)


async def _handle_http_exception(_: Request, error: Exception) -> Response:
    """The answer to a request outside of the API."""
    answer = error if isinstance(error, HTTPException) else HTTPException(500)
    return _error_response(
        legacy_error(
            answer.status_code,
            answer.detail,
            f"The sandbox serves the API under {PREFIX}",
            answer.headers,
        )
    )


async def _handle_failure(_: Request, __: Exception) -> Response:
    """The answer to a bug in the sandbox itself; its log has the traceback."""
    return _error_response(
        api_error(
            500,
            "internal_server_error",
            "The sandbox itself failed; please report it with its log",
        )
    )
