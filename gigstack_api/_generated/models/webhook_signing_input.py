# Written by `make generate` from openapi.yaml; never edited.
"""The model `WebhookSigningInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class WebhookSigningInput(Model, kw_only=True):
    """Signing of a webhook."""

    enabled: bool | None = None
    """Whether deliveries are signed."""
    rotate: bool | None = None
    """Whether to make a new secret."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "enabled": BOOLEAN,
            "rotate": BOOLEAN,
        }
