"""How far the mass download of a team is set up: activation, FIEL, registration, and what each step
needs. Pure.

Chosen where no source says: what a team still needs follows from its plan (`Team.plan`); a FIEL can
be uploaded before the activation, lasts four years from now, and belongs to the RFC of the team.
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
"""What is missing by the plan of the team; every other plan includes mass download."""

PRICING = {"perDownload": "$0.20 MXN", "addonMonthly": None}
FIEL_LIFE_S = 4 * 365 * 24 * 3600
PHONE = re.compile(r"\+?[0-9]{10,15}")
MONTHS_BACK = 71
STEPS = {
    "activated": "Mass download is off: switch it on first, POST /invoices/download/activate",
    "fiel": "There is no FIEL: upload it first, POST /invoices/download/fiel",
    "registration": "The RFC is not registered: do it first, POST /invoices/download/register",
}


def setup(call: Call) -> Resource:
    """What the team has set up so far, by step; what is not done is None."""
    blank = {
        "activated": None,
        "fiel": None,
        "registration": None,
        "schedule": None,
        "synced_at": None,
    }
    return call.collection("sat setup").setdefault("setup", blank)


def activation(call: Call) -> Resource:
    """Whether mass download is on, and what it costs."""
    needs = NEEDS.get(call.state.teams[call.team].plan, "needs_activation")
    active = bool(setup(call)["activated"])
    return {
        "status": "active" if active else needs,
        "planIncludesFeature": needs == "needs_activation",
        "isActivated": active,
        "pricing": PRICING,
    }


def check_done(call: Call, *steps: str) -> None:
    """Passes a team that has done these steps.

    Raises:
        Refusal: 400, one is missing.
    """
    for step in steps:
        if not setup(call)[step]:
            raise api_error(400, "business_rule_violation", STEPS[step])


def store_fiel(call: Call, cert: bytes) -> Resource:
    """The FIEL of the team, kept.

    Raises:
        Refusal: 400, the team has no RFC.
    """
    rfc = call.state.team_resources[call.team].get("tax_id")
    if not rfc:
        raise api_error(400, "business_rule_violation", "The team has no RFC: set its tax_id first")
    fiel: Resource = {
        "rfc": rfc,
        "expires_at": (call.state.now_s() + FIEL_LIFE_S) * 1000,
        "serial_number": str(int(hashlib.sha256(cert).hexdigest(), 16))[:20],
    }
    setup(call)["fiel"] = fiel
    return fiel


def check_registration(call: Call) -> None:
    """Passes a body whose first day and phone number, where they come, make sense.

    Raises:
        Refusal: 400, they do not.
    """
    if "sync_start_date" in call.body:
        parse_past_day(call, "sync_start_date")
    if "phone" in call.body and not PHONE.fullmatch(call.body["phone"]):
        raise api_error(
            400,
            "invalid_field_value",
            "phone: must be a number in international form, +5215512345678",
        )


def store_registration(call: Call) -> Resource:
    """The registration that a body asks for, kept."""
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
    """A day of the body that the SAT can still be asked for.

    Raises:
        Refusal: 400, it is no date, too old, or to come.
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
