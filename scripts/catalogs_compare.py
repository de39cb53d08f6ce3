"""Where `scripts/catalogs.yaml` differs from the SAT catalogues in the PyPI package satcfdi.

`--rates` compares c_TasaOCuota with the table of phpcfdi; satcfdi does not have it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from scripts.catalogs import Catalog, load

MIRRORED_RATE = re.compile(
    r"VALUES\('(Fijo|Rango)','([^']*)','([^']*)','([^']*)','([^']*)',(1|''),(1|''),"
)
"""A row of phpcfdi's table: kind, limits, tax, factor, whether transferred and whether withheld."""


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
    """Prints the differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rates",
        type=Path,
        metavar="FILE",
        help="cfdi_40_reglas_tasa_cuota.sql of phpcfdi/resources-sat-catalogs",
    )
    path = parser.parse_args().rates
    rates = path.read_text(encoding="utf-8") if path else None
    found = list(comparison(load(), _select_all(), rates))
    print(*found, f"{len(found)} differences; the guide Catalogues explains them", sep="\n")


if __name__ == "__main__":
    main()
