# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientSearch`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import BOOLEAN, STRING
from gigstack_api._core.schema.models import Model


class ClientSearch(Model, kw_only=True):
    """Search key that turns a creation into find-or-create, or upsert.

    None matches: the client is created; one matches: it is used, and first updated when
    `update` is true; several match: the call is refused with 409 and their ids. Compatible
    with the older inline search of items.
    """

    on_key: str | None = None
    """Name of the field to match. Named by the docs: `tax_id`, `email`, `name`; nested ones
    (`metadata.external_id`) work by their dotted name. Unverified: nested keys are inferred
    from the metadata filter.
    """
    on_value: str | None = None
    """Value the field must have."""
    update: bool | None = None
    """Whether a match is updated with the fields sent along; defaults to false."""
    auto_create: bool | None = None
    """Whether to create when nothing matches. Only in older pages and official clients; the
    guide creates anyway.
    """
    safety_check: bool | None = None
    """Unverified: named by one official client for the search of items, meaning not documented."""

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
