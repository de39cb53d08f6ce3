# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientSearch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model


class ClientSearch(Model):
    """Search key that turns a creation into find-or-create, or upsert.

    None matches: the client is created; one matches: it is used, and first updated when
    `update` is true; several match: the call is refused with 409 and their ids. Compatible
    with the older inline search of items.
    """

    on_key: str | None
    """Name of the field to match. Named by the docs: `tax_id`, `email`, `name`; nested ones
    (`metadata.external_id`) work by their dotted name. Unverified: nested keys are inferred
    from the metadata filter.
    """
    on_value: str | None
    """Value the field must have."""
    update: bool | None
    """Whether a match is updated with the fields sent along; defaults to false."""
    auto_create: bool | None
    """Whether to create when nothing matches. Only in older pages and official clients; the
    guide creates anyway.
    """
    safety_check: bool | None
    """Unverified: named by one official client for the search of items, meaning not documented."""

    __slots__ = (
        "on_key",
        "on_value",
        "update",
        "auto_create",
        "safety_check",
    )

    def __init__(
        self,
        *,
        on_key: str | None = None,
        on_value: str | None = None,
        update: bool | None = None,
        auto_create: bool | None = None,
        safety_check: bool | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.on_key = on_key
        self.on_value = on_value
        self.update = update
        self.auto_create = auto_create
        self.safety_check = safety_check
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.on_key = take("on_key", None)
        instance.on_value = take("on_value", None)
        instance.update = take("update", None)
        instance.auto_create = take("auto_create", None)
        instance.safety_check = take("safety_check", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.on_key) is not None:
            fields["on_key"] = value if type(value) is str else enum_text(value)
        if (value := self.on_value) is not None:
            fields["on_value"] = value if type(value) is str else enum_text(value)
        if (value := self.update) is not None:
            fields["update"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.auto_create) is not None:
            fields["auto_create"] = value if (type(value) is bool) else needs_conversion()
        if (value := self.safety_check) is not None:
            fields["safety_check"] = value if (type(value) is bool) else needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "on_key": STRING,
            "on_value": STRING,
            "update": BOOLEAN,
            "auto_create": BOOLEAN,
            "safety_check": BOOLEAN,
        }
