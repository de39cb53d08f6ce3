"""Which column holds which field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ..._core.schema.data import Data
from ..rows.row import Row

Resource = Literal["clients", "services", "invoices"]


class ColumnMap(Data, frozen=True):
    """Which column holds which field.

    Args:
        resource: The resource of the fields.
        pairs: Columns and the paths of their fields.
        ignored: Columns that hold no field.
        problems: Sentences about what must be settled before anything is sent.
    """

    resource: Resource
    pairs: tuple[tuple[str, str], ...]
    ignored: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()

    def payload(self, row: Row) -> dict[str, Any]:
        """The fields of a row, as the API takes them. Empty cells are left out.

        Raises:
            RowError: a value cannot be converted.
        """
        raise NotImplementedError


def recognise(
    columns: Sequence[str], resource: Resource, overrides: Mapping[str, str] | None = None
) -> ColumnMap:
    """Which column holds which field of a resource.

    Args:
        columns: Names of the columns.
        resource: `clients`, `services` or `invoices` (the lines of invoices).
        overrides: Field paths by column, such as `{"Clave": "metadata.external_id"}`.

    Raises:
        InvalidArgumentError: an override names a column or a field that does not exist.
    """
    raise NotImplementedError
