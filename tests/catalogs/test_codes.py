"""Every code is there, means what the data say, and is the string it stands for."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from enum import StrEnum
from functools import cache
from typing import Any, assert_type

import pytest

from gigstack_api import catalogs
from gigstack_api.catalogs import (
    CfdiUse,
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

DATA = {each["name"]: each for each in load()}
PROMISED = {
    "CancellationMotive", "CfdiUse", "Export", "FactorType", "InvoiceType", "Month", "PaymentForm", "PaymentMethod",
    "Periodicity", "Person", "Relationship", "Tax", "TaxObject", "TaxRegime",
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
    assert set(catalogs.__all__) == PROMISED
    assert set(DATA) == PROMISED - {"Person"}


@pytest.mark.parametrize("name", DATA)
def test_every_code_of_the_data_is_a_member_with_its_labels(name: str) -> None:
    found = [(each.name, each.value, each.label_es, each.label_en) for each in enum(name)]
    assert found == [
        (row["name"], row["code"], row["es"], row["en"]) for row in DATA[name]["codes"]
    ]


@cache
def schemas() -> dict[str, Any]:
    found: dict[str, Any] = load_spec()["components"]["schemas"]
    return found


@pytest.mark.parametrize("name", [name for name, each in DATA.items() if "spec" in each])
def test_the_spec_tells_the_same_codes_and_texts(name: str) -> None:
    (schema,) = (each for each in schemas().values() if each.get("x-catalog") == DATA[name]["spec"])
    assert {each.value: each.label_es for each in enum(name)} == schema["x-values"]


def test_no_catalogue_of_the_spec_is_left_out() -> None:
    told = {each["x-catalog"] for each in schemas().values() if "x-catalog" in each}
    assert told == {each["spec"] for each in DATA.values() if "spec" in each}


def test_taxes_and_factors_have_the_names_that_the_api_takes() -> None:
    assert {each.name for each in Tax} == set(schemas()["TaxType"]["enum"])
    assert {each.value for each in FactorType} == set(schemas()["TaxFactor"]["enum"])


def test_what_cfdi_40_dropped_is_there_and_marked() -> None:
    assert {each for name in DATA for each in enum(name) if not each.in_cfdi40} == LEGACY


def test_a_code_is_the_string_it_stands_for() -> None:
    code = PaymentForm.CASH
    assert code == "01"
    assert f"{code}" == "01"
    assert json.dumps([code]) == '["01"]'
    assert {"01": "found"}[code] == "found"


def test_an_unknown_code_stays_the_string_it_is() -> None:
    assert TaxRegime.of("601") is TaxRegime.GENERAL_LEY_PERSONAS_MORALES
    assert TaxRegime.of("999") == "999"
    assert type(TaxRegime.of("999")) is str
    assert TaxRegime.of(None) is None


def test_a_type_checker_knows_what_was_found() -> None:
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


def test_the_catalogues_load_none_of_the_client_and_the_client_none_of_them() -> None:
    code = "import sys, {}; print(*(name for name in sys.modules if name.startswith(('gigstack_api.', 'attr', 'httpx', 'anyio'))))"

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
    assert rest == {"gigstack_api._core", "gigstack_api._core.enums"}
    assert not {
        name for name in loaded("gigstack_api.client") if name.startswith("gigstack_api.catalogs")
    }
