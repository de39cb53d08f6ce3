"""Bodies of requests: one media type each."""

from __future__ import annotations

from collections.abc import Iterator

from gigstack_api._core.schema.types import is_object

from ..document import METHODS, Node
from ..media_types import FORM, JSON, MULTIPART, is_json, plain
from .slots import path_items
from .work import Work

BINARY: Node = {"type": "string", "format": "binary"}


def settle_bodies(work: Work) -> None:
    """Chooses the media type of each body: JSON, a form, a form with files, others."""
    for place, holder, key in _bodies(work.document):
        body = holder[key]
        if "$ref" in body:
            continue
        content: Node = body.get("content", {})
        if not content:
            del holder[key]
            work.note(place, "a body without content is left out.")
            continue
        chosen = min(content, key=rank)
        if len(content) > 1:
            others = ", ".join(media_type for media_type in content if media_type != chosen)
            work.note(place, f"the body is sent as {chosen}, not as {others}.")
        media = content[chosen]
        if not is_object(media.get("schema")):
            media["schema"] = dict(BINARY) if is_binary(chosen) else {}
        if plain(chosen) in ("*/*", "application/*"):
            chosen = JSON
        body["content"] = {chosen: media}


def is_binary(media_type: str) -> bool:
    """Whether a media type has no fields, so that a body without a schema is a file."""
    return rank(media_type) >= rank("application/octet-stream")


def rank(media_type: str) -> int:
    """The place of a media type among those that a body may have, the best first."""
    order = ("*/*", "application/*", FORM, MULTIPART, "application/octet-stream")
    name = plain(media_type)
    if name in order:
        return 2 + order.index(name)
    if is_json(media_type):
        return 0 if name == JSON else 1
    return 2 + len(order)


def _bodies(document: Node) -> Iterator[tuple[str, Node, str]]:
    """The place of each body, what holds it, and its key there."""
    shared = document.get("components", {}).get("requestBodies", {})
    for name in list(shared):
        yield f"components.requestBodies.{name}", shared, name
    for place, item, _ in path_items(document):
        for method in METHODS:
            operation = item.get(method)
            if is_object(operation) and is_object(operation.get("requestBody")):
                yield f"{place}.{method}.requestBody", operation, "requestBody"
