"""The setup of mass download: activation, FIEL, registration, and what each step needs.

Chosen, where no source says: the plan of a team (`Team.plan`) decides what it still needs; a FIEL
can be uploaded before the activation, expires four years after its upload, and belongs to the
team's RFC.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from ...call import Call
from ...errors import api_error
from ...resource import Resource

NEEDS = {"free": "needs_upgrade", "starter": "needs_addon"}
"""What a team needs by its plan; every other plan includes mass download."""

PRICING = {"perDownload": "$0.20 MXN", "addonMonthly": None}
FIEL_LIFE_S = 4 * 365 * 24 * 3600
PHONE = re.compile(r"\+?[0-9]{10,15}")
MONTHS_BACK = 71
STEPS = {
    "activated": (
        "Mass download is not active; activate it first with POST /invoices/download/activate"
    ),
    "fiel": "There is no FIEL; upload it first with POST /invoices/download/fiel",
    "registration": (
        "The RFC is not registered; register it first with POST /invoices/download/register"
    ),
}


def setup(call: Call) -> Resource:
    """The setup of the team by step; None for a step that is not done."""
    blank = {
        "activated": None,
        "fiel": None,
        "registration": None,
        "schedule": None,
        "synced_at": None,
    }
    return call.collection("sat setup").setdefault("setup", blank)


def activation(call: Call) -> Resource:
    """Whether mass download is active, and its price."""
    needs = NEEDS.get(call.state.teams[call.team].plan, "needs_activation")
    active = bool(setup(call)["activated"])
    return {
        "status": "active" if active else needs,
        "planIncludesFeature": needs == "needs_activation",
        "isActivated": active,
        "pricing": PRICING,
    }


def check_done(call: Call, *steps: str) -> None:
    """Checks that the team has done these steps.

    Raises:
        Refusal: 400, a step is missing.
    """
    for step in steps:
        if not setup(call)[step]:
            raise api_error(400, "business_rule_violation", STEPS[step])


def store_fiel(call: Call, cert: bytes) -> Resource:
    """Stores the FIEL of the team.

    Raises:
        Refusal: 400, the team has no RFC.
    """
    rfc = call.state.team_resources[call.team].get("tax_id")
    if not rfc:
        raise api_error(400, "business_rule_violation", "The team has no RFC; set its tax_id first")
    fiel: Resource = {
        "rfc": rfc,
        "expires_at": (call.state.now_s() + FIEL_LIFE_S) * 1000,
        "serial_number": str(int(hashlib.sha256(cert).hexdigest(), 16))[:20],
    }
    setup(call)["fiel"] = fiel
    return fiel


def check_registration(call: Call) -> None:
    """Checks the first day and the phone number in the body, if they are there.

    Raises:
        Refusal: 400, one is not accepted.
    """
    if "sync_start_date" in call.body:
        parse_past_day(call, "sync_start_date")
    if "phone" in call.body and not PHONE.fullmatch(call.body["phone"]):
        raise api_error(
            400,
            "invalid_field_value",
            "phone: must be a number in international form, such as +5215512345678",
        )


def store_registration(call: Call) -> Resource:
    """Stores the registration in the body."""
    registration: Resource = {
        "phone": call.body["phone"],
        "sync_start_date": call.body["sync_start_date"],
        "legal_name": call.body.get("legal_name")
        or call.state.team_resources[call.team].get("legal_name"),
        "max_monthly_invoices": call.body.get("max_monthly_invoices"),
        "registered_at": call.state.now_ms(),
    }
    setup(call)["registration"] = registration
    return registration


def parse_past_day(call: Call, name: str) -> date:
    """A day in the body, which the SAT still has data for.

    Raises:
        Refusal: 400, it is not a date, too old, or in the future.
    """
    text = call.body[name]
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise api_error(400, "invalid_field_value", f"{name}: must be a date, YYYY-MM-DD")
    today = datetime.fromtimestamp(call.state.now_s(), UTC).date()
    year, month = divmod(today.year * 12 + today.month - 1 - MONTHS_BACK, 12)
    if day < date(year, month + 1, 1):
        raise api_error(
            400, "invalid_field_value", f"{name}: must be within the last {MONTHS_BACK} months"
        )
    if day > today + timedelta(days=1):  # the caller's day may have begun before that of UTC
        raise api_error(400, "invalid_field_value", f"{name}: must not be in the future")
    return day


def iso_time(time_ms: int) -> str:
    """A time in ISO 8601."""
    return (
        datetime.fromtimestamp(time_ms / 1000, UTC)
        .isoformat(timespec="milliseconds")
        .replace("+00:00", "Z")
    )


def provider_status(call: Call) -> Resource | None:
    """The sync at the provider; None before the registration."""
    registration: dict[str, Any] | None = setup(call)["registration"]
    synced_at = setup(call)["synced_at"]
    if registration is None:
        return None
    return {
        "synced": synced_at is not None,
        "sync_from": registration["sync_start_date"],
        "last_sync": None if synced_at is None else iso_time(synced_at),
        "monthly_cap": registration["max_monthly_invoices"],
        "message": "Sync is off" if synced_at is None else "Sync is on",
    }
