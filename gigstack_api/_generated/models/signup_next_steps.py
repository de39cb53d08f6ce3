# Written by `make generate` from openapi.yaml; never edited.
"""SignupNextSteps: What is left to do before CFDI can be stamped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SignupNextSteps(Model):
    """What is left to do before CFDI can be stamped."""

    fiel_upload_url: str | None = None
    """Call that uploads the FIEL, as "METHOD path" and not as an address, for example `POST
    /v2/teams/{team_id}/sat-connection`."""
    manifest_sign_url: str | None = None
    """Call that signs the manifest, as "METHOD path" and not as an address."""
    note: str | None = None
    """A hint in words."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "fiel_upload_url": STRING,
            "manifest_sign_url": STRING,
            "note": STRING,
        }
