"""Answers: statuses in one spelling, JSON before other media types."""

from __future__ import annotations

from gigstack_api._core.schema.types import is_object

from ..document import METHODS, Node
from ..media_types import is_json
from .shape import STATUS
from .slots import path_items
from .work import Work


def settle_answers(work: Work) -> None:
    """Lets each operation have a success answer, under its status or `2XX`."""
    for message in work.document.get("components", {}).get("responses", {}).values():
        _put_json_first(message)
    for place, item, _ in path_items(work.document):
        for method in METHODS:
            if is_object(operation := item.get(method)):
                is_call = place.startswith("paths.")
                _settle(work, operation, f"{place}.{method}.responses", is_call=is_call)


def _settle(work: Work, operation: Node, place: str, *, is_call: bool) -> None:
    found: Node = {}
    for status, answer in operation.get("responses", {}).items():
        code = status if status == "default" else status.upper()
        if not STATUS.fullmatch(code):
            work.refuse(f"{place}.{status}", "this is not a status.", "Write 200, 2XX or default.")
        found[code] = answer
        _put_json_first(answer)
    if is_call and not any(status.startswith("2") for status in found):
        found = _with_success(work, found, place)
    operation["responses"] = found


def _with_success(work: Work, answers: Node, place: str) -> Node:
    """The only answer, `default`, is the answer to success; without one, success has no body."""
    if "default" in answers:
        work.note(place, "`default` is read as the answer to success; there is no other.")
        return {"2XX" if status == "default" else status: item for status, item in answers.items()}
    if not any(status.startswith("3") for status in answers):
        work.note(place, "there is no answer to success; it is taken to be empty.")
    return {"2XX": {"description": ""}, **answers}


def _put_json_first(message: Node) -> None:
    if "$ref" in message:
        return
    message.setdefault("description", "")
    media: Node = message.get("content", {})
    for content in media.values():
        content.setdefault("schema", {})
    if media and not is_json(next(iter(media))):
        ordered = sorted(media, key=lambda media_type: not is_json(media_type))
        message["content"] = {media_type: media[media_type] for media_type in ordered}
