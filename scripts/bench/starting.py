"""The rows about the start: imports, and what the first call still has to load."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from .bench import GENERATOR, HTTPX, OPENAI, OURS, PYDANTIC, STRIPE, VANILLA, Bench, Samples
from .children import environment
from .goals import Check, Row

BARE, CLIENT = "python", "ours, with Gigstack"
MODULES = {
    VANILLA: "vanilla_client.api.clients.get_client",
    GENERATOR: "openapi_generated",
    PYDANTIC: "made_pydantic",
    OPENAI: "openai",
    STRIPE: "stripe",
}
REPEATS = 9
FIRST_CALLS = 7


def rows(bench: Bench) -> Iterator[Row]:
    """The rows, as they are measured."""
    samples = _imports(bench)
    figures = {name: min(took) for name, took in samples.items()}
    yield Row(
        what="import",
        unit="ms",
        figures=figures,
        checks=(
            Check(
                text="ours: at most 1.25 x httpx",
                found=figures[OURS] / figures[HTTPX],
                at_most=1.25,
            ),
        ),
        note=(
            "Wall time of a process that imports it, less that of one that imports nothing; the best of each. "
            "Names of gigstack_api are loaded when they are first used: what a program pays is the figure with Gigstack."
        ),
    )
    yield _first_call(bench)


def _imports(bench: Bench) -> Samples:
    """Milliseconds of each import, in turns."""
    default, plain, peers = bench.places.default, bench.places.plain, bench.places.peers
    commands = {
        BARE: (default, "pass"),
        OURS: (default, "import gigstack_api"),
        CLIENT: (default, "from gigstack_api import Gigstack"),
        HTTPX: (plain, "import httpx"),
    }
    commands |= {
        name: (peers, f"import {module}")
        for name, module in MODULES.items()
        if name not in bench.absent
    }
    samples: Samples = {name: [] for name in commands}
    for python, code in commands.values():
        _took_ms(python, code, bench.places.code)  # writes the compiled modules
    for index in range(REPEATS):
        for name, (python, code) in commands.items():
            if index < 3 or name in (BARE, OURS, CLIENT, HTTPX):
                samples[name].append(_took_ms(python, code, bench.places.code))
    bare = min(samples.pop(BARE))
    return {name: [took - bare for took in figures] for name, figures in samples.items()}


def _took_ms(python: Path, code: str, path: Sequence[Path]) -> float:
    began = time.perf_counter()
    subprocess.run([str(python), "-c", code], env=environment(path), check=True)
    return (time.perf_counter() - began) * 1000


def _first_call(bench: Bench) -> Row:
    """What a first call takes with its modules to load, and with these loaded before, the best of
    each: the rest is loading.
    """
    url, plain, loaded_before = bench.at(), list[float](), list[float]()
    loaded: Sequence[str] = ()
    for _ in range(FIRST_CALLS):
        for preload, into in (((), plain), (loaded, loaded_before)):
            figures = bench.ask(OURS, "first_call", url=url, preload=preload)
            into.append(figures["ms"])
            loaded = loaded or figures["loaded"]
            bench.children[OURS].end()
    lazy_ms = min(plain) - min(loaded_before)
    own = sum(name.startswith("gigstack_api") for name in loaded)
    note = f"It loads {len(loaded)} modules, {own} of them ours; the rest of the time is the TLS context, a connection and the call."
    return Row(
        what="first call of a process",
        unit="ms",
        figures={OURS: min(plain), "with all loaded before": min(loaded_before)},
        checks=(Check(text="loading: at most 15 ms", found=lazy_ms, at_most=15, unit="ms"),),
        note=note,
    )
