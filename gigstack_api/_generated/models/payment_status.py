# Written by `make generate` from openapi.yaml; never edited.
"""The enum `PaymentStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class PaymentStatus(OpenEnum):
    """State of a payment.

    It goes from requires_payment_method or pending through processing to succeeded, failed or
    canceled, and from succeeded to refunded; only succeeded means that the money was
    collected. canceled and cancelled mean the same. Others may come.
    """

    REQUIRES_PAYMENT_METHOD = "requires_payment_method"
    PENDING = "pending"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    SUCCEEDED_REARMED = "succeeded_"
    FAILED = "failed"
    CANCELED = "canceled"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
