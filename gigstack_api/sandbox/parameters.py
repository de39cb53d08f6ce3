"""The parameters of a query: their names, and their texts as values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .schemas import types_of


def is_metadata_filter(name: str) -> bool:
    """Whether a query parameter filters by metadata, in either notation."""
    return name.startswith(("metadata.", "metadata_")) and len(name) > len("metadata.")


def parse_parameter(text: str, schema: Mapping[str, Any]) -> Any:
    """A parameter as its type.

    A text that is not of the type stays a text, which the schema then refuses: an integer has up
    to 18 digits, a boolean is `true` or `false`.
    """
    kinds = types_of(schema)
    if "string" in kinds:
        return text
    if "array" in kinds:
        return text.split(",")
    if "integer" in kinds and re.fullmatch(r"-?[0-9]{1,18}", text):
        return int(text)
    if "number" in kinds and re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", text):
        return float(text)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    return text
