# Written by `make generate` from openapi.yaml; never edited.
"""The model `SignupApiKeys`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SignupApiKeys(Model, kw_only=True):
    """The keys of a new account, shown once; secrets."""

    live: str | None = None
    """Live key (JWT)."""
    test: str | None = None
    """Test key (JWT)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "live": STRING.as_secret(),
            "test": STRING.as_secret(),
        }
