"""Finds the operation of a request, and holds the table of all handlers."""

from __future__ import annotations

from collections.abc import Iterable

from ..call import Handler
from ..errors import legacy_error
from ..generic import handlers as generic
from ..operation import Operation
from ..rules.accounts import handlers as accounts
from ..rules.customers import handlers as customers
from ..rules.invoices import handlers as invoices
from ..rules.payments import handlers as payments
from ..rules.receipts import handlers as receipts
from ..rules.retentions import handlers as retentions
from ..rules.sat import handlers as sat
from ..spec import Spec, own_spec

PREFIX = "/v2"
HANDLERS: dict[str, Handler] = {
    **customers.HANDLERS,
    **invoices.HANDLERS,
    **receipts.HANDLERS,
    **payments.HANDLERS,
    **retentions.HANDLERS,
    **sat.HANDLERS,
    **accounts.HANDLERS,
}
"""The handler of each operation, by operationId."""


def other_handlers(spec: Spec) -> dict[Operation, Handler]:
    """The handlers of operations that are not in `HANDLERS`, which follow from the spec.

    An operation of another API may have the same id, so method and path count too.
    """
    ours = {
        (operation.id, operation.method, operation.path)
        for operation in own_spec().operations
        if operation.id in HANDLERS
    }
    others = [
        operation
        for operation in spec.operations
        if (operation.id, operation.method, operation.path) not in ours
    ]
    return generic.handlers_of(spec, others) if others else {}


class Router:
    """Finds the operation of a method and a path."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._operations: dict[int, list[Operation]] = {}
        for operation in operations:
            self._operations.setdefault(len(operation.segments), []).append(operation)

    def find(self, method: str, raw_path: bytes) -> tuple[Operation, dict[str, str]]:
        """The operation and the path parameters of a request.

        A literal path wins over one with parameters.

        Raises:
            Refusal: 404, no operation has this path; 405, the path does not take this method.
        """
        path = raw_path.decode("latin-1").partition("?")[0].removeprefix(PREFIX)
        segments = tuple(path.strip("/").split("/"))
        fitting = [
            (operation, parameters)
            for operation in self._operations.get(len(segments), ())
            if (parameters := operation.match(segments)) is not None
        ]
        if not fitting:
            raise legacy_error(404, "Not found", "The API has no such path")

        fewest = min(len(parameters) for _, parameters in fitting)
        by_method = {
            operation.method: (operation, parameters)
            for operation, parameters in fitting
            if len(parameters) == fewest
        }
        if method not in by_method:
            methods = ", ".join(sorted(by_method))
            raise legacy_error(
                405, "Method not allowed", f"This path takes {methods}", {"Allow": methods}
            )
        return by_method[method]
