"""Moves what the generator wrote to its places in a package."""

from __future__ import annotations

import shutil
from pathlib import Path

NOT_CODE = {"__pycache__", ".ruff_cache"}
LAZY_IMPORTS = """
from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
"""


def lay_out(raw: Path, package: Path, header: str) -> None:
    """Moves the output of the generator to its places in `package`.

    The generator puts a resource and its operations into one folder of a fixed name. Users import
    operations and never resource classes, so the two are parted here:

        raw/__init__.py, raw/models/    _generated/
        raw/api/things/__init__.py      _generated/api/things.py
        raw/api/things/get_thing.py     operations/things/get_thing.py
    """
    for module in raw.rglob("*.py"):
        if not module.read_text(encoding="utf-8").strip():
            module.unlink()

    generated, operations = package / "_generated", package / "operations"
    shutil.copytree(raw, generated)
    operations.mkdir()
    for folder in [path for path in (generated / "api").iterdir() if path.is_dir()]:
        resource = folder.name
        (folder / "__init__.py").rename(folder.with_suffix(".py"))
        folder.rename(operations / resource)
        docstring = f'"""The operations of `gig.{resource}`, one module each."""\n'
        write_init(operations / resource, header, docstring)
    write_init(
        operations,
        header,
        f'"""The operations of the API, as `{package.name}.operations.<resource>.<operation>`.\n\n'
        "Each is a module. `build(...)` takes the arguments of the method of the resource and\n"
        "describes the call without sending it; `await gig.request(...)` sends it and gives the\n"
        'whole response. `ROUTE` holds what the spec says about the operation.\n"""\n',
    )


def write_init(folder: Path, header: str, docstring: str) -> None:
    """Writes the `__init__` of a package whose modules are loaded on first use."""
    modules = sorted(path.stem for path in folder.iterdir())
    exports = "".join(f"    from . import {name} as {name}\n" for name in modules)
    text = f"{header}\n{docstring}{LAZY_IMPORTS}{exports}"
    (folder / "__init__.py").write_text(text, encoding="utf-8")
