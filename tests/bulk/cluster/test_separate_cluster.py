"""Imports on a separate cluster: a scheduler and workers, started by their own commands."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Generator, Mapping
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import pytest
from attrs import frozen

from gigstack_api import Gigstack
from gigstack_api.bulk import RowResult, sync
from gigstack_api.sandbox import Sandbox
from scripts.sandbox_process import ROOT
from tests.bulk.cluster.watched import Watched, latest, rows_of
from tests.cli.command import run_process

distributed: Any = import_module("distributed")  # without types
psutil: Any = import_module("psutil")

pytestmark = pytest.mark.anyio

ROWS = 60

SETTLE_S = 0.5
"""A call that the sandbox has begun has ended within this time."""


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@frozen
class Cluster:
    """The address of a scheduler, its TLS settings as variables, and its workers."""

    address: str
    variables: Mapping[str, str]
    security: Any
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Generator[Cluster]:
    """A scheduler with two workers. They speak TLS, and get no API key."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = str(probe.getsockname()[1])
    address = f"tls://127.0.0.1:{port}"
    security = distributed.Security.temporary()
    variables = tls_variables(tmp_path_factory.mktemp("tls"), security)
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    environment = {**known, "PYTHONPATH": str(ROOT), **variables}

    def dask(*arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1", "--no-dashboard"],
            env=environment,
            stderr=subprocess.PIPE,
        )

    with ExitStack() as stack:
        started = [dask("scheduler", "--port", port, "--protocol", "tls")]
        started += [dask("worker", address, "--nthreads", "4", "--no-nanny") for _ in range(2)]
        for process in started:
            stack.enter_context(process)
        for process in started:
            stack.callback(process.kill)  # before the waits of their contexts
        for worker in started[1:]:
            wait_for(worker, b"Registered to")
        yield Cluster(address, variables, security, started[1:])


def wait_for(process: subprocess.Popen[bytes], text: bytes) -> None:
    """Returns once a process has written a text. What it writes later fits into its pipe."""
    assert process.stderr is not None
    assert any(text in line for line in process.stderr)


def tls_variables(folder: Path, security: Any) -> dict[str, str]:
    """The TLS settings of Dask as variables, with the certificates in files."""
    texts = {
        "CA_FILE": security.tls_ca_file,
        "CERT": security.tls_client_cert,
        "KEY": security.tls_client_key,
    }
    variables: dict[str, str] = {}
    for name, text in texts.items():
        path = folder / f"{name.lower()}.pem"
        path.write_text(text)
        roles = ("CLIENT", "SCHEDULER", "WORKER") if name != "CA_FILE" else ("",)
        for role in roles:
            parts = [part for part in ("DASK_DISTRIBUTED__COMM__TLS", role, name) if part]
            variables["__".join(parts)] = str(path)
    return variables


async def test_a_separate_cluster_imports_a_file(cluster: Cluster, tmp_path: Path) -> None:
    lines = [f"Cliente {number},S-{number}" for number in range(ROWS)]
    (tmp_path / "clients.csv").write_text("\n".join(["Nombre,Clave", *lines]) + "\n")
    sandbox = Sandbox()
    async with sandbox.serve() as url, Gigstack(sandbox.key(), base_url=url) as gig:
        key = {"GIGSTACK_API_KEY": sandbox.key(), "GIGSTACK_API_BASE_URL": url}
        command = partial(
            run_process,
            *("clients", "import", "clients.csv", "--map", "Clave=metadata.external_id"),
            *("--on", "metadata.external_id", "--json", "--scheduler", cluster.address),
            folder=tmp_path,
            given={**key, **cluster.variables},
        )
        ended = await anyio.to_thread.run_sync(command)
        names = [client.name for client in await gig.clients.list().collect()]
    assert ended.code == 0, ended.err
    *results, counts = ended.values
    assert sorted(result["row"] for result in results) == list(range(1, ROWS + 1))
    assert counts["counts"] == {"created": ROWS}
    assert len(names) == len(set(names)) == ROWS


async def test_rows_of_a_killed_worker_are_done_by_another_one(cluster: Cluster) -> None:
    api, rows = Watched(), rows_of(400, keys=200)
    killed: list[int] = []
    results: list[RowResult] = []

    def kill_its_worker(count: int) -> None:
        """Kills the worker that has sent a request, and waits for its answer."""
        if count == 150:
            worker = next(one for one in cluster.workers if api.caller in ports_of(one.pid))
            worker.kill()
            killed.append(worker.wait())

    api.before = kill_its_worker
    options: dict[str, Any] = {"security": cluster.security, "asynchronous": True}
    async with api.serve() as gig, distributed.Client(cluster.address, **options) as client:
        await sync(
            rows,
            gig=gig,
            update=True,
            scheduler=client,
            concurrency=16,
            settle_s=SETTLE_S,
            on_result=results.append,
        )
    assert killed == [-signal.SIGKILL]
    assert Counter(result.row for result in results) == Counter(range(1, len(rows) + 1))
    assert {result.outcome for result in results} == {"created", "updated"}
    assert api.clients() == latest(rows)


def ports_of(process: int) -> set[int]:
    """The local ports of the connections of a process."""
    return {one.laddr.port for one in psutil.Process(process).net_connections("tcp")}
