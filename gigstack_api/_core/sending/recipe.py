"""How a client is made in another process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from ..schema.data import Data
from .request import Options

C = TypeVar("C")


class Recipe(Data, Generic[C], frozen=True):
    """How a client is made in another process. No text shows the API key that it holds."""

    kind: Callable[..., C]
    api_key: str
    base_url: str
    options: Options
    settings: dict[str, Any]

    in_repr = ("base_url",)

    def make(self) -> C:
        """The client."""
        options = self.options
        return self.kind(
            self.api_key,
            base_url=self.base_url,
            team=options.team,
            timeout_s=options.timeout_s,
            retries=options.retries,
            **self.settings,
        )
