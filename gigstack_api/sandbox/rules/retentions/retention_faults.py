"""Why the SAT would refuse a retention, by its matrix of errors for Retenciones 2.0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...call import Call
from ..shared.local_time import local_time
from ..shared.rfc import GENERIC_RFC
from .retention_stamping import receiver

NEEDED = ("payment_form", "service_type", "service_date", "price_without_tax")
"""What the SAT's schema demands of each service of a platform."""

OLDEST_YEARS = 5
"""How many years before the present one a retention may be of."""


def retention_faults(
    call: Call, client: Mapping[str, Any], issuer: Mapping[str, Any]
) -> Iterator[str]:
    """The faults of a retention that its request alone shows. The client has an RFC."""
    address: Mapping[str, Any] = client.get("address") or {}
    zip_code = address.get("zip")
    if receiver(client)["nationality"] == "Nacional" and not zip_code:
        yield "301: the receiver needs the postal code of its tax address (address.zip)"
    if not receiver(client)["legal_name"]:
        yield "301: the receiver needs its legal_name"
    if client["tax_id"].upper() == GENERIC_RFC and zip_code != issuer.get("zip"):
        yield (
            f"Reten20120: the postal code of {GENERIC_RFC} must be {issuer.get('zip')},"
            " that of the issuer"
        )

    year, present = call.body["period_year"], int(local_time(call.state.now_s())[:4])
    if not present - OLDEST_YEARS <= year <= present:
        yield (
            f"Reten20126: period_year must be from {present - OLDEST_YEARS} to {present},"
            f" not {year}"
        )
    yield from _platform_faults(call.body.get("platform_services"))


def _platform_faults(platform: Mapping[str, Any] | None) -> Iterator[str]:
    if platform is None:
        return
    services: Sequence[Mapping[str, Any]] = platform.get("services") or ()
    if not platform.get("periodicity") or not services:
        yield "301: platform_services needs periodicity, and services"
    for index, service in enumerate(services):
        missing = [name for name in NEEDED if service.get(name) is None]
        if missing:
            yield f"301: platform_services.services.{index} needs {', '.join(missing)}"
