"""The rows about startup: imports, and what the first call still has to load."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..bench import GENERATOR, HTTPX, OPENAI, OURS, PYDANTIC, STRIPE, VANILLA, Bench, Samples
from ..goals import Check, Row
from ..processes import environment

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
    """Measures the rows."""
    samples = _measure_imports(bench)
    figures = {name: min(took) for name, took in samples.items()}
    yield Row(
        what="import",
        unit="ms",
        figures=figures,
        checks=(
            Check(
                text=f"{CLIENT}: at most 0.8 x httpx",
                found=figures[CLIENT] / figures[HTTPX],
                at_most=0.8,
            ),
        ),
        note=(
            "Wall time of a process that imports it, minus that of one that imports nothing; the "
            "best of each. Names of gigstack_api are loaded on first use: a program pays the "
            "figure with Gigstack."
        ),
    )
    yield _measure_first_call(bench)


def _measure_imports(bench: Bench) -> Samples:
    """Milliseconds of each import, in turns."""
    default, plain, peers = (
        bench.environments.default,
        bench.environments.plain,
        bench.environments.peers,
    )
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
        _measure_ms(python, code, bench.environments.code)  # writes the compiled modules
    for index in range(REPEATS):
        for name, (python, code) in commands.items():
            if index < 3 or name in (BARE, OURS, CLIENT, HTTPX):
                samples[name].append(_measure_ms(python, code, bench.environments.code))
    bare = min(samples.pop(BARE))
    return {name: [took - bare for took in figures] for name, figures in samples.items()}


def _measure_ms(python: Path, code: str, path: Sequence[Path]) -> float:
    began = time.perf_counter()
    subprocess.run([str(python), "-c", code], env=environment(path), check=True)
    return (time.perf_counter() - began) * 1000


def _measure_first_call(bench: Bench) -> Row:
    """Measures the first call with and without its modules loaded, the best of each. The difference
    is loading.
    """
    url, plain, loaded_before = bench.at(), list[float](), list[float]()
    loaded: Sequence[str] = ()
    for _ in range(FIRST_CALLS):
        for preload, into in (((), plain), (loaded, loaded_before)):
            figures = bench.ask(OURS, "first_call", url=url, preload=preload)
            into.append(figures["ms"])
            loaded = loaded or figures["loaded"]
            bench.workers[OURS].stop()
    lazy_ms = min(plain) - min(loaded_before)
    own = sum(name.startswith("gigstack_api") for name in loaded)
    note = (
        f"It loads {len(loaded)} modules, {own} of them from gigstack_api; "
        "the rest of the time is a connection and the call."
    )
    return Row(
        what="first call of a process",
        unit="ms",
        figures={OURS: min(plain), "with all loaded before": min(loaded_before)},
        checks=(Check(text="loading: at most 15 ms", found=lazy_ms, at_most=15, unit="ms"),),
        note=note,
    )
