"""The complement of a payment (Pagos 2.0), as XML.

The taxes of a payment are those of its invoice, in the part that the payment is of the total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from attrs import evolve, frozen

from ..shared.inclusive_prices import taxes_by_line
from ..shared.line_amounts import LineTax, line_taxes
from ..shared.local_time import local_time
from ..shared.money import LINE, ZERO, centavos, decimal, in_currency
from ..shared.xml_document import attributes
from .cfdi_parts import TAX_CODES, exact, is_federal, rate_attribute, tax_object

PAGOS = "http://www.sat.gob.mx/Pagos20"
PAGOS_SCHEMA = "http://www.sat.gob.mx/sitio_internet/cfd/Pagos/Pagos20.xsd"
TAXED = "02"
IVA_RATES = {Decimal("0.16"): "IVA16", Decimal("0.08"): "IVA8", ZERO: "IVA0"}
"""The rates of IVA that the totals of the complement name."""

register_namespace("pago20", PAGOS)


@frozen(kw_only=True)
class Instalment:
    """One payment of an invoice: its number from 1, its amount, and the balance after it."""

    number: int
    paid: Decimal
    left: Decimal
    form: str
    paid_at_s: float


def payment_xml(invoice: Mapping[str, Any], instalment: Instalment) -> str:
    """The complement of a payment as XML."""
    taxes = payment_taxes(invoice, instalment.paid)
    rate = decimal(invoice["exchange_rate"])
    currency: str = invoice["currency"]
    issuer: Mapping[str, Any] = invoice["issuer_info"]

    root = Element(f"{{{PAGOS}}}Pagos", attributes(Version="2.0"))
    SubElement(
        root,
        f"{{{PAGOS}}}Totales",
        attributes(
            **dict(_tax_totals(taxes, rate)), MontoTotalPagos=centavos(instalment.paid * rate)
        ),
    )
    payment = SubElement(
        root,
        f"{{{PAGOS}}}Pago",
        attributes(
            FechaPago=local_time(instalment.paid_at_s, issuer.get("zip")),
            FormaDePagoP=instalment.form,
            MonedaP=currency,
            TipoCambioP=exact(rate),
            Monto=in_currency(instalment.paid, currency),
        ),
    )
    paid_document = SubElement(
        payment, f"{{{PAGOS}}}DoctoRelacionado", attributes(**_paid_document(invoice, instalment))
    )
    _add_taxes(paid_document, "DR", taxes)
    _add_taxes(payment, "P", taxes)

    written: str = tostring(root, encoding="unicode")
    return written


def payment_taxes(invoice: Mapping[str, Any], paid: Decimal) -> list[LineTax]:
    """The taxes of a payment, added up by kind, factor and rate, to six decimals."""
    total = decimal(invoice["total"])
    found: dict[tuple[object, ...], LineTax] = {}
    lines = taxes_by_line(invoice["items"], invoice["currency"])
    for tax in (tax for line in lines for tax in line if is_federal(tax)):
        key = (tax.withheld, tax.type, tax.factor, tax.rate)
        known = found.get(key)
        found[key] = evolve(tax, base=known.base + tax.base) if known else tax

    shares = (evolve(tax, base=_to_line(tax.base * paid / total)) for tax in found.values())
    return [
        evolve(tax, amount=ZERO if tax.factor == "Exento" else _to_line(tax.base * tax.rate))
        for tax in shares
        if tax.base
    ]


def payment_object(items: Sequence[Mapping[str, Any]]) -> str:
    """The tax object of a paid invoice: that of its taxed lines if they agree, else `02`.

    Without taxes it is that of the lines, and `01` if they differ.
    """
    taxed = {tax_object(item) for item in items if any(is_federal(tax) for tax in line_taxes(item))}
    if taxed:
        return taxed.pop() if len(taxed) == 1 else TAXED
    objects = {tax_object(item) for item in items} - {TAXED}
    return objects.pop() if len(objects) == 1 else "01"


def _paid_document(invoice: Mapping[str, Any], instalment: Instalment) -> dict[str, object]:
    currency: str = invoice["currency"]
    return {
        "IdDocumento": str(invoice["uuid"]).upper(),
        "Serie": invoice["series"],
        "Folio": invoice["folio_number"],
        "MonedaDR": currency,
        "EquivalenciaDR": 1,
        "NumParcialidad": instalment.number,
        "ImpSaldoAnt": in_currency(instalment.paid + instalment.left, currency),
        "ImpPagado": in_currency(instalment.paid, currency),
        "ImpSaldoInsoluto": in_currency(instalment.left, currency),
        "ObjetoImpDR": payment_object(invoice["items"]),
    }


def _tax_totals(taxes: Sequence[LineTax], rate: Decimal) -> Iterator[tuple[str, Decimal]]:
    """The taxes of all payments in pesos, in the order of the schema. It names no other taxes."""

    def pesos(amounts: Iterator[Decimal]) -> Decimal:
        return centavos(sum((amount * rate for amount in amounts), ZERO))

    for name in ("IVA", "ISR", "IEPS"):
        withheld = [tax for tax in taxes if tax.withheld and tax.type == name]
        if withheld:
            yield f"TotalRetenciones{name}", pesos(tax.amount for tax in withheld)

    charged = [tax for tax in taxes if not tax.withheld and tax.type == "IVA"]
    for iva_rate, name in IVA_RATES.items():
        of_rate = [tax for tax in charged if tax.factor == "Tasa" and tax.rate == iva_rate]
        if of_rate:
            yield f"TotalTrasladosBase{name}", pesos(tax.base for tax in of_rate)
            yield f"TotalTrasladosImpuesto{name}", pesos(tax.amount for tax in of_rate)
    exempt = [tax for tax in charged if tax.factor == "Exento"]
    if exempt:
        yield "TotalTrasladosBaseIVAExento", pesos(tax.base for tax in exempt)


def _add_taxes(parent: Element, suffix: str, taxes: Sequence[LineTax]) -> None:
    """Adds the taxes of a document (`DR`) or of the payment (`P`), the withheld ones first."""
    withheld = [tax for tax in taxes if tax.withheld]
    transferred = [tax for tax in taxes if not tax.withheld]
    node = SubElement(parent, f"{{{PAGOS}}}Impuestos{suffix}") if taxes else parent
    if withheld:
        group = SubElement(node, f"{{{PAGOS}}}Retenciones{suffix}")
        for names in _by_kind(withheld) if suffix == "P" else map(_attributes, withheld):
            _add_tax(group, "Retencion", suffix, names)
    if transferred:
        group = SubElement(node, f"{{{PAGOS}}}Traslados{suffix}")
        for names in map(_attributes, transferred):
            _add_tax(group, "Traslado", suffix, names)


def _add_tax(group: Element, name: str, suffix: str, names: Mapping[str, object]) -> None:
    own = {f"{attribute}{suffix}": value for attribute, value in names.items()}
    SubElement(group, f"{{{PAGOS}}}{name}{suffix}", attributes(**own))


def _attributes(tax: LineTax) -> dict[str, object]:
    return {
        "Base": tax.base,
        "Impuesto": TAX_CODES[tax.type],
        "TipoFactor": tax.factor,
        "TasaOCuota": rate_attribute(tax),
        "Importe": None if tax.factor == "Exento" else tax.amount,
    }


def _by_kind(withheld: Sequence[LineTax]) -> Iterator[dict[str, object]]:
    """The withheld taxes of a payment, which are added up by kind alone."""
    for kind in dict.fromkeys(tax.type for tax in withheld):
        amount = sum((tax.amount for tax in withheld if tax.type == kind), ZERO)
        yield {"Impuesto": TAX_CODES[kind], "Importe": amount}


def _to_line(amount: Decimal) -> Decimal:
    return amount.quantize(LINE, ROUND_HALF_UP)
