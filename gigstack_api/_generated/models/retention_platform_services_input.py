# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionPlatformServicesInput`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..types import RetentionPlatformServiceInputDict


class RetentionPlatformServicesInput(Model, kw_only=True):
    """Services of a digital platform for which taxes are retained."""

    periodicity: str | None = None
    """SAT code of how often taxes are retained, two digits."""
    services: Sequence[RetentionPlatformServiceInput | RetentionPlatformServiceInputDict] | None = (
        None
    )
    """The services one by one."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "periodicity": STRING,
            "services": array(model(RetentionPlatformServiceInput)),
        }


# Below the class, since two models may refer to each other.
from .retention_platform_service_input import RetentionPlatformServiceInput
