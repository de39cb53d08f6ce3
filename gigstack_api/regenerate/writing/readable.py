"""A document as openapi-python-client can read it: it knows few media types. Pure.

`described` reads the whole document, and so knows the rest.
"""

from __future__ import annotations

import copy

from gigstack_api._core.schema.types import is_object
from gigstack_api.regenerate.document import Node, calls, resolve
from gigstack_api.regenerate.media_types import FORM, JSON, MULTIPART, is_json, plain

BYTES: Node = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def chosen_media_type(content: Node) -> str:
    """The media type that is used if there are several: JSON, else a form, else the first."""
    first = next(iter(content), "")
    forms = [name for form in (FORM, MULTIPART) for name in content if plain(name) == form]
    return next(filter(is_json, content), next(iter(forms), first))


def readable(document: Node) -> Node:
    """A copy of a document whose bodies and answers have media types that the generator reads."""
    changed = copy.deepcopy(document)
    for call in calls(changed):
        operation = call.operation
        if is_object(body := operation.get("requestBody")):
            resolved = copy.deepcopy(resolve(changed, body, call.place))
            resolved["content"] = _body(resolved.get("content") or {})
            operation["requestBody"] = resolved
        answers: Node = operation.get("responses") or {}
        for status, answer in answers.items():
            found = resolve(changed, answer, call.place)
            if content := found.get("content"):
                answers[status] = {**found, "content": _answer(content)}
        for index, parameter in enumerate(operation.get("parameters") or ()):
            found = resolve(changed, parameter, call.place)
            if "schema" not in found and (content := found.get("content")):
                schema = next(iter(content.values())).get("schema", {})
                operation["parameters"][index] = {**found, "schema": schema}
    return changed


def _body(content: Node) -> Node:
    media_type = chosen_media_type(content)
    if is_json(media_type):
        return {JSON: content[media_type]}
    name = plain(media_type)
    return {name: content[media_type]} if name in {FORM, MULTIPART} else BYTES


def _answer(content: Node) -> Node:
    found = next(filter(is_json, content), None)
    return BYTES if found is None else {JSON: content[found]}
