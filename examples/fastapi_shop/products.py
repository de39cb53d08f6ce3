"""The products of the shop, and the lines of an order."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from attrs import frozen

from gigstack_api import fiscal
from gigstack_api.types import PaymentItemInputDict

MAX_QUANTITY = 99


@frozen
class Product:
    """A product. Its price includes IVA, as buyers in Mexico expect."""

    sku: str
    name: str
    about: str
    price: int
    iva: float
    product_key: str


PRODUCTS = {
    product.sku: product
    for product in (
        # Food has IVA at 0 %.
        Product("cafe", "Café de Chiapas", "Tostado medio, en grano, 250 g", 189, 0.0, "50201706"),
        Product("taza", "Taza de barro", "Hecha a mano en Oaxaca, 300 ml", 249, 0.16, "52152101"),
        Product("prensa", "Prensa francesa", "Vidrio y acero, 1 litro", 689, 0.16, "52152008"),
    )
}


@frozen
class Line:
    """A product and its quantity."""

    product: Product
    quantity: int

    def item(self) -> PaymentItemInputDict:
        """The line as an item for gigstack."""
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
    """The lines of a form or a query, by SKU; unusable quantities are left out."""
    lines: list[Line] = []
    for sku, product in PRODUCTS.items():
        with suppress(ValueError):
            if 0 < (quantity := int(quantities.get(sku, "0"))) <= MAX_QUANTITY:
                lines.append(Line(product, quantity))
    return tuple(lines)


def totals(lines: tuple[Line, ...]) -> fiscal.Totals:
    """The totals of the lines, equal to those of the invoice to the centavo."""
    return fiscal.totals([line.item() for line in lines])
