"""The kinds of calls. Each sends a marker and a team, and the host echoes both in its answer."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from attrs import frozen

from gigstack_api import Gigstack
from gigstack_api.models import Client, Service

Echo: TypeAlias = tuple[str, str]
"""A marker and a team."""

MakeCall: TypeAlias = Callable[[Gigstack, str, str], Awaitable[Echo | None]]
"""Makes a call with a marker, given also the URL of its file. Returns what its answer echoes; None
if the call has no value.
"""

ACCENTED = "Pe\u00f1a Nu\u00f1ez \u00d1and\u00fa"
"""A text of which a length that counts characters leaves out bytes."""


@frozen
class CallKind:
    """A kind of call. `share` is its weight among all kinds."""

    name: str
    share: float
    is_write: bool
    call: MakeCall


def _echo(value: Client | Service) -> Echo:
    return str(value.id), str(value.team)


async def _get(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    return _echo(await gig.clients.get(marker))


async def _list(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    (client,) = await gig.clients.list(extra_query={"of": marker}).collect()
    return _echo(client)


async def _update(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    return _echo(await gig.clients.update(marker, name=ACCENTED))


async def _create(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    return _echo(await gig.clients.create(name=ACCENTED, metadata={"of": marker}))


async def _create_service(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    return _echo(await gig.services.create(description=marker, unit_price=1))


async def _delete(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    await gig.clients.delete(marker)
    return None


async def _download(gig: Gigstack, marker: str, file_url: str) -> Echo | None:
    file = await gig.download(file_url, media_type="application/pdf")
    _, echoed, of, _ = file.content.decode().split(" ", 3)
    return echoed, of


KINDS = (
    CallKind("clients.get", 30, is_write=False, call=_get),
    CallKind("clients.list", 10, is_write=False, call=_list),
    CallKind("clients.update", 15, is_write=True, call=_update),
    CallKind("clients.create", 20, is_write=True, call=_create),
    CallKind("services.create", 10, is_write=True, call=_create_service),
    CallKind("clients.delete", 10, is_write=True, call=_delete),
    CallKind("download", 5, is_write=False, call=_download),
)


def answer_body(method: str, path: str, marker: str, team: str) -> tuple[bytes, bytes]:
    """The media type and body of the right answer."""
    if path.startswith("/files/"):
        return b"application/pdf", f"%PDF-1.7 {marker} {team} {ACCENTED}\n%%EOF\n".encode()
    data = {"id": marker, "team": team, "name": ACCENTED}
    is_list = method == "GET" and path.startswith("/v2/clients?")
    value = {"data": [data], "has_more": False} if is_list else {"success": True, "data": data}
    return b"application/json", json.dumps(value, ensure_ascii=False).encode()


def refusal_body(marker: str, team: str) -> bytes:
    """The body of an error that names the call."""
    error = {"code": "refused", "message": f"{marker} of {team}"}
    return json.dumps({"success": False, "error": error}).encode()
