# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SignupBillingCycle`."""

from gigstack_api._core.schema.enums import OpenEnum


class SignupBillingCycle(OpenEnum):
    """How often a plan is charged.

    Unverified: only monthly is in an example; annual is inferred from the prices by year.
    """

    MONTHLY = "monthly"
    ANNUAL = "annual"
