"""One run of the bench. The peers are measured in turns, so that other load on the machine affects
all of them alike.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Any, TypeAlias

from attrs import define, field

from .environments import Environments
from .processes import Peer, TaskFailed, Worker, serving

Samples: TypeAlias = dict[str, list[float]]
Absent: TypeAlias = dict[str, str]

OURS, AIOHTTP, HTTPX, HTTPX2 = "ours", "aiohttp", "httpx", "httpx2"
OURS_UVLOOP, AIOHTTP_UVLOOP = "ours on uvloop", "aiohttp on uvloop"
OURS_TRIO, HTTPX_TRIO = "ours on trio", "httpx on trio"
HTTPX_SNIFFIO, VANILLA_SNIFFIO = "httpx+sniffio", "vanilla+sniffio"
VANILLA, GENERATOR, OPENAI, STRIPE = "vanilla", "openapi-generator", "openai", "stripe"
PYDANTIC, MSGSPEC = "pydantic", "msgspec"


@define
class Bench:
    """The processes of a run. `absent` gives the reason for each peer that could not be set up."""

    url: str
    environments: Environments
    seed: int
    workers: Mapping[str, Worker]
    absent: Absent = field(factory=dict[str, str])

    def at(self, *, latency_ms: int = 0, pages: int = 1) -> str:
        """The base URL of an API with that latency and number of pages."""
        return f"{self.url}/{latency_ms}/{pages}/v2"

    def ask(self, name: str, task: str, **options: object) -> dict[str, Any]:
        """The figures of one peer.

        Raises:
            TaskFailed: the peer could not do the task.
        """
        return self.workers[name].ask(task, **options)

    def sampled(
        self, names: Sequence[str], task: str, figure: str, *, repeats: int, **options: object
    ) -> tuple[Samples, Absent]:
        """Measures one figure of each peer `repeats` times, in turns: A B A B. Also returns the
        reason for each peer without a figure.
        """
        absent = {name: self.absent[name] for name in names if name in self.absent}
        samples: Samples = {name: [] for name in names if name not in absent}
        for _ in range(repeats):
            for name in list(samples):
                try:
                    samples[name].append(self.ask(name, task, **options)[figure])
                except TaskFailed as error:
                    absent[name] = str(error)
                    del samples[name]
        return samples, absent


def medians(samples: Samples) -> dict[str, float]:
    """The median figure of each peer."""
    return {name: median(figures) for name, figures in samples.items()}


@contextmanager
def running(environments: Environments, *, seed: int) -> Generator[Bench, None, None]:
    """Starts the server and the workers. All processes end with the block."""
    workers = {peer.name: Worker(peer) for peer in _peers(environments)}
    needs = {
        VANILLA: "vanilla_client",
        GENERATOR: "openapi_generator",
        PYDANTIC: "made_pydantic.py",
        MSGSPEC: "made_msgspec.py",
    }
    absent = {
        name: environments.missing[code]
        for name, code in needs.items()
        if code in environments.missing
    }
    with serving(environments.peers, environments.answers) as url:
        try:
            yield Bench(url, environments, seed, workers, absent)
        finally:
            for worker in workers.values():
                worker.stop()


def _peers(environments: Environments) -> list[Peer]:
    modules = {
        HTTPX2: "bare_httpx2",
        AIOHTTP: "bare_aiohttp",
        GENERATOR: "openapi_generator",
        OPENAI: "openai_machinery",
        STRIPE: "stripe_machinery",
        PYDANTIC: "pydantic_models",
        MSGSPEC: "msgspec_structs",
    }
    peers = [
        Peer(name=name, module=f"peers.{module}", python=environments.peers, path=environments.code)
        for name, module in modules.items()
    ]
    peers += [Peer(name=OURS, module="ours", python=environments.default)]
    peers += [
        Peer(name=name, module=module, python=environments.peers, loop=loop)
        for name, module, loop in (
            (OURS_UVLOOP, "ours", "uvloop"),
            (AIOHTTP_UVLOOP, "peers.bare_aiohttp", "uvloop"),
            (OURS_TRIO, "ours", "trio"),
            (HTTPX_TRIO, "peers.bare_httpx", "trio"),
        )
    ]
    for httpx, vanilla, python in (
        (HTTPX, VANILLA, environments.plain),
        (HTTPX_SNIFFIO, VANILLA_SNIFFIO, environments.peers),
    ):
        peers += [Peer(name=httpx, module="peers.bare_httpx", python=python)]
        peers += [Peer(name=vanilla, module="peers.vanilla", python=python, path=environments.code)]
    return peers
