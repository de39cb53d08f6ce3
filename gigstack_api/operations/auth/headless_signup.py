# Written by `make generate` from openapi.yaml; never edited.
"""POST /auth/signup: Open an account without the web app.

Docs: https://docs.gigstack.io/headless-signup-api-only-path-36372521e0
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.operations.decoders import Value
from gigstack_api._core.operations.operation import Operation, operation
from gigstack_api._core.operations.route import KeyPlace, Replay, Route
from gigstack_api._core.schema.fields import BOOLEAN, OBJECT, STRING, enum
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import OMIT, Omit

from ..._generated.models.signup import Signup
from ..._generated.models.signup_billing_cycle import SignupBillingCycle
from ..._generated.models.signup_plan import SignupPlan

ROUTE: Route[Signup] = Route(
    name="auth.signup",
    method="POST",
    path="/auth/signup",
    decode=Value(model(Signup), ""),
    replay=Replay.KEYED,
    deadline_s=90,
    key=KeyPlace.HEADER,
    takes_team=False,
    body_required=True,
    body={
        "email": STRING,
        "name": STRING,
        "plan_id": enum(SignupPlan),
        "rfc": STRING,
        "country": STRING,
        "billing_cycle": enum(SignupBillingCycle),
        "stripe_payment_method": STRING,
        "livemode": BOOLEAN,
        "partner_ref": STRING,
        "metadata": OBJECT,
    },
)


@forgets_arguments
def build(
    *,
    idempotency_key: str | None = None,
    x_internal_api_key: str | None = None,
    email: str,
    name: str,
    plan_id: SignupPlan | str,
    rfc: str | Omit = OMIT,
    country: str | Omit = OMIT,
    billing_cycle: SignupBillingCycle | str | Omit = OMIT,
    stripe_payment_method: str | Omit = OMIT,
    livemode: bool | Omit = OMIT,
    partner_ref: str | Omit = OMIT,
    metadata: Mapping[str, Any] | Omit = OMIT,
    extra: Mapping[str, Any] | None = None,
    extra_query: Mapping[str, Any] | None = None,
) -> Operation[Signup]:
    """The operation of `gig.auth.signup`, not sent yet.

    Takes the arguments of that method.
    `await gig.request(...)` sends it and gives the whole response.

    Raises:
        InvalidArgumentError: An argument cannot be sent.
    """
    return operation(
        ROUTE,
        extra_query=extra_query,
        headers={
            "Idempotency-Key": idempotency_key,
            "X-Internal-API-Key": x_internal_api_key,
        },
        body={
            "email": email,
            "name": name,
            "plan_id": plan_id,
            "rfc": rfc,
            "country": country,
            "billing_cycle": billing_cycle,
            "stripe_payment_method": stripe_payment_method,
            "livemode": livemode,
            "partner_ref": partner_ref,
            "metadata": metadata,
        },
        extra=extra,
    )
