"""Builds the call of a request: who asks, for which team, and with what."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve
from starlette.requests import Request

from .. import keys
from ..call import Call, Remarks
from ..errors import Refusal, api_error, legacy_error
from ..operation import Operation
from ..parameters import is_metadata_filter
from ..state import State
from ..unknown_names import unknown_fields, unknown_parameters
from . import parsing


async def build_call(
    state: State,
    operation: Operation,
    key: keys.Key,
    path: Mapping[str, str],
    request: Request,
    remarks: Remarks,
) -> Call:
    """The call of a request, checked against the spec. Unknown names go into the remarks.

    Raises:
        Refusal: 400, the request does not match the spec; 403, the key may not act for the team.
    """
    pairs = parsing.parse_query(request.scope["query_string"], operation.lists)
    remarks.ignored.extend(unknown_parameters(operation, pairs))
    call = Call(
        state=state,
        key=key,
        team=_authorize_team(state, key, pairs.get("team"))
        if key.team or not operation.anonymous
        else "",
        base_url=str(request.base_url).rstrip("/"),
        path=path,
        query=operation.read_query(pairs),
        metadata=_metadata_filters(pairs) if operation.takes_metadata else {},
        headers=dict(request.headers),
        remarks=remarks,
    )
    return await _read_body(call, operation, request)


def authenticate(operation: Operation, request: Request) -> keys.Key:
    """The key of a request.

    Raises:
        Refusal: 401, there is no key, or the sandbox did not issue it.
    """
    authorization = request.headers.get("authorization", "")
    key = keys.read(authorization)
    for name in operation.key_headers if key is None else ():
        key = keys.read(f"Bearer {request.headers.get(name, '')}")
    if key is not None:
        return key
    if operation.anonymous:
        return keys.Key("", livemode=False)
    raise legacy_error(
        401, f"Unauthorized: {keys.explain_rejection(authorization)}", "invalid_token"
    )


def _metadata_filters(pairs: Mapping[str, str]) -> dict[str, str]:
    """The metadata filters of a query, in both notations."""
    return {name[9:]: value for name, value in pairs.items() if is_metadata_filter(name)}


async def _read_body(call: Call, operation: Operation, request: Request) -> Call:
    """The call with its body.

    Raises:
        Refusal: 400, the body does not match the spec.
    """
    media_type = operation.content_type
    if media_type == "multipart/form-data":
        texts, files = await parsing.read_form(request)
        operation.check_form(texts, files)
        form = operation.read_form(texts) | dict.fromkeys(files, "")
        call.remarks.ignored.extend(unknown_fields(operation, form))
        return evolve(call, body=operation.read_body(form), document=form, files=files)
    if media_type == "application/x-www-form-urlencoded":
        form = operation.read_form(await parsing.read_urlencoded(request))
        call.remarks.ignored.extend(unknown_fields(operation, form))
        return evolve(call, body=operation.read_body(form), document=form)
    if media_type and "json" not in media_type and media_type != "*/*":
        return call  # a text or a file, of which the spec says nothing more
    if not operation.content_type:
        call.remarks.ignored.extend(await _unwanted_fields(operation, request))
        return call
    document = await parsing.read_json(request)
    if document is None and not operation.body_required:
        return call
    if document is None:
        raise api_error(
            400, "invalid_request_body", "The request body is missing; send a JSON object"
        )
    call.remarks.ignored.extend(unknown_fields(operation, document))
    return evolve(call, body=operation.read_body(document), document=document)


async def _unwanted_fields(operation: Operation, request: Request) -> list[str]:
    """The fields of a body that the operation does not take."""
    try:
        document = await parsing.read_json(request)
    except Refusal:
        return ["body"]
    return [] if document is None else unknown_fields(operation, document)


def _authorize_team(state: State, key: keys.Key, asked: str | None) -> str:
    """The id of the team to act for.

    Raises:
        Refusal: 403, the key may not act for it.
    """
    own = state.teams.get(key.team)
    target = state.teams.get(asked or key.team)
    if own is None or target is None:
        raise legacy_error(403, "Forbidden", "insufficient_permissions")
    if any(
        state.team_resources.get(team.id, {}).get("status") == "pending_deletion"
        for team in (own, target)
    ):
        raise legacy_error(
            403, "Forbidden: the team is scheduled for deletion", "operation_not_allowed"
        )
    if target != own and not (own.connect and own.billing_account == target.billing_account):
        raise legacy_error(403, "Forbidden", "insufficient_permissions")
    return target.id
