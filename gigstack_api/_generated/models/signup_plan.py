# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SignupPlan`."""

from gigstack_api._core.schema.enums import OpenEnum


class SignupPlan(OpenEnum):
    """A plan."""

    AGENT_TIER = "agent-tier"
    FREE = "free"
    PRO = "pro"
    BUSINESS = "business"
