# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamSat`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, INTEGER, number
from gigstack_api._core.schema.models import Model


class TeamSat(Model):
    """Connection of a team with the SAT."""

    completed: bool | None
    """Whether the CSD is connected."""
    connected_at: int | None
    """When it was connected (Unix seconds)."""
    csd_expires_at: int | None
    """When the CSD ends (Unix seconds in the sample; an official client takes values above 1e12
    for milliseconds).
    """

    __slots__ = (
        "completed",
        "connected_at",
        "csd_expires_at",
    )

    def __init__(
        self,
        *,
        completed: bool | None = None,
        connected_at: int | None = None,
        csd_expires_at: int | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.completed = completed
        self.connected_at = connected_at
        self.csd_expires_at = csd_expires_at
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.completed = take("completed", None)
        instance.connected_at = take("connected_at", None)
        instance.csd_expires_at = take("csd_expires_at", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.completed) is not None:
            fields["completed"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.connected_at) is not None:
            fields["connected_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.csd_expires_at) is not None:
            fields["csd_expires_at"] = value if (type(value) is int) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "completed": BOOLEAN,
            "connected_at": number(INTEGER, unit="s"),
            "csd_expires_at": number(INTEGER, unit="s"),
        }
