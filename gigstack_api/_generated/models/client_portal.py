# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientPortal`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class ClientPortal(Model):
    """Link to the portal of a client."""

    url: str | None
    """Address that carries the credential; treat it as one."""
    expires_at: int | None
    """When it ends, a Unix time; official clients are ready for seconds and milliseconds."""

    __slots__ = (
        "url",
        "expires_at",
    )

    def __init__(
        self,
        *,
        url: str | None = None,
        expires_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.url = url
        self.expires_at = expires_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.url = take("url", None)
        instance.expires_at = take("expires_at", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.url) is not None:
            fields["url"] = value if type(value) is str else enum_text(value)
        if (value := self.expires_at) is not None:
            fields["expires_at"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "url": STRING.as_secret(),
            "expires_at": number(INTEGER, unit="s"),
        }
