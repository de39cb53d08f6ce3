"""Media types: which are JSON, and which are forms."""

from __future__ import annotations

import re

from .options import options

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

LINES = re.compile(r"application/(x-)?(ndjson|jsonl|jsonlines|json-seq|yaml)")
"""Media types of texts that are read as texts: a file of JSON lines looks like a JSON answer."""


def plain(media_type: str) -> str:
    """A media type without its parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON, by its name or by `content_type_overrides` of the options."""
    name = plain(media_type)
    name = (options().content_type_overrides or {}).get(name, name)
    return name in {JSON, "*/*"} or name.endswith("+json")


def is_text_media(media_type: str) -> bool:
    """Whether an answer of a media type is read as a text."""
    name = plain(media_type)
    return name.startswith("text/") or bool(LINES.fullmatch(name))
