"""The rules of retentions. Pure.

What no source says: a cancellation needs no motive; the RFC of foreigners makes one; no webhook
tells of a retention. `metadata` is null: the documented body has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode

from ..call import Answer, Call, Handler
from ..refusals import coded, not_found
from ..spec import load
from ..state import Resource
from . import retention_files
from .cfdi import local_time
from .inline import client_of, foreseen_client
from .lists import list_page
from .retention_totals import check_sensible, totals_of
from .stamping import issuer, next_folio, receiver_faults, unstampable

FOREIGN_RFC = "XEXX010101000"
HIDDEN = frozenset({"client_id", "platform_services"})
MEDIA_TYPES = {"pdf": "application/pdf", "xml": "application/xml"}
CANCELS_TO = {"valid": "canceled"}


def list_retentions(call: Call) -> Answer:
    asked = {
        name: call.query[name]
        for name in ("status", "retention_key", "client_id")
        if name in call.query
    }
    page = list_page(
        call,
        call.documents("retentions").values(),
        "Retentions retrieved successfully",
        wanted=lambda each: all(each[name] == value for name, value in asked.items()),
    )
    data = [
        {name: value for name, value in shown(each).items() if name != "verification_url"}
        for each in page["data"]
    ]
    return Answer(200, {**page, "data": data})


def get_retention(call: Call) -> Answer:
    return Answer(200, {"message": "Retention retrieved successfully", "data": shown(found(call))})


def create_retention(call: Call) -> Answer:
    check_sensible(call.body)
    totals = totals_of(call.body)
    if faults := receiver_faults(call, foreseen_client(call, call.body["client"])):
        raise unstampable(faults)
    retention = stamped(call, client_of(call, call.body["client"]), totals)
    call.documents("retentions")[retention["id"]] = retention
    return Answer(201, {"message": "Retention created successfully", "data": shown(retention)})


def cancel_retention(call: Call) -> Answer:
    retention = found(call)
    motives: Mapping[str, str] = load()["components"]["schemas"]["CancellationMotiveCode"][
        "x-values"
    ]
    if call.body.get("motive", "02") not in motives:
        raise coded(400, "invalid_field_value", f"motive: must be one of {', '.join(motives)}")
    if retention["status"] not in CANCELS_TO:
        raise coded(
            400,
            "operation_not_allowed",
            f"The retention is {retention['status']}; only a valid one can be cancelled",
        )
    retention["status"] = CANCELS_TO[retention["status"]]
    return Answer(200, {"message": "Retention canceled successfully", "data": shown(retention)})


def get_retention_files(call: Call) -> Answer:
    retention = found(call)
    kind = call.query.get("file_type")
    if kind is not None and kind not in MEDIA_TYPES:
        raise coded(
            400, "invalid_field_value", "file_type: must be pdf or xml; without it both come"
        )
    addresses = {
        each: f"{call.base_url}/files/{file_id(retention, each)}"
        for each in MEDIA_TYPES
        if kind in (None, each)
    }
    return Answer(200, {"message": "Retention files retrieved successfully", "data": addresses})


def found(call: Call) -> Resource:
    """The retention of the path.

    Raises:
        Refusal: 404, there is none in this team and mode.
    """
    retention = call.documents("retentions").get(call.path["id"])
    if retention is None:
        raise not_found("retention")
    return retention


def stamped(call: Call, client: Resource, totals: Resource) -> Resource:
    """A new retention with its files, as the sandbox keeps it; no one refuses it any more."""
    body, team = call.body, issuer(call)
    uuid, now_ms = call.state.new_uuid(), call.state.now_ms()
    series, folio = next_folio(call, "RET", {})
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
        "stamp": {"uuid": uuid, "stamped_at": local_time(now_ms // 1000), "provider": "prodigia"},
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
        call.state.keep_file(file_id(retention, kind), contents[kind], media_type)
    return retention


def receiver(client: Mapping[str, Any]) -> Resource:
    """The receiver of a retention; one with the RFC of foreigners is one."""
    name = client.get("legal_name") or client.get("name")
    nationality = "Extranjero" if client["tax_id"].upper() == FOREIGN_RFC else "Nacional"
    return {"legal_name": name, "tax_id": client["tax_id"], "nationality": nationality}


def verification_url(
    uuid: str, team: Mapping[str, Any], client: Mapping[str, Any], totals: Mapping[str, Any]
) -> str:
    """The address where the SAT would confirm the document."""
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


def shown(retention: Resource) -> Resource:
    """A retention as the API shows it alone; a list shows less."""
    return {name: value for name, value in retention.items() if name not in HIDDEN}


def file_id(retention: Mapping[str, Any], kind: str) -> str:
    """The name that a file of a retention is kept under."""
    return f"{retention['series']}-{retention['folio_number']}-{retention['uuid'][:8]}.{kind}"


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        list_retentions,
        get_retention,
        create_retention,
        cancel_retention,
        get_retention_files,
    )
}
