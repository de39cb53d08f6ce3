# Written by `make generate` from openapi.yaml; never edited.
"""SatInvoicePdf: The PDF of a mirrored invoice below `data`. Unverified: a precaution, no source shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SatInvoicePdf(Model):
    """The PDF of a mirrored invoice below `data`. Unverified: a precaution, no source shows it."""

    pdf: str | None = None
    """The PDF in base64."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "pdf": STRING.as_secret(),
        }
