"""The models and enums of the API: `from gigstack_api.models import Client`.

Each is loaded on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._generated import models as _generated

if TYPE_CHECKING:
    from ._generated.models import *  # noqa: F403

__all__ = dir(_generated)  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> object:
    return getattr(_generated, name)


def __dir__() -> list[str]:
    return __all__
