# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamPeriodicity`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model


class TeamPeriodicity(Model, kw_only=True):
    """How often a global invoice is made, as answers say it."""

    label: str | None = None
    """Name in Spanish, for example `Mes`."""
    value: SettingsPeriodicity | str | None = None
    """The word itself."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "label": STRING,
            "value": enum(SettingsPeriodicity),
        }


# Below the class, since two models may refer to each other.
from .settings_periodicity import SettingsPeriodicity
