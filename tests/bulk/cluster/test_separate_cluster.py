"""An import on a cluster of its own: a scheduler and two workers, started by their own commands."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from gigstack_api import Gigstack
from scripts.sandbox_process import ROOT, running
from tests.cli.command import started

security: Any = import_module("distributed.security")  # without types

pytestmark = pytest.mark.anyio

ROWS = 60


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@contextmanager
def cluster(variables: Mapping[str, str]) -> Generator[Cluster]:
    """A scheduler and two workers that speak TLS. Their variables hold no API key."""
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

    with ExitStack() as stack:
        worker = ("worker", address, "--no-nanny", "--nthreads", "4", "--host", "127.0.0.1")
        here = ("--protocol", "tls", "--host", "127.0.0.1", "--port", port)
        processes = [
            stack.enter_context(dask("scheduler", *here)),
            *(stack.enter_context(dask(*worker)) for _ in range(2)),
        ]
        try:
            yield Cluster(address, processes[1:])
        finally:
            for process in processes:
                process.kill()


class Cluster:
    """The address of a scheduler, and the workers of it."""

    def __init__(self, address: str, workers: list[subprocess.Popen[bytes]]) -> None:
        self.address = address
        self.workers = workers


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


@pytest.mark.skipif(sys.platform == "win32", reason="other signals")
async def test_another_cluster_survives_the_loss_of_a_worker(tmp_path: Path) -> None:
    lines = [f"Cliente {number},S-{number}" for number in range(ROWS)]
    (tmp_path / "clients.csv").write_text("\n".join(["Nombre,Clave", *lines]) + "\n")
    variables = tls_variables(tmp_path)
    fault = "delay=0.01 times=always operation=create_client"
    with (
        running("--fault", fault, "--log-level", "critical") as sandbox,
        cluster(variables) as found,
        started(
            *("clients", "import", "clients.csv", "--map", "Clave=metadata.external_id"),
            *("--on", "metadata.external_id", "--json", "--scheduler", found.address),
            folder=tmp_path,
            given={**sandbox, **variables},
        ) as process,
    ):
        assert process.stdout is not None
        first = process.stdout.readline()
        found.workers[0].kill()
        results = [json.loads(line) for line in [first, *process.stdout]]
        assert process.wait() == 0
        async with Gigstack(
            sandbox["GIGSTACK_API_KEY"], base_url=sandbox["GIGSTACK_API_BASE_URL"]
        ) as gig:
            names = [client.name for client in await gig.clients.list().collect()]
    counts = results.pop()["counts"]
    assert sorted(result["row"] for result in results) == list(range(1, ROWS + 1))
    assert sum(counts.values()) == ROWS
    assert set(counts) <= {"created", "found"}
    assert len(names) == len(set(names)) == ROWS
