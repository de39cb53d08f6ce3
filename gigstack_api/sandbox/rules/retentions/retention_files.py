"""The files of a retention: a small CFDI Retenciones 2.0 as XML, and a PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from ..invoices import cfdi
from ..invoices.cfdi_parts import attributes
from ..shared.money import ZERO, centavos, decimal

RETENCIONES = "http://www.sat.gob.mx/esquemas/retencionpago/2"
PLATFORMS = "http://www.sat.gob.mx/esquemas/retencionpago/1/PlataformasTecnologicas10"

register_namespace("retenciones", RETENCIONES)
register_namespace("plataformasTecnologicas", PLATFORMS)


def xml(
    retention: Mapping[str, Any], client: Mapping[str, Any], issuer: Mapping[str, Any]
) -> bytes:
    """The XML of a stamped retention. Its seals are made up, and the SAT does not know it."""
    root = Element(
        f"{{{RETENCIONES}}}Retenciones",
        attributes(
            Version="2.0",
            FolioInt=retention["folio_number"],
            FechaExp=retention["stamp"]["stamped_at"],
            LugarExpRetenc=issuer.get("zip"),
            CveRetenc=retention["retention_key"],
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
    if retention.get("platform_services"):
        _add_platform_services(complement, retention["platform_services"])
    SubElement(
        complement,
        f"{{{cfdi.TFD}}}TimbreFiscalDigital",
        attributes(Version="1.1", UUID=retention["uuid"].upper()),
    )

    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written


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
            MontoTotOperacion=totals["total_operation"],
            MontoTotGrav=totals["total_taxable"],
            MontoTotExent=totals["total_exempt"],
            MontoTotRet=totals["total_retained"],
        ),
    )
    for tax in totals["tax_retained"]:
        SubElement(
            node,
            f"{{{RETENCIONES}}}ImpRetenidos",
            attributes(
                BaseRet=tax["base"],
                ImpuestoRet=tax["tax"],
                MontoRet=tax["amount"],
                TipoPagoRet=tax["payment_type"],
            ),
        )


def _add_platform_services(complement: Element, platform: Mapping[str, Any]) -> None:
    services: Sequence[Mapping[str, Any]] = platform.get("services") or ()
    total = sum((decimal(service.get("price_without_tax")) for service in services), ZERO)
    node = SubElement(
        complement,
        f"{{{PLATFORMS}}}ServiciosPlataformasTecnologicas",
        attributes(
            Version="1.0",
            Periodicidad=platform.get("periodicity"),
            NumServ=len(services),
            MonTotServSIVA=centavos(total),
        ),
    )

    for service in services:
        detail = SubElement(
            SubElement(node, f"{{{PLATFORMS}}}Servicios"),
            f"{{{PLATFORMS}}}DetallesDelServicio",
            attributes(
                FormaPagoServ=service.get("payment_form"),
                TipoDeServ=service.get("service_type"),
                FechaServ=service.get("service_date"),
                PrecioServSinIVA=service.get("price_without_tax"),
            ),
        )
        if "commission" in service:
            SubElement(
                detail,
                f"{{{PLATFORMS}}}ComisionDelServicio",
                attributes(Importe=service["commission"]),
            )


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
    return cfdi.pdf("Constancia de retenciones", {**document, "total": totals["total_retained"]})
