# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatInvoicePdf`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SatInvoicePdf(Model, kw_only=True):
    """The PDF of a mirrored invoice below `data`."""

    pdf: str | None = None
    """The PDF in base64."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "pdf": STRING.as_secret(),
        }
