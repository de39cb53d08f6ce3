# Written by `make generate` from openapi.yaml; never edited.
"""CfdiError: A code with which a CFDI can be refused. A catalogue entry, not a failed invoice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import define

from ..._core.kinds import STRING, Kind, enum
from ..._core.model import Model

if TYPE_CHECKING:
    from .cfdi_error_type import CfdiErrorType


@define(kw_only=True, repr=False)
class CfdiError(Model):
    """A code with which a CFDI can be refused. A catalogue entry, not a failed invoice."""

    code: str | None = None
    """Code, for example `CFDI140223`."""
    description: str | None = None
    """What the code stands for, in Spanish."""
    explanation: str | None = None
    """Why it happens, in English."""
    solution: str | None = None
    """What to do about it, in English."""
    type: CfdiErrorType | str | None = None
    """What it is about."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, Kind[Any]]:
        """The documented fields by the API's names."""
        from .cfdi_error_type import CfdiErrorType

        return {
            "code": STRING,
            "description": STRING,
            "explanation": STRING,
            "solution": STRING,
            "type": enum(CfdiErrorType),
        }
