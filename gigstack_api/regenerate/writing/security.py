"""The kind of key that a client sends, from the security of a document. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import Node, calls
from gigstack_api.regenerate.findings import Finding, refuse

TOKENS = {"oauth2", "openIdConnect"}
"""Schemes whose token is sent as a bearer."""


@frozen
class Security:
    """How a client sends its key: an expression of `gigstack_api.core`."""

    auth: str
    needs_key: bool
    notes: tuple[Finding, ...] = ()


def security_of(document: Node) -> Security:
    """The kind of key that most operations of a document take; notes name the others.

    Raises:
        UnusableSpec: they take keys, and none of a kind that a client can send.
    """
    schemes = _schemes(document)
    wanted = {call.place: _names(call.operation, document) for call in calls(document)}
    choices = {name: _expression(scheme) for name, scheme in schemes.items()}
    counts = {
        name: sum(name in names for names in wanted.values())
        for name, expression in choices.items()
        if expression
    }
    keyed = {place: names for place, names in wanted.items() if names and "" not in names}
    best = max(counts, key=lambda name: counts[name], default=None)
    if best is None or not counts[best]:
        if keyed:
            place, names = next(iter(keyed.items()))
            raise refuse(
                f"{place}.security",
                f"No client can send what {' or '.join(sorted(names))} wants.",
                "Describe one API key, basic or bearer scheme, alone in its requirement.",
            )
        return Security("BEARER", needs_key=False)
    notes = [
        Finding(
            f"{place}.security",
            f"It wants {' or '.join(sorted(names))}; the client sends its key as {best} wants it.",
        )
        for place, names in keyed.items()
        if best not in names
    ]
    usual = set(_alternatives(document.get("security")))
    asked = [usual] if usual else wanted.values()
    needs_key = all(names and "" not in names for names in asked)
    return Security(choices[best] or "", needs_key, tuple(notes))


def _schemes(document: Node) -> dict[str, Node]:
    components = document.get("components")
    found = components.get("securitySchemes") if is_object(components) else None
    return {
        name: scheme
        for name, scheme in (found if is_object(found) else {}).items()
        if is_object(scheme)
    }


def _names(operation: Node, document: Node) -> set[str]:
    """The alternatives of an operation: a scheme, several as "a and b", or "" for no key."""
    security = operation.get("security", document.get("security"))
    return set(_alternatives(security))


def _alternatives(security: object) -> Iterator[str]:
    for requirement in security if is_list(security) else []:
        if is_object(requirement):
            yield " and ".join(requirement)


def _expression(scheme: Node) -> str | None:
    """How a scheme is written in a client; None if a client cannot send it."""
    kind, how = scheme.get("type"), str(scheme.get("scheme", "")).lower()
    if kind in TOKENS or (kind == "http" and how == "bearer"):
        return "BEARER"
    if kind == "http" and how == "basic":
        return "BASIC"
    place, name = scheme.get("in"), scheme.get("name")
    if kind == "apiKey" and place in ("header", "query", "cookie") and isinstance(name, str):
        return f"key_in({place!r}, {name!r})"
    return None
