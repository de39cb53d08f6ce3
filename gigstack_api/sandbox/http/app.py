"""The sandbox as an ASGI app: from an HTTP request to a call, and from an answer back."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from attrs import frozen
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from .. import keys
from ..call import Answer
from ..deliveries import Deliveries
from ..errors import Refusal, coded, pair
from ..faults import Fault, Faults, parse
from ..spec import Operation, operations
from ..state import State
from . import checkout, fault_injection, parsing
from .access_log import took
from .home_page import page
from .request_context import call_of, key_of
from .routing import HANDLERS, PREFIX, Router

KEPT_REQUESTS = 1000
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")


@frozen
class Received:
    """A request that arrived: its operation, and the status it got."""

    operation: str
    method: str
    path: str
    query: str
    status: int


class App:
    """Routes, checks and answers requests. `check_answers` raises where an answer is not what the
    spec says.
    """

    def __init__(
        self, state: State, faults: Faults, deliveries: Deliveries, *, check_answers: bool
    ) -> None:
        self._state = state
        self._faults = faults
        self._deliveries = deliveries
        self.received: deque[Received] = deque(maxlen=KEPT_REQUESTS)
        self._check_answers = check_answers
        self._router = Router(operations())
        self.asgi = Starlette(
            routes=[
                Route(PREFIX + "/{path:path}", self._serve, methods=[*METHODS]),
                Route("/sandbox/faults", self._add_fault, methods=["POST"]),
                Route("/files/{id}", self._file, methods=["GET"]),
                Route(checkout.ROUTE, self._checkout, methods=["GET", "POST"]),
                Route("/", self._front, methods=["GET"]),
            ],
            exception_handlers={HTTPException: _elsewhere, Exception: _broken},
        )

    async def _serve(self, request: Request) -> Response:
        await request.body()  # also where it is not looked at: a client must not be left half heard
        try:
            operation, path = self._router.find(request.method, _raw_path(request))
        except Refusal as refusal:
            return _refused(refusal)
        took(request.scope, f"{PREFIX}{operation.path}")
        try:
            fault = self._fault(operation, request)
        except ValueError as error:
            return _refused(pair(400, "Not a fault", str(error.args[0])))
        if (
            fault is not None
            and (instead := await fault_injection.before(fault, request)) is not None
        ):
            return self._noted(operation, request, instead)
        try:
            answer = await self._answer(operation, path, request)
        except Refusal as refusal:
            answer = Answer(refusal.status, refusal.document)
        if (
            self._check_answers
            and answer.status != 501
            and (wrong := operation.check_answer(answer.status, answer.document))
        ):
            raise AssertionError(
                f"{operation.id}: the sandbox's answer is not what the spec says: {wrong}"
            )
        response = self._telling(JSONResponse(answer.document, answer.status))
        if fault is not None:
            response = await fault_injection.after(fault, request, response)
        return self._noted(operation, request, response)

    def _fault(self, operation: Operation, request: Request) -> Fault | None:
        """The fault that befalls a request: the one its own header asks for, else one that waits.

        Raises:
            ValueError: its header asks for none that there is.
        """
        asked = request.headers.get(fault_injection.HEADER)
        return self._faults.take(operation.id) if asked is None else parse(asked)

    def _telling(self, response: Response) -> Response:
        """The answer, after which the webhooks hear of what happened."""
        if pending := self._deliveries.pending():
            response.background = BackgroundTask(self._deliveries.deliver, pending)
        return response

    def _noted(self, operation: Operation, request: Request, response: Response) -> Response:
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
        self, operation: Operation, path: Mapping[str, str], request: Request
    ) -> Answer:
        """What the rules of the operation say.

        Raises:
            Refusal: they say no, or it does not come so far.
        """
        key = key_of(operation, request)
        handler = HANDLERS.get(operation.id)
        if handler is None:
            text = f"The sandbox does not imitate {operation.name} ({operation.method} {operation.path}) yet"
            raise coded(501, "not_implemented", text)
        return handler(await call_of(self._state, operation, key, path, request))

    async def _add_fault(self, request: Request) -> Response:
        took(request.scope, "/sandbox/faults")
        try:
            self._faults.add(Fault(**await parsing.json_body(request)))
        except Refusal as refusal:
            return _refused(refusal)
        except (TypeError, ValueError) as error:
            return _refused(pair(400, "Not a fault", str(error.args[0])))
        return JSONResponse({"message": "The next calls will fail"}, 201)

    async def _file(self, request: Request) -> Response:
        took(request.scope, "/files/{id}")
        file = self._state.file(request.path_params["id"])
        if file is None:
            return _refused(pair(404, "Not found", "There is no such file"))
        return Response(file[0], media_type=file[1])

    async def _checkout(self, request: Request) -> Response:
        took(request.scope, checkout.ROUTE)
        try:
            call = checkout.call_of(
                self._state, request.path_params["link"], str(request.base_url).rstrip("/")
            )
        except Refusal as refusal:
            return _refused(refusal)
        if request.method != "POST":
            return HTMLResponse(checkout.page(call))
        try:
            fields, _ = await parsing.form(request)
            checkout.pay(call, fields.get("method", ""))
        except Refusal as refusal:
            return HTMLResponse(checkout.page(call, refusal), refusal.status)
        return self._telling(RedirectResponse(request.url, 303))

    async def _front(self, request: Request) -> Response:
        took(request.scope, "/")
        base_url = str(request.base_url).rstrip("/") + PREFIX
        key = keys.issue(next(iter(self._state.teams)))
        return HTMLResponse(page(self._state, base_url=base_url, key=key, operations=len(HANDLERS)))


def _raw_path(request: Request) -> bytes:
    """The path as the client spelled it: a quoted slash must not split a segment."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw


def _refused(refusal: Refusal) -> Response:
    return JSONResponse(refusal.document, refusal.status, refusal.headers)


async def _elsewhere(_: Request, error: Exception) -> Response:
    """The answer to a request outside of the API."""
    told = error if isinstance(error, HTTPException) else HTTPException(500)
    return _refused(
        pair(
            told.status_code,
            told.detail,
            f"The sandbox serves the API under {PREFIX}",
            told.headers,
        )
    )


async def _broken(_: Request, __: Exception) -> Response:
    """The answer where the sandbox itself is broken; its log says where."""
    return _refused(
        coded(
            500,
            "internal_server_error",
            "The sandbox itself failed: please report it, with its log",
        )
    )
