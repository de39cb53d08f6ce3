# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSecurityInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT
from gigstack_api._core.schema.models import Model


class WebhookSecurityInput(Model):
    """Custom headers of a webhook.

    Known from an official client, which leaves them to the web app.
    """

    headers: Mapping[str, Any] | None
    """Names and values of the headers; the values are secrets and cannot be read again."""

    __slots__ = ("headers",)

    def __init__(
        self,
        *,
        headers: Mapping[str, Any] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.headers = headers
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.headers = take("headers", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        if self.headers is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "headers": OBJECT.as_secret(),
        }
