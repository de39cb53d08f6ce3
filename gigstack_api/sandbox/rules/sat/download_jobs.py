"""Download requests: jobs at the SAT, which advance with the clock.

Chosen, where no source says: without rfc_type a request covers both directions; one that covers no
invoice fails, as at the SAT; each XML in a package is charged once; a package not fetched expires
after three days; a request for metadata has no package. An invoice in state error is counted, but
is in no package. Of the daily runs missed since the last call only the latest is made up for.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from io import BytesIO
from typing import Any

from ...call import Call
from ...errors import api_error, not_found
from ...resource import Resource
from ..invoices import cfdi
from .download_setup import setup
from .mirror import charge, received_invoices, sat_invoices, source

STAGES = ((5, "completed"), (2, "processing"), (1, "accepted"))
"""The stage of a request by its age in seconds; before the first it is pending."""

RUNNING = frozenset({"pending", "accepted", "processing"})
COMPLETED_AFTER_MS = STAGES[0][0] * 1000
PACKAGE_LIFE_MS = 72 * 3600 * 1000
NOTHING_FOUND = "5004: No se encontró información"
UNAVAILABLE = {
    "failed": "The request failed and has no package; statusMessage says why",
    "expired": "The package expired before it was fetched; create a new request",
}
MEXICO_CITY = timezone(
    timedelta(hours=-6)
)  # since 2022 without daylight saving; no time zone files are needed
ZIP_DATE = (2026, 1, 1, 0, 0, 0)


def create_request(
    call: Call,
    period: tuple[str, str],
    direction: str | None,
    *,
    kind: str = "cfdi",
    source: str = "manual",
) -> Resource:
    """Creates a request for the invoices of a period, given as its first and last day."""
    request_id = call.state.new_id("satreq")
    shown: Resource = {
        "id": request_id,
        "rfcType": direction,
        "startDate": period[0],
        "endDate": period[1],
        "status": "pending",
        "invoiceCount": 0,
        "processedCount": 0,
        "statusMessage": None,
        "source": source,
        "owner": "user_sandbox",
        "latestIssueDate": None,
        "earliestIssueDate": None,
        "createdAt": call.state.now_ms(),
        "completedAt": None,
        "packageIds": [],
    }

    call.collection("sat requests")[request_id] = {
        "shown": shown,
        "kind": kind,
        "uuids": [],
        "fetched": False,
    }
    return shown


def advance_requests(call: Call) -> dict[str, Resource]:
    """Brings all requests of the team up to now and returns them by id.

    Before that it runs the schedule, if it is due.
    """
    _run_schedule(call)
    jobs = call.collection("sat requests")
    for job in jobs.values():
        _advance(call, job)
    return {request_id: job["shown"] for request_id, job in jobs.items()}


def fetch_package(call: Call) -> bytes:
    """The ZIP of the package in the path, which is fetched from now on.

    Raises:
        Refusal: 404, there is no such package; 400, it is not ready yet, or has expired.
    """
    requests = advance_requests(call)
    request_id = call.path["package_id"].removesuffix("_01")
    job = call.collection("sat requests").get(request_id)
    if (
        job is None
        or package_id(request_id) != call.path["package_id"]
        or job["kind"] == "metadata"
    ):
        raise not_found("package")
    status = requests[request_id]["status"]
    if status == "completed" and not job["uuids"]:
        raise not_found("package")
    if status != "completed":
        text = UNAVAILABLE.get(status, f"The request is {status}; wait until it is completed")
        raise api_error(400, "operation_not_allowed", text)
    job["fetched"] = True
    return _zip({uuid: cfdi.xml(source(call, uuid)) for uuid in job["uuids"]})


def package_id(request_id: str) -> str:
    """The id of a request's package, formed as at the SAT."""
    return f"{request_id}_01"


def _advance(call: Call, job: Resource) -> None:
    shown: Resource = job["shown"]
    now_ms = call.state.now_ms()
    if shown["status"] in RUNNING:
        age_s = (now_ms - shown["createdAt"]) / 1000
        shown["status"] = next((name for after, name in STAGES if age_s >= after), "pending")
        if shown["status"] == "completed":
            _complete(call, job)
    waiting = shown["status"] == "completed" and shown["packageIds"] and not job["fetched"]
    if waiting and now_ms >= shown["completedAt"] + PACKAGE_LIFE_MS:
        shown["status"] = "expired"


def _complete(call: Call, job: Resource) -> None:
    shown: Resource = job["shown"]
    shown["completedAt"] = shown["createdAt"] + COMPLETED_AFTER_MS
    found = [invoice for invoice in sat_invoices(call).values() if _covers(shown, invoice)]
    if not found:
        shown |= {"status": "failed", "statusMessage": NOTHING_FOUND}
        return
    dates = [invoice["issue_date"] for invoice in found]
    shown |= {"invoiceCount": len(found), "processedCount": len(found)}
    shown |= {"earliestIssueDate": min(dates), "latestIssueDate": max(dates)}
    if job["kind"] == "metadata":
        return
    for invoice in found:
        if invoice["resource_status"] == "building":
            received_invoices(call)[invoice["uuid"]]["resource_status"] = "ready"
    job["uuids"] = [invoice["uuid"] for invoice in found if invoice["resource_status"] != "error"]
    shown["processedCount"] = len(job["uuids"])
    shown["packageIds"] = [package_id(shown["id"])] if job["uuids"] else []
    charge(call, len(job["uuids"]))


def _covers(request: Mapping[str, Any], invoice: Mapping[str, Any]) -> bool:
    day = invoice["issue_date"][:10]
    return request["startDate"] <= day <= request["endDate"] and request["rfcType"] in {
        None,
        invoice["direction"],
    }


def _run_schedule(call: Call) -> None:
    """Creates the requests of the latest daily run, if one came due since the last."""
    schedule: Resource | None = setup(call)["schedule"]
    if schedule is None or not schedule["enabled"]:
        return

    hour, minute = map(int, schedule["time"].split(":"))
    now = datetime.fromtimestamp(call.state.now_s(), MEXICO_CITY)
    due = now.replace(hour=hour, minute=minute, second=0)
    due = due if due <= now else due - timedelta(days=1)
    due_ms = int(due.timestamp()) * 1000
    if due_ms <= max(schedule["saved_at"], schedule["last_run_at"] or 0):
        return

    period = (
        (due - timedelta(days=schedule["days_back"])).date().isoformat(),
        due.date().isoformat(),
    )
    requests = [
        create_request(call, period, direction, source="schedule")
        for direction in schedule["download_types"]
    ]
    for request in requests:
        request["createdAt"] = due_ms
    schedule |= {"last_run_at": due_ms, "request_ids": [request["id"] for request in requests]}


def _zip(files: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for uuid, xml in files.items():
            archive.writestr(
                zipfile.ZipInfo(f"{uuid.upper()}.xml", ZIP_DATE), xml, zipfile.ZIP_DEFLATED
            )
    return content.getvalue()
