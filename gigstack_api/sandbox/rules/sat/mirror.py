"""The SAT's copy of a team's invoices: those stamped here, and made-up ones of its suppliers.

There is one SAT, so live and test keys see the same: the invoices stamped with a live key. The
received ones are generated at the first access; a team without RFC has none. Fetching an XML that
is missing costs a credit, one that is there costs nothing; the XML of an invoice stamped here is
there from the start. The provider always refuses the received invoice in state error.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from ...call import Call
from ...errors import legacy_error, require
from ...resource import Resource
from ..invoices.stamping import issuer
from ..shared.local_time import local_time
from ..shared.rfc import GENERIC_RFC
from ..shared.seals import PAC_RFC, SAT_CERTIFICATE_NUMBER
from . import purchases

REFUSED = "The SAT answered 5004 for this UUID: the provider has no XML for it"
CANCELLED = frozenset({"cancelled", "canceled"})


def sat_invoices(call: Call) -> dict[str, Resource]:
    """The team's SAT invoices by UUID, as answers show them but with an `id`."""
    bought = {
        uuid: shown("received", record["invoice"], record["resource_status"])
        for uuid, record in received_invoices(call).items()
    }
    sold = {
        uuid: shown("issued", invoice, "ready") for uuid, invoice in issued_invoices(call).items()
    }
    return bought | sold


def find(call: Call) -> Resource:
    """The SAT invoice in the path. The UUID may be in capitals, as in the XML.

    Raises:
        Refusal: 404, the SAT has no such invoice of this team.
    """
    return require(sat_invoices(call).get(call.path["uuid"].lower()), "SAT invoice")


def source(call: Call, uuid: str) -> Resource:
    """The data to make the files of a SAT invoice of."""
    return (
        received_invoices(call)[uuid]["invoice"]
        if uuid in received_invoices(call)
        else issued_invoices(call)[uuid]
    )


def fetch_xml(call: Call, sat_invoice: Resource) -> bool:
    """Fetches the XML of an invoice, and returns whether a credit was charged.

    Raises:
        Refusal: 422, the provider refuses.
    """
    if sat_invoice["has_xml"]:
        return False
    if sat_invoice["resource_status"] == "error":
        raise legacy_error(422, "The XML could not be downloaded", REFUSED)
    received_invoices(call)[sat_invoice["uuid"]]["resource_status"] = "ready"
    charge(call, 1)
    return True


def charge(call: Call, xmls: int) -> None:
    """Charges the team for XMLs."""
    meter = call.collection("sat meter").setdefault("xml", {"count": 0})
    meter["count"] += xmls


def charged_xmls(call: Call) -> int:
    """How many XMLs the team was charged for."""
    return int(call.collection("sat meter").get("xml", {"count": 0})["count"])


def issued_invoices(call: Call) -> dict[str, Resource]:
    """The invoices that the team stamped here with its live key."""
    return evolve(call, key=evolve(call.key, livemode=True)).documents("invoices")


def received_invoices(call: Call) -> dict[str, Resource]:
    """The invoices that the team received from its suppliers, with the state of each XML."""
    kept = call.collection("sat received")
    team = issuer(call)
    if not kept and team["tax_id"]:
        kept |= purchases.generate(team, call.state.now_s(), f"{call.state.seed} {call.team}")
    return kept


def shown(direction: str, invoice: Mapping[str, Any], resource_status: str) -> Resource:
    """An invoice as SAT invoices are shown, with an `id`."""
    client: Mapping[str, Any] = invoice["client"]
    team: Mapping[str, Any] = invoice["issuer_info"]
    return {
        "id": invoice["uuid"],
        "uuid": invoice["uuid"],
        "direction": direction,
        "invoice_type": invoice["invoice_type"],
        "resource_status": resource_status,
        "has_xml": resource_status == "ready",
        "xml_error": REFUSED if resource_status == "error" else None,
        "status": "Cancelado" if invoice["status"] in CANCELLED else "Vigente",
        "issuer": {"rfc": team["tax_id"], "name": team["legal_name"]},
        "receiver": {
            "rfc": client.get("tax_id") or GENERIC_RFC,
            "name": client.get("legal_name") or client.get("name"),
        },
        **{
            name: invoice[name]
            for name in ("subtotal", "total", "currency", "exchange_rate", "series")
        },
        "folio": str(invoice["folio_number"]),
        "issue_date": local_time(
            (invoice.get("date") or invoice["created_at"] * 1000) / 1000, team["zip"]
        ),
        "stamp_date": local_time(invoice["stamp"]["stamp_at"] // 1000),
        "cancellation_date": _cancellation_date(invoice),
        "pac_rfc": PAC_RFC,
        "version": "4.0",
        "certificate_number": SAT_CERTIFICATE_NUMBER,
    }


def _cancellation_date(invoice: Mapping[str, Any]) -> str | None:
    cancellation: Mapping[str, Any] = invoice.get("cancellation") or {}
    cancelled_ms = cancellation.get("cancelled_at")
    return (
        local_time(cancelled_ms / 1000) if invoice["status"] in CANCELLED and cancelled_ms else None
    )
