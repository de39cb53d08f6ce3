"""Every code of the data is a member, with its labels, and is a string."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, assert_type

import pytest

from gigstack_api import catalogs
from gigstack_api.catalogs import (
    TAX_RATES,
    CfdiUse,
    Currency,
    FactorType,
    Month,
    PaymentForm,
    PaymentMethod,
    Person,
    Relationship,
    Tax,
    TaxRegime,
)
from gigstack_api.catalogs.code import Code
from gigstack_api.models import Client
from scripts.catalogs import load
from scripts.spec.model import load as load_spec

DATA = {catalog["name"]: catalog for catalog in load() if "codes" in catalog}
PROMISED = {
    "CancellationMotive", "CfdiUse", "Currency", "Export", "FactorType", "InvoiceType", "Month",
    "PaymentForm", "PaymentMethod", "Periodicity", "Person", "Relationship", "Tax", "TaxObject",
    "TaxRegime",
}  # fmt: skip
LEGACY = {
    TaxRegime.CONSOLIDACION, TaxRegime.HIDROCARBUROS, TaxRegime.REGIMENES_FISCALES_PREFERENTES,
    TaxRegime.ENAJENACION_DE_ACCIONES_EN_BOLSA, CfdiUse.TO_BE_DEFINED,
    Relationship.PARTIAL_PAYMENTS, Relationship.DEFERRED_PAYMENTS,
}  # fmt: skip


def enum(name: str) -> type[Code]:
    found: type[Code] = getattr(catalogs, name)
    return found


def test_the_promised_catalogues_are_exported() -> None:
    assert set(catalogs.__all__) == PROMISED | {"TAX_RATES", "TaxRate"}
    assert set(DATA) == PROMISED - {"Person"}


@pytest.mark.parametrize("name", DATA)
def test_every_code_of_the_data_is_a_labelled_member(name: str) -> None:
    found = [(code.name, code.value, code.label_es, code.label_en) for code in enum(name)]
    assert found == [
        (row["name"], row["code"], row["es"], row["en"]) for row in DATA[name]["codes"]
    ]


@cache
def schemas() -> dict[str, Any]:
    found: dict[str, Any] = load_spec()["components"]["schemas"]
    return found


@pytest.mark.parametrize("name", [name for name, catalog in DATA.items() if "spec" in catalog])
def test_the_spec_has_the_same_codes_and_texts(name: str) -> None:
    (schema,) = (
        schema for schema in schemas().values() if schema.get("x-catalog") == DATA[name]["spec"]
    )
    assert {code.value: code.label_es for code in enum(name)} == schema["x-values"]


def test_every_catalogue_of_the_spec_is_covered() -> None:
    found = {schema["x-catalog"] for schema in schemas().values() if "x-catalog" in schema}
    assert found == {catalog["spec"] for catalog in DATA.values() if "spec" in catalog}


def test_taxes_and_factors_have_the_names_of_the_api() -> None:
    assert {code.name for code in Tax} == set(schemas()["TaxType"]["enum"])
    assert {code.value for code in FactorType} == set(schemas()["TaxFactor"]["enum"])


def test_codes_removed_in_cfdi_40_are_marked() -> None:
    assert {code for name in DATA for code in enum(name) if not code.in_cfdi40} == LEGACY


def test_every_currency_has_its_decimals() -> None:
    rows = DATA["Currency"]["codes"]
    assert {code.value: code.decimals for code in Currency} == {
        row["code"]: row["decimals"] for row in rows
    }
    assert (Currency.MXN.decimals, Currency.JPY.decimals, Currency.KWD.decimals) == (2, 0, 3)


def test_every_rate_of_the_data_is_a_row() -> None:
    (table,) = (catalog for catalog in load() if "rates" in catalog)
    assert [
        row._asdict() | {"lowest": str(row.lowest), "highest": str(row.highest)}
        for row in TAX_RATES
    ] == table["rates"]


def test_a_rate_is_fixed_or_a_range() -> None:
    fixed, wide = TAX_RATES[2], TAX_RATES[3]
    assert [fixed.allows(Decimal(rate)) for rate in ("0.16", "0.15")] == [True, False]
    assert [wide.allows(Decimal(rate)) for rate in ("0", "0.106667", "0.17")] == [True, True, False]


def test_a_code_is_its_string() -> None:
    code = PaymentForm.CASH
    assert code == "01"
    assert f"{code}" == "01"
    assert json.dumps([code]) == '["01"]'
    assert {"01": "found"}[code] == "found"


def test_an_unknown_code_stays_a_plain_string() -> None:
    assert TaxRegime.of("601") is TaxRegime.GENERAL_LEY_PERSONAS_MORALES
    assert TaxRegime.of("999") == "999"
    assert type(TaxRegime.of("999")) is str
    assert TaxRegime.of(None) is None


def test_lookups_have_precise_types() -> None:
    tax_system = Client(tax_system="601").tax_system
    assert_type(TaxRegime("601"), TaxRegime)
    assert_type(TaxRegime.of("601"), TaxRegime | str)
    assert_type(TaxRegime.of(tax_system), TaxRegime | str | None)
    assert_type(TaxRegime.RESICO.value, str)


@pytest.mark.parametrize(
    "code", [CfdiUse.GENERAL_EXPENSES, Month.MAY, PaymentMethod.PUE, Person.MORAL]
)
def test_a_code_survives_pickling_and_copying(code: StrEnum) -> None:
    assert pickle.loads(pickle.dumps(code)) is code
    assert copy.deepcopy(code) is code


def test_catalogues_and_client_do_not_load_each_other() -> None:
    code = (
        "import sys, {}\n"
        "watched = ('gigstack_api.', 'attr', 'httpx', 'anyio')\n"
        "print(*(name for name in sys.modules if name.startswith(watched)))"
    )

    def loaded(module: str) -> set[str]:
        return set(
            subprocess.run(
                [sys.executable, "-c", code.format(module)],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
        )

    rest = {
        name
        for name in loaded("gigstack_api.catalogs")
        if not name.startswith("gigstack_api.catalogs")
    }
    core = "gigstack_api._core"
    assert rest == {"gigstack_api._lazy", core, f"{core}.schema", f"{core}.schema.enums"}
    assert not {
        name for name in loaded("gigstack_api.client") if name.startswith("gigstack_api.catalogs")
    }
