"""A check returns findings for any body: none makes it raise."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, Rounded, Underflow, localcontext
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from gigstack_api.fiscal import RULES, check_cancellation, check_client, check_invoice, check_rfc
from gigstack_api.fiscal.items import check_item

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.text(max_size=20),
    st.sampled_from(
        [
            "XAXX010101000",
            "GODE561231GR8",
            "99",
            "PPD",
            "05",
            "13",
            "04",
            "616",
            "S01",
            "02",
            "EXT990101NI1",
            "Cuota",
            "IVA",
            "1e999999",
        ]
    ),
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


def some(*names: str, **known: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Anything, or a mapping with some of these fields."""
    fields = dict.fromkeys(names, ANYTHING) | {
        name: ANYTHING | values for name, values in known.items()
    }
    return ANYTHING | st.fixed_dictionaries({}, optional=fields)


PARTY = some("tax_id", "tax_system", "use", "zip", "legal_name", "id", address=some("zip"))
TAXES = st.lists(some("type", "rate", "factor", "withholding", "inclusive"), max_size=3)
ITEM = some(
    "quantity",
    "unit_price",
    "discount",
    "product_key",
    "unit_key",
    "taxability",
    "description",
    "sku",
    "customs_request",
    "property_tax_account",
    taxes=TAXES,
    third_party=PARTY,
)
PERIOD = some("periodicity", "months", "year")
TERMS = (
    "use",
    "currency",
    "exchange_rate",
    "payment_method",
    "payment_form",
    "issuer_info",
    "invoice_type",
    "series",
    "exports",
    "complements",
)
INVOICE = st.fixed_dictionaries(
    {"client": PARTY, "items": st.lists(ITEM, max_size=3) | ANYTHING, "global": PERIOD},
    optional=dict.fromkeys(TERMS, ANYTHING)
    | {"related_documents": ANYTHING | st.lists(some("relationship", "documents"), max_size=2)},
)


@given(INVOICE)
def test_any_invoice_gets_findings(body: dict[str, Any]) -> None:
    assert {finding.code for finding in check_invoice(body)} <= RULES.keys()
    assert {finding.code for finding in check_invoice(body, whole=False)} <= RULES.keys()


@given(ANYTHING | PARTY | ITEM | INVOICE)
def test_any_value_gets_findings(value: Any) -> None:
    for check in (check_client, check_invoice, check_rfc, check_item, check_cancellation):
        assert {finding.code for finding in check(value)} <= RULES.keys()
    check_cancellation("01", substitution_uuid=value, invoice=value)


def test_huge_amounts_are_not_numbers() -> None:
    item = {
        "description": "A",
        "unit_price": "1e999999",
        "quantity": Decimal("1e999999"),
        "discount": "9" * 5000,
    }
    codes = [
        finding.code for finding in check_invoice({"client": {"id": "client_1"}, "items": [item]})
    ]
    assert codes == ["not_a_number"] * 3


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    tax = {"type": "IVA", "factor": "Tasa", "rate": "0.1600000000000000000000000000000000001"}
    item = {
        "description": "A",
        "unit_price": 99999.99,
        "quantity": 3,
        "discount": 299999.9,
        "taxes": [tax],
    }
    for context in (Context(), Context(prec=3), Context(traps=[Inexact, Rounded, Underflow])):
        with localcontext(context):
            assert [finding.code for finding in check_item(item)] == [
                "rate_decimals",
                "rate_too_high",
            ]
            tiny: dict[str, Any] = {
                "unit_price": "1e-999999",
                "quantity": "1e-999999",
                "discount": 0,
                "taxes": [],
            }
            assert [finding.code for finding in check_item(item | tiny)] == ["quantity_decimals"]
