"""Installs a wheel with the lowest and the newest versions of what it needs, and tries it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from .running import ReleaseError, run, tool

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
RESOLUTIONS = ("lowest-direct", "highest")
EXTRAS = ("cli", "distributed", "fastapi", "fiscal", "generator", "parquet", "sandbox", "telemetry")
SMOKE = Path(__file__).with_name("smoke.py")


def find_python(version: str) -> Path | None:
    """The Python of a version on the path, of uv, or of pyenv; None if this machine has none."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    of_pyenv = sorted(root.glob(f"versions/{version}.*/bin/python"))
    for request in (version, *map(str, of_pyenv)):
        with suppress(ReleaseError):
            found = run(
                *(tool("uv"), "python", "find", "--no-project", "--no-python-downloads", request),
                cwd=Path.cwd(),
            )
            return Path(found.strip())
    return None


def install(
    wheel: Path, extras: tuple[str, ...], home: Path, python: Path, resolution: str
) -> Path:
    """The Python of a fresh environment with a wheel and extras in it.

    Raises:
        ReleaseError: there are no versions that fit.
    """
    shutil.rmtree(home, ignore_errors=True)
    run(tool("uv"), "venv", "--quiet", "--python", python, home, cwd=wheel.parent)
    installed = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    what = f"gigstack-api[{','.join(extras)}] @ {wheel.as_uri()}" if extras else str(wheel)
    run(
        *(tool("uv"), "pip", "install", "--quiet", "--python", installed),
        *("--resolution", resolution, what),
        cwd=wheel.parent,
    )
    return installed


def try_everywhere(wheel: Path, version: str, home: Path) -> Iterator[str]:
    """A line for each Python and resolution that was tried, and for each Python that is missing.

    Raises:
        ReleaseError: the wheel could not be installed, or does not work.
    """
    for name in VERSIONS:
        python = find_python(name)
        if python is None:
            yield f"Python {name}: not on this machine"
            continue
        for resolution in RESOLUTIONS:
            installed = install(wheel, EXTRAS, home / f"{name}-{resolution}", python, resolution)
            run(installed, "-P", "-W", "error", SMOKE, version, cwd=home)
            yield f"Python {name}, {resolution}: works"
