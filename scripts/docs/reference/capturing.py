"""Runs an example on a client that sends nothing, and keeps the operations that it asks for."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Generator
from contextlib import suppress
from typing import Any, TypeVar, cast

from gigstack_api import Gigstack, Operation, Pager, Response

from ..examples import GIVEN
from .calling import samples

T = TypeVar("T")


class Anything(str):
    """A value of an answer that was never sent: every attribute of it is a text."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything(f"{name}_1234567890")

    def __call__(self, *_: object, **__: object) -> Anything:
        """Any method."""
        return self

    def __await__(self) -> Generator[None, None, Anything]:
        yield from ()
        return self

    def __format__(self, _: str) -> str:
        return str(self)


class Recording(Gigstack):
    """A client that keeps what it is asked to send."""

    def __init__(self) -> None:
        super().__init__("key", base_url="https://api.gigstack.io/v2")
        self.operations: list[Operation[Any]] = []

    async def request(self, operation: Operation[T]) -> Response[T]:
        """Keeps the operation; the value is anything."""
        self.operations.append(operation)
        value: Any = Anything(_id_of(operation))
        return cast("Response[T]", _Answer(value))

    def paginate(self, operation: Any, *, resume: str | None = None) -> Pager[Any]:
        """Keeps the operation; the list is empty."""
        self.operations.append(operation)
        return cast("Pager[Any]", _Empty())


class _Answer:
    status = 200

    def __init__(self, value: Any) -> None:
        self.value = value


class _Empty:
    def __aiter__(self) -> _Empty:
        return self

    async def __anext__(self) -> Any:
        raise StopAsyncIteration

    def __getattr__(self, name: str) -> Any:
        return Anything()

    def __await__(self) -> Generator[None, None, tuple[()]]:
        yield from ()
        return ()


def captured(code: str, route: str) -> Operation[Any] | None:
    """The operation of a route that an example sends first; None if it sends none of it.

    An example fails here where it needs a real answer; what it sent before that counts.
    """
    gig = Recording()
    with suppress(Exception):
        _run(code, gig)
    return next((sent for sent in gig.operations if sent.route.name == route), None)


class _Variables(ast.NodeTransformer):
    """`os.environ["NAME"]` as the text `$NAME`, which a shell replaces."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        if ast.unparse(node.value) == "os.environ" and isinstance(node.slice, ast.Constant):
            return ast.Constant(f"${node.slice.value!s}")
        return node


def in_function(code: str, arguments: str) -> ast.Module:
    """The lines of an example as the body of an async function `example`."""
    return ast.parse(f"async def example({arguments}):\n{textwrap.indent(code, '    ')}\n")


def _print_nothing(*_: object) -> None:
    """In place of `print`."""


def _run(code: str, gig: Recording) -> None:
    ids: dict[str, str] = samples()["ids"]
    names: dict[str, Any] = {"print": _print_nothing}
    given = {name: Anything(ids[model]) for name, model in GIVEN.items()}
    tree = _Variables().visit(in_function(code, f"gig, {', '.join(GIVEN)}"))
    ast.fix_missing_locations(tree)
    exec(compile(tree, "example", "exec"), names)  # noqa: S102 - the examples of our own pages
    running = names["example"](gig, **given)
    with suppress(StopIteration):
        running.send(None)


def _id_of(operation: Operation[Any]) -> str:
    ids: dict[str, str] = samples()["ids"]
    kind = operation.route.name.partition(".")[0].removesuffix("s").title().replace("_", "")
    return ids.get(kind, "id_1234567890")
