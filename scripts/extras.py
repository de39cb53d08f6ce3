"""`make extras`: installs gigstack_api alone and with each extra into fresh environments. A missing
extra must be named in the error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.sandbox_process import ROOT, running

HOME = ROOT / "build" / "extras"

QUICKSTART = "import runpy; runpy.run_path('examples/quickstart.py', run_name='__main__')"

HERE: Mapping[str, str] = {
    "cli": "from gigstack_api.cli.app import run; raise SystemExit(run(['catalogs']))",
    "distributed": "import runpy; runpy.run_path('scripts/try_workers.py', run_name='__main__')",
    "fastapi": (
        "from fastapi import FastAPI; from gigstack_api.fastapi import gigstack_lifespan; "
        "from gigstack_api.models import Client; app = FastAPI(lifespan=gigstack_lifespan()); "
        "app.post('/', response_model=Client)(lambda: None); "
        "app.openapi()['components']['schemas']['Client']['properties']['name']['description']"
    ),
    "fiscal": (
        "from gigstack_api.fiscal import check_rfc; "
        "[finding] = check_rfc('CACX7605101P7', digit=True)"
    ),
    "generator": (
        "import runpy, sys; "
        "sys.argv = ['', 'tests/regenerate/foreign/specs/petstore.yaml', 'build/extras/written']; "
        "runpy.run_path('scripts/try_regenerated.py', run_name='__main__')"
    ),
    "parquet": (
        "from gigstack_api.bulk import open_rows, open_writer; path = 'build/extras/a.parquet'; "
        "writer = open_writer(path); writer.write([{'a': 1}]); writer.finish(); "
        "[row] = open_rows(path)"
    ),
    "sandbox": "from gigstack_api.sandbox import Sandbox; Sandbox().client()",
    "telemetry": "from gigstack_api.telemetry import instrument; instrument().stop()",
}
"""A program that uses each extra."""

MISSING: Mapping[str, str] = {
    "cli": "from gigstack_api.cli import main; main()",
    "distributed": (
        "import asyncio; from gigstack_api.bulk import open_workers; "
        "asyncio.run(open_workers(1).__aenter__())"
    ),
    "fastapi": "import gigstack_api.fastapi",
    "fiscal": "from gigstack_api.fiscal import check_rfc; check_rfc('CACX7605101P8', digit=True)",
    "generator": (
        "from gigstack_api.regenerate.__main__ import main; "
        "raise SystemExit(main(['--spec', 'spec.yaml', '--out', 'build/extras/written']))"
    ),
    "parquet": "from gigstack_api.bulk import open_writer; open_writer('a.parquet')",
    "sandbox": "import gigstack_api.sandbox",
    "telemetry": "import gigstack_api.telemetry",
}
"""A program that fails without each extra."""

BRINGS: Mapping[str, tuple[str, ...]] = {"fastapi": ("telemetry",)}
"""Extras whose packages come with another one: newer versions of FastAPI need opentelemetry-api."""


def main() -> None:
    """Tests all extras of this checkout.

    Raises:
        SystemExit: a program failed, or did not name its missing extra.
    """
    shutil.rmtree(HOME, ignore_errors=True)
    check(_create_environment)


def check(install: Callable[[str], Path]) -> None:
    """Tests all extras. `install` gives the Python of an environment with one, or with none.

    Raises:
        SystemExit: a program failed, or did not name its missing extra.
    """
    for extra in ("", *HERE):
        python = install(extra)
        for program in (
            "import gigstack_api; gigstack_api.preload()",
            QUICKSTART,
            *([HERE[extra]] if extra else []),
        ):
            _check_works(python, extra, program)
        for other in MISSING.keys() - {extra, *BRINGS.get(extra, ())}:
            _check_names_extra(python, other)
        print(
            f"{f'[{extra}]' if extra else 'alone':10} works, and names missing extras",
            flush=True,
        )


def _create_environment(extra: str) -> Path:
    """Installs the package and the extra into a fresh environment. Returns its Python."""
    home = HOME / (extra or "alone")
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    what = f"{ROOT}[{extra}]" if extra else str(ROOT)
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", what],
        check=True,
    )
    return python


def _run(
    python: Path, program: str, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIGSTACK", "PYTHON"))
    }
    return subprocess.run(
        [str(python), "-P", "-W", "error", "-c", program],
        cwd=ROOT, env=kept | dict(environment), capture_output=True, text=True, check=False,
    )  # fmt: skip


def _check_works(python: Path, extra: str, program: str) -> None:
    with running() as sandbox:
        done = _run(python, program, sandbox)
    if done.returncode:
        raise SystemExit(f"with {extra or 'no extra'}: {program}\n{done.stderr}")


def _check_names_extra(python: Path, extra: str) -> None:
    done = _run(python, MISSING[extra], {})
    last = (done.stderr.strip().splitlines() or [""])[-1]
    if not done.returncode or f"gigstack-api[{extra}]" not in last:
        raise SystemExit(
            f"without {extra}, the error does not name it: {MISSING[extra]}\n{done.stderr}"
        )


if __name__ == "__main__":
    main()
