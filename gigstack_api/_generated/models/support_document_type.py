# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SupportDocumentType`."""

from gigstack_api._core.schema.enums import OpenEnum


class SupportDocumentType(OpenEnum):
    """Kind of proof that a support document gives."""

    CONTRACT = "contract"
    DELIVERY_PROOF = "delivery_proof"
    PAYMENT_PROOF = "payment_proof"
    COMMUNICATION = "communication"
    PAYMENT_CONFIRMATION = "payment_confirmation"
    SUBSCRIPTION_INFO = "subscription_info"
