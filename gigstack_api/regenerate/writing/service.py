"""The client class of a package: its name, address, variables and kind of key. Pure."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from attrs import frozen
from openapi_python_client.strings import ClassName

from gigstack_api._core.http.urls import check_base_url
from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.errors import ConfigurationError
from gigstack_api.regenerate.document import Node, below, calls
from gigstack_api.regenerate.findings import Finding

from .security import security_of

NOT_WORD = re.compile(r"\W+")


@frozen
class Service:
    """A client class and its settings."""

    class_name: str
    title: str
    base_url: str
    key_variable: str
    base_url_variable: str
    auth: str
    needs_key: bool
    notes: tuple[Finding, ...]


def service_of(document: Node, package: str, *, named: bool, source: str) -> Service:
    """The client class of a document.

    Args:
        document: The document.
        package: The import name of the package.
        named: Whether the class is called like the package and not like the title of the API.
        source: Where the document was read from; a relative address is resolved against a URL.
    """
    title = _title(document)
    last = package.rpartition(".")[2]
    security = security_of(document)
    base_url, notes = _base_url(document, source)
    return Service(
        class_name=ClassName(last if named or not title else NOT_WORD.sub(" ", title), "Api"),
        title=title or last,
        base_url=base_url,
        key_variable=f"{last.upper()}_API_KEY",
        base_url_variable=f"{last.upper()}_BASE_URL",
        auth=security.auth,
        needs_key=security.needs_key,
        notes=(*notes, *security.notes, *_other_servers(document)),
    )


def _title(document: Node) -> str:
    info = document.get("info")
    title = info.get("title") if is_object(info) else None
    return " ".join(title.split()) if isinstance(title, str) else ""


def _base_url(document: Node, source: str) -> tuple[str, list[Finding]]:
    """The address of the first server, empty if clients have to be given one; and why."""
    servers = document.get("servers")
    server = servers[0] if is_list(servers) and servers else None
    if not is_object(server) or not isinstance(server.get("url"), str):
        return "", [Finding("servers", "There is no server.", "Pass base_url= to the client.")]
    url = _filled(server)
    if urlsplit(source).scheme in ("http", "https"):
        url = urljoin(source, url)
    try:
        return check_base_url(url), []
    except ConfigurationError as error:
        problem = f"{url!r} cannot be the address of a client: {error}."
        return "", [Finding("servers[0].url", problem, "Pass base_url= to the client.")]


def _filled(server: Node) -> str:
    """The URL of a server with the defaults of its variables."""
    url: str = server["url"]
    variables = server.get("variables")
    for name, variable in (variables if is_object(variables) else {}).items():
        if is_object(variable):
            url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return url


def _other_servers(document: Node) -> list[Finding]:
    """The operations that the spec sends to a server of their own."""
    paths, usual = document.get("paths", {}), document.get("servers", [])
    return [
        Finding(
            below(call.place, "servers"),
            "It has a server of its own; the client sends it to that of the document.",
            "Pass its address as base_url= to a second client.",
        )
        for call in calls(document)
        if call.operation.get("servers", paths[call.path].get("servers", usual)) != usual
    ]
