"""The proxy that the environment, or the system, names for a host."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from ipaddress import ip_address, ip_network

from ...errors import ConfigurationError
from .urls import Origin, is_proxy


def proxy_for(origin: Origin) -> str | None:
    """The proxy that the environment names for a host; None if there is none.

    Plain http goes to this machine only, and a proxy would see the key.

    Raises:
        ConfigurationError: the variable does not hold the URL of a proxy.
    """
    if not origin.is_tls or not may_have_proxies(os.environ, sys.platform):
        return None
    from urllib.request import getproxies  # 6 ms

    proxies = getproxies()
    proxy = proxies.get("https") or proxies.get("all")
    if not proxy or _bypasses(proxies.get("no", ""), origin):
        return None
    url = proxy if "://" in proxy else f"http://{proxy}"
    if not is_proxy(url):  # its text may hold a password
        holders = {"https_proxy", "all_proxy"}
        names = [name for name in os.environ if name.lower() in holders]
        raise ConfigurationError(
            f"{' and '.join(sorted(names)) or 'the proxy of this machine'} must be a URL like"
            " http://proxy.example:8080 (http, https, socks5 or socks5h)"
        )
    return url


def may_have_proxies(environment: Iterable[str], platform: str) -> bool:
    """Whether there may be a proxy: in the environment, or in the settings of the system."""
    has_settings = platform in {"darwin", "win32"}
    return has_settings or any(name.lower().endswith("_proxy") for name in environment)


def _bypasses(no_proxy: str, origin: Origin) -> bool:
    """Whether NO_PROXY names a host. Entries that cannot be read are ignored."""
    for entry in re.split(r"[,\s]+", no_proxy.lower()):
        name = entry.partition("://")[2] or entry
        if name == "*":
            return True
        named, port = name, ""
        if found := re.fullmatch(r"(\[[^\]]*\]|[^:]*)(?::(\d+))?", name):
            named, port = found[1].strip("[]"), found[2] or ""
        if named and port in {"", str(origin.port)} and _names(named, origin.host):
            return True
    return False


def _names(named: str, host: str) -> bool:
    domain = named.lstrip("*").lstrip(".")
    if host == domain or (domain and host.endswith(f".{domain}")):
        return True
    try:
        return ip_address(host) in ip_network(named, strict=False)
    except ValueError:
        return False
