# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatInvoiceResourceStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatInvoiceResourceStatus(OpenEnum):
    """State of the XML of a mirrored invoice; `processing` while it is still under way."""

    READY = "ready"
    BUILDING = "building"
    ERROR = "error"
    PROCESSING = "processing"
