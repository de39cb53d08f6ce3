"""Reads an XML with satcfdi, and validates it with the SAT's schemas."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

etree: Any = import_module("lxml.etree")
SCHEMAS = Path(str(files("satcfdi"))) / "transform" / "schemas" / "www.sat.gob.mx"
CFDI_4 = "http://www.sat.gob.mx/cfd/4"
IMPORTED = {
    CFDI_4: "sitio_internet/cfd/4/cfdv40.xsd",
    "http://www.sat.gob.mx/TimbreFiscalDigital": (
        "sitio_internet/cfd/TimbreFiscalDigital/TimbreFiscalDigitalv11.xsd"
    ),
    "http://www.sat.gob.mx/Pagos20": "sitio_internet/cfd/Pagos/Pagos20.xsd",
    "http://www.sat.gob.mx/implocal": "sitio_internet/cfd/implocal/implocal.xsd",
    "http://www.sat.gob.mx/iedu": "sitio_internet/cfd/iedu/iedu.xsd",
    "http://www.sat.gob.mx/leyendasFiscales": (
        "sitio_internet/cfd/leyendasFiscales/leyendasFisc.xsd"
    ),
    "http://www.sat.gob.mx/esquemas/retencionpago/2": (
        "esquemas/retencionpago/2/retencionpagov2.xsd"
    ),
    "http://www.sat.gob.mx/esquemas/retencionpago/1/PlataformasTecnologicas10": (
        "esquemas/retencionpago/1/PlataformasTecnologicas10/ServiciosPlataformasTecnologicas10.xsd"
    ),
}
SPACES = {
    "cfdi": CFDI_4,
    "pago20": "http://www.sat.gob.mx/Pagos20",
    "tfd": "http://www.sat.gob.mx/TimbreFiscalDigital",
}


def read(xml: bytes) -> Mapping[str, Any]:
    """The document as satcfdi reads it. It fails if it cannot."""
    document: Mapping[str, Any] = import_module("satcfdi.cfdi").CFDI.from_string(xml)
    return document


def schema_faults(xml: bytes) -> list[str]:
    """The faults of a document by the SAT's schemas. An addenda is not theirs."""
    root = etree.fromstring(xml)
    for addenda in root.findall(f"{{{CFDI_4}}}Addenda"):
        root.remove(addenda)
    schema = _schema()
    schema.validate(root)
    return [entry.message for entry in schema.error_log]


@cache
def _schema() -> Any:
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{(SCHEMAS / path).as_uri()}"/>'
        for namespace, path in IMPORTED.items()
    )
    return etree.XMLSchema(
        etree.fromstring(
            f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
        )
    )
