# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadActivationStatus`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, enum
from gigstack_api._core.schema.models import Model, model
from gigstack_api._core.schema.types import is_object

if TYPE_CHECKING:
    from .sat_download_activation_state import SatDownloadActivationState
    from .sat_download_pricing import SatDownloadPricing


class SatDownloadActivationStatus(Model):
    """Whether mass download from the SAT is on, and its prices."""

    status: SatDownloadActivationState | str | None
    """Step still missing, if any."""
    planIncludesFeature: bool | None
    """Whether the plan contains mass download."""
    isActivated: bool | None
    """Whether it is switched on. A sample of the docs has false beside the status active, which
    looks like made-up data.
    """
    pricing: SatDownloadPricing | None
    """Its prices."""

    __slots__ = (
        "status",
        "planIncludesFeature",
        "isActivated",
        "pricing",
    )

    def __init__(
        self,
        *,
        status: SatDownloadActivationState | str | None = None,
        planIncludesFeature: bool | None = None,
        isActivated: bool | None = None,
        pricing: SatDownloadPricing | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.status = status
        self.planIncludesFeature = planIncludesFeature
        self.isActivated = isActivated
        self.pricing = pricing
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        SatDownloadActivationState, SatDownloadPricing = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.status = SatDownloadActivationState.of(take("status", None))
        instance.planIncludesFeature = take("planIncludesFeature", None)
        instance.isActivated = take("isActivated", None)
        instance.pricing = (
            SatDownloadPricing.from_dict(value)
            if is_object(value := take("pricing", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.status) is not None:
            fields["status"] = value if type(value) is str else enum_text(value)
        if (value := self.planIncludesFeature) is not None:
            fields["planIncludesFeature"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.isActivated) is not None:
            fields["isActivated"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.pricing) is not None:
            fields["pricing"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .sat_download_activation_state import SatDownloadActivationState
        from .sat_download_pricing import SatDownloadPricing

        return {
            "status": enum(SatDownloadActivationState),
            "planIncludesFeature": BOOLEAN,
            "isActivated": BOOLEAN,
            "pricing": model(SatDownloadPricing),
        }


@cache
def _nested() -> tuple[
    type[SatDownloadActivationState],
    type[SatDownloadPricing],
]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_activation_state import SatDownloadActivationState
    from .sat_download_pricing import SatDownloadPricing

    return SatDownloadActivationState, SatDownloadPricing
