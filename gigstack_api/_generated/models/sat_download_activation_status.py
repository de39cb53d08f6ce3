# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadActivationStatus`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, enum
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model


class SatDownloadActivationStatus(Model, kw_only=True):
    """Whether mass download from the SAT is on, and its prices."""

    status: SatDownloadActivationState | str | None = None
    """Step still missing, if any."""
    planIncludesFeature: bool | None = None
    """Whether the plan contains mass download."""
    isActivated: bool | None = None
    """Whether it is switched on."""
    pricing: SatDownloadPricing | None = None
    """Its prices."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "status": enum(SatDownloadActivationState),
            "planIncludesFeature": BOOLEAN,
            "isActivated": BOOLEAN,
            "pricing": model(SatDownloadPricing),
        }


# Below the class, since two models may refer to each other.
from .sat_download_activation_state import SatDownloadActivationState
from .sat_download_pricing import SatDownloadPricing
