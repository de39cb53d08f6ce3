"""The seals and certificates of a document: dummies of the right form, which say that they are.

A sandbox has no certificate. Readers demand the attributes, so they are there: the numbers begin
with 3, as those of the SAT's test certificates do, and the Base64 texts decode to a notice.
"""

from __future__ import annotations

from base64 import b64encode
from typing import Any
from xml.etree.ElementTree import Element, SubElement, register_namespace

from .local_time import local_time
from .xml_document import SCHEMA_LOCATION, attributes

TFD = "http://www.sat.gob.mx/TimbreFiscalDigital"
TFD_SCHEMA = (
    "http://www.sat.gob.mx/sitio_internet/cfd/TimbreFiscalDigital/TimbreFiscalDigitalv11.xsd"
)
PAC_RFC = "PAC010101AA1"
SAT_CERTIFICATE_NUMBER = "30001000000000000000"
CERTIFICATE_NUMBER = "30001000000000000001"
NOTICE = "Documento de prueba de un sandbox, sin validez fiscal"
SEAL_BYTES = 256

register_namespace("tfd", TFD)


def seal(uuid: str) -> str:
    """The made-up seal of a document."""
    return _dummy(f"{NOTICE}. Sello de {uuid}. ")


def issuer_seals(seal_of_issuer: object) -> dict[str, Any]:
    """The attributes of a document with the seal and the certificate of its issuer."""
    return {
        "Sello": seal_of_issuer,
        "NoCertificado": CERTIFICATE_NUMBER,
        "Certificado": _dummy(f"{NOTICE}. No es un certificado. "),
    }


def add_stamp(complement: Element, uuid: str, stamped_at_s: float, seal_of_issuer: object) -> None:
    """Adds the stamp of the SAT. Its time is that of Mexico City, wherever the issuer is."""
    SubElement(
        complement,
        f"{{{TFD}}}TimbreFiscalDigital",
        attributes(
            **{SCHEMA_LOCATION: f"{TFD} {TFD_SCHEMA}"},
            Version="1.1",
            UUID=uuid.upper(),
            FechaTimbrado=local_time(stamped_at_s),
            RfcProvCertif=PAC_RFC,
            Leyenda=NOTICE,
            SelloCFD=seal_of_issuer,
            NoCertificadoSAT=SAT_CERTIFICATE_NUMBER,
            SelloSAT=_dummy(f"{NOTICE}. Sello del SAT de {uuid}. "),
        ),
    )


def _dummy(text: str) -> str:
    """A text repeated to the length of a seal, as Base64."""
    content = text.encode("ascii")
    return b64encode((content * SEAL_BYTES)[:SEAL_BYTES]).decode()
