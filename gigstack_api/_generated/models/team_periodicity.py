# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamPeriodicity`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (SettingsPeriodicity,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.label = take("label", None)
        instance.value = SettingsPeriodicity.of(take("value", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.label) is not None:
            fields["label"] = value if type(value) is str else enum_text(value)
        if (value := self.value) is not None:
            fields["value"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .settings_periodicity import SettingsPeriodicity

        return {
            "label": STRING,
            "value": enum(SettingsPeriodicity),
        }


@cache
def _nested() -> tuple[type[SettingsPeriodicity],]:
    """The classes of nested values, imported when the first object is read."""
    from .settings_periodicity import SettingsPeriodicity

    return (SettingsPeriodicity,)
