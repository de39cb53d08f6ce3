"""Imports a few clients on two workers: `make extras` runs it with the extra `distributed`."""

from __future__ import annotations

import asyncio

from gigstack_api import Gigstack
from gigstack_api.bulk import sync


async def main() -> None:
    """Imports them into the API that the environment names."""
    rows = [{"name": f"Sucursal {number}", "tax_id": f"AAA{number:09}"} for number in range(20)]
    async with Gigstack() as gig:
        summary = await sync(rows, gig=gig, workers=2)
    assert summary.outcomes == {"created": 20}, summary


if __name__ == "__main__":
    asyncio.run(main())
