"""An import on a cluster of its own: a scheduler and a worker, started by their own commands."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import pytest

from gigstack_api import Gigstack
from gigstack_api.sandbox import Sandbox
from scripts.sandbox_process import ROOT
from tests.cli.command import run_process

security: Any = import_module("distributed.security")  # without types

pytestmark = pytest.mark.anyio

ROWS = 60


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@contextmanager
def cluster(variables: Mapping[str, str]) -> Generator[str]:
    """The address of a scheduler with a worker. They speak TLS, and get no API key."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    address = f"tls://127.0.0.1:{port}"
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**known, "PYTHONPATH": str(ROOT), **variables}

    def dask(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments, "--no-dashboard"],
            env=environment,
            stderr=subprocess.DEVNULL,
        )

    here = ("--host", "127.0.0.1")
    with (
        dask("scheduler", *here, "--port", port, "--protocol", "tls") as scheduler,
        dask("worker", address, *here, "--nthreads", "4", "--no-nanny") as worker,
    ):
        try:
            yield address
        finally:
            worker.kill()
            scheduler.kill()


def tls_variables(folder: Path) -> dict[str, str]:
    """The TLS settings of Dask, as variables, with a certificate made for the test."""
    made = security.Security.temporary()
    files = {"CA_FILE": made.tls_ca_file, "CERT": made.tls_client_cert, "KEY": made.tls_client_key}
    variables: dict[str, str] = {}
    for name, text in files.items():
        path = folder / f"{name.lower()}.pem"
        path.write_text(text)
        roles = ("CLIENT", "SCHEDULER", "WORKER") if name != "CA_FILE" else ("",)
        for role in roles:
            parts = [part for part in ("DASK_DISTRIBUTED__COMM__TLS", role, name) if part]
            variables["__".join(parts)] = str(path)
    return variables


async def test_a_separate_cluster_imports_a_file(tmp_path: Path) -> None:
    lines = [f"Cliente {number},S-{number}" for number in range(ROWS)]
    (tmp_path / "clients.csv").write_text("\n".join(["Nombre,Clave", *lines]) + "\n")
    variables, sandbox = tls_variables(tmp_path), Sandbox()
    with cluster(variables) as address:
        async with sandbox.serve() as url, Gigstack(sandbox.key(), base_url=url) as gig:
            given = {"GIGSTACK_API_KEY": sandbox.key(), "GIGSTACK_API_BASE_URL": url, **variables}
            command = partial(
                run_process,
                *("clients", "import", "clients.csv", "--map", "Clave=metadata.external_id"),
                *("--on", "metadata.external_id", "--json", "--scheduler", address),
                folder=tmp_path,
                given=given,
            )
            ended = await anyio.to_thread.run_sync(command)
            names = [client.name for client in await gig.clients.list().collect()]
    assert ended.code == 0, ended.err
    *results, counts = ended.values
    assert sorted(result["row"] for result in results) == list(range(1, ROWS + 1))
    assert counts["counts"] == {"created": ROWS}
    assert len(names) == len(set(names)) == ROWS
