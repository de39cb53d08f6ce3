"""A real app under the servers that people use, each a process: calls work on the event loop that
the server takes by itself.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec

import httpx
import pytest

from scripts.sandbox_process import ROOT
from scripts.sandbox_process import running as sandbox

APP = "tests.fastapi.served_app:app"
UVICORN = ["uvicorn", APP, "--host", "127.0.0.1", "--port", "0"]
GUNICORN = ["gunicorn", APP, "--bind", "127.0.0.1:0"]
SERVERS = {
    "uvicorn": UVICORN,
    "uvicorn on asyncio": [*UVICORN, "--loop", "asyncio"],
    "gunicorn with the worker of uvicorn": [*GUNICORN, "-k", "uvicorn.workers.UvicornWorker"],
}

pytestmark = pytest.mark.skipif(find_spec("uvloop") is None, reason="uvloop is not installed")


@contextmanager
def served(command: Sequence[str], environment: dict[str, str]) -> Generator[str, None, None]:
    """The origin of the app under a server, which ends with the block.

    Raises:
        RuntimeError: it did not start.
    """
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            said: list[str] = []
            for line in process.stderr:
                said.append(line)
                if found := re.search(
                    r"(?:running on|Listening at:) (http://127\.0\.0\.1:\d+)", line
                ):
                    yield found[1]
                    return
            raise RuntimeError("".join(["the server did not start\n", *said]))
        finally:
            process.terminate()
            process.communicate(timeout=30)


@pytest.fixture(scope="module")
def environment() -> Generator[dict[str, str], None, None]:
    with sandbox() as environment:
        yield environment


@pytest.mark.parametrize("name", SERVERS)
def test_an_endpoint_answers(name: str, environment: dict[str, str]) -> None:
    with served(SERVERS[name], environment) as origin:
        for _ in range(2):
            answer = httpx.post(f"{origin}/clients", timeout=30)
            assert answer.status_code == 200, answer.text
            loop = "asyncio" if "asyncio" in name else "uvloop"
            assert answer.json()["name"] == "Juan"
            assert answer.json()["loop"].partition(".")[0] == loop
