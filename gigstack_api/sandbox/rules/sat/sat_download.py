"""Mass download from the SAT (descarga masiva).

Chosen, where no source says: activation on a free plan is refused with 403; a schedule and a
request need the activation, the FIEL and the registration, else 400; a single XML is charged only
if it has to be fetched. `download_setup` holds the steps of the setup, `download_jobs` the
requests, `mirror` the invoices at the SAT.
"""

from __future__ import annotations

import re
from base64 import b64encode
from decimal import Decimal

from ...call import Answer, Call, Handler
from ...errors import api_error, require
from ...resource import Resource
from ..invoices import cfdi
from ..shared import certificate_files
from ..shared.money import number
from . import mirror
from .download_jobs import advance_requests, create_request, fetch_package
from .download_setup import (
    activation,
    check_done,
    check_registration,
    iso_time,
    parse_past_day,
    provider_status,
    setup,
    store_fiel,
    store_registration,
)

HISTORY = 20
TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
DIRECTIONS = ("issued", "received")
KINDS = ("metadata", "cfdi")
OUTCOMES = ("pending", "accepted", "processing", "failed", "expired", "completed")
"""The states of a run's requests; the run has the first one that occurs."""

PRICE_MXN = Decimal("0.20")


def check_sat_download_activation(call: Call) -> Answer:
    return Answer(200, {"success": True, "data": activation(call)})


def activate_sat_download(call: Call) -> Answer:
    state = activation(call)
    if state["status"] == "needs_upgrade":
        raise api_error(
            403,
            "operation_not_allowed",
            "The free plan has no mass download; upgrade the plan first",
        )
    setup(call)["activated"] = "included" if state["planIncludesFeature"] else "addon"
    message = (
        "Mass download is already active" if state["isActivated"] else "Mass download activated"
    )
    return Answer.of(message, {"type": setup(call)["activated"]})


def deactivate_sat_download(call: Call) -> Answer:
    advance_requests(call)  # what was due before still runs
    done = setup(call)
    message = (
        "Mass download deactivated" if done["activated"] else "Mass download is already inactive"
    )
    done["activated"] = None
    if done["schedule"]:
        done["schedule"]["enabled"] = False
    return Answer.of(message, {})


def upload_fiel(call: Call) -> Answer:
    certificate_files.check_der(call)
    certificate_files.check_password(call, "password")
    check_registration(call)
    fiel = store_fiel(call, call.files["cert"].content)
    if {"sync_start_date", "phone"} <= call.body.keys():
        setup(call)["synced_at"] = store_registration(call)["registered_at"]
    registration: Resource = setup(call)["registration"] or {}
    data = {
        **fiel,
        "expires_at_readable": iso_time(fiel["expires_at"]),
        "sync_start_date": call.body.get("sync_start_date") or registration.get("sync_start_date"),
        "phone": call.body.get("phone") or registration.get("phone"),
        "registered": bool(registration),
        "registered_at": registration.get("registered_at"),
    }
    return Answer(200, {"success": True, "message": "FIEL stored", "data": data})


def register_business_with_sat(call: Call) -> Answer:
    check_done(call, "fiel")
    check_registration(call)
    data = {"rfc": setup(call)["fiel"]["rfc"], **store_registration(call), "registered": True}
    return Answer.of("Business registered with the SAT", data)


def get_sat_download_schedule(call: Call) -> Answer:
    advance_requests(call)
    done = setup(call)
    registration: Resource = done["registration"] or {}
    data = {
        "fiel_uploaded": done["fiel"] is not None,
        "registered": done["registration"] is not None,
        "sat_completed": done["fiel"] is not None and done["registration"] is not None,
        "sync_start_date": registration.get("sync_start_date"),
        "schedule": shown_schedule(call),
        "prodigia": provider_status(call),
    }
    return Answer.of("Schedule retrieved", data)


def save_sat_download_schedule(call: Call) -> Answer:
    check_done(call, "activated", "fiel", "registration")
    check_schedule(call)
    advance_requests(call)
    before: Resource = setup(call)["schedule"] or {"last_run_at": None, "request_ids": []}
    setup(call)["schedule"] = {**before, **call.body, "saved_at": call.state.now_ms()}
    return Answer.of("Schedule saved", shown_schedule(call))


