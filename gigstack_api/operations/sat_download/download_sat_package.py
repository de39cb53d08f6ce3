# Written by `make generate` from openapi.yaml; never edited.
"""GET /invoices/download/package/{package_id}: Download a package of XML files.

Docs: https://docs.gigstack.io/download-xml-package-32396707e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.files.download import Download
from gigstack_api._core.operations.decoders import File
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import Replay, Route
from gigstack_api._core.schema.fields import STRING

ROUTE: Route[Download] = Route(
    name="sat_download.download_package",
    method="GET",
    path="/invoices/download/package/{package_id}",
    decode=File(
        "{package_id}.zip",
        "application/zip",
        (
            "data.content",
            "content",
        ),
    ),
    replay=Replay.SAFE,
    deadline_s=90,
    query={
        "team": STRING,
    },
)


def build(
    package_id: str,
    /,
    *,
    team: str | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Download]:
    """The operation of `gig.sat_download.download_package`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        package_id,
        query={
            "team": team,
        },
        extra_query=extra_query,
    )
