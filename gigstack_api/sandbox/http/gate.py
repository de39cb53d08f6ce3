"""Refuses what a web page of another site could send.

A browser lets any page post to this machine, and read the answer too if the host name of the page
is rebound to this machine. A page cannot choose the headers Host, Origin and Sec-Fetch-Site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse

from ..errors import Refusal, legacy_error
from ..hosts import is_this_machine, normalize, parse_address
from .routing import PREFIX

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

HOST = re.compile(
    r"(?:\[(?P<address>[0-9A-Fa-f:.]+)\]|(?P<name>[\w.-]+))(?::(?P<port>[0-9]{0,5}))?", re.ASCII
)
DEFAULT_PORTS = {"http": "80", "https": "443"}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FOREIGN_SITES = frozenset({"cross-site", "same-site"})
"""`same-site` is a page of another port of this machine, for example."""

FORWARDED = ("forwarded", "x-forwarded-for")


class Gate:
    """The app, for requests to its own host names and from pages of its own only.

    `names` are host names besides those of this machine.
    """

    def __init__(self, app: ASGIApp, names: Iterable[str]) -> None:
        self._app = app
        self._names = {normalize(name) for name in names}

    def add_name(self, name: str) -> None:
        """Answers to another host name, too."""
        self._names.add(normalize(name))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on or refuses it."""
        app = self._app
        if scope["type"] == "http":
            try:
                self._check(Request(scope))
            except Refusal as refusal:
                app = JSONResponse(refusal.document, refusal.status)
        await app(scope, receive, send)

    def _check(self, request: Request) -> None:
        """Checks where a request is for, and where it comes from.

        Raises:
            Refusal: 421, it is for another host; 403, it is from a page of another origin.
        """
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or not self._is_own(hosts[0], request.scope.get("server")):
            raise legacy_error(
                421,
                "Misdirected request",
                "The sandbox does not answer to this host name; name it with --host-name, or with "
                "Sandbox(host_names=[...])",
            )
        if request.method in SAFE_METHODS or not _is_foreign(request, hosts[0]):
            return
        # A page needs the consent of the sandbox for this header, and does not get it.
        keyed = "authorization" in request.headers
        if not (keyed and request.url.path.startswith(f"{PREFIX}/")):
            raise legacy_error(
                403, "Forbidden", "The sandbox takes no requests from web pages of other origins"
            )

    def _is_own(self, host: str, server: tuple[str, int | None] | None) -> bool:
        parts = HOST.fullmatch(host)
        if parts is None:
            return False
        if parts["address"] is not None and parse_address(parts["address"]) is None:
            return False
        name = parts["address"] or parts["name"]
        # `server` is the address of the socket, which is told by the machine, or what a caller in
        # this process chose. A name that is rebound is neither.
        told = {*self._names, *([] if server is None else [normalize(server[0])])}
        return is_this_machine(name) or normalize(name) in told


def is_on_this_machine(request: Request) -> bool:
    """Whether a request was sent on this machine, and not forwarded by a proxy on it."""
    return (
        request.client is not None
        and is_this_machine(request.client.host)
        and not any(name in request.headers for name in FORWARDED)
    )


def _is_foreign(request: Request, host: str) -> bool:
    """Whether a page of another origin sent a request. Other programs send no Origin."""
    if request.headers.get("sec-fetch-site") in FOREIGN_SITES:
        return True
    origin = request.headers.get("origin")
    if origin is None:
        return False
    scheme, _, authority = origin.partition("://")
    return _place(authority, scheme) != _place(host, scheme)


def _place(authority: str, scheme: str) -> tuple[str, str] | None:
    """Host and port; None if it is neither."""
    parts = HOST.fullmatch(authority)
    if parts is None:
        return None
    port = parts["port"] or DEFAULT_PORTS.get(scheme, "")
    return normalize(parts["address"] or parts["name"]), port