def get_sat_download_history(call: Call) -> Answer:
    history = sorted(
        advance_requests(call).values(), key=lambda request: request["createdAt"]
    )  # a daily run may be made up late
    return Answer(200, {"success": True, "data": {"history": history[-HISTORY:][::-1]}})


def create_sat_download_request(call: Call) -> Answer:
    check_done(call, "activated", "fiel", "registration")
    for name, known in (("rfc_type", DIRECTIONS), ("request_type", KINDS)):
        if call.body.get(name, known[0]) not in known:
            raise api_error(
                400, "invalid_field_value", f"{name}: must be one of {', '.join(known)}"
            )
    first, last = parse_past_day(call, "start_date"), parse_past_day(call, "end_date")
    if first > last:
        raise api_error(400, "invalid_field_value", "start_date: must not be after end_date")
    advance_requests(call)
    period = (first.isoformat(), last.isoformat())
    request = create_request(
        call, period, call.body.get("rfc_type"), kind=call.body.get("request_type", "cfdi")
    )
    return Answer.of("Download request created", request)


def check_sat_download_request(call: Call) -> Answer:
    request = require(advance_requests(call).get(call.path["request_id"]), "download request")
    return Answer.of("Download request retrieved", request)


def download_sat_package(call: Call) -> Answer:
    content = b64encode(fetch_package(call)).decode()
    return Answer.of("Package retrieved", {"encoding": "base64", "content": content})


def get_sat_invoice_xml(call: Call) -> Answer:
    advance_requests(call)
    invoice = mirror.find(call)
    message = (
        "XML downloaded, one credit charged" if mirror.fetch_xml(call, invoice) else "XML retrieved"
    )
    xml = cfdi.xml(mirror.source(call, invoice["uuid"])).decode()
    return Answer.of(message, {"uuid": invoice["uuid"], "xml": xml})


def debug_sat_download(call: Call) -> Answer:
    advance_requests(call)
    xmls = mirror.charged_xmls(call)
    data = {
        "activation": activation(call),
        "fiel": setup(call)["fiel"],
        "registration": setup(call)["registration"],
        "schedule": shown_schedule(call),
        "provider": provider_status(call),
        "sat": {"reachable": True},
        "billing": {"xml_downloads": xmls, "cost_mxn": number(PRICE_MXN * xmls)},
    }
    return Answer.of("Setup retrieved", data)


def enable_sat_sync(call: Call) -> Answer:
    check_done(call, "fiel", "registration")
    setup(call)["synced_at"] = call.state.now_ms()
    return Answer.of("Sync with the SAT is on", {"enabled": True})


def check_schedule(call: Call) -> None:
    """Checks the schedule in the body.

    Raises:
        Refusal: 400, its time or its types are not accepted.
    """
    if not TIME.fullmatch(call.body["time"]):
        raise api_error(400, "invalid_field_value", "time: must be a time of day, HH:mm")
    types = call.body["download_types"]
    if not types or not set(types) <= set(DIRECTIONS) or len(types) > len(set(types)):
        raise api_error(
            400,
            "invalid_field_value",
            f"download_types: must be one or both of {', '.join(DIRECTIONS)}",
        )


def shown_schedule(call: Call) -> Resource | None:
    """The daily download as answers show it; None if none was saved."""
    schedule: Resource | None = setup(call)["schedule"]
    if schedule is None:
        return None
    statuses = {
        call.collection("sat requests")[request_id]["shown"]["status"]
        for request_id in schedule["request_ids"]
    }
    return {
        "enabled": schedule["enabled"],
        "time": schedule["time"],
        "downloadTypes": schedule["download_types"],
        "daysBack": schedule["days_back"],
        "lastRunAt": schedule["last_run_at"],
        "lastRunStatus": next((outcome for outcome in OUTCOMES if outcome in statuses), None),
    }


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler
    for handler in (
        check_sat_download_activation,
        activate_sat_download,
        deactivate_sat_download,
        upload_fiel,
        register_business_with_sat,
        get_sat_download_schedule,
        save_sat_download_schedule,
        get_sat_download_history,
        create_sat_download_request,
        check_sat_download_request,
        download_sat_package,
        get_sat_invoice_xml,
        debug_sat_download,
        enable_sat_sync,
    )
}
