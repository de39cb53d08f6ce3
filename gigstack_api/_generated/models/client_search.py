# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientSearch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model


class ClientSearch(Model, kw_only=True):
    """Search key that makes a creation find or create a client, or update it.

    No match: the client is created. One: it is used, and updated first if `update` is true.
    Several: the call is refused with 409 and their ids.
    """

    on_key: str | None = None
    """Name of the field to match: `tax_id`, `email` or `name`, or a nested one by its dotted
    name (`metadata.external_id`).
    """
    on_value: str | None = None
    """Value the field must have."""
    update: bool | None = None
    """Whether a match is updated with the fields sent along; defaults to false."""
    auto_create: bool | None = None
    """Whether to create a client if nothing matches. gigstack creates one anyway."""
    safety_check: bool | None = None
    """Has no documented meaning; sent as given. Not confirmed by the API's documentation."""

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
