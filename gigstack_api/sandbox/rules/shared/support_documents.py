"""Support documents, attached to any resource."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from ...call import Answer, Call, UploadedFile
from ...errors import api_error

MAX_BYTES = 10 * 1024 * 1024
SIGNATURES = {
    rb"%PDF-": "application/pdf",
    rb"\x89PNG\r\n\x1a\n": "image/png",
    rb"\xff\xd8\xff": "image/jpeg",
    rb"RIFF....WEBP": "image/webp",
}
"""The first bytes of the accepted files, as patterns."""


def upload(call: Call, entity_type: str, entity_id: str) -> Answer:
    """Stores a document and attaches it to a resource.

    Raises:
        Refusal: 400, it is too large, or its type is not accepted.
    """
    file = call.files["file"]
    media_type = detect_media_type(file)
    now, document_id = call.state.now_ms(), call.state.new_id("doc")

    document: dict[str, Any] = {
        "id": document_id,
        "document_type": call.body["documentType"],
        "name": call.body.get("name", file.name),
        "description": call.body.get("description"),
        "file_url": f"{call.base_url}/files/{document_id}",
        "file_name": file.name,
        "file_size": len(file.content),
        "mime_type": media_type,
        "compliance_status": "pending_review",
        "created_at": now,
        "updated_at": now,
        "linked_entities": [{"entity_type": entity_type, "entity_id": entity_id, "linked_at": now}],
    }

    call.collection("documents")[document_id] = document
    call.state.store_file(document_id, file.content, media_type)
    return Answer(200, success_envelope(call, document, "Support document uploaded successfully"))


def list_attached(call: Call, entity_id: str) -> Answer:
    """All documents attached to a resource."""
    found = [
        document
        for document in call.collection("documents").values()
        if any(link["entity_id"] == entity_id for link in document["linked_entities"])
    ]
    return Answer(200, success_envelope(call, found, "Support documents retrieved successfully"))


def detect_media_type(file: UploadedFile) -> str:
    """The media type of a file, by its first bytes.

    Raises:
        Refusal: 400, it is too large, or its type is not accepted.
    """
    if len(file.content) > MAX_BYTES:
        raise api_error(400, "file_upload_error", f"The file is larger than {MAX_BYTES} bytes")
    for magic, media_type in SIGNATURES.items():
        if re.match(magic, file.content, re.DOTALL):
            return media_type
    raise api_error(
        400, "invalid_file_format", "Only PDF, PNG, JPG, JPEG and WEBP files are accepted"
    )


def success_envelope(call: Call, data: object, message: str) -> dict[str, Any]:
    """The newer success envelope, with a time in ISO 8601."""
    moment = (
        datetime.fromtimestamp(call.state.now_ms() / 1000, UTC)
        .isoformat(timespec="milliseconds")
        .replace("+00:00", "Z")
    )
    return {"success": True, "data": data, "message": message, "timestamp": moment}
