# Written by `make generate` from openapi.yaml; never edited.
"""The model `FielUploadResult`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class FielUploadResult(Model):
    """The stored FIEL, and whether the business got registered along with it."""

    rfc: str | None
    """RFC in the certificate."""
    expires_at: int | None
    """When the certificate ends (Unix milliseconds)."""
    expires_at_readable: str | None
    """When the certificate ends (ISO 8601)."""
    serial_number: str | None
    """Serial number of the certificate."""
    sync_start_date: str | None
    """First day that is mirrored (YYYY-MM-DD)."""
    phone: str | None
    """Phone number of the registration."""
    registered: bool | None
    """Whether the business is registered with the SAT and the sync is on."""
    registered_at: int | None
    """When it was registered (Unix milliseconds); 0 in the sample of the docs."""

    __slots__ = (
        "rfc",
        "expires_at",
        "expires_at_readable",
        "serial_number",
        "sync_start_date",
        "phone",
        "registered",
        "registered_at",
    )

    def __init__(
        self,
        *,
        rfc: str | None = None,
        expires_at: int | None = None,
        expires_at_readable: str | None = None,
        serial_number: str | None = None,
        sync_start_date: str | None = None,
        phone: str | None = None,
        registered: bool | None = None,
        registered_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.rfc = rfc
        self.expires_at = expires_at
        self.expires_at_readable = expires_at_readable
        self.serial_number = serial_number
        self.sync_start_date = sync_start_date
        self.phone = phone
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
        instance.expires_at = take("expires_at", None)
        instance.expires_at_readable = take("expires_at_readable", None)
        instance.serial_number = take("serial_number", None)
        instance.sync_start_date = take("sync_start_date", None)
        instance.phone = take("phone", None)
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
        if (value := self.expires_at) is not None:
            fields["expires_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.expires_at_readable) is not None:
            fields["expires_at_readable"] = value if type(value) is str else enum_text(value)
        if (value := self.serial_number) is not None:
            fields["serial_number"] = value if type(value) is str else enum_text(value)
        if (value := self.sync_start_date) is not None:
            fields["sync_start_date"] = value if type(value) is str else enum_text(value)
        if (value := self.phone) is not None:
            fields["phone"] = value if type(value) is str else enum_text(value)
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
            "expires_at": number(INTEGER, unit="ms"),
            "expires_at_readable": STRING,
            "serial_number": STRING,
            "sync_start_date": STRING,
            "phone": STRING,
            "registered": BOOLEAN,
            "registered_at": number(INTEGER, unit="ms"),
        }
