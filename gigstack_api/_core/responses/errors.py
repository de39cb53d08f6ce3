"""From a reply to the API error it stands for."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

from ...errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    MultipleMatchesError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StampingError,
    ValidationError,
)
from ..http.messages import HEAD_BYTES, Reply
from ..schema.types import is_object

BY_STATUS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: ValidationError,
    429: RateLimitError,
}

BY_CODE: dict[str, type[APIError]] = {
    "unauthorized": AuthenticationError,
    "invalid_token": AuthenticationError,
    "forbidden": PermissionDeniedError,
    "insufficient_permissions": PermissionDeniedError,
    "validation_failed": ValidationError,
    "invalid_request_body": ValidationError,
    "missing_required_field": ValidationError,
    "invalid_field_value": ValidationError,
    "resource_not_found": NotFoundError,
    "file_not_found": NotFoundError,
    "resource_already_exists": ConflictError,
    "resource_conflict": ConflictError,
    "rate_limit_exceeded": RateLimitError,
    "cfdi_service_error": StampingError,
    "external_service_error": ServerError,
    "payment_processor_error": ServerError,
    "internal_server_error": ServerError,
    "service_unavailable": ServerError,
    "database_error": ServerError,
    "data_integrity_error": ServerError,
}

ALWAYS_BY_CODE = {ValidationError, RateLimitError, StampingError}
"""Classes that a code decides whatever the status; for the rest the status is the better
witness.
"""


def error_of(reply: Reply, *, method: str, path: str) -> APIError | None:
    """The error an answer stands for; None if it is none."""
    document = _document_of(reply)
    refused = (document or {}).get("success") is False
    if 200 <= reply.status < 300 and not refused:
        return None
    message, code, details = _read_envelope(document)
    known = _class_of(reply.status, code)
    if known is ConflictError and isinstance(details, list) and details:
        known = MultipleMatchesError
    error = known(
        message or _standard_message(reply),
        status=reply.status,
        code=code,
        details=details,
        method=method,
        path=path,
        body=reply.body[:HEAD_BYTES],
    )
    if isinstance(error, RateLimitError):
        error.retry_after_s = reply.retry_after_s()
    return error


def _class_of(status: int, code: str | None) -> type[APIError]:
    by_code = BY_CODE.get(code or "")
    if by_code is not None and (status < 300 or by_code in ALWAYS_BY_CODE):
        return by_code
    return ServerError if status >= 500 else BY_STATUS.get(status, APIError)


def _document_of(reply: Reply) -> dict[str, Any] | None:
    if not reply.is_json:
        return None
    try:
        document = reply.document()
    except ValueError:
        return None
    return document if is_object(document) else None


def _read_envelope(envelope: dict[str, Any] | None) -> tuple[str | None, str | None, Any]:
    """Message, code and details of either error envelope, or of a bare code."""
    if envelope is None:
        return None, None, None
    error, message = envelope.get("error"), _text(envelope.get("message"))
    if is_object(error):
        return (
            _text(error.get("message")) or message,
            _text(error.get("code")),
            error.get("details", envelope.get("details")),
        )
    text = _text(error)
    code = _text(envelope.get("code"))
    if text is not None and re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", text):
        return message or text.replace("_", " "), text, envelope.get("details")
    parts = [part for part in (message, text) if part]
    return ": ".join(dict.fromkeys(parts)) or None, code, envelope.get("details")


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _standard_message(reply: Reply) -> str:
    try:
        phrase = HTTPStatus(reply.status).phrase
    except ValueError:
        phrase = "unknown status"
    if 300 <= reply.status < 400:
        return (
            f"HTTP {reply.status} {phrase}; redirects are not followed, so that the key cannot leak"
        )
    return f"HTTP {reply.status} {phrase}"
