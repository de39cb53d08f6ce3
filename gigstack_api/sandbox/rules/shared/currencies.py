"""The smallest amount of each currency, by the decimals that the SAT assigns to it.

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
    "BYR",
    *("XAF", "XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XOF", "XPD", "XPF", "XPT"),
    *("XSU", "XTS", "XUA", "XXX"),
]
THREE_DECIMALS = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
DECIMALS = {**dict.fromkeys(NO_DECIMALS, 0), **dict.fromkeys(THREE_DECIMALS, 3), "CLF": 4}
"""The currencies with a number of decimals other than two."""


def smallest_amount(currency: str) -> Decimal:
    """The smallest amount of a currency."""
    return Decimal(1).scaleb(-DECIMALS.get(currency, 2))
