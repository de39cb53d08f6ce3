"""Host names and addresses: how they compare, and which are this machine's. Pure."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address


def normalize(name: str) -> str:
    """A host name or IP address as it compares: in lower case, without the final dot."""
    address = parse_address(name)
    return name.lower().removesuffix(".") if address is None else str(address)


def parse_address(name: str) -> IPv4Address | IPv6Address | None:
    """The IP address that a text is; None if it is a name."""
    try:
        address = ip_address(name)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


def is_this_machine(name: str) -> bool:
    """Whether a host name or IP address always means the machine that uses it."""
    name = normalize(name)
    address = parse_address(name)
    if address is None:
        return name == "localhost" or name.endswith(".localhost")
    return address.is_loopback
