# Written by `make generate` from openapi.yaml; never edited.
"""The resource `gig.auth`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gigstack_api._core.frames import forgets_arguments
from gigstack_api._core.limits import LOADING
from gigstack_api._core.resource import Resource
from gigstack_api._core.schema.types import OMIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gigstack_api._core.schema.types import Omit

    from ..models.health import Health
    from ..models.signup import Signup
    from ..models.signup_billing_cycle import SignupBillingCycle
    from ..models.signup_plan import SignupPlan


class AuthApi(Resource):
    """The methods of `gig.auth`."""

    __slots__ = ()

    @forgets_arguments
    async def signup(
        self,
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
    ) -> Signup:
        """Open an account without the web app.

        Creates the user, the team and the billing account, subscribes the plan through Stripe
        without the user being present, and makes a live and a test key, which are shown this once
        only. Plan `free` needs no Stripe and is active at once. Plan `agent-tier` is 99 MXN by the
        month (20 stamps in it) or 1069 MXN by the year (240 stamps), and 5 MXN for each further
        stamp. RFC and FIEL matter only for stamping CFDI. Errors: 400 a field is missing or the
        plan is unknown, 401 the partner did not authenticate, 402 Stripe refused the payment
        method, 409 the e-mail is registered already, 500 carries a `binnacle_id` for the support.

        Costs: Subscribes a plan; every plan but `free` is charged to the payment method.

        Args:
            idempotency_key: Key of this call, a UUID v4; a retry with the same key gets the
                stored answer. The API requires it; it is optional here because the SDK makes one
                when none is given.
            x_internal_api_key: Key that gigstack issues to a partner; a secret.
            email: E-mail address of the user; must not be registered yet.
            name: Name of the user or the company.
            plan_id: The plan to subscribe.
            rfc: RFC, 12 or 13 characters. Defaults to the generic XAXX010101000.
            country: Country, three letters (ISO 3166 alpha-3: `MEX`).
            billing_cycle: How often the plan is charged.
            stripe_payment_method: Id of a payment method of Stripe (`pm_…`). Not needed for
                plan `free`.
            livemode: Whether the account is a live one. Not confirmed by the API's
                documentation.
            partner_ref: Reference of the partner, for example `SANTIAGO-A7K9`.
            metadata: Keys and values of your own.
            extra: Undocumented fields to add to the body.
            extra_query: Undocumented query parameters to add.

        Returns:
            The account, with its keys.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived. It is an `OutcomeUnknownError` if the call may
                have been carried out.

        Repetition: A repeat with the same idempotency key returns the first answer. A call
            without a key is given one, so it is repeated as the retry policy allows.

        Example:
            account = await gig.auth.signup(
                email="ana.ruiz@ejemplo.com", name="Ana Ruiz", plan_id="free"
            )
            print(account.team_id)  # `account.api_keys` are shown this once only

        Operation: gigstack_api.operations.auth.headless_signup

        Docs: https://docs.gigstack.io/headless-signup-api-only-path-36372521e0
        """
        with LOADING:
            from ...operations.auth.headless_signup import build

        operation = build(
            idempotency_key=idempotency_key,
            x_internal_api_key=x_internal_api_key,
            email=email,
            name=name,
            plan_id=plan_id,
            rfc=rfc,
            country=country,
            billing_cycle=billing_cycle,
            stripe_payment_method=stripe_payment_method,
            livemode=livemode,
            partner_ref=partner_ref,
            metadata=metadata,
            extra=extra,
            extra_query=extra_query,
        )
        return await self._call(operation)

    async def health(
        self,
        *,
        extra_query: Mapping[str, Any] | None = None,
    ) -> Health:
        """See whether the API answers.

        Needs no key. Not confirmed by the API's documentation.

        Args:
            extra_query: Undocumented query parameters to add.

        Returns:
            State of the API.

        Raises:
            InvalidArgumentError: An argument cannot be sent. Nothing was sent.
            APIError: The API answered with an error.
            DeliveryError: No usable answer arrived.

        Repetition: A plain read; repeated as the retry policy allows.

        Operation: gigstack_api.operations.auth.auth_health

        Docs: https://docs.gigstack.io/health-check-36372522e0
        """
        with LOADING:
            from ...operations.auth.auth_health import build

        operation = build(
            extra_query=extra_query,
        )
        return await self._call(operation)
