# Written by `make generate` from openapi.yaml; never edited.
"""DELETE /invoices/draft/{id}: Delete a draft invoice for good. Docs: https://docs.gigstack.io/delete-draft-invoice-30478229e0"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.decode import Nothing
from gigstack_api._core.kinds import (
    STRING,
)
from gigstack_api._core.operation import Operation, Replay, Route, operation

ROUTE: Route[None] = Route(
    name="draft_invoices.delete",
    method="DELETE",
    path="/invoices/draft/{id}",
    decode=Nothing(),
    replay=Replay.IDEMPOTENT,
    deadline_s=30,
    query={
        "team": STRING,
    },
)


def build(
    id: str,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[None]:
    """The call, not sent. Its arguments are those of `gig.draft_invoices.delete`."""
    return operation(
        ROUTE,
        id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
