"""Writes `gigstack_api/_generated` from `openapi.yaml`; with `--check`, compares it byte for byte
instead.

The generator runs into a temporary folder that then takes the place of the old one, so that no
stale file stays. Any warning of it is an error.
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

ROOT = Path(__file__).resolve().parent.parent
SPEC = ROOT / "openapi.yaml"
TARGET = ROOT / "gigstack_api" / "_generated"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
ANY_CLASS = Class(ClassName("Enum", ""), PythonIdentifier("enum", ""))
NOT_CODE = {"__pycache__", ".ruff_cache"}


def generate(spec: Path, output: Path) -> None:
    """Fills `output` with the code of a spec.

    Raises:
        SystemExit: the generator failed, warned, or would have lost an enum value.
    """
    lost = list(lost_enum_values(yaml.load(spec.read_text(encoding="utf-8"), Loader=LOADER)))  # noqa: S506 - a safe loader
    if lost:
        raise SystemExit(
            "enum values that would be lost; x-enum-varnames tells apart those of one name:\n  "
            + "\n  ".join(lost)
        )
    command = [
        sys.executable, "-m", "openapi_python_client", "generate",
        "--path", str(spec),
        "--config", str(ROOT / "generator-config.yml"),
        "--custom-template-path", str(ROOT / "scripts" / "templates"),
        "--meta", "none",
        "--output-path", str(output),
        "--overwrite",
        "--fail-on-warning",
    ]  # fmt: skip
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "TYPER_STANDARD_TRACEBACK": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the generator failed:\n{done.stdout}{done.stderr}")
    for module in output.rglob("*.py"):
        if not module.read_text(encoding="utf-8").strip():
            module.unlink()


def lost_enum_values(
    node: dict[str, Any] | list[Any] | str | float | None, place: str = ""
) -> Iterator[str]:
    """Enum values of a document that would be no members.

    Of two with one name the generator keeps the last, without a word; and it drops control
    characters.
    """
    if isinstance(node, list):
        for index, each in enumerate(node):
            yield from lost_enum_values(each, f"{place}[{index}]")
    elif isinstance(node, dict):
        values: list[Any] | dict[str, Any] = node.get("enum", [])
        if isinstance(values, list):
            texts = [each for each in values if isinstance(each, str)]
            kept = set(
                EnumProperty.values_from_list(
                    texts, ANY_CLASS, node.get("x-enum-varnames", [])
                ).values()
            )
            yield from (
                f"{place}: {each}"
                for each in texts
                if json.dumps(each, ensure_ascii=False)[1:-1] not in kept
            )
        for name, each in node.items():
            yield from lost_enum_values(each, f"{place}.{name}" if place else str(name))


def write(spec: Path, target: Path) -> int:
    """How many modules of a spec were written; they take the place of all that `target` held.

    Raises:
        SystemExit: the generator failed; `target` is as it was.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / target.name
        generate(spec, output)
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(output, target, ignore=shutil.ignore_patterns(*NOT_CODE))
    return len(files_of(target))


def differences(spec: Path, target: Path) -> list[str]:
    """What must happen to `target` to make it what the spec gives, file by file.

    Raises:
        SystemExit: the generator failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / target.name
        generate(spec, output)
        found, wanted = files_of(target), files_of(output)
    changed = {name for name in found.keys() & wanted.keys() if found[name] != wanted[name]}
    steps = {
        "missing": wanted.keys() - found.keys(),
        "not generated": found.keys() - wanted.keys(),
        "changed": changed,
    }
    return sorted(f"{name}: {step}" for step, names in steps.items() for name in names)


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of every file of a folder by its path in it; caches are left out."""
    inner = [(path.relative_to(folder), path) for path in folder.rglob("*") if path.is_file()]
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
        print(f"wrote {write(SPEC, TARGET)} modules to {TARGET.relative_to(ROOT)}")
        return
    found = differences(SPEC, TARGET)
    if found:
        raise SystemExit(
            "_generated is not what openapi.yaml gives; run `make generate`:\n  "
            + "\n  ".join(found)
        )
    print("_generated is what openapi.yaml gives")


if __name__ == "__main__":
    main()
