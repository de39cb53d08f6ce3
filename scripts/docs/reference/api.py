"""The operations of the API as users call them: what openapi.yaml says, with the method that makes
the call.
"""

from __future__ import annotations

from functools import cache, cached_property

from attrs import define

from ...spec.model import Call, calls
from .places import resources, spec
from .source import Function, module

HANDWRITTEN = {
    "clients": ("resources.clients", "Clients"),
    "invoices": ("resources.invoices", "Invoices"),
    "teams": ("resources.teams", "Teams"),
}
"""Resources with methods of their own: module and class."""


@define(slots=False)
class Operation:
    """An operation: its place in the spec and its method."""

    call: Call
    method: Function

    @property
    def resource(self) -> str:
        """The name of its resource."""
        return self.call.tag

    @property
    def name(self) -> str:
        """The name of the method."""
        return self.method.name

    @property
    def route(self) -> str:
        """The name as in errors and logs: `clients.create`."""
        return f"{self.resource}.{self.name}"

    @property
    def is_list(self) -> bool:
        """Whether it gives a pager."""
        return not self.method.is_async

    @cached_property
    def returns(self) -> str:
        """The type of its value as written; of a list that of an item."""
        import ast

        type_ = self.method.returns
        inner = type_.slice if self.is_list and isinstance(type_, ast.Subscript) else type_
        return ast.unparse(inner) if inner is not None else "None"


@cache
def operations() -> tuple[Operation, ...]:
    """All operations, in the order of the spec."""
    found = [
        Operation(call, methods_of(call.tag)[call.facts["method"]])
        for call in calls(spec())
        if call.tag in resources()
    ]
    return tuple(found)


@cache
def methods_of(resource: str) -> dict[str, Function]:
    """The methods of a resource by name, those written by hand included."""
    (api,) = (
        found
        for name, found in module(f"_generated.api.{resource}").classes.items()
        if name.endswith("Api")
    )
    return {**api.methods, **own_methods(resource)}


def own_methods(resource: str) -> dict[str, Function]:
    """The public methods that a resource has by hand."""
    if resource not in HANDWRITTEN:
        return {}
    place, name = HANDWRITTEN[resource]
    methods = module(place).classes[name].methods
    return {name: method for name, method in methods.items() if not name.startswith("_")}
