"""`models.flatten`: one row of a table for one model."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.models import Client, Invoice, InvoiceStatus, flatten

ADDRESS = {"zip": "03100", "state": None}


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        ({}, {}),
        ({"id": "c", "name": None}, {"id": "c"}),
        ({"address": ADDRESS}, {"address.zip": "03100"}),
        ({"metadata": {"a": {"b": 1}, "c": [1, {"d": 2}]}}, {
            "metadata.a.b": 1, "metadata.c": [1, {"d": 2}],
        }),
        ({"metadata": {}}, {}),
        ({"grown": {"by": True}}, {"grown.by": True}),
        ({"metadata": {"a": {"b": 1}, "a.b": 2}}, {"metadata.a.b": 1, "metadata.a.b_": 2}),
        ({"bcc": ["a@b.mx"]}, {"bcc": ["a@b.mx"]}),
        ({"address": "unexpected"}, {"address": "unexpected"}),
    ],
)  # fmt: skip
def test_nested_fields_get_dotted_names(fields: dict[str, Any], row: dict[str, Any]) -> None:
    assert flatten(Client.from_dict(fields)) == row
    assert flatten(Client.from_dict(fields).to_dict()) == row


def test_nested_models_and_enums_become_plain_values() -> None:
    invoice = Invoice.from_dict(
        {
            "status": "valid",
            "client": {"name": "Ana", "address": {"zip": "03100"}},
            "items": [{"description": "Pan", "taxes": [{"type": "IVA"}]}],
        }
    )
    row = flatten(invoice)
    assert invoice.status is InvoiceStatus.VALID
    assert type(row["status"]) is str
    assert row == {
        "status": "valid",
        "client.name": "Ana",
        "client.address.zip": "03100",
        "items": [{"description": "Pan", "taxes": [{"type": "IVA"}]}],
    }
