# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadActivationStatus: Whether mass download from the SAT is on, and its prices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    Kind,
    enum,
    model,
)
from gigstack_api._core.model import Model, not_plain, plain_text
from gigstack_api._core.shapes import is_object

if TYPE_CHECKING:
    from .sat_download_activation_state import SatDownloadActivationState
    from .sat_download_pricing import SatDownloadPricing


class SatDownloadActivationStatus(Model):
    """Whether mass download from the SAT is on, and its prices."""

    status: SatDownloadActivationState | str | None
    """What is missing, if anything."""
    planIncludesFeature: bool | None
    """Whether the plan contains mass download."""
    isActivated: bool | None
    """Whether it is switched on. A sample of the docs has false beside the status active,
    which looks like made-up data."""
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
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        SatDownloadActivationState, SatDownloadPricing = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.status = SatDownloadActivationState.of(take("status", None))
        made.planIncludesFeature = take("planIncludesFeature", None)
        made.isActivated = take("isActivated", None)
        made.pricing = (
            SatDownloadPricing.from_dict(value)
            if is_object(value := take("pricing", None))
            else value
        )
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.status) is not None:
            made["status"] = value if type(value) is str else plain_text(value)
        if (value := self.planIncludesFeature) is not None:
            made["planIncludesFeature"] = value if (type(value) is bool) else not_plain()
        if (value := self.isActivated) is not None:
            made["isActivated"] = value if (type(value) is bool) else not_plain()
        if (value := self.pricing) is not None:
            made["pricing"] = value.plain_fields() if isinstance(value, Model) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
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
    """The classes of nested values, loaded when the first model is read."""
    from .sat_download_activation_state import SatDownloadActivationState
    from .sat_download_pricing import SatDownloadPricing

    return SatDownloadActivationState, SatDownloadPricing
