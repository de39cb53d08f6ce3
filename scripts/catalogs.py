"""Writes the modules of `gigstack_api/catalogs` from `scripts/catalogs.yaml`.

`--check` compares the modules byte for byte instead. `--compare` prints the differences from the
SAT catalogues in the PyPI package satcfdi.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "scripts" / "catalogs.yaml"
TARGET = ROOT / "gigstack_api" / "catalogs"
HEAD = "# Written by `make catalogs` from scripts/catalogs.yaml; never edited."
LINE_LENGTH = 100
FACTS = ("code", "es", "en", "persons", "regimes", "cfdi")
"""The arguments of a member, in the order of its class. Some classes take only some of them."""

Catalog: TypeAlias = dict[str, Any]


def load(data: Path = DATA) -> list[Catalog]:
    """Parses the data file."""
    return yaml.safe_load(data.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def modules(catalogs: list[Catalog]) -> dict[str, str]:
    """The text of each generated module by its file name."""
    texts = {_file_name(catalog["name"]): "\n".join(_lines(catalog)) for catalog in catalogs}
    return {name: _format(text) for name, text in texts.items()}


def _file_name(class_name: str) -> str:
    return (
        "".join(
            f"_{letter.lower()}" if letter.isupper() else letter for letter in class_name
        ).removeprefix("_")
        + ".py"
    )


def _lines(catalog: Catalog) -> Iterator[str]:
    yield HEAD
    yield f'"""{catalog["name"]}: {catalog["sat"]} of the SAT. Pure."""'
    yield f"from .code import {catalog['base']}"
    yield from (
        f"{group.upper()} = {json.dumps(codes)}"
        for group, codes in catalog.get("regimes", {}).items()
    )
    yield f"class {catalog['name']}({catalog['base']}):"
    yield f'    """{catalog["about"]}"""'
    for code in catalog["codes"]:
        facts = [json.dumps(code[fact], ensure_ascii=False) for fact in FACTS if fact in code]
        if "regimes" in code:
            facts[FACTS.index("regimes")] = code["regimes"].upper()
        yield f"    {code['name']} = {', '.join(facts)}"
        yield from _docstring(
            f"{code['code']} {code['es']} ·",
            code["en"] + (". CFDI 4.0 does not have it." if "cfdi" in code else "."),
        )


def _docstring(*parts: str) -> list[str]:
    line = f'    """{" ".join(parts)}"""'
    return [line] if len(line) <= LINE_LENGTH else [f'    """{parts[0]}', f'    {parts[1]}"""']


def _format(text: str) -> str:
    command = [
        sys.executable,
        "-m",
        "ruff",
        "format",
        "--isolated",
        "--no-cache",
        "--line-length",
        str(LINE_LENGTH),
        "-",
    ]
    return subprocess.run(
        command, input=text, capture_output=True, encoding="utf-8", check=True
    ).stdout


def write(data: Path, target: Path) -> int:
    """Writes the modules and removes outdated ones. Returns how many were written."""
    wanted = modules(load(data))
    for name in generated(target).keys() - wanted.keys():
        (target / name).unlink()
    for name, text in wanted.items():
        (target / name).write_text(text, encoding="utf-8")
    return len(wanted)


def differences(data: Path, target: Path) -> list[str]:
    """The generated modules that do not match the data, each with what is wrong."""
    found, wanted = generated(target), modules(load(data))
    changed = {name for name in found.keys() & wanted.keys() if found[name] != wanted[name]}
    steps = {
        "missing": wanted.keys() - found.keys(),
        "not in the data": found.keys() - wanted.keys(),
        "changed": changed,
    }
    return sorted(f"{name}: {step}" for step, names in steps.items() for name in names)


def generated(target: Path) -> dict[str, str]:
    """The generated modules of a folder, by file name."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in target.glob("*.py")}
    return {name: text for name, text in texts.items() if text.startswith(HEAD)}


def comparison(
    catalogs: list[Catalog], select_all: Callable[[str], Mapping[str, str]]
) -> Iterator[str]:
    """The differences between the texts of the data and those of satcfdi.

    Args:
        catalogs: The catalogues of the data.
        select_all: Gives the codes of a catalogue of satcfdi.
    """
    for catalog in catalogs:
        if not catalog["sat"].startswith("c_"):
            yield f"{catalog['name']}: not in satcfdi"
            continue
        ours = {row["code"]: row["es"] for row in catalog["codes"]}
        theirs = select_all(f"C756_{catalog['sat']}")
        for code in sorted(ours.keys() | theirs.keys()):
            here, there = ours.get(code), theirs.get(code)
            if here != there:
                yield f"{catalog['name']} {code}: {here!r} here, {there!r} in satcfdi"


def _select_all() -> Callable[[str], Mapping[str, str]]:
    try:
        satcfdi = import_module("satcfdi.catalogs")
    except ImportError as error:
        raise SystemExit("satcfdi is not installed; run `make catalogs-compare`") from error
    return satcfdi.select_all  # type: ignore[no-any-return]


def main() -> None:
    """Writes the modules, checks them, or compares the data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with the existing modules and write nothing"
    )
    parser.add_argument(
        "--compare",
        action="store_true",
        help="print the differences from satcfdi and write nothing",
    )
    arguments = parser.parse_args()
    if arguments.compare:
        found = list(comparison(load(), _select_all()))
        print(*found, f"{len(found)} differences; docs/catalogs.md explains them", sep="\n")
    elif not arguments.check:
        print(f"wrote {write(DATA, TARGET)} modules to {TARGET.relative_to(ROOT)}")
    elif found := differences(DATA, TARGET):
        raise SystemExit(
            "catalogs does not match scripts/catalogs.yaml; run `make catalogs`:\n  "
            + "\n  ".join(found)
        )
    else:
        print("catalogs matches scripts/catalogs.yaml")


if __name__ == "__main__":
    main()
