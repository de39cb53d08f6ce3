# Written by `make generate` from openapi.yaml; never edited.
"""The model `EmailDelivery`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, array
from gigstack_api._core.schema.models import Model


class EmailDelivery(Model, kw_only=True):
    """Who was sent what by e-mail."""

    recipients: list[str] | None = None
    """E-mail addresses it went to."""
    attachments: list[str] | None = None
    """Names of the attached files; may be absent."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "recipients": array(STRING),
            "attachments": array(STRING),
        }
