"""One run of the bench: the peers by name, each measured in turn, so that what else the machine
does meets all of them.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Any, TypeAlias

from attrs import define, field

from .children import Child, Failed, Peer, serving
from .environments import Places

Samples: TypeAlias = dict[str, list[float]]
Absent: TypeAlias = dict[str, str]

OURS, EXTRA, AIOHTTP, HTTPX, HTTPX2 = "ours", "ours[aiohttp]", "aiohttp", "httpx", "httpx2"
HTTPX_SNIFFIO, VANILLA_SNIFFIO, OURS_HTTPX2 = "httpx+sniffio", "vanilla+sniffio", "ours on httpx2"
VANILLA, GENERATOR, OPENAI, STRIPE = "vanilla", "openapi-generator", "openai", "stripe"
PYDANTIC, MSGSPEC = "pydantic", "msgspec"


@define
class Bench:
    """The processes of a run. `absent` tells why a peer could not be set up."""

    url: str
    places: Places
    seed: int
    children: Mapping[str, Child]
    absent: Absent = field(factory=dict[str, str])

    def at(self, *, latency_ms: int = 0, pages: int = 1) -> str:
        """The base URL of an API that takes so long to answer, and whose lists are so long."""
        return f"{self.url}/{latency_ms}/{pages}/v2"

    def ask(self, name: str, task: str, **options: object) -> dict[str, Any]:
        """The figures of one peer.

        Raises:
            Failed: it could not do it.
        """
        return self.children[name].ask(task, **options)

    def sampled(
        self, names: Sequence[str], task: str, figure: str, *, repeats: int, **options: object
    ) -> tuple[Samples, Absent]:
        """One figure of each peer, as often as asked, in turns: A B A B; and why a peer has
        none.
        """
        absent = {name: self.absent[name] for name in names if name in self.absent}
        samples: Samples = {name: [] for name in names if name not in absent}
        for _ in range(repeats):
            for name in list(samples):
                try:
                    samples[name].append(self.ask(name, task, **options)[figure])
                except Failed as error:
                    absent[name] = str(error)
                    del samples[name]
        return samples, absent


def medians(samples: Samples) -> dict[str, float]:
    """The figure of each peer."""
    return {name: median(figures) for name, figures in samples.items()}


@contextmanager
def running(places: Places, *, seed: int) -> Generator[Bench, None, None]:
    """A run with its server; all its processes end with the block."""
    children = {peer.name: Child(peer) for peer in _peers(places)}
    absent: Absent = {} if places.extra else {EXTRA: "gigstack_api has no such extra"}
    needs = {
        VANILLA: "vanilla_client",
        GENERATOR: "openapi_generator",
        PYDANTIC: "made_pydantic.py",
        MSGSPEC: "made_msgspec.py",
    }
    absent |= {name: places.missing[code] for name, code in needs.items() if code in places.missing}
    with serving(places.peers, places.answers) as url:
        try:
            yield Bench(url, places, seed, children, absent)
        finally:
            for child in children.values():
                child.end()


def _peers(places: Places) -> list[Peer]:
    modules = {
        HTTPX2: "bare_httpx2", AIOHTTP: "bare_aiohttp", GENERATOR: "openapi_generator",
        OPENAI: "openai_machinery", STRIPE: "stripe_machinery", PYDANTIC: "pydantic_models", MSGSPEC: "msgspec_structs",
    }  # fmt: skip
    peers = [
        Peer(name=name, module=f"peers.{module}", python=places.peers, path=places.code)
        for name, module in modules.items()
    ]
    peers += [Peer(name=OURS, module="ours", python=places.default)]
    for httpx, vanilla, python in (
        (HTTPX, VANILLA, places.plain),
        (HTTPX_SNIFFIO, VANILLA_SNIFFIO, places.default),
    ):
        peers += [Peer(name=httpx, module="peers.bare_httpx", python=python)]
        peers += [Peer(name=vanilla, module="peers.vanilla", python=python, path=places.code)]
    if places.extra:
        peers += [Peer(name=OURS_HTTPX2, module="ours_on_httpx2", python=places.extra)]
    by_aiohttp = {"GIGSTACK_API_HTTP": "aiohttp"}
    return [
        *peers,
        Peer(name=EXTRA, module="ours", python=places.extra or places.default, settings=by_aiohttp),
    ]
