"""The packages of all specs, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from .packages import Foreign, make


@pytest.fixture(scope="session")
def foreign_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that holds the packages."""
    return tmp_path_factory.mktemp("foreign")


@pytest.fixture(scope="session")
def foreign(foreign_folder: Path) -> Callable[[str], Foreign]:
    """The package of a spec by its name."""

    @cache
    def package(name: str) -> Foreign:
        return make(name, foreign_folder)

    return package
