# Written by `make generate` from openapi.yaml; never edited.
"""WebhookSigningInput: Signing of a webhook. Known from an official client only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    BOOLEAN,
    Kind,
)
from gigstack_api._core.model import Model, not_plain


class WebhookSigningInput(Model):
    """Signing of a webhook. Known from an official client only."""

    enabled: bool | None
    """Whether deliveries are signed."""
    rotate: bool | None
    """Whether to make a new secret."""

    __slots__ = (
        "enabled",
        "rotate",
    )

    def __init__(
        self,
        *,
        enabled: bool | None = None,
        rotate: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.enabled = enabled
        self.rotate = rotate
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.enabled = take("enabled", None)
        made.rotate = take("rotate", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.enabled) is not None:
            made["enabled"] = value if (type(value) is bool) else not_plain()
        if (value := self.rotate) is not None:
            made["rotate"] = value if (type(value) is bool) else not_plain()
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "enabled": BOOLEAN,
            "rotate": BOOLEAN,
        }
