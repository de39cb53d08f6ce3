"""Checks of this machine: Python, packages, stored keys."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from ..._version import __version__
from ..exits import Refused
from ..profiles import load_profiles, profiles_file
from ..texts import text
from .check import Check

LEAST_PYTHON = (3, 11)
LIBRARIES = ("anyio", "httpx", "msgspec", "click", "rich")

EXTRAS: Mapping[str, tuple[str, ...]] = {
    "cli": ("click", "rich", "openpyxl"),
    "distributed": ("distributed",),
    "fastapi": ("fastapi",),
    "fiscal": ("stdnum",),
    "parquet": ("pyarrow",),
    "sandbox": ("starlette", "uvicorn", "yaml", "fpdf"),
    "telemetry": ("opentelemetry",),
}
"""The extras, with modules that show that they are installed."""


def check_python() -> Check:
    """Whether this Python is new enough."""
    found = f"{platform.python_version()}, {platform.system()} {platform.machine()}"
    return Check("python", "ok" if sys.version_info >= LEAST_PYTHON else "fail", found)


def check_package() -> Check:
    """The versions of this package and of those it uses."""
    others = ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    return Check("package", "ok", f"gigstack-api {__version__}; {others}")


def check_extras() -> Check:
    """The extras that are installed."""
    there = [extra for extra, names in EXTRAS.items() if all(find_spec(name) for name in names)]
    missing = [extra for extra in EXTRAS if extra not in there]
    nothing = text("doctor.nothing")
    detail = text(
        "doctor.extras_detail",
        there=", ".join(there) or nothing,
        missing=", ".join(missing) or nothing,
    )
    return Check("extras", "ok", detail)


def check_profiles() -> Check:
    """Whether stored keys can be read, by this user only."""
    try:
        path = profiles_file(os.environ)
        profiles = load_profiles(path)
    except Refused as error:
        return Check("profiles", "warn", error.message)
    return Check(
        "profiles", "ok", text("doctor.profiles_detail", count=len(profiles.by_name), file=path)
    )


def _version(name: str) -> str:
    try:
        return re.sub(r"\s", "", version(name))
    except PackageNotFoundError:
        return "?"
