"""A page of the shop: the cart of `examples/fastapi_shop` in a real browser, on a phone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager

from ..pages import ROOT
from ..site.look.browser import browsing

COMMAND = (sys.executable, "-m", "examples.fastapi_shop", "--port", "0")
WIDTH = 1100
BUYER = """
    document.querySelector("[name=cafe]").value = 2;
    document.querySelector("[name=taza]").value = 1;
"""


@contextmanager
def serving() -> Generator[str, None, None]:
    """The address of a shop with a sandbox of its own; both end with the block.

    Raises:
        RuntimeError: it did not start.
    """
    with subprocess.Popen(COMMAND, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if found := re.search(r"shop.*(http://127\.0\.0\.1:\d+)", line):
                    yield found[1]
                    return
            raise RuntimeError("the shop did not start")
        finally:
            process.terminate()


def pictures() -> Mapping[str, bytes]:
    """The picture by the name of its file. The shop speaks Spanish only.

    Raises:
        NoBrowserError: no browser is installed.
    """
    with browsing() as browser, serving() as address:
        browser.open(address, width=WIDTH)
        browser.run(BUYER)
        return {"shop.png": browser.picture()}
