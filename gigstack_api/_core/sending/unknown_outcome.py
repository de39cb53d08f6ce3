"""What of a call is kept when its answer is lost."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any, TypeAlias
from urllib.parse import unquote

from ...errors import Digest, Sent
from ..http.auth import ApiKey
from ..operations.operation import Operation, Route

KeptFields: TypeAlias = Callable[[Route[Any]], Collection[str]]
"""Tells which fields of a body a look-up compares."""


def no_fields(route: Route[Any]) -> Collection[str]:
    """None of the fields."""
    return ()


def sent_of(
    operation: Operation[Any],
    key: ApiKey,
    kept: KeptFields,
    *,
    first_at: float,
    last_at: float,
    under_way: bool,
) -> Sent:
    """What is kept of a call: of its body only the documented fields that a look-up compares, of a
    secret text its digest.
    """
    route, body = operation.route, operation.body or {}
    looked_at = kept(route)
    known = {
        name: (value, route.body[name].secret)
        for name, value in body.items()
        if name in looked_at and name in route.body
    }
    return Sent(
        operation=route.name,
        ids=_ids(route.path, operation.path),
        team=next((value for name, value in operation.query if name == "team"), None),
        key_team=key.team,
        livemode=key.livemode,
        names=tuple(body),
        body={
            name: Digest.of(value) if is_secret else value
            for name, (value, is_secret) in known.items()
            if not is_secret or isinstance(value, str)
        },
        idempotency_key=operation.idempotency_key,
        first_at=first_at,
        last_at=last_at,
        deadline_s=route.deadline_s,
        under_way=under_way,
    )


def _ids(template: str, path: str) -> dict[str, str]:
    """The ids of a path by the names that its template gives them."""
    pairs = zip(template.split("/"), path.split("/"), strict=True)
    return {name[1:-1]: unquote(value) for name, value in pairs if name.startswith("{")}
