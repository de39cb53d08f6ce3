# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadActivationResult`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import enum
from gigstack_api._core.schema.models import Model

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
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (SatDownloadActivationType,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.type = SatDownloadActivationType.of(take("type", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.type) is not None:
            fields["type"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .sat_download_activation_type import SatDownloadActivationType

        return {
            "type": enum(SatDownloadActivationType),
        }


@cache
def _nested() -> tuple[type[SatDownloadActivationType],]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_activation_type import SatDownloadActivationType

    return (SatDownloadActivationType,)
