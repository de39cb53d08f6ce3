"""Which persons and regimes may use a code.

The cases are the rows of c_RegimenFiscal and c_UsoCFDI, written down by hand.
"""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api import InvalidArgumentError
from gigstack_api.catalogs import CfdiUse, Month, Person, TaxRegime

BUSINESS = "G01 G02 G03 I01 I02 I03 I04 I05 I06 I07 I08"
DEDUCTIONS = "D01 D02 D03 D04 D05 D06 D07 D08 D09 D10"
ALWAYS = "S01 CP01"


@pytest.mark.parametrize(
    ("regimes", "uses"),
    [
        ("601 603 620 621 622 623 624 626", f"{BUSINESS} {ALWAYS}"),
        ("606 612 625", f"{BUSINESS} {DEDUCTIONS} {ALWAYS}"),
        ("607 608 611 614 615", f"{DEDUCTIONS} {ALWAYS}"),
        ("605", f"{DEDUCTIONS} {ALWAYS} CN01"),
        ("610", ALWAYS),
        ("616", f"G02 {ALWAYS}"),
        ("609 628 629 630 999", ""),
    ],
)
def test_a_regime_allows_its_uses(regimes: str, uses: str) -> None:
    for regime in regimes.split():
        assert " ".join(CfdiUse.allowed_for(regime)) == uses
        assert " ".join(CfdiUse.allowed_for(TaxRegime.of(regime))) == uses


def test_every_regime_of_cfdi_40_allows_a_use() -> None:
    assert all(bool(CfdiUse.allowed_for(regime)) == regime.in_cfdi40 for regime in TaxRegime)
    assert {code for use in CfdiUse for code in use.regimes} == {
        regime for regime in TaxRegime if regime.in_cfdi40
    }


@pytest.mark.parametrize(
    ("use", "regime", "person", "allowed"),
    [
        (CfdiUse.GENERAL_EXPENSES, "601", None, True),
        (CfdiUse.GENERAL_EXPENSES, "626", "moral", True),
        (CfdiUse.GENERAL_EXPENSES, "626", Person.FISICA, True),
        (CfdiUse.GENERAL_EXPENSES, "605", None, False),
        (CfdiUse.MEDICAL_FEES, TaxRegime.SUELDOS_Y_SALARIOS, "fisica", True),
        (CfdiUse.MEDICAL_FEES, TaxRegime.ARRENDAMIENTO, Person.MORAL, False),
        (CfdiUse.PAYROLL, "605", "fisica", True),
        (CfdiUse.TO_BE_DEFINED, "601", None, False),
    ],
)
def test_a_use_allows_its_receivers(use: CfdiUse, regime: str, person: Any, allowed: bool) -> None:
    assert use.allows(regime, person) is allowed


@pytest.mark.parametrize(
    ("person", "regimes"),
    [
        ("fisica", "605 606 607 608 610 611 612 614 615 616 621 625 626"),
        ("moral", "601 603 610 620 622 623 624 626"),
    ],
)
def test_a_kind_of_person_has_its_regimes(person: Any, regimes: str) -> None:
    assert " ".join(TaxRegime.for_person(person)) == regimes
    assert TaxRegime.for_person(Person(person)) == TaxRegime.for_person(person)
    assert all(person in TaxRegime(code).persons for code in regimes.split())


def test_a_regime_removed_in_cfdi_40_has_no_persons() -> None:
    assert TaxRegime.CONSOLIDACION.persons == frozenset()


@pytest.mark.parametrize("person", ["física", "", None])
def test_an_unknown_kind_of_person_is_refused(person: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="'fisica' or 'moral'"):
        TaxRegime.for_person(person)


def test_a_month_is_in_its_quarter() -> None:
    months = [month for month in Month if month.quarter]
    assert (
        "".join(f"{month} {month.quarter} " for month in months)
        == "01 1 02 1 03 1 04 2 05 2 06 2 07 3 08 3 09 3 10 4 11 4 12 4 "
    )
    assert all(month.months == (month,) for month in months)


def test_a_bimester_has_two_months_and_no_quarter() -> None:
    covered = {
        bimester: " ".join(bimester.months) for bimester in Month if bimester.quarter is None
    }
    assert covered == {
        "13": "01 02",
        "14": "03 04",
        "15": "05 06",
        "16": "07 08",
        "17": "09 10",
        "18": "11 12",
    }
