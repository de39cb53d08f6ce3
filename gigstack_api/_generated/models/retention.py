# Written by `make generate` from openapi.yaml; never edited.
"""The model `Retention`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, OBJECT, STRING, enum, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class Retention(Model, kw_only=True):
    """A retention document (CFDI de retenciones). Lists can hold a short form."""

    id: str = ABSENT
    """Id: the UUID of the CFDI, or a `ret_…` id."""
    uuid: str = ABSENT
    """UUID of the CFDI (folio fiscal)."""
    status: RetentionStatus | str | None = None
    """State of the document."""
    document_type: str | None = None
    """Always `retenciones`."""
    retention_key: str | None = None
    """SAT retention type, two digits, 01 to 26."""
    folio_number: str | None = None
    """Folio, as a text (invoices have an integer)."""
    series: str | None = None
    """Series."""
    issuer: RetentionIssuer | None = None
    """Who retained. Not in every list item."""
    receiver: RetentionReceiver | None = None
    """From whom was retained."""
    period: RetentionPeriod | None = None
    """Months the document covers."""
    totals: RetentionTotals | None = None
    """Amounts."""
    stamp: RetentionStamp | None = None
    """Its stamp. Not in every list item."""
    verification_url: str | None = None
    """Address of the page where the SAT confirms the document. Only when one is created or read
    alone.
    """
    livemode: bool | None = None
    """Whether it was made with a live key."""
    created_at: int = ABSENT
    """When it was created (Unix milliseconds)."""
    metadata: dict[str, Any] | None = None
    """Keys and values of your own."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


# Below the class, since two models may refer to each other.
from .retention_issuer import RetentionIssuer
from .retention_period import RetentionPeriod
from .retention_receiver import RetentionReceiver
from .retention_stamp import RetentionStamp
from .retention_status import RetentionStatus
from .retention_totals import RetentionTotals
