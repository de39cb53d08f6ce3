# Written by `make generate` from openapi.yaml; never edited.
"""The model `RetentionPlatformServicesInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import is_list, is_object

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..types import RetentionPlatformServiceInputDict
    from .retention_platform_service_input import RetentionPlatformServiceInput


class RetentionPlatformServicesInput(Model):
    """Services of a digital platform for which taxes are retained."""

    periodicity: str | None
    """SAT code of how often is retained, two digits, `04` in the docs. Unverified: whether it is
    the periodicity catalogue of global invoices is not said.
    """
    services: Sequence[RetentionPlatformServiceInput | RetentionPlatformServiceInputDict] | None
    """The services one by one."""

    __slots__ = (
        "periodicity",
        "services",
    )

    def __init__(
        self,
        *,
        periodicity: str | None = None,
        services: Sequence[RetentionPlatformServiceInput | RetentionPlatformServiceInputDict]
        | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.periodicity = periodicity
        self.services = services
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (RetentionPlatformServiceInput,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.periodicity = take("periodicity", None)
        instance.services = (
            [
                RetentionPlatformServiceInput.from_dict(item) if is_object(item) else item
                for item in value
            ]
            if is_list(value := take("services", None))
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
        if (value := self.periodicity) is not None:
            fields["periodicity"] = value if type(value) is str else enum_text(value)
        if (value := self.services) is not None:
            fields["services"] = encode_models(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .retention_platform_service_input import RetentionPlatformServiceInput

        return {
            "periodicity": STRING,
            "services": array(model(RetentionPlatformServiceInput)),
        }


@cache
def _nested() -> tuple[type[RetentionPlatformServiceInput],]:
    """The classes of nested values, imported when the first object is read."""
    from .retention_platform_service_input import RetentionPlatformServiceInput

    return (RetentionPlatformServiceInput,)
