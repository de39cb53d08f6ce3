# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionStamp`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class RetentionStamp(Model, kw_only=True):
    """Stamp of a retention."""

    uuid: str | None = None
    """UUID of the CFDI."""
    stamped_at: str | None = None
    """When it was stamped (ISO 8601 text), with or without a zone."""
    provider: str | None = None
    """Who stamped it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "uuid": STRING,
            "stamped_at": STRING,
            "provider": STRING,
        }
