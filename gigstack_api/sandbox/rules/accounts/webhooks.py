"""Webhooks, and which of them receive an event.

No source says what happens to an unknown event name: it is stored and never delivered.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from attrs import frozen

from ...call import Answer, Call, Handler
from ...errors import api_error, not_found
from ...resource import Resource
from ...state import Event, State
from ..shared.idempotency import first_answer, store_answer

SHOWN = ("id", "url", "events", "status", "description", "owner", "created_at", "version", "type")
DEFAULT_LIMIT = 10
HEADERS = "webhook headers"


def list_webhooks(call: Call) -> Answer:
    status = call.query.get("status")
    hooks = [
        hook for hook in call.collection("webhooks").values() if status in {None, hook["status"]}
    ]
    start = _start(hooks, call.query.get("cursor"))
    limit = call.query.get("limit", DEFAULT_LIMIT)
    data, more = hooks[start : start + limit], start + limit < len(hooks)
    page = {"has_more": more, "next_cursor": data[-1]["id"] if more else None}
    return Answer(
        200,
        {
            **envelope(call, [shown(hook) for hook in data], "Webhooks retrieved successfully"),
            **page,
        },
    )


def get_webhook(call: Call) -> Answer:
    return Answer(200, envelope(call, shown(find(call)), "Webhook retrieved successfully"))


def create_webhook(call: Call) -> Answer:
    operation_id = call.body.get("operation_id")
    if (first := first_answer(call, "create_webhook", operation_id)) is not None:
        return first
    check_url(call.body["url"])
    hook: Resource = {
        "status": "active",
        "version": "v2",
        "type": None,
        **_settable(call.body),
        "id": call.state.new_id("wh"),
        "owner": "user_sandbox",
        "created_at": call.state.now_ms(),
    }
    call.collection("webhooks")[hook["id"]] = hook
    _store_headers(call, hook)
    answer = Answer(201, envelope(call, shown(hook), "Webhook created successfully"))
    return store_answer(call, "create_webhook", operation_id, answer)


def update_webhook(call: Call) -> Answer:
    hook = find(call)
    check_revision(hook, call.body)
    if "url" in call.body:
        check_url(call.body["url"])
    hook.update(_settable(call.body))
    _store_headers(call, hook)
    return Answer(200, envelope(call, shown(hook), "Webhook updated successfully"))


def delete_webhook(call: Call) -> Answer:
    hook = find(call)
    check_revision(hook, call.body)
    del call.collection("webhooks")[hook["id"]]
    return Answer(200, envelope(call, {"deleted": True}, "Webhook deleted successfully"))


def find(call: Call) -> Resource:
    """The webhook in the path.

    Raises:
        Refusal: 404, the team has no such webhook.
    """
    hook = call.collection("webhooks").get(call.path["id"])
    if hook is None:
        raise not_found("webhook")
    return hook


def shown(hook: Resource) -> Resource:
    """A webhook as answers show it, without its secret headers."""
    return {
        **{name: hook.get(name) for name in SHOWN},
        "revision": revision(hook),
        "effect_scope": "shared_team_webhooks",
    }


def revision(hook: Resource) -> str:
    """A digest that changes with every change of a webhook."""
    return hashlib.sha256(json.dumps(hook, sort_keys=True).encode()).hexdigest()


def check_revision(hook: Resource, body: Mapping[str, Any]) -> None:
    """Checks that the caller knows the current revision, if the body names one.

    Raises:
        Refusal: 409, the webhook was changed since.
    """
    if body.get("expected_revision") not in {None, revision(hook)}:
        raise api_error(409, "resource_conflict", "The webhook has changed since; read it again")


def check_url(url: str) -> None:
    """Checks the URL of a webhook.

    Raises:
        Refusal: 400, it is not an http or https URL, or holds user and password.
    """
    if (
        not url.startswith(("https://", "http://"))
        or "@" in url.partition("://")[2].partition("/")[0]
    ):
        raise api_error(
            400,
            "invalid_field_value",
            "url must be an http or https URL without user and password",
        )


@frozen
class Target:
    """A webhook that receives an event, and the headers to send along."""

    webhook: Resource
    headers: Mapping[str, str]


def find_targets(state: State, event: Event) -> Iterator[Target]:
    """The active webhooks that receive an event.

    They are those of its team, and those of a Connect team with the same billing account that
    listen to all its teams.
    """
    team = state.teams.get(event.team)
    for owner in state.teams.values():
        pays = owner.connect and team is not None and owner.billing_account == team.billing_account
        for hook in state.collection(owner.id, "webhooks").values():
            listens = owner.id == event.team or (pays and hook["type"] == "gigstack_connect")
            if listens and hook["status"] == "active" and event.type in hook["events"]:
                yield Target(
                    deepcopy(hook), state.collection(owner.id, HEADERS).get(hook["id"], {})
                )


def payload(event: Event) -> dict[str, Any]:
    """The body posted for an event: the documented envelope."""
    return {
        "id": event.id,
        "type": event.type,
        "created": event.created_ms,
        "livemode": event.livemode,
        "data": {"object": event.object},
    }


def envelope(call: Call, data: object, message: str) -> dict[str, Any]:
    """The success envelope of the webhook operations."""
    return {"success": True, "message": message, "data": data, "timestamp": call.state.now_ms()}


def _settable(body: Mapping[str, Any]) -> Resource:
    return {
        name: deepcopy(body[name])
        for name in ("url", "events", "description", "status", "version", "type")
        if name in body
    }


def _store_headers(call: Call, hook: Resource) -> None:
    if "security" in call.body:
        call.collection(HEADERS)[hook["id"]] = dict(call.body["security"].get("headers") or {})


def _start(hooks: list[Resource], cursor: str | None) -> int:
    if cursor is None:
        return 0
    ids = [hook["id"] for hook in hooks]
    if cursor not in ids:
        raise api_error(
            400, "invalid_field_value", "cursor must be the next_cursor of the previous page"
        )
    return ids.index(cursor) + 1


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (list_webhooks, get_webhook, create_webhook, update_webhook, delete_webhook)
}
