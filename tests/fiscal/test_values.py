"""Reading values of models and mappings: what has an unexpected type counts as absent."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from gigstack_api.catalogs import CfdiUse, TaxRegime
from gigstack_api.fiscal.values import LIMIT, capitals, code, entries, fields, fits, number
from gigstack_api.models import Tax


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ({"a": 1, "b": None}, {"a": 1}),
        (Tax(type="IVA", rate=0.16), {"type": "IVA", "rate": 0.16}),
        (None, {}),
        ("text", {}),
        ([("a", 1)], {}),
    ],
)
def test_fields_are_those_that_are_not_none(value: object, read: dict[str, object]) -> None:
    assert fields(value) == read


@pytest.mark.parametrize(
    ("value", "read"), [([1, 2], [1, 2]), ((), []), (None, []), ("text", []), ({"a": 1}, [])]
)
def test_only_lists_have_entries(value: object, read: list[object]) -> None:
    assert list(entries(value)) == read


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (1, Decimal(1)),
        (0.1, Decimal("0.1")),
        ("1.50", Decimal("1.50")),
        (Decimal(-2), Decimal(-2)),
        (Decimal("9e29"), Decimal("9e29")),
        (LIMIT, None),
        (-LIMIT, None),
        (True, None),
        (None, None),
        ("two", None),
        (float("nan"), None),
        (float("inf"), None),
        pytest.param(10**5000, None, id="too many digits"),
    ],
)
def test_a_number_is_exact_or_absent(value: object, read: Decimal | None) -> None:
    assert number(value) == read


def test_a_code_is_one_of_cfdi_40() -> None:
    assert code(TaxRegime, "612") is TaxRegime("612")
    assert code(CfdiUse, "P01") is None  # of CFDI 3.3
    assert code(TaxRegime, "000") is None
    assert code(TaxRegime, 612.5) is None


@pytest.mark.parametrize(("text", "written"), [("peña", "PEÑA"), (None, ""), (5, "")])
def test_capitals_are_those_of_a_text(text: object, written: str) -> None:
    assert capitals(text) == written


@pytest.mark.parametrize(
    ("value", "does"), [(None, True), ("12", True), ("123", False), ("", False), (12, False)]
)
def test_none_and_a_whole_match_fit_a_form(value: object, does: bool) -> None:
    assert fits(re.compile("[0-9]{2}"), value) is does
