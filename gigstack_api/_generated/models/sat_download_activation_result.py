# Written by `make generate` from openapi.yaml; never edited.
"""SatDownloadActivationResult: How mass download was switched on."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .sat_download_activation_type import SatDownloadActivationType


class SatDownloadActivationResult(Model):
    """How mass download was switched on."""

    type: SatDownloadActivationType | str | None
    """Part of the plan, or added to it."""

    __slots__ = ("type",)

    def __init__(
        self,
        *,
        type: SatDownloadActivationType | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.type = type
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (SatDownloadActivationType,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.type = SatDownloadActivationType.of(take("type", None))
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.type) is not None:
            made["type"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .sat_download_activation_type import SatDownloadActivationType

        return {
            "type": enum(SatDownloadActivationType),
        }


@cache
def _nested() -> tuple[type[SatDownloadActivationType],]:
    """The classes of nested values, loaded when the first model is read."""
    from .sat_download_activation_type import SatDownloadActivationType

    return (SatDownloadActivationType,)
