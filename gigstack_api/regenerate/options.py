"""The options of openapi-python-client: those of `generator-config.yml` at the top of the project.

A wheel holds a copy of it. The names of a package are added when it is written.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from openapi_python_client.config import ConfigFile

NAME = "generator-config.yml"
BESIDE = Path(__file__).with_name(NAME)
FILE = BESIDE if BESIDE.exists() else Path(__file__).parents[2] / NAME


def options() -> ConfigFile:
    """The options that hold for all packages."""
    return _read(FILE)


@cache
def _read(file: Path) -> ConfigFile:
    return ConfigFile.load_from_path(file)
