"""Sign-up without the web app, and the health check.

Chosen, where no source says: any key of the sandbox may sign up, and so may `keys.PARTNER_KEY` as
X-Internal-API-Key; every plan but `free` needs a payment method, and Stripe refuses `pm_declined`;
both keys are issued whatever `livemode` says; `partner_ref` and `metadata` are not stored, since no
answer shows them.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from ... import keys
from ...call import Answer, Call, Handler
from ...errors import api_error, legacy_error
from ...resource import Resource
from ...spec import load
from ...state import Team, team_resource
from ..shared.idempotency import answer_once
from ..shared.rfc import GENERIC_RFC, check_rfc
from .users import is_registered

FREE = "free"
DECLINED = "pm_declined"
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
PERIOD_S = {"monthly": 30 * 24 * 3600, "annual": 365 * 24 * 3600}
NEXT_STEPS = {
    "fiel_upload_url": "POST /v2/teams/{team}/sat-connection",
    "manifest_sign_url": "POST /v2/teams/{team}/manifest/sign",
    "note": "RFC and FIEL are needed for stamping only; everything else works at once",
}


def auth_health(call: Call) -> Answer:
    return Answer(
        200,
        {
            "success": True,
            "status": "ok",
            "message": "The sandbox answers",
            "timestamp": call.state.now_ms(),
        },
    )


def headless_signup(call: Call) -> Answer:
    check_partner(call)
    key = call.headers.get("idempotency-key", "")
    check_key(key)
    return answer_once(call, "auth.signup", key, lambda: _sign_up(call))


def _sign_up(call: Call) -> Answer:
    check_account(call.body)
    if is_registered(call.state, call.body["email"]):
        raise api_error(
            409,
            "resource_already_exists",
            f"The e-mail address {call.body['email']} is already registered",
        )
    if call.body["plan_id"] != FREE and call.body["stripe_payment_method"] == DECLINED:
        raise api_error(
            402, "payment_processor_error", "Stripe declined the payment method; send another one"
        )
    return Answer(201, open_account(call))


def open_account(call: Call) -> Resource:
    """Creates an account and returns it as the answer shows it.

    It has a user, a team, a billing account, a plan and both keys.
    """
    state, body = call.state, call.body
    user_id, team_id, account = state.new_id("user"), state.new_id("team"), state.new_id("ba")
    now = state.now_s()
    user = {"id": user_id, "email": body["email"], "first_name": body["name"], "created_at": now}
    state.collection(account, "users")[user_id] = user

    team = Team(team_id, account, legal_name=body["name"], tax_id=body.get("rfc", GENERIC_RFC))
    state.teams[team_id] = team
    state.team_resources[team_id] = {
        **team_resource(team, now),
        "owner": user_id,
        "address": {"country": body.get("country", "MEX")},
        "members": [{"id": user_id, "role": "admin"}],
        "sat": {"completed": False},
        "settings": {},
    }

    period = PERIOD_S[body.get("billing_cycle", "monthly")]
    return {
        "user_id": user_id,
        "team_id": team_id,
        "billing_account_id": account,
        "subscription": {
            "id": state.new_id("sub"),
            "status": "active",
            "current_period_end": now + period,
        },
        "api_keys": {"live": keys.issue(team_id, livemode=True), "test": keys.issue(team_id)},
        "next_steps": {name: text.format(team=team_id) for name, text in NEXT_STEPS.items()},
    }


def check_partner(call: Call) -> None:
    """Checks that the caller has a key of the sandbox, or the one of its partner.

    Raises:
        Refusal: 401, the caller has neither.
    """
    sent = call.headers.get("x-internal-api-key", "")
    if call.key.team or hmac.compare_digest(sent.encode(), keys.PARTNER_KEY.encode()):
        return
    why = keys.explain_rejection(call.headers.get("authorization", ""))
    if sent:
        why = (
            f"the X-Internal-API-Key of the sandbox is {keys.PARTNER_KEY}; "
            "keep a real one for the real API"
        )
    raise legacy_error(401, f"Unauthorized: {why}", "unauthorized")


def check_key(key: str) -> None:
    """Checks the idempotency key of a sign-up.

    Raises:
        Refusal: 400, it is missing or not a UUID v4.
    """
    try:
        version = UUID(key).version
    except ValueError:
        version = None
    if version != 4:
        code = "invalid_field_value" if key else "missing_required_field"
        raise api_error(
            400, code, "Idempotency-Key must be a UUID v4, and the same in every retry of a sign-up"
        )


def check_account(body: Mapping[str, Any]) -> None:
    """Checks the fields of a sign-up.

    Raises:
        Refusal: 400, a field is missing or not accepted.
    """
    plans: list[str] = load()["components"]["schemas"]["SignupPlan"]["enum"]
    faults = {
        "email: must be an e-mail address": not EMAIL.fullmatch(body["email"]),
        f"plan_id: must be one of {', '.join(plans)}": body["plan_id"] not in plans,
        f"billing_cycle: must be one of {', '.join(PERIOD_S)}": body.get("billing_cycle", "monthly")
        not in PERIOD_S,
        "stripe_payment_method: required for every plan but free": body["plan_id"] != FREE
        and not body.get("stripe_payment_method"),
    }
    if wrong := [text for text, is_so in faults.items() if is_so]:
        raise api_error(400, "validation_failed", "The request body is not valid", wrong)
    check_rfc(body.get("rfc"))


HANDLERS: dict[str, Handler] = {
    handler.__name__: handler for handler in (headless_signup, auth_health)
}
