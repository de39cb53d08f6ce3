# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientEfos`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class ClientEfos(Model):
    """Check against the EFOS blacklist of the SAT."""

    is_valid: bool | None
    """False for a listed RFC."""

    __slots__ = ("is_valid",)

    def __init__(
        self,
        *,
        is_valid: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.is_valid = is_valid
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.is_valid = take("is_valid", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.is_valid) is not None:
            fields["is_valid"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "is_valid": BOOLEAN,
        }
