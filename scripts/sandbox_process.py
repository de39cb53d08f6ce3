"""Runs the sandbox as a separate process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def start(*arguments: str) -> tuple[subprocess.Popen[str], dict[str, str]]:
    """Starts a sandbox and returns once it accepts connections.

    Returns:
        The process, which the caller has to end, and the environment variables
        `GIGSTACK_API_BASE_URL` and `GIGSTACK_API_KEY`.

    Raises:
        RuntimeError: the sandbox did not start.
    """
    command = [sys.executable, "-m", "gigstack_api.sandbox", *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        environment: dict[str, str] = {}
        for line in process.stdout:
            name, _, value = line.strip().removeprefix("export ").partition("=")
            environment[name] = value
            if name == "GIGSTACK_API_KEY":
                return process, environment
        raise RuntimeError("the sandbox did not start")
    except BaseException:
        with process:
            process.terminate()
        raise


@contextmanager
def running(*arguments: str) -> Generator[dict[str, str], None, None]:
    """Runs a sandbox on a free port, which ends with the block.

    Yields:
        The environment variables `GIGSTACK_API_BASE_URL` and `GIGSTACK_API_KEY`.

    Raises:
        RuntimeError: the sandbox did not start.
    """
    process, environment = start("--port", "0", *arguments)
    with process:
        try:
            yield environment
        finally:
            process.terminate()
