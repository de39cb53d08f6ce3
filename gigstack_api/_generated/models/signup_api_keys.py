# Written by `make generate` from openapi.yaml; never edited.
"""SignupApiKeys: The keys of a new account, shown once; secrets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import define

from ..._core.kinds import STRING, Kind
from ..._core.model import Model


@define(kw_only=True, repr=False)
class SignupApiKeys(Model):
    """The keys of a new account, shown once; secrets."""

    live: str | None = None
    """Live key (JWT)."""
    test: str | None = None
    """Test key (JWT)."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""

        return {
            "live": STRING.as_secret(),
            "test": STRING.as_secret(),
        }
