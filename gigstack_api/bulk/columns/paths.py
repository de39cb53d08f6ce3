"""The fields of a resource by their paths, as the API takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from ..._core.schema.data import Data
from ..._core.schema.field_type import FieldType
from ..._core.schema.models import Model
from ..._core.schema.objects import fields_of
from ..._core.schema.undocumented import closest, misspelt
from ...errors import InvalidArgumentError
from ...operations.clients.create_client import ROUTE as CREATE_CLIENT
from ...operations.income_invoices.create_income_invoice import ROUTE as CREATE_INVOICE
from ...operations.payments.register_payment import ROUTE as REGISTER_PAYMENT
from ...operations.receipts.create_receipt import ROUTE as CREATE_RECEIPT
from ...operations.services.create_service import ROUTE as CREATE_SERVICE
from .taxes import TAXES

Resource = Literal["clients", "services", "invoices", "payments", "receipts"]

BODIES: Mapping[str, Mapping[str, FieldType[Any]]] = {
    "clients": CREATE_CLIENT.body,
    "services": CREATE_SERVICE.body,
    "invoices": CREATE_INVOICE.body,
    "payments": REGISTER_PAYMENT.body,
    "receipts": CREATE_RECEIPT.body,
}

LEFT_OUT = frozenset({"search", "idempotency_key"})
"""Fields that are set for a whole run. Times are left out too: a cell does not say its zone."""


class Fields(Data, frozen=True):
    """The fields that a column can hold.

    Args:
        kinds: Types by path.
        open: Paths of objects with keys of your own, such as `metadata`.
    """

    kinds: Mapping[str, FieldType[Any] | None]
    open: frozenset[str]

    def __contains__(self, path: object) -> bool:
        """Whether a column can hold the field."""
        return isinstance(path, str) and (path in self.kinds or self.is_inside_open(path))

    def is_inside_open(self, path: str) -> bool:
        """Whether a path is a key of your own."""
        return any(path.startswith(f"{place}.") and all(path.split(".")) for place in self.open)

    def check(self, path: str) -> None:
        """Checks that a column can hold the field.

        Raises:
            InvalidArgumentError: there is no such field, or it has fields itself.
        """
        if path in self:
            return
        if path in self.open:
            raise InvalidArgumentError(f"{path} takes a key of your own: {path}.NAME")
        inside = [known for known in self.kinds if known.startswith(f"{path}.")]
        if inside:
            raise InvalidArgumentError(f"{path} has fields itself: {', '.join(inside[:6])}")
        meant = misspelt(path, self.kinds) or self._by_last_part(path)
        meant = meant or closest(path, self.kinds)
        hint = f"did you mean {meant!r}?" if meant else f"fields are {', '.join(self.kinds)}"
        raise InvalidArgumentError(f"there is no field {path!r}; {hint}")

    def _by_last_part(self, path: str) -> str | None:
        last = path.rpartition(".")[2]
        found = [known for known in self.kinds if known.rpartition(".")[2] == last]
        return found[0] if found else None


@cache
def fields_for(resource: Resource) -> Fields:
    """The fields of a resource.

    Raises:
        InvalidArgumentError: rows are not sent as this resource.
    """
    if resource not in BODIES:
        raise InvalidArgumentError(f"rows are {', '.join(BODIES)}, not {resource!r}")
    leaves = dict(_leaves(BODIES[resource], ""))
    opened = frozenset(path for path, kind in leaves.items() if _is_open(kind))
    return Fields({path: kind for path, kind in leaves.items() if path not in opened}, opened)


def _leaves(
    fields: Mapping[str, FieldType[Any]], prefix: str
) -> Iterator[tuple[str, FieldType[Any] | None]]:
    for name, kind in fields.items():
        path = f"{prefix}{name}"
        if name in LEFT_OUT or kind.unit is not None:
            continue
        if name == "taxes":
            yield from ((f"{path}.{tax}", None) for tax in TAXES)
        elif (cls := _model_of(kind)) is not None:
            yield from _leaves(fields_of(cls), f"{path}.")
        elif not kind.parts or kind.parts[0].cls is None:
            yield path, kind
        elif name == "items" and (cls := _model_of(kind.parts[0])) is not None:
            yield from _leaves(fields_of(cls), f"{path}.")


def _model_of(kind: FieldType[Any]) -> type[Model] | None:
    cls = kind.cls
    return cls if cls is not None and issubclass(cls, Model) else None


def _is_open(kind: FieldType[Any] | None) -> bool:
    return kind is not None and kind.name == "object"
