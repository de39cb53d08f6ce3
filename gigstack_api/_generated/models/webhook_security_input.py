# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSecurityInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT
from gigstack_api._core.schema.models import Model


class WebhookSecurityInput(Model, kw_only=True):
    """Custom headers of a webhook."""

    headers: Mapping[str, Any] | None = None
    """Names and values of the headers; the values are secrets and cannot be read again."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "headers": OBJECT.as_secret(),
        }
