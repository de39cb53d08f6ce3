"""The request that each operation of a spec stands for, made from the spec as it was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object

from .samples import Node, Samples

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
FILE = b"\x00 the bytes of a file"
PICTURE = b"\x89PNG\r\n\x1a\n and more"
IGNORED = ("accept", "content-type", "authorization")


@frozen
class Expected:
    """An operation, what it is called with, and the request and the answer that follow.

    `arguments` are the values by their places and names in the API: `("query", "limit")`. `body` is
    the body that is expected: a JSON value, a text, bytes, or the sorted pairs of a form.
    """

    path: str
    method: str
    arguments: dict[tuple[str, str], Any]
    sent_path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    cookies: dict[str, str]
    media_type: str | None
    body: Any
    answer_status: int
    answer_type: str | None
    answer: Any


def expected_calls(document: Node) -> Iterator[Expected]:
    """All operations of a spec."""
    samples = Samples(document)
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield _expected(samples, path, method, item)


def _expected(samples: Samples, path: str, method: str, item: Node) -> Expected:
    operation = item[method]
    parameters = _parameters(samples, item, operation)
    arguments = {
        (place, name): samples.value(parameter.get("schema", {}))
        for (place, name), parameter in parameters.items()
    }
    for place, name in arguments:
        if place == "cookie":
            arguments[place, name] = "a-cookie"  # blanks are not allowed there
    sent_path = path
    query: list[tuple[str, str]] = []
    headers: dict[str, str] = {}
    cookies: dict[str, str] = {}
    for (place, name), value in arguments.items():
        if place == "path":
            sent_path = sent_path.replace(f"{{{name}}}", quote(_text(value), safe=""))
        elif place == "query":
            query += _pairs(name, value, parameters["query", name])
        else:
            (headers if place == "header" else cookies)[name] = _text(value)
    media_type, body = None, None
    if "requestBody" in operation:
        media_type, body = _body(samples, samples.resolve(operation["requestBody"]), arguments)
    status, answer_type, answer = _answer(samples, operation["responses"])
    return Expected(
        path=path,
        method=method.upper(),
        arguments=arguments,
        sent_path=sent_path,
        query=sorted(query),
        headers=headers,
        cookies=cookies,
        media_type=media_type,
        body=body,
        answer_status=status,
        answer_type=answer_type,
        answer=answer,
    )


def _parameters(samples: Samples, item: Node, operation: Node) -> dict[tuple[str, str], Node]:
    found = [*item.get("parameters", ()), *operation.get("parameters", ())]
    resolved = map(samples.resolve, found)
    return {
        (each["in"], each["name"]): each
        for each in resolved
        if not (each["in"] == "header" and each["name"].lower() in IGNORED)
    }


def _text(value: object) -> str:
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def _pairs(name: str, value: Any, parameter: Node) -> list[tuple[str, str]]:
    """A value as parameters of a query or fields of a form are written."""
    style = parameter.get("style", "form")
    explode = parameter.get("explode", style == "form")
    if is_object(value):
        if style == "deepObject":
            pairs = (_pairs(f"{name}[{key}]", item, parameter) for key, item in value.items())
        else:
            pairs = (_pairs(key, item, {}) for key, item in value.items())
        return [pair for each in pairs for pair in each]
    if is_list(value):
        if style == "deepObject":
            items = (_pairs(f"{name}[{at}]", item, parameter) for at, item in enumerate(value))
            return [pair for each in items for pair in each]
        texts = [_text(item) for item in value]
        return [(name, text) for text in texts] if explode else [(name, ",".join(texts))]
    return [(name, _text(value))]


def _body(
    samples: Samples, body: Node, arguments: dict[tuple[str, str], Any]
) -> tuple[str | None, Any]:
    """The media type and the body, whose fields are added to the arguments."""
    media_type, content = _chosen(body["content"])
    schema = content.get("schema", {})
    if media_type in (FORM, MULTIPART):
        value = samples.value(schema)
        fields = samples.schema(schema).get("properties", {})
        for name, field in fields.items():
            if samples.schema(field).get("format") == "binary":
                value[name] = FILE
        value = {name: item for name, item in value.items() if name in fields}
        arguments.update({("body", name): item for name, item in value.items()})
        encoding = content.get("encoding", {})
        nested = {"style": "deepObject"}
        pairs = [
            pair
            for name, item in value.items()
            for pair in _pairs(
                name, item, encoding.get(name) or (nested if is_object(item) else {})
            )
        ]
        if not value:
            return None, None
        return (media_type, sorted(pairs)) if media_type == FORM else (media_type, value)
    value = FILE if samples.schema(schema).get("format") == "binary" else samples.value(schema)
    properties = samples.schema(schema).get("properties")
    if is_object(value) and properties:
        arguments.update({("body", name): item for name, item in value.items()})
    else:
        arguments["whole", ""] = value
    return ("application/json" if media_type == "*/*" else media_type), value


def _chosen(content: Node) -> tuple[str, Node]:
    """The media type that is used: JSON before any other."""
    plain = [name for name in content if "json" in name or name == "*/*"]
    name = plain[0] if plain else next(iter(content))
    return name, content[name]


def _answer(samples: Samples, responses: Node) -> tuple[int, str | None, Any]:
    """The first answer for success: its status, its media type, its value."""
    status = next((str(each) for each in responses if str(each).startswith("2")), "default")
    answer = samples.resolve(responses[status])
    number = int(status) if status.isdecimal() else 200
    if not answer.get("content"):
        return number, None, None
    media_type, content = _chosen(answer["content"])
    schema = content.get("schema", {})
    if samples.schema(schema).get("format") == "binary":
        return number, media_type, PICTURE if media_type == "image/png" else FILE
    return number, media_type, samples.value(schema)
