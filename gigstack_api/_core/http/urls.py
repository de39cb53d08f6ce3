"""Which addresses are asked, and over what."""

from __future__ import annotations

from ipaddress import ip_address

import httpx

from ...errors import ConfigurationError, InvalidArgumentError

MOST_PORT = 65_535


def check_base_url(base_url: str) -> str:
    """A base URL without its trailing slash.

    Raises:
        ConfigurationError: it is not https, and not http to this machine.
    """
    if not isinstance(base_url, str):
        raise ConfigurationError(f"base_url must be a text, not {base_url!r}")
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from error
    if url.userinfo or "?" in base_url or "#" in base_url:
        raise ConfigurationError("base_url takes no user, query or fragment")
    if url.scheme == "https" and url.host:
        return base_url.rstrip("/")
    if url.scheme == "http" and is_loopback(url.host):
        return base_url.rstrip("/")
    raise ConfigurationError(
        "base_url must begin with https:// (http:// only for this machine: localhost, 127.0.0.1, [::1])"
    )


def is_local(base_url: str) -> bool:
    """Whether the API of a base URL is on this machine."""
    return is_loopback(httpx.URL(base_url).host)


def is_loopback(host: str) -> bool:
    """Whether a host name stands for this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def file_host(url: str) -> str | None:
    """The host a file may be fetched from: over https, or over http from this machine; None for any
    other address.
    """
    try:
        parsed = httpx.URL(url)
        parsed.raw_host.decode("ascii").encode("idna")  # as the resolver does
    except (httpx.InvalidURL, UnicodeError):
        return None
    if (parsed.port or 0) > MOST_PORT:  # asyncio fails on it with an error of any class
        return None
    allowed = parsed.scheme == "https" or (parsed.scheme == "http" and is_loopback(parsed.host))
    return parsed.host or None if allowed else None


def check_file_host(url: str) -> str:
    """The host of a file.

    Raises:
        InvalidArgumentError: it may not be fetched from there.
    """
    host = file_host(url)
    if host is None:
        raise InvalidArgumentError("a file is fetched over https only")
    return host
