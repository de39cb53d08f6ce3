"""The paths of operations, and what else stands in them. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from openapi_python_client.parser.openapi import Endpoint
from openapi_python_client.schema.untrusted_string import UntrustedString

from gigstack_api.regenerate.document import Call, call_path


class Paths:
    """The paths of the operations of a document, by the names of their endpoints."""

    def __init__(self, calls: Mapping[str, Call]) -> None:
        self._calls = calls
        self._siblings: dict[tuple[str, int], list[list[str]]] = {}
        for call in calls.values():
            parts = _parts(call)
            self._siblings.setdefault((call.method, len(parts)), []).append(parts)

    def path_of(self, endpoint: Endpoint) -> UntrustedString:
        """The path of an operation, without the query that always goes with it."""
        return UntrustedString(call_path(endpoint.path.get_untrusted_value())[0])

    def fixed_query_of(self, endpoint: Endpoint) -> tuple[tuple[str, str], ...]:
        """The query that always goes with an operation."""
        return call_path(self._calls[endpoint.name].path)[1]

    def reserved_of(self, endpoint: Endpoint) -> list[str]:
        """Names of sibling routes, such as `latest` beside `{id}`, which cannot be ids."""
        own = _parts(self._calls[endpoint.name])
        siblings = self._siblings[endpoint.method, len(own)]
        return sorted({_taken_id(own, other) for other in siblings} - {""})


def _parts(call: Call) -> list[str]:
    return call_path(call.path)[0].split("/")


def _taken_id(own: list[str], other: list[str]) -> str:
    """The part of another path that stands where this one has an id, if it would fit this one."""
    taken = ""
    for mine, part in zip(own, other, strict=True):
        if part.startswith("{") or mine == part:
            continue
        if not mine.startswith("{"):
            return ""
        taken = part
    return taken
