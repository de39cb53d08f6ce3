# Written by `make generate` from openapi.yaml; never edited.
"""Complement: Complement of a CFDI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class Complement(Model):
    """Complement of a CFDI."""

    type: str | None = None
    """Kind; `custom` is the only one seen."""
    data: str | None = None
    """The complement as XML text."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "type": STRING,
            "data": STRING,
        }
