# Written by `make generate` from openapi.yaml; never edited.
"""TeamPeriodicity: How often a global invoice is made, as answers say it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    enum,
)
from gigstack_api._core.model import Model, not_plain, plain_text

if TYPE_CHECKING:
    from .settings_periodicity import SettingsPeriodicity


class TeamPeriodicity(Model):
    """How often a global invoice is made, as answers say it."""

    label: str | None
    """Name in Spanish, for example `Mes`."""
    value: SettingsPeriodicity | str | None
    """The word itself."""

    __slots__ = (
        "label",
        "value",
    )

    def __init__(
        self,
        *,
        label: str | None = None,
        value: SettingsPeriodicity | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.label = label
        self.value = value
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (SettingsPeriodicity,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.label = take("label", None)
        made.value = SettingsPeriodicity.of(take("value", None))
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.label) is not None:
            made["label"] = value if type(value) is str else plain_text(value)
        if (value := self.value) is not None:
            made["value"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .settings_periodicity import SettingsPeriodicity

        return {
            "label": STRING,
            "value": enum(SettingsPeriodicity),
        }


@cache
def _nested() -> tuple[type[SettingsPeriodicity],]:
    """The classes of nested values, loaded when the first model is read."""
    from .settings_periodicity import SettingsPeriodicity

    return (SettingsPeriodicity,)
