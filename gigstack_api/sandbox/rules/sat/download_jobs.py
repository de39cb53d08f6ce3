"""Download requests: jobs at the SAT that advance with the clock, whoever looks at them next. Pure.

Chosen where no source says: without rfc_type a request covers both sides; one that covers no
invoice fails, as at the SAT; each XML in a package is charged once; a package that nobody fetched
is lost after three days; a request for metadata has none. An invoice in state error is counted, but
is in no package. Of the daily runs missed since the last look only the last is made up.
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
"""The stage of a request by its age in seconds; before them it is pending."""

RUNNING = frozenset({"pending", "accepted", "processing"})
COMPLETED_AFTER_MS = STAGES[0][0] * 1000
PACKAGE_LIFE_MS = 72 * 3600 * 1000
NOTHING_FOUND = "5004: No se encontró información"
UNAVAILABLE = {
    "failed": "The request failed and has no package; statusMessage says why",
    "expired": "The package expired before it was fetched; make a new request",
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
    """A new request for the invoices of a period, its first and last day."""
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
    """All requests of the team as they are now, by id, after the runs that the schedule has due."""
    _run_schedule(call)
    jobs = call.collection("sat requests")
    for job in jobs.values():
        _advance(call, job)
    return {request_id: job["shown"] for request_id, job in jobs.items()}


def fetch_package(call: Call) -> bytes:
    """The ZIP of the package of the path.

    Raises:
        Refusal: 404, there is none; 400, it is not there yet, or no more.
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
    """The id of the package of a request, made as the SAT makes it."""
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
    found = [each for each in sat_invoices(call).values() if _covers(shown, each)]
    if not found:
        shown |= {"status": "failed", "statusMessage": NOTHING_FOUND}
        return
    dates = [each["issue_date"] for each in found]
    shown |= {"invoiceCount": len(found), "processedCount": len(found)}
    shown |= {"earliestIssueDate": min(dates), "latestIssueDate": max(dates)}
    if job["kind"] == "metadata":
        return
    for each in found:
        if each["resource_status"] == "building":
            received_invoices(call)[each["uuid"]]["resource_status"] = "ready"
    job["uuids"] = [each["uuid"] for each in found if each["resource_status"] != "error"]
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
    """Makes the requests of the daily run that came due since the last one."""
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
    for each in requests:
        each["createdAt"] = due_ms
    schedule |= {"last_run_at": due_ms, "request_ids": [each["id"] for each in requests]}


def _zip(files: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for uuid, xml in files.items():
            archive.writestr(
                zipfile.ZipInfo(f"{uuid.upper()}.xml", ZIP_DATE), xml, zipfile.ZIP_DEFLATED
            )
    return content.getvalue()
