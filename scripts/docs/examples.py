"""The examples of docstrings: where they stand, and the names that they take as given."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from attrs import frozen

from gigstack_api import Gigstack
from gigstack_api._generated.api import Resources

GIVEN: Mapping[str, str] = {
    "client": "Client",
    "draft": "DraftInvoice",
    "invoice": "Invoice",
    "payment": "Payment",
    "receipt": "Receipt",
    "retention": "Retention",
    "sat_invoice": "SatInvoice",
    "service": "Service",
    "team": "Team",
    "user": "User",
    "webhook": "Webhook",
}
"""Names that an example can use as if they were known, and their models."""

SECTION = re.compile(r"^Example:\n((?:    .*\n|\n)+)", re.MULTILINE)


@frozen
class Example:
    """An example, and the method whose docstring it is in: `clients.create`."""

    name: str
    code: str

    @property
    def given(self) -> list[str]:
        """The names that it reads before it makes them."""
        found: dict[str, None] = {}
        made: set[str] = set()
        for statement in ast.parse(self.code).body:
            names = [node for node in ast.walk(statement) if isinstance(node, ast.Name)]
            read = [node.id for node in names if isinstance(node.ctx, ast.Load)]
            found |= {name: None for name in read if name in GIVEN and name not in made}
            made |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
        return [*found]


def examples() -> Iterator[Example]:
    """The examples of all methods of a client and of its resources."""
    for name, method in methods():
        for section in SECTION.findall(f"{inspect.getdoc(method) or ''}\n"):
            yield Example(name, textwrap.dedent(section).strip("\n"))


def methods() -> Iterator[tuple[str, Callable[..., Any]]]:
    """The public methods by name: `clients.create`, and `reconcile` of the client itself."""
    gig = Gigstack("no_key", base_url="http://127.0.0.1/v2")
    for name in sorted(vars(Resources)):
        if not name.startswith("_"):
            resource: object = getattr(gig, name)
            for method, function in _public(type(resource)):
                yield f"{name}.{method}", function
    for method, function in _public(Gigstack):
        yield method, function


def module() -> str:
    """All examples as functions of one module, which type checkers can check."""
    heads = [
        "from gigstack_api import Gigstack",
        "from gigstack_api import models",
    ]
    functions = [
        f"async def {example.name.replace('.', '_')}_{number}("
        + ", ".join(["gig: Gigstack", *(f"{name}: models.{GIVEN[name]}" for name in example.given)])
        + ") -> None:\n"
        + textwrap.indent(example.code, "    ")
        for number, example in enumerate(examples())
    ]
    return "\n\n\n".join(["\n".join(heads), *functions]) + "\n"


def _public(cls: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, function in inspect.getmembers(cls, inspect.isroutine):
        if not name.startswith("_"):
            yield name, function
