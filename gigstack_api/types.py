"""The objects that methods take, as mappings: `from gigstack_api.types import LineItemInputDict`.

Each is a `TypedDict` beside the model of its name (`LineItemInput`), for annotations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._generated import types as _generated

if TYPE_CHECKING:
    from ._generated.types import *  # noqa: F403

__all__ = [  # pyright: ignore[reportUnsupportedDunderAll]
    name for name in dir(_generated) if name.endswith("Dict") and name != "TypedDict"
]


def __getattr__(name: str) -> object:
    return getattr(_generated, name)


def __dir__() -> list[str]:
    return __all__
