"""The complement of digital platforms (Plataformas Tecnológicas 1.0), as XML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace

from ..shared.money import ZERO, centavos, decimal
from ..shared.xml_document import attributes

PLATFORMS = "http://www.sat.gob.mx/esquemas/retencionpago/1/PlataformasTecnologicas10"
PLATFORMS_SCHEMA = f"{PLATFORMS}/ServiciosPlataformasTecnologicas10.xsd"
ISR, IVA = "001", "002"
IVA_OF_SERVICE = "02"
"""c_TipoImpuesto, which has two digits where c_Impuesto has three."""

register_namespace("plataformasTecnologicas", PLATFORMS)


def add_platform_services(
    complement: Element, platform: Mapping[str, Any], totals: Mapping[str, Any]
) -> None:
    """Adds the services of a platform. The taxes retained are those of the document."""
    services: Sequence[Mapping[str, Any]] = platform.get("services") or ()
    charged = sum((_iva(service) for service in services), ZERO)
    withheld = _retained(totals, IVA)
    node = SubElement(
        complement,
        f"{{{PLATFORMS}}}ServiciosPlataformasTecnologicas",
        attributes(
            Version="1.0",
            Periodicidad=platform.get("periodicity"),
            NumServ=len(services),
            MonTotServSIVA=_sum(services, "price_without_tax"),
            TotalIVATrasladado=charged,
            TotalIVARetenido=withheld,
            TotalISRRetenido=_retained(totals, ISR),
            DifIVAEntregadoPrestServ=max(charged - withheld, ZERO),
            MonTotalporUsoPlataforma=_sum(services, "commission"),
        ),
    )
    details = SubElement(node, f"{{{PLATFORMS}}}Servicios")
    for service in services:
        _add_service(details, service)


def _add_service(details: Element, service: Mapping[str, Any]) -> None:
    price = centavos(decimal(service.get("price_without_tax")))
    node = SubElement(
        details,
        f"{{{PLATFORMS}}}DetallesDelServicio",
        attributes(
            FormaPagoServ=service.get("payment_form"),
            TipoDeServ=service.get("service_type"),
            FechaServ=service.get("service_date"),
            PrecioServSinIVA=price,
        ),
    )
    if service.get("tax_rate") is not None:
        SubElement(
            node,
            f"{{{PLATFORMS}}}ImpuestosTrasladadosdelServicio",
            attributes(
                Base=price,
                Impuesto=IVA_OF_SERVICE,
                TipoFactor="Tasa",
                TasaCuota=f"{decimal(service['tax_rate']):.6f}",
                Importe=_iva(service),
            ),
        )
    if service.get("commission") is not None:
        SubElement(
            node,
            f"{{{PLATFORMS}}}ComisionDelServicio",
            attributes(Importe=centavos(decimal(service["commission"]))),
        )


def _iva(service: Mapping[str, Any]) -> Decimal:
    price = centavos(decimal(service.get("price_without_tax")))
    return centavos(price * decimal(service.get("tax_rate")))


def _sum(services: Sequence[Mapping[str, Any]], name: str) -> Decimal:
    return sum((centavos(decimal(service.get(name))) for service in services), ZERO)


def _retained(totals: Mapping[str, Any], code: str) -> Decimal:
    amounts = (decimal(tax["amount"]) for tax in totals["tax_retained"] if tax["tax"] == code)
    return centavos(sum(amounts, ZERO))
