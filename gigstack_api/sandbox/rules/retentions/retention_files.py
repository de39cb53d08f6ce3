"""The files of a retention: a CFDI Retenciones 2.0 as XML, and a PDF."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace

from ..invoices import cfdi_pdf
from ..shared.local_time import local_time
from ..shared.money import centavos, decimal
from ..shared.seals import add_stamp, issuer_seals, seal
from ..shared.xml_document import SCHEMA_LOCATION, XmlDocument, attributes
from .platform_services import PLATFORMS, PLATFORMS_SCHEMA, add_platform_services

RETENCIONES = "http://www.sat.gob.mx/esquemas/retencionpago/2"
RETENCIONES_SCHEMA = f"{RETENCIONES}/retencionpagov2.xsd"
OTHER_KEY = "25"
OTHER = "Otro tipo de retenciones"
"""The text that key 25 demands (Reten20106); the API's body has no field for it."""

register_namespace("retenciones", RETENCIONES)


def xml(
    retention: Mapping[str, Any], client: Mapping[str, Any], issuer: Mapping[str, Any]
) -> bytes:
    """The XML of a stamped retention. Its seals are made up, and the SAT does not know it."""
    key: str = retention["retention_key"]
    stamped_at_s = retention["created_at"] / 1000
    own_seal = seal(retention["uuid"])
    platform = retention.get("platform_services")
    schemas = f"{RETENCIONES} {RETENCIONES_SCHEMA}"
    root = Element(
        f"{{{RETENCIONES}}}Retenciones",
        attributes(
            **{
                SCHEMA_LOCATION: f"{schemas} {PLATFORMS} {PLATFORMS_SCHEMA}"
                if platform
                else schemas
            },
            Version="2.0",
            FolioInt=retention["folio_number"],
            **issuer_seals(own_seal),
            FechaExp=local_time(stamped_at_s, issuer.get("zip")),
            LugarExpRetenc=issuer.get("zip"),
            CveRetenc=key,
            DescRetenc=OTHER if key == OTHER_KEY else None,
        ),
    )
    SubElement(
        root,
        f"{{{RETENCIONES}}}Emisor",
        attributes(
            RfcE=issuer.get("tax_id"),
            NomDenRazSocE=issuer.get("legal_name"),
            RegimenFiscalE=issuer.get("tax_system"),
        ),
    )

    _add_receiver(root, retention["receiver"], client)
    period: Mapping[str, int] = retention["period"]
    months = {"MesIni": f"{period['start']:02}", "MesFin": f"{period['end']:02}"}
    SubElement(root, f"{{{RETENCIONES}}}Periodo", attributes(**months, Ejercicio=period["year"]))
    _add_totals(root, retention["totals"])

    complement = SubElement(root, f"{{{RETENCIONES}}}Complemento")
    if platform:
        add_platform_services(complement, platform, retention["totals"])
    add_stamp(complement, retention["uuid"], stamped_at_s, own_seal)
    return XmlDocument(root).to_bytes()


def _add_receiver(root: Element, receiver: Mapping[str, Any], client: Mapping[str, Any]) -> None:
    nationality: str = receiver["nationality"]
    node = SubElement(root, f"{{{RETENCIONES}}}Receptor", attributes(NacionalidadR=nationality))
    identity = {"NomDenRazSocR": receiver["legal_name"]}
    if nationality == "Nacional":
        address: Mapping[str, Any] = client.get("address") or {}
        identity |= {"RfcR": receiver["tax_id"], "DomicilioFiscalR": address.get("zip")}
    SubElement(node, f"{{{RETENCIONES}}}{nationality}", attributes(**identity))


def _add_totals(root: Element, totals: Mapping[str, Any]) -> None:
    node = SubElement(
        root,
        f"{{{RETENCIONES}}}Totales",
        attributes(
            MontoTotOperacion=_pesos(totals["total_operation"]),
            MontoTotGrav=_pesos(totals["total_taxable"]),
            MontoTotExent=_pesos(totals["total_exempt"]),
            MontoTotRet=_pesos(totals["total_retained"]),
        ),
    )
    for tax in totals["tax_retained"]:
        SubElement(
            node,
            f"{{{RETENCIONES}}}ImpRetenidos",
            attributes(
                BaseRet=_pesos(tax["base"]),
                ImpuestoRet=tax["tax"],
                MontoRet=_pesos(tax["amount"]),
                TipoPagoRet=tax["payment_type"],
            ),
        )


def _pesos(amount: object) -> Decimal:
    return centavos(decimal(amount))


def pdf(retention: Mapping[str, Any]) -> bytes:
    """A page with the content of a retention."""
    totals: Mapping[str, Any] = retention["totals"]
    period: Mapping[str, int] = retention["period"]
    months = f"{period['start']}-{period['end']}"
    lines = [
        {"description": f"Retención {retention['retention_key']}, {months} de {period['year']}"},
        *(
            {
                "description": f"Impuesto {tax['tax']} sobre {tax['base']}",
                "unit_price": tax["amount"],
            }
            for tax in totals["tax_retained"]
        ),
    ]
    lines[0]["unit_price"] = totals["total_operation"]

    document = {
        **retention,
        "client": retention["receiver"],
        "items": [{"quantity": 1, **line} for line in lines],
    }
    return cfdi_pdf.pdf(
        "Constancia de retenciones", {**document, "total": totals["total_retained"]}
    )
