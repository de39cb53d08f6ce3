"""A Redis server on this machine that ends with the test."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SERVER = shutil.which("redis-server")
needs_redis = pytest.mark.skipif(
    SERVER is None, reason="no Redis server: apt-get install redis-server"
)


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False


@contextmanager
def serving(directory: Path) -> Generator[str]:
    """The address of a server that writes nothing to disk."""
    assert SERVER is not None
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    options = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with subprocess.Popen(
        [SERVER, *options, "--dir", str(directory)], stdout=subprocess.DEVNULL
    ) as process:
        try:
            until = time.monotonic() + 10
            while not _answers(port):
                assert process.poll() is None, "redis-server exited at once"
                assert time.monotonic() < until, "redis-server does not answer"
            yield f"redis://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Redis."""
    with serving(tmp_path_factory.mktemp("redis")) as address:
        yield address
