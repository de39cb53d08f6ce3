# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SignupBillingCycle`."""

from gigstack_api._core.schema.enums import OpenEnum


class SignupBillingCycle(OpenEnum):
    """How often a plan is charged."""

    MONTHLY = "monthly"
    ANNUAL = "annual"
