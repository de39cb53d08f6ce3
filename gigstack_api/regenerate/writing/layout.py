"""Moves what the generator wrote to its places in a package."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from .target import Target

NOT_CODE = {"__pycache__", ".ruff_cache"}
NAMED_DICT = re.compile(r"^(?:class )?(\w+Dict)(?:\(| = )", re.MULTILINE)
OPERATIONS = '''\
"""The operations of the API, as `{target.package}.operations.<resource>.<operation>`.

Each is a module. `build(...)` takes the arguments of the method of the resource and
describes the call without sending it; `await {target.client}.request(...)` sends it and gives the
whole response. `ROUTE` holds what the spec says about the operation.
"""
'''
LAZY_IMPORTS = """
from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
"""


def lay_out(raw: Path, package: Path, target: Target) -> None:
    """Moves the output of the generator to its places in `package`.

    The generator puts a resource and its operations into one folder of a fixed name. Users import
    operations and never resource classes, so the two are parted here:

        raw/__init__.py, raw/models/    _generated/
        raw/api/things/__init__.py      _generated/api/things.py
        raw/api/things/get_thing.py     operations/things/get_thing.py
        raw/client.py                   client.py
    """
    generated, operations = package / "_generated", package / "operations"
    shutil.copytree(raw, generated)
    operations.mkdir()
    for folder in [path for path in (generated / "api").iterdir() if path.is_dir()]:
        resource = folder.name
        (folder / "__init__.py").rename(folder.with_suffix(".py"))
        folder.rename(operations / resource)
        docstring = f'"""The operations of `{target.client}.{resource}`, one module each."""\n'
        write_init(operations / resource, target, docstring)
    write_init(operations, target, OPERATIONS.format(target=target))
    if target.service:
        (generated / "client.py").rename(package / "client.py")
        write_face(package, target)


def write_init(folder: Path, target: Target, docstring: str) -> None:
    """Writes the `__init__` of a package whose modules are loaded on first use."""
    modules = sorted(path.stem for path in folder.iterdir())
    exports = "".join(f"    from . import {name} as {name}\n" for name in modules)
    lazily = f"{LAZY_IMPORTS}{exports}" if modules else ""
    text = target.with_public_imports(f"{target.header}\n{docstring}{lazily}")
    (folder / "__init__.py").write_text(text, encoding="utf-8")


def write_face(package: Path, target: Target) -> None:
    """Writes the modules that users import of a package with a client class."""
    exports = [f"    from .client import {target.client_class} as {target.client_class}\n"]
    text = (package / "_generated" / "models" / "__init__.py").read_text(encoding="utf-8")
    (package / "models").mkdir()
    (package / "models" / "__init__.py").write_text(
        re.sub(r"^    from \.(?=\w)", "    from .._generated.models.", text, flags=re.MULTILINE),
        encoding="utf-8",
    )
    types = package / "_generated" / "types.py"
    if types.exists():
        names = sorted(NAMED_DICT.findall(types.read_text(encoding="utf-8")))
        lines = "".join(f"from ._generated.types import {name} as {name}\n" for name in names)
        docstring = '"""The objects that methods take, as mappings, for annotations."""\n\n'
        (package / "types.py").write_text(f"{target.header}\n{docstring}{lines}", encoding="utf-8")
    modules = sorted(
        path.stem for path in package.iterdir() if path.stem not in ("_generated", "client")
    )
    exports += [f"    from . import {name} as {name}\n" for name in modules]
    docstring = (
        f'"""{target.client_class}, its models and its operations, loaded on first use."""\n'
    )
    (package / "__init__.py").write_text(
        target.with_public_imports(f"{target.header}\n{docstring}{LAZY_IMPORTS}{''.join(exports)}"),
        encoding="utf-8",
    )
    (package / "py.typed").touch()
