# Written by `make generate` from openapi.yaml; never edited.
"""The model `InvoiceFiles`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import OBJECT, STRING, array, one_of
from gigstack_api._core.schema.models import Model


class InvoiceFiles(Model):
    """Files of a CFDI.

    Each may be missing. The addresses are signed or public (in the docs under
    storage.gigstack.io, in official clients under Google storage): fetch them without the API
    key.
    """

    pdf: str | None
    """Address of the PDF. An integrator is ready for the content itself (data: address or
    base64).
    """
    xml: str | None
    """Address of the XML. An integrator is ready for the content itself (data: address, base64
    or plain XML).
    """
    pdf_url: str | None
    """Address of the PDF, in the spelling an integrator is ready for."""
    xml_url: str | None
    """Address of the XML, in the spelling an integrator is ready for."""
    files: dict[str, Any] | list[dict[str, Any]] | None
    """The files one level deeper, an object with `pdf` and `xml` or a list. Unverified: only an
    integrator is ready for it.
    """

    __slots__ = (
        "pdf",
        "xml",
        "pdf_url",
        "xml_url",
        "files",
    )

    def __init__(
        self,
        *,
        pdf: str | None = None,
        xml: str | None = None,
        pdf_url: str | None = None,
        xml_url: str | None = None,
        files: dict[str, Any] | list[dict[str, Any]] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.pdf = pdf
        self.xml = xml
        self.pdf_url = pdf_url
        self.xml_url = xml_url
        self.files = files
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.pdf = take("pdf", None)
        instance.xml = take("xml", None)
        instance.pdf_url = take("pdf_url", None)
        instance.xml_url = take("xml_url", None)
        instance.files = take("files", None)
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.pdf) is not None:
            fields["pdf"] = value if type(value) is str else enum_text(value)
        if (value := self.xml) is not None:
            fields["xml"] = value if type(value) is str else enum_text(value)
        if (value := self.pdf_url) is not None:
            fields["pdf_url"] = value if type(value) is str else enum_text(value)
        if (value := self.xml_url) is not None:
            fields["xml_url"] = value if type(value) is str else enum_text(value)
        if self.files is not None:
            needs_conversion()
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        return {
            "pdf": STRING.as_secret(),
            "xml": STRING.as_secret(),
            "pdf_url": STRING.as_secret(),
            "xml_url": STRING.as_secret(),
            "files": one_of(OBJECT, array(OBJECT)).as_secret(),
        }
