"""The problems that a schema has with a value, in words that quote no secret. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema.exceptions import ValidationError

MAX_MESSAGE_LENGTH = 200
"""Longer validation messages are cut; they may quote the whole value."""


def find_problems(checker: Any, value: object, whole: str) -> Iterator[str]:
    """Each problem of a value, with its path; `whole` is the name of the value itself."""
    for error in checker.iter_errors(value):
        closest = _most_specific(error)
        place = ".".join(map(str, closest.absolute_path)) or whole
        message = "is not valid" if _is_secret(closest) else closest.message
        if len(message) > MAX_MESSAGE_LENGTH:
            message = f"{message[:MAX_MESSAGE_LENGTH]}..."
        yield f"{place}: {message}"


def _is_secret(error: ValidationError | None) -> bool:
    """Whether an error is about a secret, which its message would quote."""
    if error is None:
        return False
    schema: object = error.schema
    return (
        isinstance(schema, Mapping) and "x-secret" in schema and bool(schema["x-secret"])
    ) or _is_secret(error.parent)  # type: ignore[arg-type]  # the stubs know one kind of parent only


def _most_specific(error: ValidationError) -> ValidationError:
    """The deepest error of alternatives that all fail; other errors unchanged."""
    while error.context:
        error = max(error.context, key=lambda alternative: len(alternative.absolute_path))
    return error
