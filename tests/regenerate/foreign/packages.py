"""The packages made from the specs, imported, and how their methods are called."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator
from email import message_from_bytes
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, cast
from urllib.parse import parse_qsl

import httpx
from attrs import frozen

from gigstack_api import BaseClient, RetryPolicy
from gigstack_api.regenerate import regenerate
from scripts import yaml_files

from .expected import FORM, MULTIPART, Expected
from .samples import Node

SPECS = Path(__file__).parent / "specs"
NAMES = sorted(path.stem for path in SPECS.glob("*.yaml"))
KEY = "user:a-key-of-some-length"


def spec(name: str) -> Node:
    """A spec as it was written."""
    document: Node = yaml_files.read(SPECS / f"{name}.yaml")
    return document


@frozen
class Foreign:
    """A package made from a spec."""

    name: str
    class_name: str

    @property
    def client_class(self) -> type[BaseClient]:
        """Its client class."""
        found: type[BaseClient] = getattr(import_module(self.name), self.class_name)
        return found

    def modules(self) -> Iterator[ModuleType]:
        """All its modules, imported."""
        package = import_module(self.name)
        yield package
        for found in walk_packages(package.__path__, f"{self.name}."):
            yield import_module(found.name)

    def operation(self, expected: Expected) -> ModuleType:
        """The module of an operation."""
        wanted = (expected.method, _shape(expected.path))
        [found] = [
            module
            for module in self.modules()
            if hasattr(module, "ROUTE")
            and (module.ROUTE.method, _shape(module.ROUTE.path)) == wanted
        ]
        return found


def make(name: str, folder: Path) -> Foreign:
    """The package of a spec, written to a folder on the path of imports."""
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    package = f"foreign_{name}"
    written = regenerate(SPECS / f"{name}.yaml", out=folder / package, package=package)
    return Foreign(package, written.class_name)


def _shape(path: str) -> str:
    return re.sub(r"{[^}]*}", "{}", path)


class Recorder:
    """An API that answers one operation as the spec says, and keeps the request."""

    def __init__(self, expected: Expected) -> None:
        self.expected = expected
        self.requests: list[httpx.Request] = []

    def client(self, foreign: Foreign) -> BaseClient:
        """A strict client that calls it."""
        return foreign.client_class(
            KEY,
            base_url="https://api.test/base",
            retries=RetryPolicy.none(),
            http_client=httpx.AsyncClient(transport=httpx.MockTransport(self._answer)),
            strict=True,
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        wanted = self.expected
        if wanted.answer_type is None:
            return httpx.Response(wanted.answer_status)
        content = wanted.answer
        if "json" in wanted.answer_type:
            content = json.dumps(content).encode()
        elif isinstance(content, str):
            content = content.encode()
        headers = {"Content-Type": wanted.answer_type}
        return httpx.Response(wanted.answer_status, content=content, headers=headers)


async def call(client: BaseClient, method: str, expected: Expected) -> Any:
    """The value of a method that is called with the arguments of an operation."""
    resource, _, name = method.partition(".")
    function = getattr(getattr(client, resource), name)
    return await function(*_path_arguments(expected), **_keywords(function, expected))


def _path_arguments(expected: Expected) -> list[Any]:
    names = re.findall(r"{([^}]*)}", expected.path)
    return [expected.arguments["path", name] for name in names]


def _keywords(function: Callable[..., Any], expected: Expected) -> dict[str, Any]:
    """The arguments by their names in Python, found by their letters."""
    parameters = inspect.signature(function).parameters.values()
    free = [each.name for each in parameters if each.kind is inspect.Parameter.KEYWORD_ONLY]
    found: dict[str, Any] = {}
    for (place, name), value in expected.arguments.items():
        if place != "path":
            found[_taken(free, "body" if place == "whole" else name, place)] = value
    return found


SIGNS = {"<": "lt", ">": "gt"}


def _taken(free: list[str], wire: str, place: str) -> str:
    """The argument that stands for a name in the API, which no other can have then."""
    wire = "".join(SIGNS.get(letter, letter) for letter in wire)
    for change in (str, _letters, _without_digits):
        wanted = (change(f"{wire}_{place}"), change(wire))
        for name in sorted(free, key=lambda name: not name.endswith(place)):
            if change(name) in wanted:
                free.remove(name)
                return name
    raise AssertionError(f"no argument for {wire!r} among {free}")


def _without_digits(text: str) -> str:
    return _letters(text).strip("0123456789")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())


def body_of(request: httpx.Request, expected: Expected) -> Any:
    """The body of a request, in the form of `Expected.body`."""
    media_type = request.headers.get("Content-Type", "").partition(";")[0]
    if media_type == FORM:
        return sorted(parse_qsl(request.content.decode(), keep_blank_values=True))
    if media_type == MULTIPART:
        return _parts(request)
    if "json" in media_type:
        return json.loads(request.content)
    return request.content if isinstance(expected.body, bytes) else request.content.decode()


def _parts(request: httpx.Request) -> dict[str, Any]:
    """The parts of a multipart body: texts, JSON values and bytes of files."""
    head = b"Content-Type: " + request.headers["Content-Type"].encode() + b"\r\n\r\n"
    message = message_from_bytes(head + request.content)
    found: dict[str, Any] = {}
    for part in list(message.walk())[1:]:
        name = str(part.get_param("name", header="content-disposition"))
        content = cast(bytes, part.get_payload(decode=True))
        found[name] = content if part.get_filename() else _parsed(content.decode())
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
