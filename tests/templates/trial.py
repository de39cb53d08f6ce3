"""Writes the code of a small spec with our templates, and imports it beside
`gigstack_api._generated`: on the real `_core`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from attrs import frozen

from scripts.generate import generate

TRIAL_SPEC = Path(__file__).with_name("trial.yaml")


@frozen
class Trial:
    """Generated code: where it is written, and the package it is imported as."""

    folder: Path
    package: str

    def module(self, name: str) -> ModuleType:
        """One of its modules, by its dotted name in the package."""
        return import_module(f"{self.package}.{name}")

    def model(self, name: str) -> type:
        """One of its models or enums."""
        found: type = getattr(self.module("models"), name)
        return found


def generated(spec: Path, folder: Path) -> Trial:
    """The code of a spec, written to `folder` and imported."""
    generate(spec, folder)
    package = f"gigstack_api._{folder.name}"
    found = spec_from_file_location(
        package, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    assert found is not None
    assert found.loader is not None
    sys.modules[package] = module_from_spec(found)
    found.loader.exec_module(sys.modules[package])
    return Trial(folder, package)
