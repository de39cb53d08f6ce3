"""The models and enums of the API: `from gigstack_api.models import Client`.

Each is loaded on first use.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ._core.schema.models import Model
from ._core.schema.types import is_mapping
from ._generated import models as _generated

if TYPE_CHECKING:
    from ._generated.models import *  # noqa: F403

__all__ = sorted([*dir(_generated), "flatten"])  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    return getattr(_generated, name)


def __dir__() -> list[str]:
    return __all__


def flatten(item: Model | Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a model in one level, as a row of a table.

    Fields of nested objects get dotted names (`client.address.zip`, `metadata.external_id`). As in
    `to_dict()`, absent fields are left out, and secrets are not hidden. Lists stay lists, of plain
    dicts.

    Args:
        item: A model, or a mapping such as the result of `to_dict()`.
    """
    columns: dict[str, Any] = {}
    _add_columns(columns, "", item.to_dict() if isinstance(item, Model) else item)
    return columns


def _add_columns(columns: dict[str, Any], prefix: str, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        column = f"{prefix}{name}"
        if is_mapping(value):
            _add_columns(columns, f"{column}.", value)
            continue
        # Metadata may hold a key with a dot beside an object: no value is lost.
        while column in columns:
            column += "_"
        columns[column] = value
