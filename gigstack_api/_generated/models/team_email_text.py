# Written by `make generate` from openapi.yaml; never edited.
"""The model `TeamEmailText`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class TeamEmailText(Model, kw_only=True):
    """Text and subject of an e-mail."""

    body: str | None = None
    """Text."""
    subject: str | None = None
    """Subject."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "body": STRING,
            "subject": STRING,
        }
