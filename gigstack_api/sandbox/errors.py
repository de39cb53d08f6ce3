"""Refusals, in the two error envelopes of the API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .resource import Resource


class Refusal(Exception):
    """An error answer: its status, its JSON document and the headers it needs."""

    def __init__(
        self, status: int, document: dict[str, Any], headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.document = document
        self.headers = dict(headers or {})
        super().__init__(status, document)


def legacy_error(
    status: int, message: str, error: str, headers: Mapping[str, str] | None = None
) -> Refusal:
    """A refusal in the older envelope: `{message, error}`."""
    return Refusal(status, {"message": message, "error": error}, headers)


def api_error(
    status: int,
    code: str,
    message: str,
    details: Sequence[str] = (),
    headers: Mapping[str, str] | None = None,
) -> Refusal:
    """A refusal in the newer envelope: `{success: false, error: {code, message, details}}`."""
    return Refusal(
        status,
        {"success": False, "error": {"code": code, "message": message, "details": list(details)}},
        headers,
    )


def not_found(what: str) -> Refusal:
    """The 404 of a resource, in the documented words."""
    return legacy_error(
        404, f"{what.capitalize()} not found", f"The specified {what} does not exist"
    )


def require(resource: Resource | None, what: str) -> Resource:
    """A resource that was looked for.

    Raises:
        Refusal: 404, there is none.
    """
    if resource is None:
        raise not_found(what)
    return resource


def already_exists(message: str) -> Refusal:
    """The refusal of a duplicate where the spec documents no 409: a 400 with a telling code."""
    return api_error(400, "resource_already_exists", message)
