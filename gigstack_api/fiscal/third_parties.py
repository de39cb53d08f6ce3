"""Checks of the third party on whose behalf an item is charged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..catalogs import TaxRegime
from .clients import ZIP
from .findings import Finding, violations
from .taxpayers import FOREIGN_THIRD_PARTY, check_rfc, person_of
from .texts import check_texts
from .values import capitals, code, fits

REQUIRED = ("tax_id", "legal_name", "tax_system", "zip")


def check_third_party(party: Mapping[str, Any], *, whole: bool) -> list[Finding]:
    """The findings of a third party; with `whole` also of the fields that it leaves out."""
    rfc, system = party.get("tax_id"), party.get("tax_system")
    regime, person = code(TaxRegime, system), person_of(rfc)
    is_foreign = capitals(rfc) == FOREIGN_THIRD_PARTY
    holds = {
        **{
            (name, "third_party_missing"): not whole or not party or name in party
            for name in REQUIRED
        },
        ("zip", "zip_form"): fits(ZIP, party.get("zip")),
        ("tax_system", "third_party_regime_unknown"): system is None or regime is not None,
        ("tax_system", "third_party_foreign"): not is_foreign
        or regime in (None, TaxRegime.SIN_OBLIGACIONES_FISCALES),
        ("tax_system", "third_party_person"): is_foreign
        or regime is None
        or person is None
        or person in regime.persons,
    }
    return [
        *(() if rfc is None else check_rfc(rfc)),
        *check_texts({"legal_name": party.get("legal_name")}),
        *violations(holds),
    ]
