"""Amounts of money: read from JSON, rounded, and written to JSON."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from .currencies import smallest_amount

LINE = Decimal("0.000001")
"""The decimals of an amount of one line."""

ZERO = Decimal(0)
ONE = Decimal(1)


def decimal(value: object, otherwise: Decimal = ZERO) -> Decimal:
    """The exact decimal of a JSON number or of a number written as text."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return otherwise
    return Decimal(str(value))


def centavos(amount: Decimal) -> Decimal:
    """An amount rounded to centavos, half up."""
    return in_currency(amount, "MXN")


def in_currency(amount: Decimal, currency: str) -> Decimal:
    """An amount rounded to the smallest amount of a currency, half up."""
    return amount.quantize(smallest_amount(currency), ROUND_HALF_UP)


def number(amount: Decimal) -> int | float:
    """An amount as a JSON number."""
    return int(amount) if amount == amount.to_integral_value() else float(amount)
