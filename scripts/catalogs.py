"""Writes the modules of `gigstack_api/catalogs` from `scripts/catalogs.yaml`.

`--check` only compares them with it, byte for byte. `--compare` prints where the data differ from
the SAT catalogues in the PyPI package satcfdi.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from textwrap import wrap
from typing import Any, TypeAlias, cast

import yaml

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "scripts" / "catalogs.yaml"
TARGET = ROOT / "gigstack_api" / "catalogs"
HEAD = "# Written by `make catalogs` from scripts/catalogs.yaml; never edited."
LINE_LENGTH = 100
FACTS = ("code", "es", "en", "persons", "regimes", "cfdi", "decimals")
"""The arguments of a member, in the order of its class; not every class takes all of them."""

MIRRORED_RATE = re.compile(
    r"VALUES\('(Fijo|Rango)','([^']*)','([^']*)','([^']*)','([^']*)',(1|''),(1|''),"
)
"""A row of phpcfdi's table: kind, limits, tax, factor, whether transferred and whether withheld."""

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


def comparison(
    catalogs: list[Catalog],
    select_all: Callable[[str], Mapping[str, object]],
    rates: str | None = None,
) -> Iterator[str]:
    """Every difference between the data and the catalogues of satcfdi.

    Texts are compared, and for currencies their decimals.

    Args:
        catalogs: The catalogues of the data.
        select_all: The function of satcfdi that gives the codes of a catalogue.
        rates: The text of `cfdi_40_reglas_tasa_cuota.sql`, the table that phpcfdi makes of
            c_TasaOCuota; satcfdi does not have it.
    """
    for catalog in catalogs:
        if "rates" in catalog:
            yield from _compare_rates(catalog, rates)
            continue
        if not catalog["sat"].startswith("c_"):
            yield f"{catalog['name']}: not in satcfdi"
            continue
        ours = {row["code"]: _shown(row) for row in catalog["codes"]}
        found = select_all(f"C756_{catalog['sat']}")
        theirs = {code: _shown_of_satcfdi(facts) for code, facts in found.items()}
        for code in sorted(ours.keys() | theirs.keys()):
            here, there = ours.get(code), theirs.get(code)
            if here != there:
                yield f"{catalog['name']} {code}: {here!r} here, {there!r} in satcfdi"


def _shown(row: Mapping[str, Any]) -> str:
    return f"{row['es']}, {row['decimals']} decimals" if "decimals" in row else row["es"]


def _shown_of_satcfdi(facts: object) -> str:
    if isinstance(facts, str):
        return facts
    text, decimals, *_ = cast("list[Any]", facts)
    return f"{' '.join(text.split())}, {decimals} decimals"


def _compare_rates(catalog: Catalog, table: str | None) -> Iterator[str]:
    """The rows of c_TasaOCuota that only the data has, or only phpcfdi's table."""
    if table is None:
        yield f"{catalog['name']}: not in satcfdi; compare it with --rates"
        return
    ours = {_rate_row(row) for row in catalog["rates"]}
    theirs = {_mirrored_row(columns) for columns in MIRRORED_RATE.findall(table)}
    yield from (f"{catalog['name']}: {row} only here" for row in sorted(ours - theirs))
    yield from (f"{catalog['name']}: {row} only in the table" for row in sorted(theirs - ours))


def _rate_row(row: Mapping[str, Any]) -> str:
    limits = " to ".join(f"{Decimal(row[name]):f}" for name in ("lowest", "highest"))
    return (
        f"{row['tax']} {row['factor']} {limits}"
        f"{' transferred' if row['transferred'] else ''}{' withheld' if row['withheld'] else ''}"
    )


def _mirrored_row(columns: Sequence[str]) -> str:
    kind, lowest, highest, tax, factor, transferred, withheld = columns
    limits = (highest if kind == "Fijo" else lowest, highest)
    return _rate_row(
        {
            "tax": tax.partition(" ")[0],
            "factor": factor,
            **{
                name: str(Decimal(limit).normalize())
                for name, limit in zip(("lowest", "highest"), limits, strict=True)
            },
            "transferred": transferred == "1",
            "withheld": withheld == "1",
        }
    )


def _select_all() -> Callable[[str], Mapping[str, object]]:
    try:
        satcfdi = import_module("satcfdi.catalogs")
    except ImportError as error:
        raise SystemExit("satcfdi is not installed; run `make catalogs-compare`") from error
    return satcfdi.select_all  # type: ignore[no-any-return]


def main() -> None:
    """Writes the modules, checks them for drift, or compares the data with satcfdi."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="compare with what is committed, write nothing"
    )
    parser.add_argument(
        "--compare", action="store_true", help="print the differences from satcfdi, write nothing"
    )
    parser.add_argument(
        "--rates",
        type=Path,
        metavar="FILE",
        help="with --compare: cfdi_40_reglas_tasa_cuota.sql of phpcfdi/resources-sat-catalogs",
    )
    arguments = parser.parse_args()
    if arguments.compare:
        rates = arguments.rates.read_text(encoding="utf-8") if arguments.rates else None
        found = list(comparison(load(), _select_all(), rates))
        print(*found, f"{len(found)} differences; the guide Catalogues explains them", sep="\n")
    elif not arguments.check:
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
