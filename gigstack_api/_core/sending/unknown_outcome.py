"""A record of a write whose answer was lost, by which it can be looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias
from urllib.parse import unquote

from msgspec import field

from ...errors import ConfigurationError, DeliveryError, OutcomeUnknownError
from ..http.auth import ApiKey
from ..http.messages import Lost
from ..limits import LOADING
from ..operations.operation import Operation
from ..operations.route import Replay, Route
from ..retries.history import AttemptHistory
from ..schema.data import Data
from ..schema.redaction import is_sensitive
from ..schema.types import OMIT, Omit, is_list, is_object
from .attempts import delivery_error
from .request import Call


class Digest(Data, frozen=True):
    """A secret text that can be recognised but not read."""

    sha256: str

    in_repr = ()

    @classmethod
    def of(cls, text: str) -> Digest:
        """The digest of a text."""
        with LOADING:
            from hashlib import sha256

        return cls(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


class Sent(Data, frozen=True, kw_only=True):
    """The values that a write whose answer was lost was sent with.

    Plain data, by which `gig.reconcile` looks the write up in any process. It holds the fields that
    a lookup compares, personal data among them, digests of secrets, and no file contents. Its repr
    shows none of it.

    Args:
        operation: Name of the call, `income_invoices.create`.
        ids: The ids in its path, by name.
        team: Id of the team it acted for, if that is not the team of the key.
        key_team: Id of the team of the key, according to the key.
        livemode: Whether the key is a live one, according to the key.
        names: Names of all fields of the body.
        body: The fields that a lookup compares.
        idempotency_key: The key it was sent with, if the operation supports one.
        first_at: When it was first sent (Unix seconds).
        last_at: When it was last sent (Unix seconds).
        deadline_s: How long the API may take for it (seconds).
        under_way: Whether the API may still have been working on it when the last answer was lost.
    """

    operation: str
    ids: Mapping[str, str] = field(default_factory=dict[str, str])
    team: str | None = None
    key_team: str | None = None
    livemode: bool | None = None
    names: tuple[str, ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    idempotency_key: str | None = None
    first_at: float
    last_at: float
    deadline_s: float
    under_way: bool = True

    in_repr = ("operation",)


ComparedFields: TypeAlias = Callable[[Route[Any]], Collection[str]]
"""Gives the fields of a body that a lookup compares."""


def no_fields(route: Route[Any]) -> Collection[str]:
    """No field at all, for clients that look nothing up."""
    return ()


def record_sent(
    operation: Operation[Any],
    history: AttemptHistory,
    key: ApiKey,
    compared_fields: ComparedFields,
) -> Sent:
    """The record of an operation: of its body only documented fields that a lookup compares.

    A secret text is replaced by its digest, also one whose name in `metadata` says so.
    """
    route, body = operation.route, operation.body or {}
    try:
        wanted = compared_fields(route)
    except (OSError, ImportError):  # no file descriptor is free for the module: rather too much
        wanted = route.body
    compared = {name for name in wanted if name in body and name in route.body}
    secrets = {name for name in compared if route.body[name].secret}
    return Sent(
        operation=route.name,
        ids=_ids(route.path, operation.path),
        team=next((value for name, value in operation.query if name == "team"), None),
        key_team=key.team,
        livemode=key.livemode,
        names=tuple(body),
        body={
            name: kept
            for name, value in body.items()
            if name in compared
            and (kept := _digest(value) if name in secrets else _digested(value)) is not OMIT
        },
        idempotency_key=operation.idempotency_key,
        first_at=history.first_at,
        last_at=history.last_at,
        deadline_s=route.deadline_s,
        under_way=history.under_way,
    )


def _digest(value: object) -> Digest | Omit:
    """The digest of a secret text. OMIT for other values, and where it cannot be computed."""
    try:
        return Digest.of(value) if isinstance(value, str) else OMIT
    except ConfigurationError:  # no file descriptor is free for the module
        return OMIT


def _digested(value: Any) -> Any:
    """A JSON value with digests in place of texts whose names say that they are secret.

    Other values of such names are left out.
    """
    if is_object(value):
        return {
            name: kept
            for name, item in value.items()
            if (kept := _digest(item) if is_sensitive(name) else _digested(item)) is not OMIT
        }
    return [_digested(item) for item in value] if is_list(value) else value


def _ids(template: str, path: str) -> dict[str, str]:
    """The ids of a path, by the names in its template."""
    pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+?)", re.escape(template))
    found = re.fullmatch(pattern, path)
    return {name: unquote(value) for name, value in found.groupdict().items()} if found else {}


def error_of_lost(
    call: Call, lost: Lost, history: AttemptHistory, key: ApiKey, compared: ComparedFields
) -> DeliveryError:
    """The error of a call without a usable answer."""
    route = call.operation.route
    if history.maybe_done and (route.method != "GET" or route.replay is Replay.ONCE):
        return OutcomeUnknownError(
            f"{lost.reason}; the request was sent, so it may have been done:"
            " `await gig.reconcile(error)` finds out",
            operation=route.name,
            method=call.method,
            path=call.path,
            idempotency_key=call.operation.idempotency_key,
            sent=record_sent(call.operation, history, key, compared),
        )
    return delivery_error(
        lost,
        lost.reason if history.maybe_done else f"{lost.reason}; nothing was sent",
        operation=route.name,
        method=call.method,
        path=call.path,
        idempotency_key=call.operation.idempotency_key,
    )
