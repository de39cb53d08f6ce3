# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadActivationResult`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import enum
from gigstack_api._core.schema.models import Model


class SatDownloadActivationResult(Model, kw_only=True):
    """How mass download was switched on."""

    type: SatDownloadActivationType | str | None = None
    """Part of the plan, or added to it."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "type": enum(SatDownloadActivationType),
        }


# Below the class, since two models may refer to each other.
from .sat_download_activation_type import SatDownloadActivationType
