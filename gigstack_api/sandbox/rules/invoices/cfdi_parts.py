"""The parts of a CFDI with amounts: concepts, taxes and payments, as XML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from ..shared.money import (
    LineTax,
    centavos,
    decimal,
    document_taxes,
    line_taxes,
    line_totals,
    net_price,
)

CFDI = "http://www.sat.gob.mx/cfd/4"
PAGOS = "http://www.sat.gob.mx/Pagos20"
TAX_CODES = {"ISR": "001", "IVA": "002", "IEPS": "003"}
NOT_OF_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

register_namespace("cfdi", CFDI)
register_namespace("pago20", PAGOS)


def attributes(**values: object) -> dict[str, str]:
    """The attributes of an element: those with a value, as text.

    Amounts have no exponent; characters that XML cannot hold become spaces.
    """
    return {name: _text(value) for name, value in values.items() if value is not None}


def local_time(created_at: float) -> str:
    """A Unix time in seconds as a CFDI writes it, without zone. The sandbox's clock keeps UTC."""
    return (
        datetime.fromtimestamp(created_at, UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    )


def add_items(root: Element, items: Sequence[Mapping[str, Any]], currency: str) -> None:
    """Adds the concepts and, where there are any, the taxes of the document."""
    concepts = SubElement(root, f"{{{CFDI}}}Conceptos")
    for item in items:
        totals, taxes = line_totals(item), line_taxes(item)
        concept = SubElement(
            concepts,
            f"{{{CFDI}}}Concepto",
            attributes(
                ClaveProdServ=item.get("product_key") or "84111506",
                NoIdentificacion=item.get("sku"),
                Cantidad=item.get("quantity", 1),
                ClaveUnidad=item.get("unit_key") or "E48",
                Unidad=item.get("unit_name"),
                Descripcion=item.get("description"),
                ValorUnitario=_shortest(net_price(item)),
                Importe=_shortest(totals.subtotal),
                Descuento=_shortest(totals.discount) if totals.discount else None,
                ObjetoImp=item.get("taxability") or ("02" if taxes else "01"),
            ),
        )
        if taxes:
            node = SubElement(concept, f"{{{CFDI}}}Impuestos")
            _add_taxes(node, "Traslado", [tax for tax in taxes if not tax.withheld])
            _add_taxes(node, "Retencion", [tax for tax in taxes if tax.withheld])

    if taxes := document_taxes(items, currency):
        _add_document_taxes(root, taxes)


def _add_document_taxes(root: Element, taxes: Sequence[LineTax]) -> None:
    """Adds the taxes of the document.

    Unlike in a concept, the withheld ones come first and without rate.
    """
    transferred, withheld = (
        [tax for tax in taxes if not tax.withheld],
        [tax for tax in taxes if tax.withheld],
    )
    charged = [tax for tax in transferred if tax.factor != "Exento"]

    node = SubElement(
        root,
        f"{{{CFDI}}}Impuestos",
        attributes(
            TotalImpuestosRetenidos=sum(tax.amount for tax in withheld) if withheld else None,
            TotalImpuestosTrasladados=sum(tax.amount for tax in charged) if charged else None,
        ),
    )

    if withheld:
        group = SubElement(node, f"{{{CFDI}}}Retenciones")
        for tax in withheld:
            SubElement(
                group, f"{{{CFDI}}}Retencion", attributes(Impuesto=_code(tax), Importe=tax.amount)
            )

    _add_taxes(node, "Traslado", transferred)


def _add_taxes(node: Element, name: str, taxes: Sequence[LineTax]) -> None:
    if not taxes:
        return
    group = SubElement(node, f"{{{CFDI}}}{name}{'es' if name == 'Retencion' else 's'}")
    for tax in taxes:
        free = tax.factor == "Exento"
        SubElement(
            group,
            f"{{{CFDI}}}{name}",
            attributes(
                Base=tax.base,
                Impuesto=_code(tax),
                TipoFactor=tax.factor,
                TasaOCuota=None if free else f"{tax.rate:.6f}",
                Importe=None if free else tax.amount,
            ),
        )


def payment_xml(
    now_s: int,
    invoice: Mapping[str, Any],
    paid: Decimal,
    left: Decimal,
    number_of: int,
    form: str | None,
) -> str:
    """The complement of a payment (Pagos 2.0) as XML.

    `left` is the balance after it, `number_of` the number of the instalment, from 1.
    """
    root = Element(f"{{{PAGOS}}}Pagos", attributes(Version="2.0"))
    rate = decimal(invoice["exchange_rate"])
    SubElement(root, f"{{{PAGOS}}}Totales", attributes(MontoTotalPagos=centavos(paid * rate)))

    node = SubElement(
        root,
        f"{{{PAGOS}}}Pago",
        attributes(
            FechaPago=local_time(now_s),
            FormaDePagoP=form or "03",
            MonedaP=invoice["currency"],
            TipoCambioP=invoice["exchange_rate"],
            Monto=centavos(paid),
        ),
    )

    SubElement(
        node,
        f"{{{PAGOS}}}DoctoRelacionado",
        attributes(
            IdDocumento=str(invoice["uuid"]).upper(),
            Serie=invoice["series"],
            Folio=invoice["folio_number"],
            MonedaDR=invoice["currency"],
            EquivalenciaDR=1,
            NumParcialidad=number_of,
            ImpSaldoAnt=centavos(paid + left),
            ImpPagado=centavos(paid),
            ImpSaldoInsoluto=centavos(left),
            ObjetoImpDR="02" if invoice["taxes"] or invoice["withholding_taxes"] else "01",
        ),
    )

    written: str = tostring(root, encoding="unicode")
    return written


def _code(tax: LineTax) -> str:
    return TAX_CODES.get(tax.type, tax.type)


def _shortest(amount: Decimal) -> Decimal:
    """An amount with two decimals, or with more if it needs them."""
    return centavos(amount) if centavos(amount) == amount else amount.normalize()


def _text(value: object) -> str:
    if isinstance(value, (Decimal, float)):
        return f"{decimal(str(value)):f}"
    return NOT_OF_XML.sub(" ", str(value))
