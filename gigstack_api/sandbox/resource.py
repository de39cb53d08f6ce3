"""The shape of everything that the sandbox remembers: a JSON object."""

from __future__ import annotations

from typing import Any, TypeAlias

Resource: TypeAlias = dict[str, Any]
