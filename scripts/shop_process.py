"""The shop with its sandbox, started as a user would."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

from scripts.sandbox_process import ROOT

COMMAND = [sys.executable, "-m", "examples.fastapi_shop", "--port", "0"]


@contextmanager
def running() -> Generator[str, None, None]:
    """The address of a shop on a free port; it ends with the block, and its sandbox with it.

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
            process.wait(timeout=30)
