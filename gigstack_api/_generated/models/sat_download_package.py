# Written by `make generate` from openapi.yaml; never edited.
"""The model `SatDownloadPackage`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import STRING, enum
from gigstack_api._core.schema.models import Model

if TYPE_CHECKING:
    from .sat_download_encoding import SatDownloadEncoding


class SatDownloadPackage(Model):
    """A package of XML files inside a JSON answer."""

    encoding: SatDownloadEncoding | str | None
    """How the content is written."""
    content: str | None
    """The ZIP in base64."""

    __slots__ = (
        "encoding",
        "content",
    )

    def __init__(
        self,
        *,
        encoding: SatDownloadEncoding | str | None = None,
        content: str | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.encoding = encoding
        self.content = content
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (SatDownloadEncoding,) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.encoding = SatDownloadEncoding.of(take("encoding", None))
        instance.content = take("content", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.encoding) is not None:
            fields["encoding"] = value if type(value) is str else enum_text(value)
        if (value := self.content) is not None:
            fields["content"] = value if type(value) is str else enum_text(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .sat_download_encoding import SatDownloadEncoding

        return {
            "encoding": enum(SatDownloadEncoding),
            "content": STRING,
        }


@cache
def _nested() -> tuple[type[SatDownloadEncoding],]:
    """The classes of nested values, imported when the first object is read."""
    from .sat_download_encoding import SatDownloadEncoding

    return (SatDownloadEncoding,)
