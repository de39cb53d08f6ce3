"""Local taxes, which a CFDI has in the complement implocal instead of among its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace

from ..shared.document_amounts import document_taxes
from ..shared.line_amounts import LineTax
from ..shared.money import ZERO, centavos
from ..shared.xml_document import attributes
from .cfdi_parts import is_federal

IMPLOCAL = "http://www.sat.gob.mx/implocal"
IMPLOCAL_SCHEMA = "http://www.sat.gob.mx/sitio_internet/cfd/implocal/implocal.xsd"
PERCENT = 100

register_namespace("implocal", IMPLOCAL)


def local_taxes(items: Sequence[Mapping[str, Any]], currency: str) -> list[LineTax]:
    """The local taxes of a document."""
    return [tax for tax in document_taxes(items, currency) if not is_federal(tax)]


def add_local_taxes(complement: Element, taxes: Sequence[LineTax]) -> None:
    """Adds the complement of local taxes, if there are any. Its amounts have two decimals."""
    if not taxes:
        return
    withheld = [tax for tax in taxes if tax.withheld]
    charged = [tax for tax in taxes if not tax.withheld]
    node = SubElement(
        complement,
        f"{{{IMPLOCAL}}}ImpuestosLocales",
        attributes(
            version="1.0", TotaldeRetenciones=_sum(withheld), TotaldeTraslados=_sum(charged)
        ),
    )
    for element, name, rate, listed in (
        ("RetencionesLocales", "ImpLocRetenido", "TasadeRetencion", withheld),
        ("TrasladosLocales", "ImpLocTrasladado", "TasadeTraslado", charged),
    ):
        for tax in listed:
            facts = {name: tax.type, rate: centavos(tax.rate * PERCENT)}
            importe = centavos(tax.amount)
            SubElement(node, f"{{{IMPLOCAL}}}{element}", attributes(**facts, Importe=importe))


def _sum(taxes: Sequence[LineTax]) -> Decimal:
    return centavos(sum((tax.amount for tax in taxes), ZERO))
