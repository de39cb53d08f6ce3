# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocument`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Self

from gigstack_api._core.schema.encoding import enum_text, needs_conversion
from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.models import Model, encode_models, model
from gigstack_api._core.schema.types import ABSENT, is_list, is_object

if TYPE_CHECKING:
    from .support_document_audit import SupportDocumentAudit
    from .support_document_extraction import SupportDocumentExtraction
    from .support_document_link import SupportDocumentLink
    from .support_document_status import SupportDocumentStatus
    from .support_document_type import SupportDocumentType


class SupportDocument(Model):
    """A document that supports a client, an invoice or a payment before the SAT."""

    id: str
    """Id (`doc_…`)."""
    document_type: SupportDocumentType | str | None
    """Kind of proof it gives."""
    name: str | None
    """Visible name."""
    description: str | None
    """Subject of the document."""
    file_url: str | None
    """Private address of the file; treat it as a credential."""
    file_name: str | None
    """Name of the uploaded file."""
    file_size: int | None
    """Size in bytes."""
    mime_type: str | None
    """Media type."""
    compliance_status: SupportDocumentStatus | str | None
    """State of its review."""
    compliance_notes: str | None
    """Notes of the review."""
    valid_from: int | None
    """Start of its validity, a Unix time. Unverified: the unit is taken to be milliseconds, as
    for the other times of a document.
    """
    valid_until: int | None
    """End of its validity, a Unix time. Unverified: the unit is taken to be milliseconds, as for
    the other times of a document.
    """
    ai_extraction: SupportDocumentExtraction | None
    """Data that a model read from it. Not started by the upload."""
    audits: list[SupportDocumentAudit] | None
    """Checks made with it."""
    created_at: int
    """When it was uploaded (Unix milliseconds)."""
    created_by: str | None
    """Id of the user."""
    updated_at: int | None
    """When it was last changed (Unix milliseconds)."""
    linked_entities: list[SupportDocumentLink] | None
    """Resources it is attached to."""

    __slots__ = (
        "id",
        "document_type",
        "name",
        "description",
        "file_url",
        "file_name",
        "file_size",
        "mime_type",
        "compliance_status",
        "compliance_notes",
        "valid_from",
        "valid_until",
        "ai_extraction",
        "audits",
        "created_at",
        "created_by",
        "updated_at",
        "linked_entities",
    )

    def __init__(
        self,
        *,
        id: str = ABSENT,
        document_type: SupportDocumentType | str | None = None,
        name: str | None = None,
        description: str | None = None,
        file_url: str | None = None,
        file_name: str | None = None,
        file_size: int | None = None,
        mime_type: str | None = None,
        compliance_status: SupportDocumentStatus | str | None = None,
        compliance_notes: str | None = None,
        valid_from: int | None = None,
        valid_until: int | None = None,
        ai_extraction: SupportDocumentExtraction | None = None,
        audits: list[SupportDocumentAudit] | None = None,
        created_at: int = ABSENT,
        created_by: str | None = None,
        updated_at: int | None = None,
        linked_entities: list[SupportDocumentLink] | None = None,
        additional_properties: dict[str, Any] | None = None,
    ) -> None:
        self.id = id
        self.document_type = document_type
        self.name = name
        self.description = description
        self.file_url = file_url
        self.file_name = file_name
        self.file_size = file_size
        self.mime_type = mime_type
        self.compliance_status = compliance_status
        self.compliance_notes = compliance_notes
        self.valid_from = valid_from
        self.valid_until = valid_until
        self.ai_extraction = ai_extraction
        self.audits = audits
        self.created_at = created_at
        self.created_by = created_by
        self.updated_at = updated_at
        self.linked_entities = linked_entities
        self.additional_properties = {} if additional_properties is None else additional_properties

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """A model from a JSON object. A value of an unexpected type is kept unchanged."""
        (
            SupportDocumentAudit,
            SupportDocumentExtraction,
            SupportDocumentLink,
            SupportDocumentStatus,
            SupportDocumentType,
        ) = _nested()
        rest = dict(values)
        take = rest.pop
        instance = object.__new__(cls)
        instance.id = take("id", None)
        instance.document_type = SupportDocumentType.of(take("document_type", None))
        instance.name = take("name", None)
        instance.description = take("description", None)
        instance.file_url = take("file_url", None)
        instance.file_name = take("file_name", None)
        instance.file_size = take("file_size", None)
        instance.mime_type = take("mime_type", None)
        instance.compliance_status = SupportDocumentStatus.of(take("compliance_status", None))
        instance.compliance_notes = take("compliance_notes", None)
        instance.valid_from = take("valid_from", None)
        instance.valid_until = take("valid_until", None)
        instance.ai_extraction = (
            SupportDocumentExtraction.from_dict(value)
            if is_object(value := take("ai_extraction", None))
            else value
        )
        instance.audits = (
            [SupportDocumentAudit.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("audits", None))
            else value
        )
        instance.created_at = take("created_at", None)
        instance.created_by = take("created_by", None)
        instance.updated_at = take("updated_at", None)
        instance.linked_entities = (
            [SupportDocumentLink.from_dict(item) if is_object(item) else item for item in value]
            if is_list(value := take("linked_entities", None))
            else value
        )
        instance.additional_properties = {**rest} if rest else {}
        return instance

    def encode_fields(self) -> dict[str, Any]:
        """The JSON object, if none of its values needs a conversion.

        Raises:
            NeedsConversion: A value needs one, or an unknown field is set.
        """
        fields: dict[str, Any] = {}
        value: Any
        if (value := self.id) is not ABSENT:
            fields["id"] = value if type(value) is str else enum_text(value)
        if (value := self.document_type) is not None:
            fields["document_type"] = value if type(value) is str else enum_text(value)
        if (value := self.name) is not None:
            fields["name"] = value if type(value) is str else enum_text(value)
        if (value := self.description) is not None:
            fields["description"] = value if type(value) is str else enum_text(value)
        if (value := self.file_url) is not None:
            fields["file_url"] = value if type(value) is str else enum_text(value)
        if (value := self.file_name) is not None:
            fields["file_name"] = value if type(value) is str else enum_text(value)
        if (value := self.file_size) is not None:
            fields["file_size"] = value if (type(value) is int) else needs_conversion()
        if (value := self.mime_type) is not None:
            fields["mime_type"] = value if type(value) is str else enum_text(value)
        if (value := self.compliance_status) is not None:
            fields["compliance_status"] = value if type(value) is str else enum_text(value)
        if (value := self.compliance_notes) is not None:
            fields["compliance_notes"] = value if type(value) is str else enum_text(value)
        if (value := self.valid_from) is not None:
            fields["valid_from"] = value if (type(value) is int) else needs_conversion()
        if (value := self.valid_until) is not None:
            fields["valid_until"] = value if (type(value) is int) else needs_conversion()
        if (value := self.ai_extraction) is not None:
            fields["ai_extraction"] = (
                value.encode_fields() if isinstance(value, Model) else needs_conversion()
            )
        if (value := self.audits) is not None:
            fields["audits"] = encode_models(value)
        if (value := self.created_at) is not ABSENT:
            fields["created_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.created_by) is not None:
            fields["created_by"] = value if type(value) is str else enum_text(value)
        if (value := self.updated_at) is not None:
            fields["updated_at"] = value if (type(value) is int) else needs_conversion()
        if (value := self.linked_entities) is not None:
            fields["linked_entities"] = encode_models(value)
        return needs_conversion() if self.additional_properties else fields

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
        from .support_document_audit import SupportDocumentAudit
        from .support_document_extraction import SupportDocumentExtraction
        from .support_document_link import SupportDocumentLink
        from .support_document_status import SupportDocumentStatus
        from .support_document_type import SupportDocumentType

        return {
            "id": STRING.always(),
            "document_type": enum(SupportDocumentType),
            "name": STRING,
            "description": STRING,
            "file_url": STRING.as_secret(),
            "file_name": STRING,
            "file_size": INTEGER,
            "mime_type": STRING,
            "compliance_status": enum(SupportDocumentStatus),
            "compliance_notes": STRING,
            "valid_from": number(INTEGER, unit="ms"),
            "valid_until": number(INTEGER, unit="ms"),
            "ai_extraction": model(SupportDocumentExtraction),
            "audits": array(model(SupportDocumentAudit)),
            "created_at": number(INTEGER, unit="ms").always(),
            "created_by": STRING,
            "updated_at": number(INTEGER, unit="ms"),
            "linked_entities": array(model(SupportDocumentLink)),
        }


@cache
def _nested() -> tuple[
    type[SupportDocumentAudit],
    type[SupportDocumentExtraction],
    type[SupportDocumentLink],
    type[SupportDocumentStatus],
    type[SupportDocumentType],
]:
    """The classes of nested values, imported when the first object is read."""
    from .support_document_audit import SupportDocumentAudit
    from .support_document_extraction import SupportDocumentExtraction
    from .support_document_link import SupportDocumentLink
    from .support_document_status import SupportDocumentStatus
    from .support_document_type import SupportDocumentType

    return (
        SupportDocumentAudit,
        SupportDocumentExtraction,
        SupportDocumentLink,
        SupportDocumentStatus,
        SupportDocumentType,
    )
