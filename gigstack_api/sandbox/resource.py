"""A resource as the state holds it: a JSON object."""

from __future__ import annotations

from typing import Any, TypeAlias

Resource: TypeAlias = dict[str, Any]
