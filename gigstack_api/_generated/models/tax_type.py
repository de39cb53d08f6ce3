# Written by `make generate` from openapi.yaml; never edited.
"""The enum `TaxType`."""

from gigstack_api._core.schema.enums import OpenEnum


class TaxType(OpenEnum):
    """A Mexican tax, in upper case."""

    IVA = "IVA"
    ISR = "ISR"
    IEPS = "IEPS"
