"""URLs that requests are sent to: checked, and taken apart."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from ipaddress import ip_address

from ...errors import ConfigurationError, InvalidArgumentError
from ..limits import LOADING
from ..schema.data import Data

MOST_PORT = 65_535
MOST_NAME = 253
MOST_LABEL = 63

PLAIN = re.compile(
    r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^/?#@]*@)?"
    r"(?P<host>[A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{0,5}))?"
    r"(?P<target>[/?][\x21-\x22\x24-\x7e]*)?(?:#[\x21-\x7e]*)?"
)
"""A URL that needs no encoding. httpx takes any other one apart."""


class Origin(Data, frozen=True, cache_hash=True):
    """The host of a URL, as it is connected to and as it is named in a request."""

    scheme: str
    host: str
    port: int
    name: str

    @property
    def is_tls(self) -> bool:
        """Whether it is reached over TLS."""
        return self.scheme == "https"


class Url(Data, frozen=True):
    """A URL taken apart. `target` is its path and query."""

    origin: Origin
    target: str


def parse_url(url: str) -> Url:
    """A URL taken apart.

    Raises:
        ValueError: it is not one.
    """
    found = PLAIN.fullmatch(url) or PLAIN.fullmatch(_encoded(url))
    if found is None or int(found["port"] or 0) > MOST_PORT:
        raise ValueError("not a URL")
    scheme, host = found["scheme"].lower(), found["host"].lower()
    if host.startswith("["):
        ip_address(host[1:-1])
    standard = {"https": 443, "http": 80}.get(scheme, 0)
    port = int(found["port"] or standard)
    name = host if port == standard else f"{host}:{port}"
    target = found["target"] or "/"
    target = target if target.startswith("/") else f"/{target}"
    origin = Origin(scheme, host.strip("[]"), port, name)
    return Url(origin, target)


def _encoded(url: str) -> str:
    """A URL with what must be encoded: blanks, letters beyond ASCII, also in its host."""
    if any(ord(letter) < 32 for letter in url):
        raise ValueError("not a URL")
    with LOADING:
        import httpx

    try:
        return str(httpx.URL(url).copy_with(fragment=None))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise ValueError("not a URL") from error


@lru_cache(64)
def _origin_of(beginning: str) -> Origin:
    return parse_url(beginning).origin


def split_url(url: str) -> tuple[Origin, str]:
    """The origin and target of a URL.

    Raises:
        ValueError: it is not one.
    """
    at = url.find("/", 8)
    if at < 0 or "#" in url or "?" in url[:at] or " " in url or not url.isascii():
        parsed = parse_url(url)
        return parsed.origin, parsed.target
    return _origin_of(url[:at]), url[at:]


def check_base_url(base_url: str) -> str:
    """A base URL without its trailing slash.

    Raises:
        ConfigurationError: it is neither an https URL nor an http URL of this machine.
    """
    if not isinstance(base_url, str):
        raise ConfigurationError(f"base_url must be a string, not {base_url!r}")
    if base_url != base_url.strip():
        raise ConfigurationError("base_url cannot begin or end with blanks or line breaks")
    if "?" in base_url or "#" in base_url or "@" in base_url.partition("://")[2].partition("/")[0]:
        raise ConfigurationError("base_url cannot have a user, query or fragment")
    if "://" in base_url:
        try:
            origin = parse_url(base_url).origin
        except ValueError:
            raise ConfigurationError("base_url is not a URL") from None
        is_allowed = origin.scheme == "https" or (
            origin.scheme == "http" and is_loopback(origin.host)
        )
        if is_allowed and not (is_host(origin.host) and origin.port):
            raise ConfigurationError("base_url has a host or a port that cannot exist")
        if is_allowed:
            return base_url.rstrip("/")
    raise ConfigurationError(
        "base_url must start with https://"
        " (http:// only for this machine: localhost, 127.0.0.1, [::1])"
    )


def is_host(name: str) -> bool:
    """Whether a host can have this name: labels of 1 to 63 characters, 253 in all."""
    labels = name.removesuffix(".").split(".")
    return len(name) <= MOST_NAME and all(1 <= len(label) <= MOST_LABEL for label in labels)


def is_local(base_url: str) -> bool:
    """Whether the API of a base URL is on this machine."""
    return is_loopback(parse_url(base_url).origin.host)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


PROXY_SCHEMES = frozenset({"http", "https", "socks5", "socks5h"})


def is_proxy(url: str) -> bool:
    """Whether a URL names a proxy that can be used."""
    try:
        origin = parse_url(url).origin
    except ValueError:
        return False
    return origin.scheme in PROXY_SCHEMES and origin.host != ""


def file_host(url: str, *, local: bool) -> str | None:
    """The host of an address that files may be fetched from; None for any other address.

    It must be https. If the API is `local` to this machine, http on this machine is allowed too:
    an API elsewhere must not make this machine call its own services.
    """
    with LOADING:
        import_module("encodings.idna")  # the codec below
    try:
        origin = parse_url(url).origin
        host = origin.host.encode("ascii").decode("idna")  # the resolver encodes it again
        host.encode("idna")
    except (ValueError, UnicodeError):
        return None
    allowed = origin.scheme == "https" or (local and origin.scheme == "http" and is_loopback(host))
    return host or None if allowed else None


def check_file_host(url: str, *, local: bool) -> str:
    """The host that a file may be fetched from, by a client whose API is `local` or not.

    Raises:
        InvalidArgumentError: files may not be fetched from this address.
    """
    host = file_host(url, local=local)
    if host is None:
        raise InvalidArgumentError("files are fetched over https only")
    return host
