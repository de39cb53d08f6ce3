"""The least amount of each currency, by the decimals that the SAT gives it. Pure.

c_Moneda of CFDI 4.0, as phpcfdi/resources-sat-catalogs mirrors it.
"""

from __future__ import annotations

from decimal import Decimal

NO_DECIMALS = [
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
]
THREE_DECIMALS = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
DECIMALS = {**dict.fromkeys(NO_DECIMALS, 0), **dict.fromkeys(THREE_DECIMALS, 3), "CLF": 4}
"""Of currencies that have other than two."""


def smallest_amount(currency: str) -> Decimal:
    """The least amount of a currency."""
    return Decimal(1).scaleb(-DECIMALS.get(currency, 2))
