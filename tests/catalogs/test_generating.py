"""The modules are what the data give, and the comparison tells what is not what satcfdi has."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.catalogs import DATA, HEAD, TARGET, comparison, differences, load, write


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return Path(
        shutil.copytree(TARGET, tmp_path / "catalogs", ignore=shutil.ignore_patterns("__pycache__"))
    )


def test_the_modules_are_what_the_data_give() -> None:
    assert differences(DATA, TARGET) == []


def test_every_kind_of_drift_is_told(written: Path) -> None:
    (written / "export.py").unlink()
    (written / "tax.py").write_text(f"{HEAD}\n", encoding="utf-8")
    (written / "currency.py").write_text(f"{HEAD}\n", encoding="utf-8")
    assert differences(DATA, written) == [
        "currency.py: not in the data",
        "export.py: missing",
        "tax.py: changed",
    ]


def test_writing_ends_the_drift_and_leaves_what_is_handwritten(written: Path) -> None:
    (written / "export.py").unlink()
    (written / "currency.py").write_text(f"{HEAD}\n", encoding="utf-8")
    (written / "code.py").write_text("changed by hand\n", encoding="utf-8")
    assert write(DATA, written) == len(load())
    assert differences(DATA, written) == []
    assert (written / "code.py").read_text(encoding="utf-8") == "changed by hand\n"


def test_the_comparison_tells_what_is_missing_and_what_reads_otherwise() -> None:
    tables = {
        f"C756_{each['sat']}": {row["code"]: row["es"] for row in each["codes"]} for each in load()
    }

    def select_all(name: str) -> Mapping[str, str]:
        return tables[name]

    assert list(comparison(load(), select_all)) == ["CancellationMotive: not in satcfdi"]
    tables["C756_c_MetodoPago"] = {"PUE": "Pago", "PAR": "Parcial"}
    assert list(comparison(load(), select_all)) == [
        "PaymentMethod PAR: None here, 'Parcial' in satcfdi",
        "PaymentMethod PPD: 'Pago en parcialidades o diferido' here, None in satcfdi",
        "PaymentMethod PUE: 'Pago en una sola exhibición' here, 'Pago' in satcfdi",
        "CancellationMotive: not in satcfdi",
    ]
