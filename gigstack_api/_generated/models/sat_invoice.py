# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatInvoice`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING, enum
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class SatInvoice(Model, kw_only=True):
    """An invoice mirrored from the SAT."""

    uuid: str = ABSENT
    """UUID of the CFDI (folio fiscal)."""
    direction: SatInvoiceDirection | str | None = None
    """Whether the team issued or received it."""
    invoice_type: str | None = None
    """Type of the CFDI: I, E, P, N or T."""
    resource_status: SatInvoiceResourceStatus | str | None = None
    """State of its XML."""
    has_xml: bool | None = None
    """Whether the XML is stored. Needed for the PDF."""
    status: SatInvoiceStatus | str | None = None
    """Status at the SAT."""
    issuer: SatInvoiceParty | None = None
    """Who issued it."""
    receiver: SatInvoiceParty | None = None
    """Who received it."""
    subtotal: float | None = None
    """Sum before taxes, in currency units."""
    total: float | None = None
    """Total in currency units."""
    currency: str | None = None
    """ISO 4217 code."""
    exchange_rate: float | None = None
    """Pesos for one unit of the currency."""
    series: str | None = None
    """Series."""
    folio: str | None = None
    """Number within the series. Named `folio` here, not `folio_number`."""
    issue_date: str | None = None
    """Date and time of issue as a text; `from` and `to` of the list are compared with it."""
    stamp_date: str | None = None
    """Date and time of the stamp as a text."""
    cancellation_date: str | None = None
    """Date and time of the cancellation as a text."""
    pac_rfc: str | None = None
    """RFC of the certifying provider (PAC)."""
    version: str | None = None
    """Version of the CFDI."""
    certificate_number: str | None = None
    """Number of the certificate."""
    xml_error: str | None = None
    """Why the XML could not be fetched. Not confirmed by the API's documentation."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "uuid": STRING.always(),
            "direction": enum(SatInvoiceDirection),
            "invoice_type": STRING,
            "resource_status": enum(SatInvoiceResourceStatus),
            "has_xml": BOOLEAN,
            "status": enum(SatInvoiceStatus),
            "issuer": model(SatInvoiceParty),
            "receiver": model(SatInvoiceParty),
            "subtotal": NUMBER,
            "total": NUMBER,
            "currency": STRING,
            "exchange_rate": NUMBER,
            "series": STRING,
            "folio": STRING,
            "issue_date": STRING,
            "stamp_date": STRING,
            "cancellation_date": STRING,
            "pac_rfc": STRING,
            "version": STRING,
            "certificate_number": STRING,
            "xml_error": STRING,
        }


# Below the class, since two models may refer to each other.
from .sat_invoice_direction import SatInvoiceDirection
from .sat_invoice_party import SatInvoiceParty
from .sat_invoice_resource_status import SatInvoiceResourceStatus
from .sat_invoice_status import SatInvoiceStatus
