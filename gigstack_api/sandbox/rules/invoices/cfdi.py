"""The XML of an invoice: a CFDI 4.0 with dummies in place of seals and certificates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from ...texts import fold
from ..shared.line_amounts import LineTax
from ..shared.local_time import local_time
from ..shared.money import decimal, in_currency
from ..shared.rfc import GENERIC_RFC, PUBLIC
from ..shared.seals import add_stamp, issuer_seals
from ..shared.xml_document import SCHEMA_LOCATION, XmlDocument, attributes, xml_fault
from .cfdi_parts import CFDI, add_items, add_payment_item, exact
from .local_taxes import IMPLOCAL, IMPLOCAL_SCHEMA, add_local_taxes, local_taxes
from .pagos import PAGOS, PAGOS_SCHEMA

CFDI_SCHEMA = "http://www.sat.gob.mx/sitio_internet/cfd/4/cfdv40.xsd"
GENERIC_REGIME = "616"
WITHOUT_OBLIGATIONS = "S01"
OWN_PREFIXES = frozenset({"cfdi", "tfd", "pago20", "implocal", "xsi", "xml", "xmlns"})


def xml(invoice: Mapping[str, Any]) -> bytes:
    """The XML of a stamped invoice. Its seals are made up, and the SAT does not know it."""
    root = Element(f"{{{CFDI}}}Comprobante", attributes(**_head(invoice)))
    document = XmlDocument(root)
    _add_relations(root, invoice)
    _add_parties(root, invoice)
    if invoice["invoice_type"] == "P":
        add_payment_item(root)
    else:
        add_items(document, invoice["items"], invoice["currency"])

    complement = SubElement(root, f"{{{CFDI}}}Complemento")
    add_local_taxes(complement, _local_taxes(invoice))
    for sent in _complements(invoice):
        document.insert(complement, sent)
    add_stamp(complement, invoice["uuid"], invoice["created_at"], _seal(invoice))
    if addenda := invoice.get("addenda"):
        is_whole = addenda.lstrip().startswith("<cfdi:Addenda")
        document.insert(root if is_whole else SubElement(root, f"{{{CFDI}}}Addenda"), addenda)
    return document.to_bytes()


def sent_xml_faults(fields: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> list[str]:
    """Why the SAT would refuse the complements and the addenda that were sent as XML."""
    prefixes = {"cfdi": CFDI, **_own_namespaces(fields)}
    sent = {
        **{f"complement {n}": xml for n, xml in enumerate(_complements(fields), start=1)},
        **{
            f"the complement of item {n}": item["complement"]
            for n, item in enumerate(items, start=1)
            if item.get("complement") is not None
        },
    }
    found = {what: xml_fault(xml, prefixes, with_namespaces=True) for what, xml in sent.items()}
    if fields.get("addenda"):
        found["the addenda"] = xml_fault(fields["addenda"], prefixes, with_namespaces=False)
    return [f"301: {what} {fault}" for what, fault in found.items() if fault]


def _head(invoice: Mapping[str, Any]) -> dict[str, object]:
    """The attributes of the document itself.

    A payment complement has its amounts in its complement, not here.
    """
    issuer: Mapping[str, Any] = invoice["issuer_info"]
    issued_s = (invoice.get("date") or invoice["created_at"] * 1000) / 1000
    is_payment = invoice["invoice_type"] == "P"
    currency: str = invoice["currency"]
    discount = invoice.get("discount")

    return {
        **{f"xmlns:{prefix}": uri for prefix, uri in _own_namespaces(invoice).items()},
        SCHEMA_LOCATION: " ".join(_schema_locations(invoice)),
        "Version": "4.0",
        "Serie": invoice["series"],
        "Folio": invoice["folio_number"],
        "Fecha": local_time(issued_s, issuer.get("zip")),
        "FormaPago": None if is_payment else invoice.get("payment_form"),
        **issuer_seals(_seal(invoice)),
        "SubTotal": 0 if is_payment else in_currency(decimal(invoice["subtotal"]), currency),
        "Descuento": in_currency(decimal(discount), currency) if discount else None,
        "Moneda": "XXX" if is_payment else currency,
        "TipoCambio": None
        if is_payment or currency == "XXX"
        else exact(decimal(invoice["exchange_rate"])),
        "Total": 0 if is_payment else in_currency(decimal(invoice["total"]), currency),
        "TipoDeComprobante": invoice["invoice_type"],
        "MetodoPago": invoice.get("payment_method"),
        "Exportacion": invoice.get("exports") or "01",
        "LugarExpedicion": issuer.get("zip"),
    }


def _seal(invoice: Mapping[str, Any]) -> object:
    return invoice["stamp"].get("sello")


def _own_namespaces(invoice: Mapping[str, Any]) -> dict[str, str]:
    """The namespaces that the document itself names, by prefix."""
    return {
        space["prefix"]: space["uri"]
        for space in invoice.get("namespaces") or ()
        if space.get("prefix") and space.get("uri") and space["prefix"] not in OWN_PREFIXES
    }


def _schema_locations(invoice: Mapping[str, Any]) -> Iterator[str]:
    """Pairs of a namespace and the address of its schema."""
    yield f"{CFDI} {CFDI_SCHEMA}"
    if invoice["invoice_type"] == "P":
        yield f"{PAGOS} {PAGOS_SCHEMA}"
    if _local_taxes(invoice):
        yield f"{IMPLOCAL} {IMPLOCAL_SCHEMA}"
    for space in invoice.get("namespaces") or ():
        if space.get("uri") and space.get("schema_location"):
            yield f"{space['uri']} {space['schema_location']}"


def _local_taxes(invoice: Mapping[str, Any]) -> list[LineTax]:
    return local_taxes(invoice["items"], invoice["currency"])


def _complements(fields: Mapping[str, Any]) -> list[Any]:
    """The complements of a document, as XML text."""
    sent = (complement.get("data") for complement in fields.get("complements") or () if complement)
    return [xml for xml in sent if xml]


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
            Nombre=_receiver_name(invoice),
            DomicilioFiscalReceptor=address.get("zip") or issuer.get("zip"),
            RegimenFiscalReceptor=client.get("tax_system") or GENERIC_REGIME,
            UsoCFDI=invoice.get("use") or WITHOUT_OBLIGATIONS,
        ),
    )


def _receiver_name(invoice: Mapping[str, Any]) -> str:
    """The name of the receiver. The SAT knows the general public by one spelling only."""
    client: Mapping[str, Any] = invoice["client"]
    name: str = client.get("legal_name") or client.get("name") or PUBLIC
    return PUBLIC if invoice.get("global") and fold(name) == fold(PUBLIC) else name
