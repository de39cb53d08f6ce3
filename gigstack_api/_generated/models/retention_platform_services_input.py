# Written by `make generate` from openapi.yaml; never edited.
"""RetentionPlatformServicesInput: Services of a digital platform for which taxes are retained."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, array, model
from ..._core.model import Model

if TYPE_CHECKING:
    from .retention_platform_service_input import RetentionPlatformServiceInput


@define(kw_only=True, repr=False)
class RetentionPlatformServicesInput(Model):
    """Services of a digital platform for which taxes are retained."""

    periodicity: str | None = None
    """SAT code of how often is retained, two digits, `04` in the docs. Unverified: whether it is the
    periodicity catalogue of global invoices is not said."""
    services: list[RetentionPlatformServiceInput] | None = None
    """The services one by one."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .retention_platform_service_input import RetentionPlatformServiceInput

        return {
            "periodicity": STRING,
            "services": array(model(RetentionPlatformServiceInput)),
        }
