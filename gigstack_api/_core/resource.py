"""The base class of the generated resources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeVar

from .schema.annotations import resolvable

if TYPE_CHECKING:
    from .http.messages import Response
    from .operations.operation import Operation
    from .operations.page import Page
    from .pagination.pager import Pager

T = TypeVar("T")


class Caller(Protocol):
    """Carries out the calls of resources; clients do."""

    async def request(self, operation: Operation[T]) -> Response[T]:
        """The response to an operation."""
        ...

    def paginate(self, operation: Operation[Page[T]], *, resume: str | None = None) -> Pager[T]:
        """The pager of a list."""
        ...


@resolvable
class Resource:
    """A group of related operations, called through a `Caller`."""

    __slots__ = ("_caller",)

    def __init_subclass__(cls) -> None:
        resolvable(cls)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def __repr__(self) -> str:
        package, _, _ = type(self).__module__.partition(".")
        words = re.findall("[A-Z][^A-Z]*", type(self).__name__.removesuffix("Api"))
        return f"<{package} {'_'.join(words).lower()}>"

    async def _call(self, operation: Operation[T]) -> T:
        return (await self._caller.request(operation)).value

    def _list(self, operation: Operation[Page[T]], resume: str | None) -> Pager[T]:
        return self._caller.paginate(operation, resume=resume)
