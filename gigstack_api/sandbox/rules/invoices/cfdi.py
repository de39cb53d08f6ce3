"""The files of an invoice: a small CFDI 4.0 as XML, and a PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from fpdf import FPDF
from fpdf.enums import XPos, YPos

from ..shared.money import decimal, in_currency
from ..shared.rfc import GENERIC_RFC
from .cfdi_parts import CFDI, add_items, attributes, local_time

TFD = "http://www.sat.gob.mx/TimbreFiscalDigital"
GENERIC_REGIME = "616"
WITHOUT_OBLIGATIONS = "S01"
NOT_FISCAL = "SIN VALIDEZ FISCAL"
WATERMARK_PT = 60
WATERMARK_GRAY = 220
"""Of 255; light enough to read the text over it."""

register_namespace("tfd", TFD)


def xml(invoice: Mapping[str, Any]) -> bytes:
    """The XML of a stamped invoice. Its seals are made up, and the SAT does not know it."""
    root = Element(f"{{{CFDI}}}Comprobante", attributes(**_head(invoice)))
    _add_relations(root, invoice)
    _add_parties(root, invoice)
    add_items(root, invoice["items"], invoice["currency"])

    complement = SubElement(root, f"{{{CFDI}}}Complemento")
    if invoice["invoice_type"] == "P":
        for payment in invoice.get("complements") or ():
            complement.append(fromstring(payment["data"]))  # noqa: S314 - the sandbox wrote it itself
    SubElement(
        complement,
        f"{{{TFD}}}TimbreFiscalDigital",
        attributes(
            Version="1.1",
            UUID=str(invoice["uuid"]).upper(),
            FechaTimbrado=local_time(invoice["created_at"]),
            SelloCFD=invoice["stamp"].get("sello"),
        ),
    )

    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


def _head(invoice: Mapping[str, Any]) -> dict[str, object]:
    """The attributes of the document itself.

    A payment complement has its amounts in its complement, not here.
    """
    issuer: Mapping[str, Any] = invoice["issuer_info"]
    issued = local_time((invoice.get("date") or invoice["created_at"] * 1000) / 1000)
    common = {
        "Version": "4.0",
        "Serie": invoice["series"],
        "Folio": invoice["folio_number"],
        "Fecha": issued,
    }
    ends = {"Exportacion": invoice.get("exports") or "01", "LugarExpedicion": issuer.get("zip")}

    if invoice["invoice_type"] == "P":
        return {
            **common,
            "SubTotal": 0,
            "Moneda": "XXX",
            "Total": 0,
            "TipoDeComprobante": "P",
            **ends,
        }

    return {
        **common,
        "FormaPago": invoice.get("payment_form"),
        "SubTotal": in_currency(decimal(invoice["subtotal"]), invoice["currency"]),
        "Descuento": in_currency(decimal(invoice["discount"]), invoice["currency"])
        if invoice.get("discount")
        else None,
        "Moneda": invoice["currency"],
        "TipoCambio": invoice["exchange_rate"],
        "Total": in_currency(decimal(invoice["total"]), invoice["currency"]),
        "TipoDeComprobante": invoice["invoice_type"],
        "MetodoPago": invoice.get("payment_method"),
        **ends,
    }


def _add_relations(root: Element, invoice: Mapping[str, Any]) -> None:
    """Adds the period of a global invoice, and the related documents."""
    period: Mapping[str, Any] = invoice.get("global") or {}
    if period:
        period_attributes = attributes(
            Periodicidad=period.get("periodicity"),
            Meses=period.get("months"),
            Año=period.get("year"),
        )
        SubElement(root, f"{{{CFDI}}}InformacionGlobal", period_attributes)
    for relation in invoice.get("related_documents") or ():
        node = SubElement(
            root,
            f"{{{CFDI}}}CfdiRelacionados",
            attributes(TipoRelacion=relation.get("relationship")),
        )
        for uuid in relation.get("documents") or ():
            SubElement(node, f"{{{CFDI}}}CfdiRelacionado", attributes(UUID=uuid.upper()))


def _add_parties(root: Element, invoice: Mapping[str, Any]) -> None:
    issuer: Mapping[str, Any] = invoice["issuer_info"]
    SubElement(
        root,
        f"{{{CFDI}}}Emisor",
        attributes(
            Rfc=issuer.get("tax_id"),
            Nombre=issuer.get("legal_name"),
            RegimenFiscal=issuer.get("tax_system"),
        ),
    )

    client: Mapping[str, Any] = invoice["client"]
    address: Mapping[str, Any] = client.get("address") or {}
    SubElement(
        root,
        f"{{{CFDI}}}Receptor",
        attributes(
            Rfc=client.get("tax_id") or GENERIC_RFC,
            Nombre=client.get("legal_name") or client.get("name"),
            DomicilioFiscalReceptor=address.get("zip") or issuer.get("zip"),
            RegimenFiscalReceptor=client.get("tax_system") or GENERIC_REGIME,
            UsoCFDI=invoice.get("use") or WITHOUT_OBLIGATIONS,
        ),
    )


def pdf(
    title: str, invoice: Mapping[str, Any], *, note: str = NOT_FISCAL, watermark: str = ""
) -> bytes:
    """A page with the content of a document, and with a watermark if one is given."""
    page = FPDF(format="letter")
    page.set_title(title)
    page.set_creation_date(datetime.fromtimestamp(0, UTC))
    page.add_page()
    _write_across(page, watermark)
    for style, size, text in _lines(title, note, invoice):
        page.set_font("helvetica", style, size)
        page.multi_cell(
            0,
            size * 0.6,
            text.encode("latin-1", "replace").decode("latin-1"),
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
        )
    return bytes(page.output())


def _lines(title: str, note: str, invoice: Mapping[str, Any]) -> list[tuple[str, int, str]]:
    """The lines of the page: style, size in points, and text."""
    client: Mapping[str, Any] = invoice.get("client") or {}
    items: Sequence[Mapping[str, Any]] = invoice.get("items") or ()
    receiver = client.get("legal_name") or client.get("name") or "Público en general"
    sums = {
        "Subtotal": "subtotal",
        "Descuento": "discount",
        "Impuestos": "taxes",
        "Retenciones": "withholding_taxes",
    }

    return [
        ("B", 16, title),
        ("B", 11, note),
        ("", 10, f"UUID: {invoice.get('uuid') or '-'}"),
        (
            "",
            10,
            f"Serie y folio: {invoice.get('series') or ''} {invoice.get('folio_number') or ''}",
        ),
        ("", 10, f"Receptor: {receiver}, {client.get('tax_id') or GENERIC_RFC}"),
        *(("", 10, _item_line(item)) for item in items),
        *(
            ("", 10, f"{label}: {_amount(invoice, name)}")
            for label, name in sums.items()
            if invoice.get(name)
        ),
        ("B", 12, f"Total: {_amount(invoice, 'total')} {_currency(invoice)}"),
        *(("", 9, text) for text in [invoice.get("invoice_pdf_notes")] if text),
    ]


def _write_across(page: FPDF, watermark: str) -> None:
    if not watermark:
        return
    page.set_font("helvetica", "B", WATERMARK_PT)
    page.set_text_color(WATERMARK_GRAY)
    with page.rotation(45, page.w / 2, page.h / 2):
        page.text((page.w - page.get_string_width(watermark)) / 2, page.h / 2, watermark)
    page.set_text_color(0)


def _amount(invoice: Mapping[str, Any], name: str) -> str:
    return f"{in_currency(decimal(invoice.get(name)), _currency(invoice)):,}"


def _currency(invoice: Mapping[str, Any]) -> str:
    return invoice.get("currency") or "MXN"


def _item_line(item: Mapping[str, Any]) -> str:
    quantity = decimal(item.get("quantity"), decimal(1))
    return f"{quantity} x {item.get('description') or ''}: {item.get('unit_price')}"
