# Written by `make generate` from openapi.yaml; never edited.
"""The model `SignupNextSteps`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING
from gigstack_api._core.schema.models import Model


class SignupNextSteps(Model, kw_only=True):
    """Steps left before CFDI can be stamped."""

    fiel_upload_url: str | None = None
    """Call that uploads the FIEL, as "METHOD path" and not as an address, for example `POST
    /v2/teams/{team_id}/sat-connection`.
    """
    manifest_sign_url: str | None = None
    """Call that signs the manifest, as "METHOD path" and not as an address."""
    note: str | None = None
    """A hint in words."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "fiel_upload_url": STRING,
            "manifest_sign_url": STRING,
            "note": STRING,
        }
