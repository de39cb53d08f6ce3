"""The buyer to invoice: the fiscal data of the form, and the fiscal checks of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import asdict, frozen

from gigstack_api import Match, fiscal
from gigstack_api.catalogs import CfdiUse, TaxRegime
from gigstack_api.fiscal import Finding

REGIMES = [regime for regime in TaxRegime if regime.in_cfdi40]
USES = [use for use in CfdiUse if use.in_cfdi40 and use not in {CfdiUse.PAYMENTS, CfdiUse.PAYROLL}]


@frozen
class Buyer:
    """The fiscal data of a buyer, as in their constancia de situación fiscal."""

    name: str = ""
    tax_id: str = ""
    zip: str = ""
    tax_system: str = ""
    use: str = ""

    @classmethod
    def of(cls, form: Mapping[str, str]) -> Buyer:
        """The buyer of a form; name and RFC in capitals, as the SAT writes them."""
        name, tax_id, zip_code = (
            form.get(field, "").strip().upper() for field in ("name", "tax_id", "zip")
        )
        return cls(name, tax_id, zip_code, form.get("tax_system", ""), form.get("use", ""))

    def findings(self) -> dict[str, Finding]:
        """The findings, by the form field they are shown next to."""
        missing = [
            Finding(name, "missing", "error", "Falta este dato.", "Missing.")
            for name, value in asdict(self).items()
            if not value
        ]
        return {
            finding.path.removeprefix("address."): finding
            for finding in (*fiscal.check_client(self._fields()), *missing)
        }

    def match(self) -> Match:
        """The client with this RFC at gigstack, updated, or a new one."""
        return Match("tax_id", self.tax_id, update=True, **self._fields())

    def _fields(self) -> dict[str, Any]:
        names = {"name": self.name, "legal_name": self.name}
        return {
            **names,
            "tax_id": self.tax_id,
            "tax_system": self.tax_system,
            "use": self.use,
            "address": {"zip": self.zip},
        }
