"""The generated modules match the data, and the comparison with satcfdi lists differences."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.catalogs import DATA, HEAD, TARGET, Catalog, differences, load, write
from scripts.catalogs_compare import comparison


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return Path(
        shutil.copytree(TARGET, tmp_path / "catalogs", ignore=shutil.ignore_patterns("__pycache__"))
    )


def test_the_modules_match_the_data() -> None:
    assert differences(DATA, TARGET) == []


def test_every_kind_of_drift_is_listed(written: Path) -> None:
    (written / "export.py").unlink()
    (written / "tax.py").write_text(f"{HEAD}\n", encoding="utf-8")
    (written / "colour.py").write_text(f"{HEAD}\n", encoding="utf-8")
    assert differences(DATA, written) == [
        "colour.py: not in the data",
        "export.py: missing",
        "tax.py: changed",
    ]


def test_writing_ends_the_drift_and_keeps_handwritten_files(written: Path) -> None:
    (written / "export.py").unlink()
    (written / "colour.py").write_text(f"{HEAD}\n", encoding="utf-8")
    (written / "code.py").write_text("changed by hand\n", encoding="utf-8")
    assert write(DATA, written) == len(load())
    assert differences(DATA, written) == []
    assert (written / "code.py").read_text(encoding="utf-8") == "changed by hand\n"


def as_in_satcfdi(catalog: Catalog) -> dict[str, object]:
    return {
        row["code"]: [row["es"], row["decimals"]] if "decimals" in row else row["es"]
        for row in catalog["codes"]
    }


def test_the_comparison_lists_missing_and_different_codes() -> None:
    tables = {
        f"C756_{catalog['sat']}": as_in_satcfdi(catalog) for catalog in load() if "codes" in catalog
    }

    def select_all(name: str) -> Mapping[str, object]:
        return tables[name]

    absent = [
        "CancellationMotive: not in satcfdi",
        "TAX_RATES: not in satcfdi; compare it with --rates",
    ]
    assert list(comparison(load(), select_all)) == absent
    tables["C756_c_MetodoPago"] = {"PUE": "Pago", "PAR": "Parcial"}
    tables["C756_c_Moneda"] |= {"JPY": ["Yen", 2]}
    assert list(comparison(load(), select_all)) == [
        "PaymentMethod PAR: None here, 'Parcial' in satcfdi",
        "PaymentMethod PPD: 'Pago en parcialidades o diferido' here, None in satcfdi",
        "PaymentMethod PUE: 'Pago en una sola exhibición' here, 'Pago' in satcfdi",
        absent[0],
        "Currency JPY: 'Yen, 0 decimals' here, 'Yen, 2 decimals' in satcfdi",
        absent[1],
    ]


def mirrored(rates: list[dict[str, str | bool]]) -> str:
    """The rates as phpcfdi writes them: a fixed one has only its upper limit."""
    lines: list[str] = []
    for row in rates:
        kind = "Fijo" if row["lowest"] == row["highest"] else "Rango"
        lowest = "" if kind == "Fijo" else f"{float(row['lowest']):.6f}"
        is_border = (row["tax"], row["highest"]) == ("IVA", "0.08")
        tax = "IVA Crédito aplicado del 50%" if is_border else row["tax"]
        ends = ",".join("1" if row[name] else "''" for name in ("transferred", "withheld"))
        lines.append(
            f"INSERT INTO cfdi_40_reglas_tasa_cuota VALUES('{kind}','{lowest}',"
            f"'{float(row['highest']):.6f}','{tax}','{row['factor']}',{ends},'2022-01-01','');"
        )
    return "\n".join(lines)


def test_the_comparison_lists_rates_of_one_side_only() -> None:
    catalogs = [catalog for catalog in load() if "rates" in catalog]
    rates = catalogs[0]["rates"]

    def nothing(_name: str) -> Mapping[str, object]:
        return {}

    assert list(comparison(catalogs, nothing, mirrored(rates))) == []
    changed = [*rates[:-2], rates[-2] | {"highest": "66.5062"}, rates[-1]]
    assert list(comparison(catalogs, nothing, mirrored(changed))) == [
        "TAX_RATES: IEPS Cuota 0 to 72.1605 transferred withheld only here",
        "TAX_RATES: IEPS Cuota 0 to 66.5062 transferred withheld only in the table",
    ]
