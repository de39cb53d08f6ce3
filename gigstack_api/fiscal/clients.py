"""Checks of a receiver: RFC, postal code, tax regime and use, alone and in combination.

gigstack has clients in other countries too (Colombia). A client who lives abroad and has no RFC is
not subject to the rules of the SAT.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .._core.schema.annotations import resolvable
from ..catalogs import CfdiUse, Person, TaxRegime
from .findings import Finding, violations
from .taxpayers import GENERIC, check_rfc, person_of
from .texts import check_texts
from .values import capitals, code, fields, fits

if TYPE_CHECKING:
    from ..models import Client, InlineClient

ZIP = re.compile("(?!00000)[0-9]{5}")
MEXICO = ("MEX", "MX", "MEXICO", "MÉXICO")
SOCIETY = re.compile(
    r".+ (S ?A( ?B| ?P ?I)?|S ?A ?S|S DE R ?L( ?M ?I)?|S ?P ?R DE R ?L|S ?C( DE R ?L)?|A ?C)"
    r"( DE C ?V)?"
)
"""A name that ends with a kind of company, without its dots and commas."""


@resolvable
def check_client(client: Client | InlineClient | Mapping[str, Any]) -> tuple[Finding, ...]:
    """The findings of a client. Fields that are absent are not checked."""
    values = fields(client)
    return (*check_party(values), *check_use("use", values.get("use"), values))


def check_party(party: Mapping[str, Any]) -> list[Finding]:
    """The findings of the RFC, name, postal code and tax regime of a receiver."""
    if is_foreign(party):
        return []
    rfc, system, address = (
        party.get("tax_id"),
        party.get("tax_system"),
        fields(party.get("address")),
    )
    regime, person = code(TaxRegime, system), person_of(rfc)
    is_generic = capitals(rfc) in GENERIC
    holds = {
        ("legal_name", "name_society"): person is not Person.MORAL
        or not _has_society(party.get("legal_name")),
        ("address.zip", "zip_form"): is_abroad(party) or fits(ZIP, address.get("zip")),
        ("tax_system", "regime_unknown"): system is None or regime is not None,
        ("tax_system", "generic_regime"): not is_generic
        or regime in (None, TaxRegime.SIN_OBLIGACIONES_FISCALES),
        ("tax_system", "regime_person"): is_generic
        or regime is None
        or person is None
        or person in regime.persons,
    }
    return [
        *(() if rfc is None else check_rfc(rfc)),
        *check_texts({"legal_name": party.get("legal_name")}),
        *violations(holds),
    ]


def check_use(path: str, value: object, client: Mapping[str, Any]) -> list[Finding]:
    """The findings of the use of an invoice by that client."""
    if value is None or is_foreign(client):
        return []
    rfc, system = client.get("tax_id"), client.get("tax_system")
    is_generic = capitals(rfc) in GENERIC
    regime = TaxRegime.SIN_OBLIGACIONES_FISCALES if is_generic else code(TaxRegime, system)
    use, person = code(CfdiUse, value), person_of(rfc)
    is_dropped = use is None and isinstance(CfdiUse.of(value), CfdiUse)
    suits_regime = use is None or regime is None or use.allows(regime)
    holds = {
        (path, "use_dropped"): not is_dropped,
        (path, "use_unknown"): is_dropped or use is not None,
        (path, "generic_use"): suits_regime or not is_generic,
        (path, "use_regime"): suits_regime or is_generic,
        (path, "use_person"): not suits_regime
        or use is None
        or person is None
        or person in use.persons,
    }
    return violations(holds)


def is_foreign(party: Mapping[str, Any]) -> bool:
    """Whether a party lives abroad and has no RFC."""
    return is_abroad(party) and person_of(party.get("tax_id")) is None


def is_abroad(party: Mapping[str, Any]) -> bool:
    """Whether the address of a party is in another country than Mexico."""
    country = fields(party.get("address")).get("country")
    return country is not None and capitals(country) not in MEXICO


def _has_society(name: object) -> bool:
    letters = capitals(name).replace(".", "").replace(",", "")
    return SOCIETY.fullmatch(" ".join(letters.split())) is not None
