"""Runs the sandbox as a separate process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def running(*arguments: str) -> Generator[dict[str, str], None, None]:
    """Starts a sandbox on a free port, which ends with the block.

    Yields:
        The environment variables `GIGSTACK_API_BASE_URL` and `GIGSTACK_API_KEY`.

    Raises:
        RuntimeError: the sandbox did not start.
    """
    command = [sys.executable, "-m", "gigstack_api.sandbox", "--port", "0", *arguments]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            environment: dict[str, str] = {}
            for line in process.stdout:
                name, _, value = line.strip().partition("=")
                environment[name] = value
                if name == "GIGSTACK_API_KEY":
                    yield environment
                    return
            raise RuntimeError("the sandbox did not start")
        finally:
            process.terminate()
