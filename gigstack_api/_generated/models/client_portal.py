# Written by `make generate` from openapi.yaml; never edited.
"""ClientPortal: Link to the portal of a client."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any, Self

from gigstack_api._core.kinds import (
    INTEGER,
    STRING,
    Kind,
    number,
)
from gigstack_api._core.model import Model, not_plain, plain_text


class ClientPortal(Model):
    """Link to the portal of a client."""

    url: str | None
    """Address that carries the credential; treat it as one."""
    expires_at: int | None
    """When it ends, a Unix time; official clients are ready for seconds and milliseconds."""

    __slots__ = (
        "url",
        "expires_at",
    )

    def __init__(
        self,
        *,
        url: str | None = None,
        expires_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.url = url
        self.expires_at = expires_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The model of a JSON object. A value of an unexpected type is kept as it came."""
        rest = dict(values)
        take = rest.pop
        made = object.__new__(cls)
        made.url = take("url", None)
        made.expires_at = take("expires_at", None)
        made.additional_properties = {**rest} if rest else {}
        return made

    def plain_fields(self) -> dict[str, Any]:
        """The JSON object of plain values that need no look at their kinds.

        Raises:
            NotPlain: one of them does.
        """
        made: dict[str, Any] = {}
        value: Any
        if (value := self.url) is not None:
            made["url"] = value if type(value) is str else plain_text(value)
        if (value := self.expires_at) is not None:
            made["expires_at"] = (
                value
                if (type(value) is int or (type(value) is float and isfinite(value)))
                else not_plain()
            )
        return not_plain() if self.additional_properties else made

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "url": STRING.as_secret(),
            "expires_at": number(INTEGER, unit="s"),
        }
