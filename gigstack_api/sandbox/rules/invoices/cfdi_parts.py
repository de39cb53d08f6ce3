"""The parts of a CFDI with amounts: concepts and taxes, as XML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace

from ..shared.document_amounts import document_taxes
from ..shared.inclusive_prices import taxes_by_line
from ..shared.line_amounts import LineTax, line_taxes, line_totals, net_price
from ..shared.money import decimal
from ..shared.xml_document import XmlDocument, attributes

CFDI = "http://www.sat.gob.mx/cfd/4"
TAX_CODES = {"ISR": "001", "IVA": "002", "IEPS": "003"}
DECIMALS = 2
PEDIMENTO_DIGITS = 15

register_namespace("cfdi", CFDI)


def add_items(document: XmlDocument, items: Sequence[Mapping[str, Any]], currency: str) -> None:
    """Adds the concepts and, where there are any, the taxes of the document."""
    concepts = SubElement(document.root, f"{{{CFDI}}}Conceptos")
    for item, line in zip(items, taxes_by_line(items, currency), strict=True):
        totals, taxes = line_totals(item), [tax for tax in line if is_federal(tax)]
        amount, discount = _same_decimals(totals.subtotal, totals.discount)
        concept = SubElement(
            concepts,
            f"{{{CFDI}}}Concepto",
            attributes(
                ClaveProdServ=item.get("product_key") or "84111506",
                NoIdentificacion=item.get("sku"),
                Cantidad=exact(decimal(item.get("quantity"), decimal(1))),
                ClaveUnidad=item.get("unit_key") or "E48",
                Unidad=item.get("unit_name"),
                Descripcion=item.get("description"),
                ValorUnitario=_same_decimals(net_price(item))[0],
                Importe=amount,
                Descuento=discount if totals.discount else None,
                ObjetoImp=tax_object(item),
            ),
        )
        if taxes:
            node = SubElement(concept, f"{{{CFDI}}}Impuestos")
            _add_taxes(node, "Traslado", [tax for tax in taxes if not tax.withheld])
            _add_taxes(node, "Retencion", [tax for tax in taxes if tax.withheld])
        _add_details(document, concept, item)

    if taxes := [tax for tax in document_taxes(items, currency) if is_federal(tax)]:
        _add_document_taxes(document.root, taxes)


def add_payment_item(root: Element) -> None:
    """Adds the only concept that a payment complement has."""
    SubElement(
        SubElement(root, f"{{{CFDI}}}Conceptos"),
        f"{{{CFDI}}}Concepto",
        attributes(
            ClaveProdServ="84111506",
            Cantidad=1,
            ClaveUnidad="ACT",
            Descripcion="Pago",
            ValorUnitario=0,
            Importe=0,
            ObjetoImp="01",
        ),
    )


def is_federal(tax: LineTax) -> bool:
    """Whether a CFDI has a tax among its own; others are local."""
    return tax.type in TAX_CODES


def tax_object(item: Mapping[str, Any]) -> str:
    """The tax object of a line: as sent, else by its taxes."""
    sent: str | None = item.get("taxability")
    return sent or ("02" if any(is_federal(tax) for tax in line_taxes(item)) else "01")


def exact(number: Decimal) -> str:
    """A number without the zeros at its end."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def rate_attribute(tax: LineTax) -> str | None:
    """The rate of a tax; None for an exempt one, which has neither rate nor amount."""
    return None if tax.factor == "Exento" else f"{tax.rate:.6f}"


def _add_details(document: XmlDocument, concept: Element, item: Mapping[str, Any]) -> None:
    """Adds the third party, the customs declaration, the property account and the complement."""
    if party := item.get("third_party"):
        SubElement(
            concept,
            f"{{{CFDI}}}ACuentaTerceros",
            attributes(
                RfcACuentaTerceros=party.get("tax_id"),
                NombreACuentaTerceros=party.get("legal_name"),
                RegimenFiscalACuentaTerceros=party.get("tax_system"),
                DomicilioFiscalACuentaTerceros=party.get("zip"),
            ),
        )
    if customs := item.get("customs_request"):
        SubElement(
            concept,
            f"{{{CFDI}}}InformacionAduanera",
            attributes(NumeroPedimento=_pedimento(customs)),
        )
    if account := item.get("property_tax_account"):
        SubElement(concept, f"{{{CFDI}}}CuentaPredial", attributes(Numero=account))
    if complement := item.get("complement"):
        document.insert(SubElement(concept, f"{{{CFDI}}}ComplementoConcepto"), complement)


def _pedimento(sent: str) -> str:
    """The number of a customs declaration in the groups of the SAT; unchanged without 15 digits."""
    digits = re.sub(r"\D", "", sent)
    if len(digits) != PEDIMENTO_DIGITS:
        return sent
    return "  ".join((digits[:2], digits[2:4], digits[4:8], digits[8:]))


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
                group,
                f"{{{CFDI}}}Retencion",
                attributes(Impuesto=TAX_CODES[tax.type], Importe=tax.amount),
            )

    _add_taxes(node, "Traslado", transferred)


def _add_taxes(node: Element, name: str, taxes: Sequence[LineTax]) -> None:
    if not taxes:
        return
    group = SubElement(node, f"{{{CFDI}}}{name}{'es' if name == 'Retencion' else 's'}")
    for tax in taxes:
        SubElement(
            group,
            f"{{{CFDI}}}{name}",
            attributes(
                Base=tax.base,
                Impuesto=TAX_CODES[tax.type],
                TipoFactor=tax.factor,
                TasaOCuota=rate_attribute(tax),
                Importe=None if tax.factor == "Exento" else tax.amount,
            ),
        )


def _same_decimals(*amounts: Decimal) -> list[str]:
    """Amounts with the decimals of the longest, and no fewer than two.

    The SAT refuses a discount with more decimals than its amount (CFDI40168).
    """
    wanted = max(DECIMALS, *(-int(amount.normalize().as_tuple().exponent) for amount in amounts))
    return [f"{amount:.{wanted}f}" for amount in amounts]
