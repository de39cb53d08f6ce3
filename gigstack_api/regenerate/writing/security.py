"""The kind of key that a client sends, from the security of a document. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import Node, calls
from gigstack_api.regenerate.findings import Finding

TOKENS = {"oauth2", "openIdConnect"}
"""Schemes whose token is sent as a bearer."""


@frozen
class Security:
    """How a client sends its key: an expression of `gigstack_api.core`."""

    auth: str
    needs_key: bool
    notes: tuple[Finding, ...] = ()


def security_of(document: Node) -> Security:
    """The kind of key that most operations of a document take; notes name the others."""
    schemes = _schemes(document)
    wanted = {call.place: _names(call.operation, document) for call in calls(document)}
    keyed = {place: names for place, names in wanted.items() if names and "" not in names}
    choices = _choices(schemes, wanted.values())
    counts = {
        name: sum(name in names for names in wanted.values())
        for name, expression in choices.items()
        if expression
    }
    best = max(counts, key=lambda name: counts[name], default=None)
    if best is None or not counts[best]:
        return Security("BEARER", needs_key=False, notes=tuple(_unknown(keyed)))
    notes: list[Finding | None] = [
        Finding(
            f"{place}.security",
            f"It wants {' or '.join(sorted(names))}; the client sends its key as {best} wants it.",
        )
        for place, names in keyed.items()
        if choices[best] not in {choices.get(name) for name in names}
    ]
    if AND in best:
        notes.append(_partly(best, choices))
    usual = set(_alternatives(document.get("security")))
    asked = [usual] if usual else wanted.values()
    needs_key = all(names and "" not in names for names in asked)
    return Security(choices[best] or "", needs_key, tuple(filter(None, notes)))


AND = " and "
REMEDY = "Let the http_client= that is passed to the client send it."


def _choices(schemes: dict[str, Node], wanted: Iterable[set[str]]) -> dict[str, str | None]:
    """How each alternative is written in a client: several schemes together as the first."""
    found = {name: _expression(scheme) for name, scheme in schemes.items()}
    alternatives = dict.fromkeys(name for names in wanted for name in sorted(names))
    for name in alternatives:
        if AND in name:
            parts = [found.get(part) for part in name.split(AND)]
            found[name] = next(filter(None, parts), None)
    return found


def _unknown(keyed: dict[str, set[str]]) -> Iterator[Finding]:
    """The note on a client that sends no key."""
    if keyed:
        place, names = next(iter(keyed.items()))
        problem = f"The client cannot send what {' or '.join(sorted(names))} wants."
        yield Finding(f"{place}.security", problem, REMEDY)


def _partly(best: str, choices: dict[str, str | None]) -> Finding | None:
    """The note on the schemes that the client leaves out where an operation wants several."""
    others = [part for part in best.split(AND) if choices.get(part) != choices[best]]
    if not others:
        return None
    return Finding("security", f"The client does not send what {AND.join(others)} wants.", REMEDY)


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
            yield AND.join(requirement)


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
