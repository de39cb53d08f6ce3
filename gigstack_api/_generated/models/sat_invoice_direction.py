# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatInvoiceDirection`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatInvoiceDirection(OpenEnum):
    """Which side of a mirrored invoice the team is on."""

    ISSUED = "issued"
    RECEIVED = "received"
