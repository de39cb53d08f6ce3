"""The models of the API under a path to type: `from gigstack_api.models import Client`. Each is
loaded when first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._generated import models as _generated

if TYPE_CHECKING:
    from ._generated.models import *  # noqa: F403

__all__ = list(_generated.__all__)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    return getattr(_generated, name)


def __dir__() -> list[str]:
    return __all__
