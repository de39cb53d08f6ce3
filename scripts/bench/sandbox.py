"""Measures a sandbox process over loopback: its startup, its throughput, and calls with 100,000
clients in its state.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote, urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from gigstack_api.sandbox.resource import Resource
from gigstack_api.sandbox.state import State
from gigstack_api.sandbox.storage import save
from scripts.sandbox_process import running

TEAM = "team_sandbox"
STARTS = 5
CONNECTIONS = 8
LOAD_S = 5
CLIENTS = 100_000
REPEATS = 25
ROW = "{:<48} {:>10} {:>10} {:>10}"


class Caller:
    """One connection to a sandbox, kept open."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        base = urlsplit(environment["GIGSTACK_API_BASE_URL"])
        self.host, self.port, self._prefix = base.hostname or "", base.port or 0, base.path
        self.authorization = f"Bearer {environment['GIGSTACK_API_KEY']}"
        self._connection = http.client.HTTPConnection(self.host, self.port, timeout=30)

    def call(self, method: str, path: str, body: Resource | None = None) -> Resource:
        """Makes a call that must succeed and returns its JSON."""
        headers = {"Authorization": self.authorization, "Content-Type": "application/json"}
        self._connection.request(
            method, self._prefix + path, None if body is None else json.dumps(body), headers
        )
        answer = self._connection.getresponse()
        document: Resource = json.loads(answer.read())
        assert answer.status in {200, 201}, document
        return document

    def raw(self, path: str) -> bytes:
        """A GET request as bytes."""
        lines = [
            f"GET {self._prefix}{path} HTTP/1.1",
            f"Host: {self.host}:{self.port}",
            f"Authorization: {self.authorization}",
        ]
        return "\r\n".join([*lines, "", ""]).encode()


def main() -> int:
    """Prints the figures. Returns 0: they depend on the machine."""
    print(ROW.format("", "goal", "median", "slowest"))
    starts = [measure_start_s() for _ in range(STARTS)]
    print(
        ROW.format(
            "start to first answer", "< 1 s", f"{median(starts):.2f} s", f"{max(starts):.2f} s"
        )
    )
    print(
        ROW.format(
            f"get one client, {CONNECTIONS} connections",
            "> 1,000 /s",
            f"{measure_per_s():,.0f} /s",
            "",
        ),
        flush=True,
    )
    print(f"of {CLIENTS:,} clients:")
    with filled() as caller:
        for name, goal, took_ms in measure_calls(caller):
            print(
                ROW.format(
                    f"  {name}", goal, f"{median(took_ms):.1f} ms", f"{max(took_ms):.1f} ms"
                ),
                flush=True,
            )
    return 0


def measure_start_s() -> float:
    """Seconds from starting the process to its first reply."""
    began = time.perf_counter()
    with running() as environment:
        Caller(environment).call("GET", "/clients")
        return time.perf_counter() - began


def measure_per_s() -> float:
    """Simple requests per second, served by one process."""
    with running() as environment:
        caller = Caller(environment)
        made = caller.call("POST", "/clients", client(0))["data"]["id"]
        return asyncio.run(_load(caller, f"/clients/{made}"))


async def _load(caller: Caller, path: str) -> float:
    request, until = caller.raw(path), time.perf_counter() + LOAD_S
    counts = await asyncio.gather(
        *(_connection(caller, request, until) for _ in range(CONNECTIONS))
    )
    return sum(counts) / LOAD_S


async def _connection(caller: Caller, request: bytes, until: float) -> int:
    """The number of replies on one connection."""
    reader, writer = await asyncio.open_connection(caller.host, caller.port)
    count = 0
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        await reader.readexactly(
            int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        )
        count += 1
    writer.close()
    return count


def client(number: int) -> Resource:
    """The fields of a client, different for each number."""
    return {
        "name": f"Cliente {number}",
        "legal_name": f"CLIENTE {number}",
        "tax_id": f"CLI{number:06}AB1",
        "tax_system": "601",
        "email": f"cliente{number}@ejemplo.com",
        "address": {"country": "MEX", "zip": "06600"},
        "metadata": {"external_id": f"EXT-{number}", "segment": str(number % 100)},
    }


@contextmanager
def filled() -> Generator[Caller, None, None]:
    """Starts a sandbox with many clients."""
    state = State()
    made = state.collection(TEAM, "clients")
    for number in range(CLIENTS):
        new, facts = (
            state.new_id("client"),
            {"team": TEAM, "livemode": False, "owner": "user_sandbox", "from": "api"},
        )
        made[new] = {
            "id": new,
            "created_at": 1_700_000_000 + number // 3,
            **facts,
            **client(number),
        }
    with TemporaryDirectory() as folder:
        file = Path(folder, "state.json")
        save(state, file)
        with running("--state", str(file)) as environment:
            yield Caller(environment)


def measure_calls(caller: Caller) -> Iterator[tuple[str, str, list[float]]]:
    """Each call with many clients: its name, its goal, and its times in milliseconds."""
    page = caller.call("GET", "/clients?limit=100")
    for _ in range(3):
        page = caller.call("GET", f"/clients?limit=100&next={quote(page['next'])}")
    last = client(CLIENTS - 1)
    search: dict[str, Any] = {"on_key": "tax_id", "on_value": last["tax_id"], "update": True}
    fresh = iter(range(CLIENTS, 2 * CLIENTS))

    def insert() -> None:
        new = client(next(fresh))
        caller.call("POST", "/clients", {**new, "search": {**search, "on_value": new["tax_id"]}})

    in_metadata = {
        **search,
        "on_key": "metadata.external_id",
        "on_value": last["metadata"]["external_id"],
    }
    calls: dict[str, Callable[[], object]] = {
        "list, first page": lambda: caller.call("GET", "/clients"),
        "list, next page of 100": lambda: caller.call(
            "GET", f"/clients?limit=100&next={quote(page['next'])}"
        ),
        "list, oldest first": lambda: caller.call("GET", "/clients?sort=asc"),
        "list, one by metadata": lambda: caller.call("GET", "/clients?metadata.external_id=EXT-77"),
        "list, 1,000 by metadata": lambda: caller.call("GET", "/clients?metadata.segment=7"),
        "list, of a time": lambda: caller.call("GET", "/clients?created_gte=1700033000"),
        "upsert by tax_id, updates": lambda: caller.call(
            "POST", "/clients", {**last, "search": search}
        ),
        "upsert by tax_id, creates": insert,
        "upsert by metadata, updates": lambda: caller.call(
            "POST", "/clients", {**last, "search": in_metadata}
        ),
    }
    for name, call in calls.items():
        yield name, "< 20 ms", [_measure_ms(call) for _ in range(REPEATS)]
    yield (
        "list by name",
        "none",
        [_measure_ms(lambda: caller.call("GET", "/clients?order_by=name"))],
    )
    yield (
        "full-text search",
        "none",
        [_measure_ms(lambda: caller.call("GET", "/clients/search?q=77777"))],
    )


def _measure_ms(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
