# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatXmlRetry`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class SatXmlRetry(Model):
    """Cost of fetching an XML again."""

    credit_charged: bool | None
    """Whether a download credit (0.20 MXN) was charged; may be absent."""

    __slots__ = ("credit_charged",)

    def __init__(
        self,
        *,
        credit_charged: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.credit_charged = credit_charged
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.credit_charged = take("credit_charged", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.credit_charged) is not None:
            fields["credit_charged"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "credit_charged": BOOLEAN,
        }
