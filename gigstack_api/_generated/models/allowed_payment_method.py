# Written by `make generate` from openapi.yaml; never edited.
"""The enum `AllowedPaymentMethod`."""

from gigstack_api._core.schema.enums import OpenEnum


class AllowedPaymentMethod(OpenEnum):
    """A way to pay a requested payment."""

    CARD = "card"
    SPEI = "spei"
    BANK = "bank"
    OXXO = "oxxo"
    STRIPE_SPEI = "stripe-spei"
