# Written by `make generate` from openapi.yaml; never edited.
"""The enum `SatInvoiceStatus`."""

from gigstack_api._core.schema.enums import OpenEnum


class SatInvoiceStatus(OpenEnum):
    """Status of a CFDI at the SAT."""

    VIGENTE = "Vigente"
    CANCELADO = "Cancelado"
