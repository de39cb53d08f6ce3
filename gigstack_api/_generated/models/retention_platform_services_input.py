# Written by `make generate` from openapi.yaml; never edited.
"""RetentionPlatformServicesInput: Services of a digital platform for which taxes are retained."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
    array,
    model,
)
from gigstack_api._core.model import Model, not_plain, plain_models, plain_text
from gigstack_api._core.shapes import is_list, is_object

if TYPE_CHECKING:
    from .retention_platform_service_input import RetentionPlatformServiceInput


class RetentionPlatformServicesInput(Model):
    """Services of a digital platform for which taxes are retained."""

    periodicity: str | None
    """SAT code of how often is retained, two digits, `04` in the docs. Unverified: whether
    it is the periodicity catalogue of global invoices is not said."""
    services: list[RetentionPlatformServiceInput] | None
    """The services one by one."""

    __slots__ = (
        "periodicity",
        "services",
    )

    def __init__(
        self,
        *,
        periodicity: str | None = None,
        services: list[RetentionPlatformServiceInput] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.periodicity = periodicity
        self.services = services
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        (RetentionPlatformServiceInput,) = _nested()
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.periodicity = take("periodicity", None)
        made.services = (
            [
                RetentionPlatformServiceInput.from_dict(each) if is_object(each) else each
                for each in value
            ]
            if is_list(value := take("services", None))
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
        if (value := self.periodicity) is not None:
            made["periodicity"] = value if type(value) is str else plain_text(value)
        if (value := self.services) is not None:
            made["services"] = plain_models(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .retention_platform_service_input import RetentionPlatformServiceInput

        return {
            "periodicity": STRING,
            "services": array(model(RetentionPlatformServiceInput)),
        }


@cache
def _nested() -> tuple[type[RetentionPlatformServiceInput],]:
    """The classes of nested values, loaded when the first model is read."""
    from .retention_platform_service_input import RetentionPlatformServiceInput

    return (RetentionPlatformServiceInput,)
