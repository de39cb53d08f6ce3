# Written by `make generate` from openapi.yaml; never edited.
"""The model `EmailDelivery`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.models import Model


class EmailDelivery(Model):
    """Who was sent what by e-mail."""

    recipients: list[str] | None
    """E-mail addresses it went to."""
    attachments: list[str] | None
    """Names of the attached files; may be absent."""

    __slots__ = (
        "recipients",
        "attachments",
    )

    def __init__(
        self,
        *,
        recipients: list[str] | None = None,
        attachments: list[str] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.recipients = recipients
        self.attachments = attachments
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.recipients = take("recipients", None)
        instance.attachments = take("attachments", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        if self.recipients is not None:
            needs_conversion()
        if self.attachments is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "recipients": array(STRING),
            "attachments": array(STRING),
        }
