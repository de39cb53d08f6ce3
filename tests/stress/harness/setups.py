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
OWN = "own connections"
SETUPS = (OWN, GIVEN, STRICT, PROXY)


@asynccontextmanager
async def gig_in(
    setup: str, key: str, script: Script, **options: Any
) -> AsyncGenerator[Gigstack, None]:
    """A client in one of the setups. The script answers it."""
    if setup != PROXY:
        async with tcp_server(script) as url, gig_at(setup, key, url, **options) as gig:
            yield gig
        return
    with certificates() as folder:
        async with (
            tcp_server(tunnel_to(script, tls_of_host(folder))) as proxy,
            gig_at(setup, key, proxy, folder, **options) as gig,
        ):
            yield gig


@asynccontextmanager
async def gig_at(
    setup: str, key: str, url: str, folder: str = "", **options: Any
) -> AsyncGenerator[Gigstack, None]:
    """A client of the API at a URL; in the setup `PROXY` the URL is that of the proxy."""
    if setup == PROXY:
        with _environment({"SSL_CERT_FILE": f"{folder}/ca.pem", "HTTPS_PROXY": url}):
            tls.cache_clear()
            async with Gigstack(key, base_url="https://127.0.0.1/v2", **options) as gig:
                yield gig
        tls.cache_clear()
    elif setup == GIVEN:
        async with httpx.AsyncClient(follow_redirects=True) as given:
            yield Gigstack(key, base_url=url, http_client=given, **options)
    else:
        async with Gigstack(key, base_url=url, strict=setup == STRICT, **options) as gig:
            yield gig


@contextmanager
def certificates() -> Generator[str, None, None]:
    """A folder with the certificates of an authority (`ca.pem`) and a host (`host.pem`)."""
    authority = trustme.CA()
    with TemporaryDirectory() as folder:
        authority.cert_pem.write_to_path(f"{folder}/ca.pem")
        host = authority.issue_cert("127.0.0.1")
        host.private_key_and_cert_chain_pem.write_to_path(f"{folder}/host.pem")
        yield folder


def tls_of_host(folder: str) -> ssl.SSLContext:
    """TLS of the host that has the certificate of a folder."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/host.pem")
    return context


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
