"""A page of the shop: the cart of `examples/fastapi_shop` in a real browser, on a phone."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.shop_process import running

from ..site.look.browser import browsing

WIDTH = 1100
BUYER = """
    document.querySelector("[name=cafe]").value = 2;
    document.querySelector("[name=taza]").value = 1;
"""


def pictures() -> Mapping[str, bytes]:
    """The picture by the name of its file. The shop speaks Spanish only.

    Raises:
        NoBrowserError: no browser is installed.
    """
    with browsing() as browser, running() as address:
        browser.open(address, width=WIDTH)
        browser.run(BUYER)
        return {"shop.png": browser.picture()}
