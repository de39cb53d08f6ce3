"""Writes the modules of `gigstack_api/catalogs` from `scripts/catalogs.yaml`.

`--check` only compares them with it, byte for byte.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any, TypeAlias

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "scripts" / "catalogs.yaml"
TARGET = ROOT / "gigstack_api" / "catalogs"
HEAD = "# Written by `make catalogs` from scripts/catalogs.yaml; never edited."
LINE_LENGTH = 100
FACTS = ("code", "es", "en", "persons", "regimes", "cfdi", "decimals")
"""The arguments of a member, in the order of its class; not every class takes all of them."""

Catalog: TypeAlias = dict[str, Any]


def load(data: Path = DATA) -> list[Catalog]:
    """The catalogues of the data file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(data.read_text(encoding="utf-8"), loader)  # type: ignore[no-any-return] # noqa: S506 - a safe loader


def modules(catalogs: list[Catalog]) -> dict[str, str]:
    """The text of every generated module, by file name."""
    texts = {_file_name(catalog["name"]): "\n".join(_lines(catalog)) for catalog in catalogs}
    return {name: _formatted(text) for name, text in texts.items()}


def _file_name(class_name: str) -> str:
    if class_name.isupper():
        return f"{class_name.lower()}.py"
    return (
        "".join(
            f"_{letter.lower()}" if letter.isupper() else letter for letter in class_name
        ).removeprefix("_")
        + ".py"
    )


def _lines(catalog: Catalog) -> Iterator[str]:
    yield from _rate_lines(catalog) if "rates" in catalog else _code_lines(catalog)


def _rate_lines(catalog: Catalog) -> Iterator[str]:
    """The lines of a table of rates."""
    yield HEAD
    yield f'"""{catalog["name"]}: {catalog["sat"]} of the SAT."""'
    yield "from decimal import Decimal"
    yield ""
    yield f"from .rate import {catalog['base']}"
    yield f"{catalog['name']} = ("
    for row in catalog["rates"]:
        limits = ", ".join(_decimal(row[name]) for name in ("lowest", "highest"))
        yield (
            f'    {catalog["base"]}("{row["tax"]}", "{row["factor"]}", {limits},'
            f" transferred={row['transferred']}, withheld={row['withheld']}),"
        )
    yield ")"
    yield f'"""{catalog["about"]}"""'


def _decimal(number: str) -> str:
    return f"Decimal({number})" if number.isdecimal() else f'Decimal("{number}")'


def _code_lines(catalog: Catalog) -> Iterator[str]:
    """The lines of a class of codes."""
    yield HEAD
    yield f'"""{catalog["name"]}: {catalog["sat"]} of the SAT."""'
    yield f"from .code import {catalog['base']}"
    yield from (
        f"{group.upper()} = {json.dumps(codes)}"
        for group, codes in catalog.get("regimes", {}).items()
    )
    yield f"class {catalog['name']}({catalog['base']}):"
    yield from _class_docstring(catalog["about"])
    for code in catalog["codes"]:
        facts = [_literal(code[fact]) for fact in FACTS if fact in code]
        if "regimes" in code:
            facts[FACTS.index("regimes")] = code["regimes"].upper()
        yield f"    {code['name']} = {', '.join(facts)}"
        if catalog.get("brief"):
            continue
        yield from _docstring(
            f"{code['code']} {code['es']} ·",
            code["en"] + (". CFDI 4.0 does not have it." if "cfdi" in code else "."),
        )


def _class_docstring(text: str) -> list[str]:
    summary, *paragraphs = text.splitlines()
    if not paragraphs:
        return [f'    """{summary}"""']
    return [f'    """{summary}', *(f"    {line}" for line in paragraphs), '    """']


def _docstring(*parts: str) -> list[str]:
    """The lines of a docstring: on one line if it fits, else each part wrapped by itself."""
    line = f'    """{" ".join(parts)}"""'
    if len(line) <= LINE_LENGTH:
        return [line]
    first, *rest = [wrapped for part in parts for wrapped in wrap(part, LINE_LENGTH - 10)]
    return [f'    """{first}', *(f"    {text}" for text in rest[:-1]), f'    {rest[-1]}"""']


def _literal(fact: str | int) -> str:
    """The literal of a fact; a text is split in two halves if it does not fit on a line."""
    if isinstance(fact, int):
        return str(fact)
    text = fact
    literal = json.dumps(text, ensure_ascii=False)
    if len(literal) <= LINE_LENGTH - 10:
        return literal
    end = text.rindex(" ", 0, LINE_LENGTH - 20)
    halves = (text[:end], text[end:])
    return " ".join(json.dumps(half, ensure_ascii=False) for half in halves)


def _formatted(text: str) -> str:
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
    """Writes the modules, removes generated ones without a catalogue, returns how many it wrote."""
    wanted = modules(load(data))
    for name in generated(target).keys() - wanted.keys():
        (target / name).unlink()
    for name, text in wanted.items():
        (target / name).write_text(text, encoding="utf-8")
    return len(wanted)


def differences(data: Path, target: Path) -> list[str]:
    """How the generated modules differ from the data, one line per module."""
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


def main() -> None:
    """Writes the modules, or checks them for drift."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with what is committed, write nothing"
    )
    if not parser.parse_args().check:
        print(f"wrote {write(DATA, TARGET)} modules to {TARGET.relative_to(ROOT)}")
    elif found := differences(DATA, TARGET):
        raise SystemExit(
            "gigstack_api/catalogs differs from scripts/catalogs.yaml; run `make catalogs`:\n  "
            + "\n  ".join(found)
        )
    else:
        print("gigstack_api/catalogs matches scripts/catalogs.yaml")


if __name__ == "__main__":
    main()
