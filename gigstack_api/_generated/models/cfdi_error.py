# Written by `make generate` from openapi.yaml; never edited.
"""The model `CfdiError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model


class CfdiError(Model, kw_only=True):
    """A code with which a CFDI can be refused. A catalogue entry, not a failed invoice."""

    code: str | None = None
    """Code, for example `CFDI140223`."""
    description: str | None = None
    """Meaning of the code, in Spanish."""
    explanation: str | None = None
    """Why it happens, in English."""
    solution: str | None = None
    """How to resolve it, in English."""
    type: CfdiErrorType | str | None = None
    """Subject of the error."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "code": STRING,
            "description": STRING,
            "explanation": STRING,
            "solution": STRING,
            "type": enum(CfdiErrorType),
        }


# Below the class, since two models may refer to each other.
from .cfdi_error_type import CfdiErrorType
