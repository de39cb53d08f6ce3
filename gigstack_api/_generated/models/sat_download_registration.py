# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadRegistration`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class SatDownloadRegistration(Model):
    """Registration of a business with the SAT.

    Unverified: no answer was seen; the fields are inferred from what is sent and from the
    answer of the FIEL upload.
    """

    rfc: str | None
    """RFC of the business."""
    phone: str | None
    """Phone number of the registration."""
    sync_start_date: str | None
    """First day that is mirrored (YYYY-MM-DD)."""
    legal_name: str | None
    """Legal name."""
    max_monthly_invoices: int | None
    """Number of invoices a month."""
    registered: bool | None
    """Whether the business is registered with the SAT."""
    registered_at: int | None
    """When it was registered (Unix milliseconds)."""

    __slots__ = (
        "rfc",
        "phone",
        "sync_start_date",
        "legal_name",
        "max_monthly_invoices",
        "registered",
        "registered_at",
    )

    def __init__(
        self,
        *,
        rfc: str | None = None,
        phone: str | None = None,
        sync_start_date: str | None = None,
        legal_name: str | None = None,
        max_monthly_invoices: int | None = None,
        registered: bool | None = None,
        registered_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.rfc = rfc
        self.phone = phone
        self.sync_start_date = sync_start_date
        self.legal_name = legal_name
        self.max_monthly_invoices = max_monthly_invoices
        self.registered = registered
        self.registered_at = registered_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.rfc = take("rfc", None)
        instance.phone = take("phone", None)
        instance.sync_start_date = take("sync_start_date", None)
        instance.legal_name = take("legal_name", None)
        instance.max_monthly_invoices = take("max_monthly_invoices", None)
        instance.registered = take("registered", None)
        instance.registered_at = take("registered_at", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.rfc) is not None:
            fields["rfc"] = value if type(value) is str else enum_text(value)
        if (value := self.phone) is not None:
            fields["phone"] = value if type(value) is str else enum_text(value)
        if (value := self.sync_start_date) is not None:
            fields["sync_start_date"] = value if type(value) is str else enum_text(value)
        if (value := self.legal_name) is not None:
            fields["legal_name"] = value if type(value) is str else enum_text(value)
        if (value := self.max_monthly_invoices) is not None:
            fields["max_monthly_invoices"] = value if (type(value) is int) else needs_conversion()
        if (value := self.registered) is not None:
            fields["registered"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.registered_at) is not None:
            fields["registered_at"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "rfc": STRING,
            "phone": STRING,
            "sync_start_date": STRING,
            "legal_name": STRING,
            "max_monthly_invoices": INTEGER,
            "registered": BOOLEAN,
            "registered_at": number(INTEGER, unit="ms"),
        }
