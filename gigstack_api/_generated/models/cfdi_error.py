# Written by `make generate` from openapi.yaml; never edited.
"""The model `CfdiError`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .cfdi_error_type import CfdiErrorType


class CfdiError(Model):
    """A code with which a CFDI can be refused. A catalogue entry, not a failed invoice."""

    code: str | None
    """Code, for example `CFDI140223`."""
    description: str | None
    """Meaning of the code, in Spanish."""
    explanation: str | None
    """Why it happens, in English."""
    solution: str | None
    """How to resolve it, in English."""
    type: CfdiErrorType | str | None
    """Subject of the error."""

    __slots__ = (
        "code",
        "description",
        "explanation",
        "solution",
        "type",
    )

    def __init__(
        self,
        *,
        code: str | None = None,
        description: str | None = None,
        explanation: str | None = None,
        solution: str | None = None,
        type: CfdiErrorType | str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.code = code
        self.description = description
        self.explanation = explanation
        self.solution = solution
        self.type = type
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (CfdiErrorType,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.code = take("code", None)
        instance.description = take("description", None)
        instance.explanation = take("explanation", None)
        instance.solution = take("solution", None)
        instance.type = CfdiErrorType.of(take("type", None))
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.code) is not None:
            fields["code"] = value if type(value) is str else enum_text(value)
        if (value := self.description) is not None:
            fields["description"] = value if type(value) is str else enum_text(value)
        if (value := self.explanation) is not None:
            fields["explanation"] = value if type(value) is str else enum_text(value)
        if (value := self.solution) is not None:
            fields["solution"] = value if type(value) is str else enum_text(value)
        if (value := self.type) is not None:
            fields["type"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .cfdi_error_type import CfdiErrorType

        return {
            "code": STRING,
            "description": STRING,
            "explanation": STRING,
            "solution": STRING,
            "type": enum(CfdiErrorType),
        }


@cache
def _nested() -> tuple[type[CfdiErrorType],]:
    """The classes of nested values, imported when the first object is read."""
    from .cfdi_error_type import CfdiErrorType

    return (CfdiErrorType,)
