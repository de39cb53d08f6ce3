"""From a reply to the API error it stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    UnreadableReplyError,
    ValidationError,
)
from ..http.messages import HEAD_BYTES, Reply
from ..schema.redaction import HIDDEN, is_sensitive
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
"""Classes that the code decides whatever the status. For all others the status is more reliable."""


MOST_ERROR_BYTES = 256 * 1024
"""Of the body of an error. A longer one is described by its status: its details could be so many
that masking them would take minutes."""


def to_error(reply: Reply, *, method: str, path: str) -> APIError | None:
    """The error that a reply stands for; None if it is a success."""
    is_long = len(reply.body) > MOST_ERROR_BYTES
    is_success = 200 <= reply.status < 300
    document = reply.json_object if is_success or not is_long else None
    refused = (document or {}).get("success") is False
    if is_success and not refused:
        return None

    message, code, details = _read_envelope(None if is_long else document)
    kind = _class_for(reply.status, code)
    if kind is ConflictError and isinstance(details, list) and details:
        kind = MultipleMatchesError
    error = kind(
        message or _standard_message(reply),
        status=reply.status,
        code=code,
        details=details,
        method=method,
        path=path,
        body=reply.body[:HEAD_BYTES],
        headers=without_secrets(reply.headers),
    )
    if isinstance(error, RateLimitError):
        error.retry_after_s = reply.retry_after_s
    return error


SECRET_HEADER = re.compile("cookie|auth|location|refresh|referr?er|ur[il]$", re.IGNORECASE)
"""Names of headers with secrets: cookies, credentials, addresses that may be signed. The names of
secret fields count too."""


def without_secrets(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of an answer, with *** in place of values that may be secret."""
    return {
        name: str(HIDDEN)
        if SECRET_HEADER.search(name) or is_sensitive(name.replace("-", "_"))
        else value
        for name, value in headers.items()
    }


TOO_LARGE = "the answer is larger than max_answer_bytes allows"


def unreadable(
    problem: str, reply: Reply, *, method: str, path: str, drifts: Sequence[object] = ()
) -> UnreadableReplyError:
    """The error of a reply that is not what was promised."""
    return UnreadableReplyError(
        problem, status=reply.status, method=method, path=path, body=reply.body, drifts=drifts
    )


def _class_for(status: int, code: str | None) -> type[APIError]:
    by_code = BY_CODE.get(code or "")
    if by_code is not None and (status < 300 or by_code in ALWAYS_BY_CODE):
        return by_code
    return ServerError if status >= 500 else BY_STATUS.get(status, APIError)


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
    said = f"HTTP {reply.status}"
    try:
        from http import HTTPStatus

        said += f" {HTTPStatus(reply.status).phrase}"
    except ValueError:
        said += " unknown status"
    except (OSError, ImportError):  # no file descriptor is free for the module
        pass
    if 300 <= reply.status < 400:
        return f"{said}; redirects are not followed, so that the key cannot leak"
    return said
