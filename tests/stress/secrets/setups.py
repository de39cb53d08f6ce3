"""The ways in which a client reaches the scripted API: its own connections, a given client, a
proxy.
"""

from __future__ import annotations

import os
import ssl
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from tempfile import TemporaryDirectory
from typing import Any

import httpx
import trustme

from gigstack_api import Gigstack
from gigstack_api._core.http.connecting import tls

from ...support.tcp_server import Script, tcp_server, tunnel_to

PROXY = "behind a proxy"
GIVEN = "a given client"
STRICT = "strict"
SETUPS = ("own connections", GIVEN, STRICT, PROXY)


@asynccontextmanager
async def gig_in(
    setup: str, key: str, script: Script, **options: Any
) -> AsyncGenerator[Gigstack, None]:
    """A client in one of the setups. The script answers it."""
    strict = setup == STRICT
    if setup == PROXY:
        with _authority() as (context, environment):
            async with tcp_server(tunnel_to(script, context)) as proxy:
                with _environment(environment | {"HTTPS_PROXY": proxy}):
                    tls.cache_clear()
                    async with Gigstack(key, base_url="https://127.0.0.1/v2", **options) as gig:
                        yield gig
            tls.cache_clear()
        return
    async with tcp_server(script) as url:
        if setup == GIVEN:
            async with httpx.AsyncClient(follow_redirects=True) as given:
                yield Gigstack(key, base_url=url, http_client=given, **options)
            return
        async with Gigstack(key, base_url=url, strict=strict, **options) as gig:
            yield gig


@contextmanager
def _authority() -> Generator[tuple[ssl.SSLContext, dict[str, str]], None, None]:
    """TLS of the API, and the environment in which it is trusted."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)  # pyright: ignore[reportUnknownMemberType] - typed by pyOpenSSL, where that is
    with TemporaryDirectory() as folder:
        authority.cert_pem.write_to_path(f"{folder}/ca.pem")
        yield context, {"SSL_CERT_FILE": f"{folder}/ca.pem"}


@contextmanager
def _environment(changes: Mapping[str, str]) -> Generator[None, None, None]:
    """A block with other variables in the environment, and without NO_PROXY."""
    before = {name: os.environ.get(name) for name in (*changes, "NO_PROXY", "no_proxy")}
    for name in ("NO_PROXY", "no_proxy"):
        os.environ.pop(name, None)
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
