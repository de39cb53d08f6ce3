# Written by `make generate` from openapi.yaml; never edited.
"""The model `SupportDocument`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gigstack_api._core.schema.field_type import FieldType
from gigstack_api._core.schema.fields import INTEGER, STRING, array, enum, number
from gigstack_api._core.schema.models import Model
from gigstack_api._core.schema.objects import model
from gigstack_api._core.schema.types import ABSENT


class SupportDocument(Model, kw_only=True):
    """A document that supports a client, an invoice or a payment before the SAT."""

    id: str = ABSENT
    """Id (`doc_…`)."""
    document_type: SupportDocumentType | str | None = None
    """Kind of proof it gives."""
    name: str | None = None
    """Visible name."""
    description: str | None = None
    """Subject of the document."""
    file_url: str | None = None
    """Private address of the file; treat it as a credential."""
    file_name: str | None = None
    """Name of the uploaded file."""
    file_size: int | None = None
    """Size in bytes."""
    mime_type: str | None = None
    """Media type."""
    compliance_status: SupportDocumentStatus | str | None = None
    """State of its review."""
    compliance_notes: str | None = None
    """Notes of the review."""
    valid_from: int | None = None
    """Start of its validity (Unix milliseconds). Not confirmed by the API's documentation."""
    valid_until: int | None = None
    """End of its validity (Unix milliseconds). Not confirmed by the API's documentation."""
    ai_extraction: SupportDocumentExtraction | None = None
    """Data that a model read from it. Not started by the upload."""
    audits: list[SupportDocumentAudit] | None = None
    """Checks made with it."""
    created_at: int = ABSENT
    """When it was uploaded (Unix milliseconds)."""
    created_by: str | None = None
    """Id of the user."""
    updated_at: int | None = None
    """When it was last changed (Unix milliseconds)."""
    linked_entities: list[SupportDocumentLink] | None = None
    """Resources it is attached to."""

    @classmethod
    def wire_fields(cls) -> Mapping[str, FieldType[Any]]:
        """The documented fields by their names in the API."""
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


# Below the class, since two models may refer to each other.
from .support_document_audit import SupportDocumentAudit
from .support_document_extraction import SupportDocumentExtraction
from .support_document_link import SupportDocumentLink
from .support_document_status import SupportDocumentStatus
from .support_document_type import SupportDocumentType
