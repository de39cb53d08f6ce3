# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadPackage`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model


class SatDownloadPackage(Model, kw_only=True):
    """A package of XML files inside a JSON answer."""

    encoding: SatDownloadEncoding | str | None = None
    """How the content is written."""
    content: str | None = None
    """The ZIP in base64."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "encoding": enum(SatDownloadEncoding),
            "content": STRING,
        }


# Below the class, since two models may refer to each other.
from .sat_download_encoding import SatDownloadEncoding
