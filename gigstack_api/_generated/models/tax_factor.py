# Written by `make generate` from openapi.yaml; never edited.
"""The enum `TaxFactor`."""

from gigstack_api._core.schema.enums import OpenEnum


class TaxFactor(OpenEnum):
    """How the rate of a tax is applied."""

    TASA = "Tasa"
    CUOTA = "Cuota"
    EXENTO = "Exento"
