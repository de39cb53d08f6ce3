"""The files of a document: a small CFDI 4.0 as XML, and a PDF to look at. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from .money import decimal, line_taxes, net_amount

CFDI = "http://www.sat.gob.mx/cfd/4"
TFD = "http://www.sat.gob.mx/TimbreFiscalDigital"
TAX_CODES = {"ISR": "001", "IVA": "002", "IEPS": "003"}
NOT_FISCAL = "SIN VALIDEZ FISCAL"
WATERMARK_PT = 60
WATERMARK_GRAY = 220
"""Of 255: light enough to read what is written over it."""

register_namespace("cfdi", CFDI)
register_namespace("tfd", TFD)


def xml(invoice: Mapping[str, Any]) -> bytes:
    """The XML of a stamped invoice. Its seals are those of the sandbox: the SAT knows nothing of it."""
    client: Mapping[str, Any] = invoice.get("client") or {}
    issuer: Mapping[str, Any] = invoice.get("issuer_info") or {}
    root = Element(
        f"{{{CFDI}}}Comprobante",
        attributes(
            Version="4.0",
            Serie=invoice.get("series"),
            Folio=invoice.get("folio_number"),
            Fecha=local_time(invoice["created_at"]),
            FormaPago=invoice.get("payment_form"),
            MetodoPago=invoice.get("payment_method"),
            Moneda=invoice.get("currency"),
            TipoCambio=invoice.get("exchange_rate"),
            SubTotal=invoice.get("subtotal"),
            Descuento=invoice.get("discount") or None,
            Total=invoice.get("total"),
            TipoDeComprobante=invoice.get("invoice_type"),
            Exportacion=invoice.get("exports") or "01",
            LugarExpedicion=issuer.get("zip"),
        ),
    )
    SubElement(
        root,
        f"{{{CFDI}}}Emisor",
        attributes(Rfc=issuer.get("tax_id"), Nombre=issuer.get("legal_name"), RegimenFiscal=issuer.get("tax_system")),
    )
    SubElement(
        root,
        f"{{{CFDI}}}Receptor",
        attributes(
            Rfc=client.get("tax_id") or "XAXX010101000",
            Nombre=client.get("legal_name") or client.get("name"),
            DomicilioFiscalReceptor=(client.get("address") or {}).get("zip"),
            RegimenFiscalReceptor=client.get("tax_system") or "616",
            UsoCFDI=invoice.get("use") or client.get("use") or "S01",
        ),
    )
    _add_items(root, invoice.get("items") or ())
    stamp: Mapping[str, Any] = invoice.get("stamp") or {}
    SubElement(
        SubElement(root, f"{{{CFDI}}}Complemento"),
        f"{{{TFD}}}TimbreFiscalDigital",
        attributes(Version="1.1", UUID=str(invoice["uuid"]).upper(), SelloCFD=stamp.get("sello")),
    )
    return tostring(root, encoding="UTF-8", xml_declaration=True)


def _add_items(root: Element, items: Sequence[Mapping[str, Any]]) -> None:
    concepts = SubElement(root, f"{{{CFDI}}}Conceptos")
    for item in items:
        concept = SubElement(
            concepts,
            f"{{{CFDI}}}Concepto",
            attributes(
                ClaveProdServ=item.get("product_key"),
                ClaveUnidad=item.get("unit_key"),
                Unidad=item.get("unit_name"),
                NoIdentificacion=item.get("sku"),
                Descripcion=item.get("description"),
                Cantidad=item.get("quantity", 1),
                ValorUnitario=item.get("unit_price"),
                Importe=net_amount(item),
                Descuento=item.get("discount") or None,
                ObjetoImp=item.get("taxability") or ("02" if item.get("taxes") else "01"),
            ),
        )
        for tax in line_taxes(item):
            name = "Retencion" if tax.withheld else "Traslado"
            SubElement(
                concept,
                f"{{{CFDI}}}{name}",
                attributes(
                    Impuesto=TAX_CODES.get(tax.type, tax.type),
                    TipoFactor=tax.factor,
                    Base=tax.base,
                    TasaOCuota=tax.rate,
                    Importe=tax.amount,
                ),
            )


def pdf(title: str, invoice: Mapping[str, Any], *, note: str = NOT_FISCAL, watermark: str = "") -> bytes:
    """A page with what a document says, and a watermark across it if there is to be one."""
    page = FPDF(format="letter")
    page.set_title(title)
    page.set_creation_date(datetime.fromtimestamp(0, UTC))
    page.add_page()
    _write_across(page, watermark)
    client: Mapping[str, Any] = invoice.get("client") or {}
    lines = [
        ("B", 16, title),
        ("B", 11, note),
        ("", 10, f"UUID: {invoice.get('uuid') or '-'}"),
        ("", 10, f"Serie y folio: {invoice.get('series') or ''} {invoice.get('folio_number') or ''}"),
        (
            "",
            10,
            f"Receptor: {client.get('legal_name') or client.get('name') or 'Público en general'}, {client.get('tax_id') or 'XAXX010101000'}",
        ),
        *(("", 10, _item_line(item)) for item in invoice.get("items") or ()),
        ("B", 12, f"Total: {invoice.get('total')} {invoice.get('currency') or 'MXN'}"),
    ]
    for style, size, text in lines:
        page.set_font("helvetica", style, size)
        page.multi_cell(0, size * 0.6, text.encode("latin-1", "replace").decode("latin-1"), new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    return bytes(page.output())


def _write_across(page: FPDF, watermark: str) -> None:
    if not watermark:
        return
    page.set_font("helvetica", "B", WATERMARK_PT)
    page.set_text_color(WATERMARK_GRAY)
    with page.rotation(45, page.w / 2, page.h / 2):
        page.text((page.w - page.get_string_width(watermark)) / 2, page.h / 2, watermark)
    page.set_text_color(0)


def _item_line(item: Mapping[str, Any]) -> str:
    return f"{decimal(item.get('quantity'), decimal(1))} x {item.get('description') or ''}: {item.get('unit_price')}"


def attributes(**values: object) -> dict[str, str]:
    """The attributes of an element: those that have a value."""
    return {name: str(value) for name, value in values.items() if value is not None}


def local_time(created_at: float) -> str:
    """A Unix time in seconds as a CFDI writes it, without zone. Of the sandbox's clock, which keeps UTC."""
    return datetime.fromtimestamp(created_at, UTC).replace(tzinfo=None).isoformat(timespec="seconds")
