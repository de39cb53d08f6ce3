"""The sandbox as an ASGI app: from an HTTP request to a call, and from an answer back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from . import clients, keys
from .call import Answer, Call, Handler, UploadedFile
from .faults import Fault, Faults
from .refusals import Refusal, coded, pair
from .spec import Operation, operations
from .state import State

PREFIX = "/v2"
HANDLERS: dict[str, Handler] = {**clients.HANDLERS}
"""The rules of each operation, by its id in the spec."""

METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")


class App:
    """Routes, checks and answers requests. `check_answers` raises where an answer is not what the spec says."""

    def __init__(self, state: State, faults: Faults, *, check_answers: bool) -> None:
        self._state = state
        self._faults = faults
        self._check_answers = check_answers
        self._operations = tuple(operations())
        self.asgi = Starlette(
            routes=[
                Route(PREFIX + "/{path:path}", self._serve, methods=[*METHODS]),
                Route("/sandbox/faults", self._add_fault, methods=["POST"]),
                Route("/files/{id}", self._file, methods=["GET"]),
            ]
        )

    async def _serve(self, request: Request) -> Response:
        try:
            operation, path = self._route(request)
            fault = self._faults.take(operation.id)
            if fault is not None:
                return _faulty(fault)
            answer = await self._answer(operation, path, request)
        except Refusal as refusal:
            return JSONResponse(refusal.document, refusal.status)
        if self._check_answers and (wrong := operation.check_answer(answer.status, answer.document)):
            raise AssertionError(f"{operation.id}: the sandbox's answer is not what the spec says: {wrong}")
        return JSONResponse(answer.document, answer.status)

    def _route(self, request: Request) -> tuple[Operation, dict[str, str]]:
        """The operation of a request; a literal path wins over one with parameters."""
        raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
        segments = tuple(raw.decode("latin-1").partition("?")[0].removeprefix(PREFIX).strip("/").split("/"))
        fitting = [(each, found) for each in self._operations if (found := each.match(segments)) is not None]
        if not fitting:
            raise pair(404, "Not found", "There is no such path")
        matching = [(each, found) for each, found in fitting if each.method == request.method]
        if not matching:
            raise pair(405, "Method not allowed", f"This path takes {', '.join(sorted(each.method for each, _ in fitting))}")
        return min(matching, key=lambda one: len(one[1]))

    async def _answer(self, operation: Operation, path: Mapping[str, str], request: Request) -> Answer:
        key = _key(operation, request)
        handler = HANDLERS.get(operation.id)
        if handler is None:
            text = f"The sandbox does not imitate {operation.name} ({operation.method} {operation.path}) yet"
            raise coded(501, "not_implemented", text)
        pairs = dict(request.query_params)
        call = Call(
            state=self._state,
            key=key,
            team=self._team(key, pairs.get("team")),
            base_url=str(request.base_url).rstrip("/"),
            path=path,
            query=operation.read_query(pairs),
            metadata=_metadata(pairs) if operation.takes_metadata else {},
        )
        return handler(await _with_body(call, operation, request))

    def _team(self, key: keys.Key, asked: str | None) -> str:
        """The team acted for.

        Raises:
            Refusal: 403, the key may not act for it.
        """
        own = self._state.teams.get(key.team)
        target = self._state.teams.get(asked or key.team)
        if own is None or target is None:
            raise pair(403, "Forbidden", "insufficient_permissions")
        if target != own and not (own.connect and own.billing_account == target.billing_account):
            raise pair(403, "Forbidden", "insufficient_permissions")
        return target.id

    async def _add_fault(self, request: Request) -> Response:
        try:
            self._faults.add(Fault(**await request.json()))
        except (TypeError, ValueError) as error:
            return JSONResponse({"message": "Not a fault", "error": str(error)}, 400)
        return JSONResponse({"message": "The next calls will fail"}, 201)

    async def _file(self, request: Request) -> Response:
        file = self._state.file(request.path_params["id"])
        if file is None:
            return JSONResponse({"message": "Not found", "error": "There is no such file"}, 404)
        return Response(file[0], media_type=file[1])


def _key(operation: Operation, request: Request) -> keys.Key:
    """Who calls.

    Raises:
        Refusal: 401, there is no key, or it is none of ours.
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    key = keys.read(token.strip()) if scheme.lower() == "bearer" else None
    if key is not None:
        return key
    if operation.anonymous:
        return keys.Key("", livemode=False)
    raise pair(401, "Unauthorized: the sandbox takes only keys that it issued", "invalid_token")


def _metadata(pairs: Mapping[str, str]) -> dict[str, str]:
    """The metadata filters of a query, in both notations."""
    return {name[9:]: value for name, value in pairs.items() if name.startswith(("metadata.", "metadata_")) and len(name) > 9}


async def _with_body(call: Call, operation: Operation, request: Request) -> Call:
    """The call with its body.

    Raises:
        Refusal: 400, the body is not what the spec says.
    """
    if operation.content_type == "multipart/form-data":
        fields, files = await _form(request)
        operation.check_body(fields | dict.fromkeys(files, ""))
        return evolve(call, body=fields, files=files)
    content = await request.body()
    if not operation.content_type or (not content and not operation.request.get("required")):
        return call
    try:
        body: Any = json.loads(content)
    except ValueError as error:
        raise coded(400, "invalid_request_body", "The request body is not JSON") from error
    operation.check_body(body)
    return evolve(call, body=body)


async def _form(request: Request) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    """Fields and files of a form.

    Raises:
        Refusal: 400, it is none.
    """
    fields: dict[str, Any] = {}
    files: dict[str, UploadedFile] = {}
    try:
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = UploadedFile(value.filename or "", await value.read(), value.content_type or "")
                else:
                    fields[name] = value
    except HTTPException as error:
        raise coded(400, "invalid_request_body", "The request body is not a form") from error
    return fields, files


def _faulty(fault: Fault) -> Response:
    """The answer of a fault."""
    headers = {} if fault.retry_after_s is None else {"Retry-After": str(fault.retry_after_s)}
    code = "rate_limit_exceeded" if fault.status == 429 else "service_unavailable"
    return JSONResponse(coded(fault.status, code, "A fault of the sandbox, as asked for").document, fault.status, headers)
