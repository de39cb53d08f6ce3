"""The rule for uploads of openapi.yaml: files are checked before they are sent."""

from __future__ import annotations

from collections.abc import Iterator

from gigstack_api._core.files.content import BY_MEDIA_TYPE
from gigstack_api._core.schema.types import is_list

from ..model import Node, components


def uploads_are_described(spec: Node) -> Iterator[str]:
    """A file to upload lists the accepted kinds and, where known, its largest size. Other fields
    have neither.
    """
    for component, schema in components(spec).items():
        for name, field in schema.get("properties", {}).items():
            kinds, most = field.get("x-media-types"), field.get("x-max-bytes")
            where = f"{component}.{name}"
            if field.get("format") != "binary":
                if kinds is not None or most is not None:
                    yield f"{where}: x-media-types and x-max-bytes are for files to upload"
                continue
            if not kinds or not is_list(kinds) or not BY_MEDIA_TYPE.keys() >= set(kinds):
                known = sorted(BY_MEDIA_TYPE)
                yield f"{where}: list the accepted kinds in x-media-types, out of {known}"
            if most is not None and (type(most) is not int or most < 1):
                yield f"{where}: x-max-bytes must be a number of bytes, not {most!r}"
