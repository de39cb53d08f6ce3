# Written by `make generate` from openapi.yaml; never edited.
"""SatInvoiceStatus: Status of a CFDI at the SAT."""

from ..._core.schema.enums import OpenEnum


class SatInvoiceStatus(OpenEnum):
    """Status of a CFDI at the SAT."""

    VIGENTE = "Vigente"
    CANCELADO = "Cancelado"
