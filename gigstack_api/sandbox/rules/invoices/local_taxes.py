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
    for tax in withheld:
        SubElement(
            node,
            f"{{{IMPLOCAL}}}RetencionesLocales",
            attributes(
                ImpLocRetenido=tax.type,
                TasadeRetencion=centavos(tax.rate * PERCENT),
                Importe=centavos(tax.amount),
            ),
        )
    for tax in charged:
        SubElement(
            node,
            f"{{{IMPLOCAL}}}TrasladosLocales",
            attributes(
                ImpLocTrasladado=tax.type,
                TasadeTraslado=centavos(tax.rate * PERCENT),
                Importe=centavos(tax.amount),
            ),
        )


def _sum(taxes: Sequence[LineTax]) -> Decimal:
    return centavos(sum((tax.amount for tax in taxes), ZERO))
