# Written by `make generate` from openapi.yaml; never edited.
"""SatInvoiceDirection: Which side of a mirrored invoice the team is on."""

from ..._core.schema.enums import OpenEnum


class SatInvoiceDirection(OpenEnum):
    """Which side of a mirrored invoice the team is on."""

    ISSUED = "issued"
    RECEIVED = "received"
