"""How the bodies of operations are sent. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen
from openapi_python_client.parser.openapi import Endpoint

from gigstack_api.regenerate.document import Call, Node, resolve
from gigstack_api.regenerate.media_types import FORM, MULTIPART, is_json, plain

from .properties import role_of
from .readable import chosen_media_type
from .styles import JSON, style_of


@frozen
class Body:
    """How the body of an operation is sent.

    `kind` is `json`, `form` or `multipart` for a body with fields, which are arguments, and
    `whole`, `text` or `file` for one that is an argument itself.
    """

    kind: str
    media_type: str
    required: bool
    prop: Any
    fields: tuple[Any, ...] = ()
    schemas: Mapping[Any, Any] = {}
    styles: Mapping[str, str] = {}

    @property
    def has_fields(self) -> bool:
        """Whether its fields are arguments."""
        return self.kind in {"json", "form", "multipart"}


def find_body(
    document: Node, call: Call, endpoint: Endpoint, models: Mapping[str, Any]
) -> Body | None:
    """The body of an operation; None if it has none. `models` are those of the document."""
    given = call.operation.get("requestBody")
    if not given or not endpoint.bodies:
        return None
    prop: Any = endpoint.bodies[0].prop
    content: Node = resolve(document, given, call.place).get("content") or {}
    media_type = chosen_media_type(content)
    name = plain(media_type)
    kinds = {FORM: "form", MULTIPART: "multipart"}
    kind = kinds.get(name, "json" if is_json(media_type) else "file")
    sent = "application/json" if media_type == "*/*" else media_type
    if kind == "file":
        is_text = name.startswith("text/") or name.endswith(("/xml", "+xml", "/yaml"))
        return Body("text" if is_text else "file", sent, prop.required, prop)
    known = (
        models.get(str(prop.class_info.name)) if type(prop).__name__ == "ModelProperty" else None
    )
    fields = [*known.required_properties, *known.optional_properties] if known else []
    if not fields and role_of(prop) != "body":
        return Body("whole", sent, prop.required, prop)
    encoding: Node = content[media_type].get("encoding") or {}
    properties: Mapping[Any, Any] = prop.data.properties or {}
    styles = {
        name: JSON if is_json(how.get("contentType", "")) else style_of(how, {"object"})
        for name, how in encoding.items()
    }
    return Body(kind, sent, prop.required, prop, tuple(fields), properties, styles)
