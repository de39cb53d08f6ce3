"""The PDF of an invoice: a page with its content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..shared.money import decimal, in_currency
from ..shared.rfc import GENERIC_RFC

if TYPE_CHECKING:
    from fpdf import FPDF

NOT_FISCAL = "SIN VALIDEZ FISCAL"
WATERMARK_PT = 60
WATERMARK_GRAY = 220
"""Of 255; light enough to read the text over it."""


def pdf(
    title: str, invoice: Mapping[str, Any], *, note: str = NOT_FISCAL, watermark: str = ""
) -> bytes:
    """A page with the content of a document, and with a watermark if one is given."""
    from fpdf import FPDF  # loaded here: it takes a third of the start of a sandbox

    page = FPDF(format="letter")
    page.set_title(title)
    page.set_creation_date(datetime.fromtimestamp(0, UTC))
    page.add_page()
    _write_across(page, watermark)
    for style, size, text in _lines(title, note, invoice):
        page.set_font("helvetica", style, size)
        _write_line(page, size * 0.6, text.encode("latin-1", "replace").decode("latin-1"))
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


def _write_line(page: FPDF, height: float, text: str) -> None:
    """Writes a text of one or more lines. To look for line breaks takes most of the time of a page,
    so a text that fits in a line is written as it is.
    """
    from fpdf import XPos, YPos

    fits = page.get_string_width(text) <= page.epw - 2 * page.c_margin
    write = page.cell if fits and "\n" not in text else page.multi_cell
    write(0, height, text, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


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
