"""Webhooks, and which of them receive an event.

No source says what happens to an unknown event name: it is stored and never delivered, and the
answer says so. Chosen too: there is one signing secret for all webhooks, and `signing` changes no
delivery: X-Gigstack-Signature is always sent, as an official client says of older endpoints.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from attrs import evolve, frozen

from ...call import Answer, Call, Handler
from ...errors import api_error, require
from ...resource import Resource
from ...state import Event, State
from ..shared.idempotency import answer_once
from ..shared.lists import list_page
from .event_names import all_events, warnings

SHOWN = ("id", "url", "events", "status", "description", "owner", "created_at", "version", "type")
HEADERS = "webhook headers"
SCOPE = "shared_team_webhooks"


def list_webhooks(call: Call) -> Answer:
    hooks, status = call.collection("webhooks"), call.query.get("status")
    query = {**call.query}
    if "cursor" in query:
        query.setdefault("next", query["cursor"])
    page = list_page(
        evolve(call, query=query),
        # Filters of the creation time are in seconds.
        [{**hook, "created_at": hook["created_at"] / 1000} for hook in hooks.values()],
        "Webhooks retrieved successfully",
        lambda hook: status in {None, hook["status"]},
    )
    data = [shown(call, hooks[hook["id"]]) for hook in page["data"]]
    return Answer(
        200,
        {
            **envelope(call, data, page["message"]),
            **{name: page[name] for name in ("has_more", "total_results")},
            **dict.fromkeys(("next", "next_cursor"), page.get("next")),
        },
    )


def get_webhook(call: Call) -> Answer:
    return Answer(200, envelope(call, shown(call, find(call)), "Webhook retrieved successfully"))


def create_webhook(call: Call) -> Answer:
    operation_id = call.body.get("operation_id")
    return answer_once(call, "create_webhook", operation_id, lambda: _create(call))


def _create(call: Call) -> Answer:
    check_url(call.body["url"])
    hook: Resource = {
        "status": "active",
        "version": "v2",
        "type": None,
        "events": list(all_events()),
        **_settable(call.body),
        "id": call.state.new_id("wh"),
        "owner": "user_sandbox",
        "created_at": call.state.now_ms(),
    }
    check_events(call, hook)
    call.collection("webhooks")[hook["id"]] = hook
    _store_settings(call, hook)
    return Answer(201, _changed(call, hook, "create", "Webhook created successfully"))


def update_webhook(call: Call) -> Answer:
    hook = find(call)
    check_revision(call, hook)
    if "url" in call.body:
        check_url(call.body["url"])
    check_events(call, {**hook, **_settable(call.body)})
    hook.update(_settable(call.body))
    _store_settings(call, hook)
    return Answer(200, _changed(call, hook, "update", "Webhook updated successfully"))


def delete_webhook(call: Call) -> Answer:
    hook = find(call)
    check_revision(call, hook)
    del call.collection("webhooks")[hook["id"]]
    return Answer(200, envelope(call, {"deleted": True}, "Webhook deleted successfully"))


def find(call: Call) -> Resource:
    """The webhook in the path.

    Raises:
        Refusal: 404, the team has no such webhook.
    """
    return require(call.collection("webhooks").get(call.path["id"]), "webhook")


def shown(call: Call, hook: Resource) -> Resource:
    """A webhook as answers show it, without the values of its headers."""
    names = sorted(call.collection(HEADERS).get(hook["id"], {}))
    signs = hook.get("signs", False)
    return {
        **{name: hook.get(name) for name in SHOWN},
        "revision": revision(call, hook),
        "effect_scope": SCOPE,
        "security": {
            "header_names": names,
            "configured": bool(names),
            "status": "configured" if names else "not_configured",
        },
        "signing": {
            "enabled": signs,
            "configured": signs,
            "status": "configured" if signs else "disabled",
        },
    }


def revision(call: Call, hook: Resource) -> str:
    """A digest that changes with every change of a webhook."""
    whole = [hook, call.collection(HEADERS).get(hook["id"])]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def check_events(call: Call, hook: Resource) -> None:
    """Checks the events of a webhook, and notes those asked for that are not delivered.

    Raises:
        Refusal: 400, it is active and would get none.
    """
    if hook["status"] == "active" and not hook["events"]:
        raise api_error(
            400,
            "invalid_field_value",
            "An active webhook needs events; leave events out for all of them",
        )
    for text in warnings(call.body.get("events", ())):
        call.note(text)


def check_revision(call: Call, hook: Resource) -> None:
    """Checks that the caller knows the current revision, if the body names one.

    Raises:
        Refusal: 409, the webhook was changed since.
    """
    if call.body.get("expected_revision") not in {None, revision(call, hook)}:
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
    """The body posted for an event: the documented envelope, with the older name of its type."""
    return {
        "id": event.id,
        "type": event.type,
        "event": event.type,  # what the trigger of n8n node 1.1.9 reads
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


def _store_settings(call: Call, hook: Resource) -> None:
    if "security" in call.body:
        call.collection(HEADERS)[hook["id"]] = dict(call.body["security"].get("headers") or {})
    if "signing" in call.body:
        hook["signs"] = call.body["signing"]["enabled"]


def _changed(call: Call, hook: Resource, action: str, message: str) -> dict[str, Any]:
    """The answer to a change, with its receipt if the body names an operation."""
    answer = envelope(call, shown(call, hook), message)
    operation_id = call.body.get("operation_id")
    if operation_id is None:
        return answer
    receipt = {
        "operation_id": operation_id,
        "team_id": call.team,
        "webhook_id": hook["id"],
        "action": action,
        "status": "completed",
        "created_at": call.state.now_ms(),
        "effect_scope": SCOPE,
        "secret_attempts": 0,
        "error": None,
        "credential_delivery": "not_replayed",
    }
    return {**answer, "operation": receipt}


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (list_webhooks, get_webhook, create_webhook, update_webhook, delete_webhook)
}
