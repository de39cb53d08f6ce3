"""Stamps a retention: gives it UUID, folio and files."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode

from ...call import Call
from ...resource import Resource
from ..invoices.stamping import issuer, take_folio
from ..shared.local_time import local_time
from ..shared.rfc import FOREIGN_RFC
from . import retention_files

MEDIA_TYPES = {"pdf": "application/pdf", "xml": "application/xml"}


def stamp(call: Call, client: Resource, totals: Resource) -> Resource:
    """A new retention, whose files are stored. Everything was checked before."""
    body, team = call.body, issuer(call)
    uuid, now_ms = call.state.new_uuid(), call.state.now_ms()
    series, folio = take_folio(call, "RET", {})

    retention: Resource = {
        "id": uuid,
        "uuid": uuid,
        "status": "valid",
        "document_type": "retenciones",
        "retention_key": body["retention_key"],
        "folio_number": str(folio),
        "series": series,
        "issuer": {name: team[name] for name in ("legal_name", "tax_id", "tax_system")},
        "receiver": receiver(client),
        "period": {name: int(body[f"period_{name}"]) for name in ("start", "end", "year")},
        "totals": totals,
        "stamp": {
            "uuid": uuid,
            "stamped_at": local_time(now_ms // 1000, team["zip"]),
            "provider": "prodigia",
        },
        "verification_url": verification_url(uuid, team, client, totals),
        "livemode": call.key.livemode,
        "created_at": now_ms,
        "metadata": None,
        "client_id": client["id"],
        "platform_services": deepcopy(body.get("platform_services")),
    }

    contents = {
        "pdf": retention_files.pdf(retention),
        "xml": retention_files.xml(retention, client, team),
    }
    for kind, media_type in MEDIA_TYPES.items():
        call.state.store_file(file_id(retention, kind), contents[kind], media_type)
    return retention


def receiver(client: Mapping[str, Any]) -> Resource:
    """The receiver of a retention; a foreigner if it has the RFC of foreigners."""
    name = client.get("legal_name") or client.get("name")
    nationality = "Extranjero" if client["tax_id"].upper() == FOREIGN_RFC else "Nacional"
    return {"legal_name": name, "tax_id": client["tax_id"], "nationality": nationality}


def verification_url(
    uuid: str, team: Mapping[str, Any], client: Mapping[str, Any], totals: Mapping[str, Any]
) -> str:
    """The URL where the SAT would confirm the document."""
    query = urlencode(
        {
            "id": uuid,
            "re": team["tax_id"],
            "rr": client["tax_id"],
            "tt": totals["total_operation"],
            "fe": uuid[:8],
        }
    )
    return f"https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?{query}"


def file_id(retention: Mapping[str, Any], kind: str) -> str:
    """The id under which a file of a retention is stored."""
    return f"{retention['series']}-{retention['folio_number']}-{retention['uuid'][:8]}.{kind}"
