# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatInvoice`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, NUMBER, STRING, enum
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import ABSENT, is_object

if TYPE_CHECKING:
    from .sat_invoice_direction import SatInvoiceDirection
    from .sat_invoice_party import SatInvoiceParty
    from .sat_invoice_resource_status import SatInvoiceResourceStatus
    from .sat_invoice_status import SatInvoiceStatus


class SatInvoice(Model):
    """An invoice mirrored from the SAT.

    Unverified: the schema page was not seen; the fields are those an official client reads,
    and there are surely more.
    """

    uuid: str
    """UUID of the CFDI (folio fiscal)."""
    direction: SatInvoiceDirection | str | None
    """Whether the team issued or received it."""
    invoice_type: str | None
    """Type of the CFDI: I, E, P, N or T."""
    resource_status: SatInvoiceResourceStatus | str | None
    """State of its XML."""
    has_xml: bool | None
    """Whether the XML is stored. Needed for the PDF."""
    status: SatInvoiceStatus | str | None
    """Status at the SAT."""
    issuer: SatInvoiceParty | None
    """Who issued it."""
    receiver: SatInvoiceParty | None
    """Who received it."""
    subtotal: float | None
    """Sum before taxes, in currency units."""
    total: float | None
    """Total in currency units."""
    currency: str | None
    """ISO 4217 code."""
    exchange_rate: float | None
    """Pesos for one unit of the currency."""
    series: str | None
    """Series."""
    folio: str | None
    """Number within the series. Named `folio` here, not `folio_number`."""
    issue_date: str | None
    """Date and time of issue as a text; `from` and `to` of the list are compared with it."""
    stamp_date: str | None
    """Date and time of the stamp as a text."""
    cancellation_date: str | None
    """Date and time of the cancellation as a text."""
    pac_rfc: str | None
    """RFC of the certifying provider (PAC)."""
    version: str | None
    """Version of the CFDI."""
    certificate_number: str | None
    """Number of the certificate."""
    xml_error: str | None
    """Why the XML could not be fetched. Unverified: stored as xmlError according to an official
    client; its name in answers was not seen.
    """

    __slots__ = (
        "uuid",
        "direction",
        "invoice_type",
        "resource_status",
        "has_xml",
        "status",
        "issuer",
        "receiver",
        "subtotal",
        "total",
        "currency",
        "exchange_rate",
        "series",
        "folio",
        "issue_date",
        "stamp_date",
        "cancellation_date",
        "pac_rfc",
        "version",
        "certificate_number",
        "xml_error",
    )

    def __init__(
        self,
        *,
        uuid: str = ABSENT,
        direction: SatInvoiceDirection | str | None = None,
        invoice_type: str | None = None,
        resource_status: SatInvoiceResourceStatus | str | None = None,
        has_xml: bool | None = None,
        status: SatInvoiceStatus | str | None = None,
        issuer: SatInvoiceParty | None = None,
        receiver: SatInvoiceParty | None = None,
        subtotal: float | None = None,
        total: float | None = None,
        currency: str | None = None,
        exchange_rate: float | None = None,
        series: str | None = None,
        folio: str | None = None,
        issue_date: str | None = None,
        stamp_date: str | None = None,
        cancellation_date: str | None = None,
        pac_rfc: str | None = None,
        version: str | None = None,
        certificate_number: str | None = None,
        xml_error: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.uuid = uuid
        self.direction = direction
        self.invoice_type = invoice_type
        self.resource_status = resource_status
        self.has_xml = has_xml
        self.status = status
        self.issuer = issuer
        self.receiver = receiver
        self.subtotal = subtotal
        self.total = total
        self.currency = currency
        self.exchange_rate = exchange_rate
        self.series = series
        self.folio = folio
        self.issue_date = issue_date
        self.stamp_date = stamp_date
        self.cancellation_date = cancellation_date
        self.pac_rfc = pac_rfc
        self.version = version
        self.certificate_number = certificate_number
        self.xml_error = xml_error
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        SatInvoiceDirection, SatInvoiceParty, SatInvoiceResourceStatus, SatInvoiceStatus = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.uuid = take("uuid", None)
        instance.direction = SatInvoiceDirection.of(take("direction", None))
        instance.invoice_type = take("invoice_type", None)
        instance.resource_status = SatInvoiceResourceStatus.of(take("resource_status", None))
        instance.has_xml = take("has_xml", None)
        instance.status = SatInvoiceStatus.of(take("status", None))
        instance.issuer = (
            SatInvoiceParty.from_dict(value) if is_object(value := take("issuer", None)) else value
        )
        instance.receiver = (
            SatInvoiceParty.from_dict(value)
            if is_object(value := take("receiver", None))
            else value
        )
        instance.subtotal = take("subtotal", None)
        instance.total = take("total", None)
        instance.currency = take("currency", None)
        instance.exchange_rate = take("exchange_rate", None)
        instance.series = take("series", None)
        instance.folio = take("folio", None)
        instance.issue_date = take("issue_date", None)
        instance.stamp_date = take("stamp_date", None)
        instance.cancellation_date = take("cancellation_date", None)
        instance.pac_rfc = take("pac_rfc", None)
        instance.version = take("version", None)
        instance.certificate_number = take("certificate_number", None)
        instance.xml_error = take("xml_error", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.uuid) is not ABSENT:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.direction) is not None:
            fields["direction"] = value if type(value) is str else enum_text(value)
        if (value := self.invoice_type) is not None:
            fields["invoice_type"] = value if type(value) is str else enum_text(value)
        if (value := self.resource_status) is not None:
            fields["resource_status"] = value if type(value) is str else enum_text(value)
        if (value := self.has_xml) is not None:
            fields["has_xml"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.issuer) is not None:
            fields["issuer"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.receiver) is not None:
            fields["receiver"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.subtotal) is not None:
            fields["subtotal"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.total) is not None:
            fields["total"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.currency) is not None:
            fields["currency"] = value if type(value) is str else enum_text(value)
        if (value := self.exchange_rate) is not None:
            fields["exchange_rate"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.series) is not None:
            fields["series"] = value if type(value) is str else enum_text(value)
        if (value := self.folio) is not None:
            fields["folio"] = value if type(value) is str else enum_text(value)
        if (value := self.issue_date) is not None:
            fields["issue_date"] = value if type(value) is str else enum_text(value)
        if (value := self.stamp_date) is not None:
            fields["stamp_date"] = value if type(value) is str else enum_text(value)
        if (value := self.cancellation_date) is not None:
            fields["cancellation_date"] = value if type(value) is str else enum_text(value)
        if (value := self.pac_rfc) is not None:
            fields["pac_rfc"] = value if type(value) is str else enum_text(value)
        if (value := self.version) is not None:
            fields["version"] = value if type(value) is str else enum_text(value)
        if (value := self.certificate_number) is not None:
            fields["certificate_number"] = value if type(value) is str else enum_text(value)
        if (value := self.xml_error) is not None:
            fields["xml_error"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .sat_invoice_direction import SatInvoiceDirection
        from .sat_invoice_party import SatInvoiceParty
        from .sat_invoice_resource_status import SatInvoiceResourceStatus
        from .sat_invoice_status import SatInvoiceStatus

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


@cache
def _nested() -> tuple[
    type[SatInvoiceDirection],
    type[SatInvoiceParty],
    type[SatInvoiceResourceStatus],
    type[SatInvoiceStatus],
]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_invoice_direction import SatInvoiceDirection
    from .sat_invoice_party import SatInvoiceParty
    from .sat_invoice_resource_status import SatInvoiceResourceStatus
    from .sat_invoice_status import SatInvoiceStatus

    return SatInvoiceDirection, SatInvoiceParty, SatInvoiceResourceStatus, SatInvoiceStatus
