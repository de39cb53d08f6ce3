"""Generates the code of a small spec and imports it; it runs on the real `gigstack_api._core`."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from attrs import frozen

from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.writing import generate
from scripts import yaml_files

TRIAL_SPEC = Path(__file__).with_name("trial.yaml")


@frozen
class Trial:
    """A generated package, imported by the name of its folder."""

    folder: Path

    def module(self, name: str) -> ModuleType:
        """A module by its dotted name in the package."""
        return import_module(f"{self.folder.name}.{name}")

    def operation(self, name: str) -> ModuleType:
        """The module of an operation, as "things.get_thing"."""
        return self.module(f"operations.{name}")

    def resource(self, name: str) -> ModuleType:
        """The module of a resource, as "things"."""
        return self.module(f"_generated.api.{name}")

    def models(self) -> ModuleType:
        """The package of the models and enums."""
        return self.module("_generated.models")

    def model(self, name: str) -> type:
        """A model or an enum by its name."""
        found: type = getattr(self.models(), name)
        return found


def trial_spec() -> Node:
    """The document of trial.yaml."""
    document: Node = yaml_files.read(TRIAL_SPEC)
    return document


def generate_trial(document: Node, folder: Path) -> Trial:
    """The code of a document, written to `folder` and ready to be imported."""
    generate(document, folder)
    package = ModuleType(folder.name)
    package.__path__ = [str(folder)]
    sys.modules[folder.name] = package
    return Trial(folder)
