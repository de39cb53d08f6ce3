"""The blocks of the guide run."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.sandbox import Sandbox
from scripts.docs.blocks import python_blocks
from scripts.docs.pages import GUIDES

PAGE = GUIDES / "catalogs.md"


@pytest.mark.anyio
async def test_every_block_of_the_guide_runs() -> None:
    names: dict[str, Any] = {}
    for block in python_blocks(PAGE):
        exec(block.code, names)
    async with Sandbox().client() as gig:
        await names["bill"](gig)
        (invoice,) = await gig.income_invoices.list().collect()
    assert invoice.client is not None
    assert (invoice.payment_form, invoice.payment_method, invoice.client.tax_system) == (
        "01",
        "PUE",
        "626",
    )
