# Written by `make generate` from openapi.yaml; never edited.
"""The enum `CfdiErrorType`."""

from gigstack_api._core.enums import OpenEnum


class CfdiErrorType(OpenEnum):
    """What a rejection of a CFDI is about."""

    INVOICE = "invoice"
    RECEIVER = "receiver"
    SENDER = "sender"
    UNKNOWN = "unknown"
