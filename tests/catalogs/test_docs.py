"""The blocks of the guide run."""

from __future__ import annotations

import re
from typing import Any

import pytest

from gigstack_api.sandbox import Sandbox
from scripts.docs.pages import GUIDES

GUIDE = (GUIDES / "catalogs.md").read_text(encoding="utf-8")


@pytest.mark.anyio
async def test_every_block_of_the_guide_runs() -> None:
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL):
        exec(block, names)
    async with Sandbox().client() as gig:
        await names["bill"](gig)
        (invoice,) = await gig.income_invoices.list().collect()
    assert invoice.client is not None
    assert (invoice.payment_form, invoice.payment_method, invoice.client.tax_system) == (
        "01",
        "PUE",
        "626",
    )
