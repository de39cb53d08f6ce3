# Written by `make generate` from openapi.yaml; never edited.
"""The model `Retention`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, OBJECT, STRING, enum, number
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import ABSENT, is_object

if TYPE_CHECKING:
    from .retention_issuer import RetentionIssuer
    from .retention_period import RetentionPeriod
    from .retention_receiver import RetentionReceiver
    from .retention_stamp import RetentionStamp
    from .retention_status import RetentionStatus
    from .retention_totals import RetentionTotals


class Retention(Model):
    """A retention document (CFDI de retenciones). Lists and the guide can hold a short form."""

    id: str
    """Id: the same as `uuid` on the operation pages, `ret_…` in the guide."""
    uuid: str
    """UUID of the CFDI (folio fiscal)."""
    status: RetentionStatus | str | None
    """State of the document."""
    document_type: str | None
    """Always `retenciones`."""
    retention_key: str | None
    """SAT retention type, two digits, 01 to 26. The docs name 01, 14, 16 and 26."""
    folio_number: str | None
    """Folio, as a text (invoices have an integer)."""
    series: str | None
    """Series, `RET` in the docs."""
    issuer: RetentionIssuer | None
    """Who retained. Not in every list item, nor in the guide."""
    receiver: RetentionReceiver | None
    """From whom was retained."""
    period: RetentionPeriod | None
    """Months the document covers."""
    totals: RetentionTotals | None
    """Amounts."""
    stamp: RetentionStamp | None
    """Its stamp. Not in every list item."""
    verification_url: str | None
    """Address of the page where the SAT confirms the document. Only when one is created or read
    alone.
    """
    livemode: bool | None
    """Whether it was made with a live key."""
    created_at: int
    """When it was created (Unix milliseconds)."""
    metadata: dict[str, Any] | None
    """Keys and values of your own."""

    __slots__ = (
        "id",
        "uuid",
        "status",
        "document_type",
        "retention_key",
        "folio_number",
        "series",
        "issuer",
        "receiver",
        "period",
        "totals",
        "stamp",
        "verification_url",
        "livemode",
        "created_at",
        "metadata",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        uuid: str = ABSENT,
        status: RetentionStatus | str | None = None,
        document_type: str | None = None,
        retention_key: str | None = None,
        folio_number: str | None = None,
        series: str | None = None,
        issuer: RetentionIssuer | None = None,
        receiver: RetentionReceiver | None = None,
        period: RetentionPeriod | None = None,
        totals: RetentionTotals | None = None,
        stamp: RetentionStamp | None = None,
        verification_url: str | None = None,
        livemode: bool | None = None,
        created_at: int = ABSENT,
        metadata: dict[str, Any] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.uuid = uuid
        self.status = status
        self.document_type = document_type
        self.retention_key = retention_key
        self.folio_number = folio_number
        self.series = series
        self.issuer = issuer
        self.receiver = receiver
        self.period = period
        self.totals = totals
        self.stamp = stamp
        self.verification_url = verification_url
        self.livemode = livemode
        self.created_at = created_at
        self.metadata = metadata
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            RetentionIssuer,
            RetentionPeriod,
            RetentionReceiver,
            RetentionStamp,
            RetentionStatus,
            RetentionTotals,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.uuid = take("uuid", None)
        instance.status = RetentionStatus.of(take("status", None))
        instance.document_type = take("document_type", None)
        instance.retention_key = take("retention_key", None)
        instance.folio_number = take("folio_number", None)
        instance.series = take("series", None)
        instance.issuer = (
            RetentionIssuer.from_dict(value) if is_object(value := take("issuer", None)) else value
        )
        instance.receiver = (
            RetentionReceiver.from_dict(value)
            if is_object(value := take("receiver", None))
            else value
        )
        instance.period = (
            RetentionPeriod.from_dict(value) if is_object(value := take("period", None)) else value
        )
        instance.totals = (
            RetentionTotals.from_dict(value) if is_object(value := take("totals", None)) else value
        )
        instance.stamp = (
            RetentionStamp.from_dict(value) if is_object(value := take("stamp", None)) else value
        )
        instance.verification_url = take("verification_url", None)
        instance.livemode = take("livemode", None)
        instance.created_at = take("created_at", None)
        instance.metadata = take("metadata", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.uuid) is not ABSENT:
            fields["uuid"] = value if type(value) is str else enum_text(value)
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.document_type) is not None:
            fields["document_type"] = value if type(value) is str else enum_text(value)
        if (value := self.retention_key) is not None:
            fields["retention_key"] = value if type(value) is str else enum_text(value)
        if (value := self.folio_number) is not None:
            fields["folio_number"] = value if type(value) is str else enum_text(value)
        if (value := self.series) is not None:
            fields["series"] = value if type(value) is str else enum_text(value)
        if (value := self.issuer) is not None:
            fields["issuer"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.receiver) is not None:
            fields["receiver"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.period) is not None:
            fields["period"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.totals) is not None:
            fields["totals"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.stamp) is not None:
            fields["stamp"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.verification_url) is not None:
            fields["verification_url"] = value if type(value) is str else enum_text(value)
        if (value := self.livemode) is not None:
            fields["livemode"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if self.metadata is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .retention_issuer import RetentionIssuer
        from .retention_period import RetentionPeriod
        from .retention_receiver import RetentionReceiver
        from .retention_stamp import RetentionStamp
        from .retention_status import RetentionStatus
        from .retention_totals import RetentionTotals

        return {
            "id": STRING.always(),
            "uuid": STRING.always(),
            "status": enum(RetentionStatus),
            "document_type": STRING,
            "retention_key": STRING,
            "folio_number": STRING,
            "series": STRING,
            "issuer": model(RetentionIssuer),
            "receiver": model(RetentionReceiver),
            "period": model(RetentionPeriod),
            "totals": model(RetentionTotals),
            "stamp": model(RetentionStamp),
            "verification_url": STRING,
            "livemode": BOOLEAN,
            "created_at": number(INTEGER, unit="ms").always(),
            "metadata": OBJECT,
        }


@cache
def _nested() -> tuple[
    type[RetentionIssuer],
    type[RetentionPeriod],
    type[RetentionReceiver],
    type[RetentionStamp],
    type[RetentionStatus],
    type[RetentionTotals],
]:
    """The classes of nested values, imported when the first object is read."""
    from .retention_issuer import RetentionIssuer
    from .retention_period import RetentionPeriod
    from .retention_receiver import RetentionReceiver
    from .retention_stamp import RetentionStamp
    from .retention_status import RetentionStatus
    from .retention_totals import RetentionTotals

    return (
        RetentionIssuer,
        RetentionPeriod,
        RetentionReceiver,
        RetentionStamp,
        RetentionStatus,
        RetentionTotals,
    )
