# Written by `make generate` from openapi.yaml; never edited.
"""SatXmlRetry: What fetching an XML again cost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import BOOLEAN, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SatXmlRetry(Model):
    """What fetching an XML again cost."""

    credit_charged: bool | None = None
    """Whether a download credit (0.20 MXN) was charged; may be absent."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "credit_charged": BOOLEAN,
        }
