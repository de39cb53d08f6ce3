# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatXmlRetry`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN
from gigstack_api._core.schema.models import Model


class SatXmlRetry(Model, kw_only=True):
    """Cost of fetching an XML again."""

    credit_charged: bool | None = None
    """Whether a download credit (0.20 MXN) was charged; may be absent."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "credit_charged": BOOLEAN,
        }
