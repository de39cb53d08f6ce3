# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSigningInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class WebhookSigningInput(Model):
    """Signing of a webhook. Known from an official client only."""

    enabled: bool | None
    """Whether deliveries are signed."""
    rotate: bool | None
    """Whether to make a new secret."""

    __slots__ = (
        "enabled",
        "rotate",
    )

    def __init__(
        self,
        *,
        enabled: bool | None = None,
        rotate: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.enabled = enabled
        self.rotate = rotate
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.enabled = take("enabled", None)
        instance.rotate = take("rotate", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.enabled) is not None:
            fields["enabled"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.rotate) is not None:
            fields["rotate"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "enabled": BOOLEAN,
            "rotate": BOOLEAN,
        }
