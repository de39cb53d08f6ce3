"""Which receivers the rules of the SAT apply to."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.fiscal.clients import check_party, check_use, is_foreign

BOGOTA = {"country": "COL", "zip": "110111"}


@pytest.mark.parametrize(
    ("party", "foreign"),
    [
        ({"tax_id": "900123456-7", "address": BOGOTA}, True),
        ({"address": BOGOTA}, True),
        ({"tax_id": "GODE561231GR8", "address": BOGOTA}, False),  # an RFC makes a taxpayer
        ({"tax_id": "900123456-7", "address": {"country": "mexico"}}, False),
        ({"tax_id": "900123456-7", "address": {"country": "México"}}, False),
        ({"tax_id": "900123456-7", "address": {}}, False),
        ({"tax_id": "900123456-7"}, False),
        ({}, False),
    ],
)
def test_a_party_abroad_without_rfc_is_foreign(party: dict[str, Any], foreign: bool) -> None:
    assert is_foreign(party) is foreign


def test_a_foreign_party_has_no_findings() -> None:
    party = {"tax_id": "900123456-7", "tax_system": "none", "address": BOGOTA}
    assert check_party(party) == check_use("use", "none", party) == []
    at_home = party | {"address": {"zip": "1"}}
    assert {found.path for found in check_party(at_home)} == {"tax_id", "tax_system", "address.zip"}
    assert [found.code for found in check_use("use", "none", at_home)] == ["use_unknown"]
