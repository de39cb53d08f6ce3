"""Media types: which are JSON, and which are forms."""

from __future__ import annotations

from .options import options

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


def plain(media_type: str) -> str:
    """A media type without its parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON, by its name or by `content_type_overrides` of the options."""
    name = plain(media_type)
    name = (options().content_type_overrides or {}).get(name, name)
    return name in {JSON, "*/*"} or name.endswith("+json")
