# Written by `make generate` from openapi.yaml; never edited.
"""InvoiceNamespace: XML namespace added to a CFDI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class InvoiceNamespace(Model):
    """XML namespace added to a CFDI."""

    prefix: str | None = None
    """Prefix of the names."""
    uri: str | None = None
    """URI of the namespace."""
    schema_location: str | None = None
    """Where its schema stands."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "prefix": STRING,
            "uri": STRING,
            "schema_location": STRING,
        }
