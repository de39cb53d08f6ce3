"""Made-up invoices that a team received from its suppliers.

A team gets the same ones in every run, dated back from the day they are generated.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any
from uuid import UUID

from attrs import field, frozen

from ...resource import Resource
from ..shared.document_amounts import document_totals
from ..shared.money import number
from ..shared.seals import seal

DAY_S = 24 * 3600
OPENING_S = 16 * 3600
"""Ten o'clock in Mexico City."""

HOURS_OPEN_S = 8 * 3600
IVA = {"type": "IVA", "rate": 0.16, "factor": "Tasa", "withholding": False}


@frozen
class Supplier:
    """A supplier of the team."""

    legal_name: str
    tax_id: str
    zip: str


@frozen
class Product:
    """A product: its SAT keys, and its price in the currency of the invoice."""

    description: str
    product_key: str
    unit_key: str
    unit_price: float


@frozen(kw_only=True)
class Purchase:
    """A received invoice. `resource_status` is the state of its XML."""

    days_ago: int
    supplier: Supplier
    product: Product
    resource_status: str = "ready"
    cancelled: bool = False
    invoice_type: str = "I"
    money: Mapping[str, Any] = field(factory=lambda: {"currency": "MXN", "exchange_rate": 1})


PAPER = Supplier("Papelería Cuauhtémoc", "PCU120315AB4", "06500")
CLOUD = Supplier("Nube del Norte", "NNO170904HT2", "64000")
POWER = Supplier("Energía del Bajío", "EBA050822KT9", "37000")
FREIGHT = Supplier("Transportes Tolteca", "TTO990118QR5", "42800")

LICENCES = Product("Licencias de software", "43232107", "E48", 49.5)
RETURN = Product("Devolución de tóner", "84111506", "ACT", 310)
HAULAGE = Product("Flete local", "78101802", "E54", 1850)
ELECTRICITY = Product("Energía eléctrica", "83101800", "KWH", 2.35)
HOSTING = Product("Hospedaje en la nube", "81112105", "E48", 1250)
BOND = Product("Papel bond", "14111507", "XBX", 640.5)

PURCHASES = (
    Purchase(
        days_ago=27,
        supplier=CLOUD,
        product=LICENCES,
        money={"currency": "USD", "exchange_rate": 18.25},
    ),
    Purchase(days_ago=20, supplier=PAPER, product=RETURN, invoice_type="E"),
    Purchase(days_ago=14, supplier=FREIGHT, product=HAULAGE, cancelled=True),
    Purchase(days_ago=9, supplier=POWER, product=ELECTRICITY, resource_status="error"),
    Purchase(days_ago=5, supplier=CLOUD, product=HOSTING),
    Purchase(days_ago=2, supplier=PAPER, product=BOND, resource_status="building"),
)


def generate(receiver: Resource, now_s: int, seed: str) -> dict[str, Resource]:
    """The invoices of a team by UUID, oldest first, with the state of each XML.

    `receiver` is the team, as an issuer.
    """
    random = Random(seed)  # noqa: S311 - made-up data, no secrets
    records = [_received(purchase, receiver, now_s, random) for purchase in PURCHASES]
    return {record["id"]: record for record in records}


def _received(purchase: Purchase, receiver: Resource, now_s: int, random: Random) -> Resource:
    uuid = str(UUID(int=random.getrandbits(128), version=4))
    made = (
        now_s
        - now_s % DAY_S
        - purchase.days_ago * DAY_S
        + OPENING_S
        + random.randrange(HOURS_OPEN_S)
    )

    supplier, product = purchase.supplier, purchase.product
    item = {
        "description": product.description,
        "product_key": product.product_key,
        "unit_key": product.unit_key,
        "unit_price": product.unit_price,
        "quantity": random.randint(1, 9),
        "taxes": [IVA],
    }

    totals = document_totals([item])
    invoice: Resource = {
        "uuid": uuid,
        "client": {**receiver, "address": {"zip": receiver["zip"]}},
        "issuer_info": {
            "legal_name": supplier.legal_name,
            "tax_id": supplier.tax_id,
            "tax_system": "601",
            "zip": supplier.zip,
        },
        "created_at": made,
        **purchase.money,
        "subtotal": number(totals.subtotal),
        "total": number(totals.total),
        "series": supplier.tax_id[:3],
        "folio_number": random.randint(100, 9999),
        "invoice_type": purchase.invoice_type,
        "status": "cancelled" if purchase.cancelled else "valid",
        "cancellation": {"cancelled_at": (made + DAY_S) * 1000} if purchase.cancelled else None,
        "use": "G02" if purchase.invoice_type == "E" else "G03",
        "payment_form": "03",
        "payment_method": "PUE",
        "items": [item],
        "stamp": {"sello": seal(uuid), "stamp_at": made * 1000},
    }

    return {"id": uuid, "invoice": invoice, "resource_status": purchase.resource_status}
