# Written by `make generate` from openapi.yaml; never edited.
"""The enum `CfdiErrorType`."""

from gigstack_api._core.schema.enums import OpenEnum


class CfdiErrorType(OpenEnum):
    """Subject of the rejection of a CFDI."""

    INVOICE = "invoice"
    RECEIVER = "receiver"
    SENDER = "sender"
    UNKNOWN = "unknown"
