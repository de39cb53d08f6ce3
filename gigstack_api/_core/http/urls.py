"""Checks of the URLs that requests are sent to."""

from __future__ import annotations

from ipaddress import ip_address

import httpx

from ...errors import ConfigurationError, InvalidArgumentError

MOST_PORT = 65_535


def check_base_url(base_url: str) -> str:
    """A base URL without its trailing slash.

    Raises:
        ConfigurationError: it is neither an https URL nor an http URL of this machine.
    """
    if not isinstance(base_url, str):
        raise ConfigurationError(f"base_url must be a string, not {base_url!r}")
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"base_url is not a URL: {error}") from error
    if url.userinfo or "?" in base_url or "#" in base_url:
        raise ConfigurationError("base_url cannot have a user, query or fragment")
    if url.scheme == "https" and url.host:
        return base_url.rstrip("/")
    if url.scheme == "http" and is_loopback(url.host):
        return base_url.rstrip("/")
    raise ConfigurationError(
        "base_url must start with https://"
        " (http:// only for this machine: localhost, 127.0.0.1, [::1])"
    )


def is_local(base_url: str) -> bool:
    """Whether the API of a base URL is on this machine."""
    return is_loopback(httpx.URL(base_url).host)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def file_host(url: str) -> str | None:
    """The host of an address that files may be fetched from; None for any other address.

    It must be https, or http on this machine.
    """
    try:
        parsed = httpx.URL(url)
        parsed.raw_host.decode("ascii").encode("idna")  # the resolver does the same
    except (httpx.InvalidURL, UnicodeError):
        return None
    if (parsed.port or 0) > MOST_PORT:  # asyncio would raise an error of any class
        return None
    allowed = parsed.scheme == "https" or (parsed.scheme == "http" and is_loopback(parsed.host))
    return parsed.host or None if allowed else None


def check_file_host(url: str) -> str:
    """The host that a file may be fetched from.

    Raises:
        InvalidArgumentError: files may not be fetched from this address.
    """
    host = file_host(url)
    if host is None:
        raise InvalidArgumentError("files are fetched over https only")
    return host
