"""What the shop sells, and what somebody wants of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from attrs import frozen

from gigstack_api import fiscal

MOST = 99


@frozen
class Product:
    """Something to sell. The price includes IVA, as buyers in Mexico expect it."""

    sku: str
    name: str
    about: str
    price: int
    iva: float
    product_key: str


PRODUCTS = {
    each.sku: each
    for each in (
        Product(
            "cafe", "Café de Chiapas", "Tostado medio, en grano, 250 g", 189, 0.0, "50201706"
        ),  # food: IVA of 0 %
        Product("taza", "Taza de barro", "Hecha a mano en Oaxaca, 300 ml", 249, 0.16, "52152101"),
        Product("prensa", "Prensa francesa", "Vidrio y acero, un litro", 689, 0.16, "52152008"),
    )
}


@frozen
class Line:
    """So many of one product."""

    product: Product
    quantity: int

    def item(self) -> dict[str, Any]:
        """The line as gigstack wants it."""
        return {
            "description": self.product.name,
            "product_key": self.product.product_key,
            "unit_key": "H87",
            "quantity": self.quantity,
            "unit_price": self.product.price,
            "taxes": [
                {
                    "type": "IVA",
                    "rate": self.product.iva,
                    "factor": "Tasa",
                    "inclusive": True,
                    "withholding": False,
                }
            ],
        }


def lines_of(quantities: Mapping[str, str]) -> tuple[Line, ...]:
    """The lines that a form or a query asks for by SKU; what makes no sense is left out."""
    lines: list[Line] = []
    for sku, product in PRODUCTS.items():
        with suppress(ValueError):
            if 0 < (quantity := int(quantities.get(sku, "0"))) <= MOST:
                lines.append(Line(product, quantity))
    return tuple(lines)


def totals(lines: tuple[Line, ...]) -> fiscal.Totals:
    """What the lines come to, to the centavo as on the invoice."""
    return fiscal.totals([line.item() for line in lines])
