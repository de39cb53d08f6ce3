# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceCancellation`."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import NUMBER, STRING, number
from gigstack_api._core.schema.models import Model


class InvoiceCancellation(Model):
    """How the cancellation of a CFDI stands.

    A cancellation can wait for the client; the event invoice.canceled follows it.
    """

    cancellation_status: str | None
    """State, for example `pending`."""
    cancelled_at: float | None
    """When it was cancelled, a Unix time. Unverified: unit not stated, taken to be milliseconds."""
    motive: str | None
    """SAT motive."""
    code: str | None
    """Code that the SAT answered, for example `201`."""
    requested_by: str | None
    """Who asked for it."""
    cancellation_receipt: str | None
    """Receipt (acuse) of the SAT."""
    cancellation_type: str | None
    """Kind of cancellation, for example `normal`."""
    last_checked: float | None
    """When the SAT was last asked, a Unix time. Unverified: unit not stated, taken to be
    milliseconds.
    """
    requested_at: float | None
    """When it was asked for, a Unix time. Unverified: unit not stated, taken to be milliseconds."""
    substitution_uuid: str | None
    """UUID of the CFDI that takes its place; with motive 01."""

    __slots__ = (
        "cancellation_status",
        "cancelled_at",
        "motive",
        "code",
        "requested_by",
        "cancellation_receipt",
        "cancellation_type",
        "last_checked",
        "requested_at",
        "substitution_uuid",
    )

    def __init__(
        self,
        *,
        cancellation_status: str | None = None,
        cancelled_at: float | None = None,
        motive: str | None = None,
        code: str | None = None,
        requested_by: str | None = None,
        cancellation_receipt: str | None = None,
        cancellation_type: str | None = None,
        last_checked: float | None = None,
        requested_at: float | None = None,
        substitution_uuid: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.cancellation_status = cancellation_status
        self.cancelled_at = cancelled_at
        self.motive = motive
        self.code = code
        self.requested_by = requested_by
        self.cancellation_receipt = cancellation_receipt
        self.cancellation_type = cancellation_type
        self.last_checked = last_checked
        self.requested_at = requested_at
        self.substitution_uuid = substitution_uuid
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.cancellation_status = take("cancellation_status", None)
        instance.cancelled_at = take("cancelled_at", None)
        instance.motive = take("motive", None)
        instance.code = take("code", None)
        instance.requested_by = take("requested_by", None)
        instance.cancellation_receipt = take("cancellation_receipt", None)
        instance.cancellation_type = take("cancellation_type", None)
        instance.last_checked = take("last_checked", None)
        instance.requested_at = take("requested_at", None)
        instance.substitution_uuid = take("substitution_uuid", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.cancellation_status) is not None:
            fields["cancellation_status"] = value if type(value) is str else enum_text(value)
        if (value := self.cancelled_at) is not None:
            fields["cancelled_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.motive) is not None:
            fields["motive"] = value if type(value) is str else enum_text(value)
        if (value := self.code) is not None:
            fields["code"] = value if type(value) is str else enum_text(value)
        if (value := self.requested_by) is not None:
            fields["requested_by"] = value if type(value) is str else enum_text(value)
        if (value := self.cancellation_receipt) is not None:
            fields["cancellation_receipt"] = value if type(value) is str else enum_text(value)
        if (value := self.cancellation_type) is not None:
            fields["cancellation_type"] = value if type(value) is str else enum_text(value)
        if (value := self.last_checked) is not None:
            fields["last_checked"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.requested_at) is not None:
            fields["requested_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else needs_conversion()
            )
        if (value := self.substitution_uuid) is not None:
            fields["substitution_uuid"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "cancellation_status": STRING,
            "cancelled_at": number(NUMBER, unit="ms"),
            "motive": STRING,
            "code": STRING,
            "requested_by": STRING,
            "cancellation_receipt": STRING,
            "cancellation_type": STRING,
            "last_checked": number(NUMBER, unit="ms"),
            "requested_at": number(NUMBER, unit="ms"),
            "substitution_uuid": STRING,
        }
