"""The event loops, and one call of each shape that the client can make."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import Any, TypeAlias

from gigstack_api import Gigstack

BACKENDS = ("asyncio", "trio")
UVLOOP: tuple[tuple[str, dict[str, Any]], ...] = (
    (("asyncio", {"use_uvloop": True}),) if find_spec("uvloop") else ()
)
LOOPS: tuple[tuple[str, dict[str, Any]], ...] = (("asyncio", {}), ("trio", {}), *UVLOOP)
"""The event loops, as `anyio.run` takes them."""

KEY = "key-of-the-stress-run"
CLIENT_JSON = b'{"data": {"id": "c"}}'
"""The answer that every one of these calls accepts."""

MakeCall: TypeAlias = Callable[[Gigstack], Awaitable[object]]


async def _list_all(gig: Gigstack) -> None:
    async for _ in gig.clients.list().prefetch(2):
        pass


async def _upsert_all(gig: Gigstack) -> None:
    rows = [{"tax_id": f"AAA01010{number:04}", "name": "A"} for number in range(3)]
    async for outcome in gig.clients.upsert_many(rows, on="tax_id"):
        if outcome.error is not None:
            raise outcome.error


CALLS: tuple[MakeCall, ...] = (
    lambda gig: gig.clients.get("c"),
    lambda gig: gig.clients.create(name="A"),
    lambda gig: gig.clients.upsert(on="tax_id", tax_id="AAA010101AAA"),
    lambda gig: gig.clients.upload_csf(file=b"%PDF-1.7"),
    lambda gig: gig.clients.list().collect(),
    _list_all,
    _upsert_all,
)
