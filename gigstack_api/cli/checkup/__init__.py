"""The checks of `doctor`: this machine, the key, and the way to the API."""

from __future__ import annotations

from collections.abc import AsyncIterator

from ...errors import GigstackError
from ..connecting import Access, find_access
from ..exits import Refused
from ..sentences import sentence_of
from ..texts import text
from .check import Check
from .machine import check_extras, check_package, check_profiles, check_python
from .network import check_base, check_call, check_dns, check_proxy, check_tls

__all__ = ["Check", "checkup"]


async def checkup(profile: str | None) -> AsyncIterator[Check]:
    """The checks, each when it is done. What depends on a failed one is left out."""
    yield check_python()
    yield check_package()
    yield check_extras()
    yield check_profiles()
    try:
        access = find_access(profile)
    except Refused as error:
        yield Check("key", "fail", error.message)
        return
    if access is None:
        yield Check("key", "fail", text("error.no_key"))
    base = check_base(access)
    yield base.check
    if base.origin is None:
        return
    proxy = check_proxy(base.url)
    yield proxy
    is_proxied = proxy.found
    yield await check_dns(base.origin, is_proxied=is_proxied)
    yield await check_tls(base.origin, is_proxied=is_proxied)
    if access is not None:
        for check in await _key_and_call(access):
            yield check


async def _key_and_call(access: Access) -> list[Check]:
    try:
        return await check_call(access)
    except GigstackError as error:
        return [Check("key", "fail", sentence_of(error))]
