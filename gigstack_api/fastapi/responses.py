"""The problem details as an app describes them in its OpenAPI document."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from .problems import MEDIA_TYPE, PROBLEMS, UNUSABLE, Problem

TEXT = {"type": "string"}
VALIDATION_ERROR: dict[str, Any] = {
    "title": "HTTPValidationError",
    "type": "object",
    "properties": {
        "detail": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "loc": {
                        "type": "array",
                        "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]},
                    },
                    "msg": TEXT,
                    "type": TEXT,
                },
                "required": ["loc", "msg", "type"],
            },
        }
    },
}
"""The 422 of FastAPI itself, which documents it only where an app documents no 422 of its own."""


def _schema(problems: list[Problem]) -> dict[str, Any]:
    """The schema of the problems that share a status."""
    return {
        "title": "Problem",
        "type": "object",
        "required": ["type", "title", "status"],
        "properties": {
            "type": {"enum": [f"urn:gigstack-api:{name}" for name in _names(problems)], **TEXT},
            "title": TEXT,
            "status": {"type": "integer", "enum": [problems[0].status]},
            "code": {**TEXT, "description": "The error code of the invoicing service."},
            "findings": {
                "type": "array",
                "description": "What the fiscal checks found.",
                "items": {
                    "type": "object",
                    "properties": {
                        **dict.fromkeys(("path", "code", "severity", "text_es", "text_en"), TEXT),
                        "sat": {"type": ["string", "null"]},
                    },
                },
            },
        },
    }


def _names(problems: list[Problem]) -> list[str]:
    return sorted({problem.name for problem in problems})


def _responses() -> dict[int | str, dict[str, Any]]:
    by_status: dict[int, list[Problem]] = {}
    for problem in (*PROBLEMS.values(), UNUSABLE):
        by_status.setdefault(problem.status, []).append(problem)
    responses: dict[int | str, dict[str, Any]] = {}
    for status, problems in sorted(by_status.items()):
        content = {MEDIA_TYPE: {"schema": _schema(problems)}}
        if status == HTTPStatus.UNPROCESSABLE_ENTITY:
            content["application/json"] = {"schema": VALIDATION_ERROR}
        description = f"{HTTPStatus(status).phrase}: {', '.join(_names(problems))}."
        responses[status] = {"description": description, "content": content}
    return responses


problem_responses: dict[int | str, dict[str, Any]] = _responses()
"""The responses of `problem_handlers` for the OpenAPI document of an app:
`FastAPI(responses=problem_responses)`."""
