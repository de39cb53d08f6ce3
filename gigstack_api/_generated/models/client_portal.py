# Written by `make generate` from openapi.yaml; never edited.
"""The model `ClientPortal`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, number
from gigstack_api._core.schema.models import Model


class ClientPortal(Model, kw_only=True):
    """Link to the portal of a client."""

    url: str | None = None
    """Address that carries the credential; treat it as one."""
    expires_at: int | None = None
    """When it ends (Unix seconds or milliseconds)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "url": STRING.as_secret(),
            "expires_at": number(INTEGER, unit="s"),
        }
