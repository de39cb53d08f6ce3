"""Writes `gigstack_api/operations` and `gigstack_api/_generated` from `openapi.yaml`.

With `--check` it compares them byte for byte instead and writes nothing. The generator runs into
a temporary folder whose contents then replace the old ones, so no stale file stays. Any warning
of the generator is an error.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from openapi_python_client.parser.properties import Class, EnumProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from .derived import with_derived_facts

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "openapi.yaml"
CONFIG = ROOT / "generator-config.yml"
TEMPLATES = Path(__file__).parent / "templates"
PACKAGE = ROOT / "gigstack_api"
FOLDERS = ("_generated", "operations")
"""The generated folders of a package. The first is private, the second public."""

HEADER = "# Written by `make generate` from openapi.yaml; never edited.\n"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ANY_CLASS = Class(ClassName("Enum", ""), PythonIdentifier("enum", ""))
NOT_CODE = {"__pycache__", ".ruff_cache"}


def generate(spec: Path, package: Path) -> None:
    """Writes the code of a spec to the generated folders of `package`, which must not exist yet.

    Docstrings name the package by the name of its folder.

    Raises:
        SystemExit: the generator failed or warned, or an enum value would be lost.
    """
    document = read_yaml(spec)
    if lost := list(lost_enum_values(document)):
        raise SystemExit(
            "these enum values would be lost; give those of the same name different ones with "
            "x-enum-varnames:\n  " + "\n  ".join(lost)
        )

    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.json"
        config.write_text(
            json.dumps({**read_yaml(CONFIG), "package_name_override": package.name}),
            encoding="utf-8",
        )
        derived = Path(folder) / "openapi.json"
        derived.write_text(json.dumps(with_derived_facts(document)), encoding="utf-8")
        raw = Path(folder) / "raw"
        run_generator(derived, config, raw)
        lay_out(raw, package)


def run_generator(spec: Path, config: Path, output: Path) -> None:
    """Runs openapi-python-client with our templates.

    Raises:
        SystemExit: it failed or warned.
    """
    command = [
        sys.executable, "-m", "openapi_python_client", "generate",
        "--path", str(spec),
        "--config", str(config),
        "--custom-template-path", str(TEMPLATES),
        "--meta", "none",
        "--output-path", str(output),
        "--fail-on-warning",
    ]  # fmt: skip
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "TYPER_STANDARD_TRACEBACK": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the generator failed:\n{done.stdout}{done.stderr}")


def lay_out(raw: Path, package: Path) -> None:
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

    generated, operations = (package / name for name in FOLDERS)
    shutil.copytree(raw, generated, ignore=shutil.ignore_patterns(*NOT_CODE))
    operations.mkdir()
    for folder in [path for path in (generated / "api").iterdir() if path.is_dir()]:
        resource = folder.name
        (folder / "__init__.py").rename(folder.with_suffix(".py"))
        folder.rename(operations / resource)
        write_init(
            operations / resource, f'"""The operations of `gig.{resource}`, one module each."""\n'
        )
    write_init(
        operations,
        f'"""The operations of the API, as `{package.name}.operations.<resource>.<operation>`.\n\n'
        "Each is a module. `build(...)` takes the arguments of the method of the resource and\n"
        "describes the call without sending it; `await gig.request(...)` sends it and gives the\n"
        'whole response. `ROUTE` holds what the spec says about the operation.\n"""\n',
    )


LAZY_IMPORTS = """
from typing import TYPE_CHECKING

from gigstack_api._lazy import export_lazily

if TYPE_CHECKING or not export_lazily(__name__):
"""


def write_init(folder: Path, docstring: str) -> None:
    """Writes the `__init__` of a package whose modules are loaded on first use."""
    modules = sorted(path.stem for path in folder.iterdir() if path.name not in NOT_CODE)
    exports = "".join(f"    from . import {name} as {name}\n" for name in modules)
    text = f"{HEADER}{docstring}{LAZY_IMPORTS}{exports}"
    (folder / "__init__.py").write_text(text, encoding="utf-8")


def read_yaml(path: Path) -> dict[str, Any]:
    """The document of a YAML file."""
    document: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader
    return document


def lost_enum_values(
    node: dict[str, Any] | list[Any] | str | float | None, place: str = ""
) -> Iterator[str]:
    """Places and values of the enum values of a document that would get no member.

    Of two values with the same name the generator keeps only the last and does not warn; it also
    drops control characters.
    """
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from lost_enum_values(item, f"{place}[{index}]")
    elif isinstance(node, dict):
        values: list[Any] | dict[str, Any] = node.get("enum", [])
        if isinstance(values, list):
            texts = [value for value in values if isinstance(value, str)]
            kept = set(
                EnumProperty.values_from_list(
                    texts, ANY_CLASS, node.get("x-enum-varnames", [])
                ).values()
            )
            yield from (
                f"{place}: {text}"
                for text in texts
                if json.dumps(text, ensure_ascii=False)[1:-1] not in kept
            )
        for name, value in node.items():
            yield from lost_enum_values(value, f"{place}.{name}" if place else str(name))


def write(spec: Path, package: Path) -> int:
    """Replaces the generated folders of a package; gives the number of modules written.

    Raises:
        SystemExit: the generator failed; the package is unchanged.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / package.name
        generate(spec, output)
        for name in FOLDERS:
            shutil.rmtree(package / name, ignore_errors=True)
            shutil.copytree(output / name, package / name)
    return len(files_of(package))


def differences(spec: Path, package: Path) -> list[str]:
    """The generated files of a package that differ from what the spec gives, and how.

    Raises:
        SystemExit: the generator failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / package.name
        generate(spec, output)
        found, wanted = files_of(package), files_of(output)

    changed = {name for name in found.keys() & wanted.keys() if found[name] != wanted[name]}
    steps = {
        "missing": wanted.keys() - found.keys(),
        "not generated": found.keys() - wanted.keys(),
        "changed": changed,
    }
    return sorted(f"{name}: {step}" for step, names in steps.items() for name in names)


def files_of(package: Path) -> dict[str, bytes]:
    """The bytes of the files in the generated folders by their path in the package; no caches."""
    paths = [path for name in FOLDERS for path in (package / name).rglob("*") if path.is_file()]
    inner = [(path.relative_to(package), path) for path in paths]
    return {
        name.as_posix(): path.read_bytes()
        for name, path in inner
        if not NOT_CODE.intersection(name.parts)
    }


def main() -> None:
    """Generates, or checks for drift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with what is committed, write nothing"
    )
    if not parser.parse_args().check:
        print(f"wrote {write(SPEC, PACKAGE)} modules to {' and '.join(FOLDERS)}")
        return

    if found := differences(SPEC, PACKAGE):
        raise SystemExit(
            "the generated code differs from openapi.yaml; run `make generate`:\n  "
            + "\n  ".join(found)
        )
    print("the generated code matches openapi.yaml")


if __name__ == "__main__":
    main()
