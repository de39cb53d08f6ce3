# Written by `make generate` from openapi.yaml; never edited.
"""SignupApiKeys: The keys of a new account, shown once; secrets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.kinds import (
    STRING,
    Kind,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class SignupApiKeys(Model):
    """The keys of a new account, shown once; secrets."""

    live: str | None
    """Live key (JWT)."""
    test: str | None
    """Test key (JWT)."""

    __slots__ = (
        "live",
        "test",
    )

    def __init__(
        self,
        *,
        live: str | None = None,
        test: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.live = live
        self.test = test
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.live = take("live", None)
        made.test = take("test", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.live) is not None:
            made["live"] = value if type(value) is str else plain_text(value)
        if (value := self.test) is not None:
            made["test"] = value if type(value) is str else plain_text(value)
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "live": STRING.as_secret(),
            "test": STRING.as_secret(),
        }
