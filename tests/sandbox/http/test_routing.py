"""Every handler of the sandbox is that of an operation, and a test calls it through the SDK."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gigstack_api.sandbox.http.routing import HANDLERS
from gigstack_api.sandbox.spec import load

TESTS = Path(__file__).parents[1]
METHODS = {"get", "post", "put", "patch", "delete"}


def documented() -> list[dict[str, Any]]:
    """All operations of the spec."""
    return [
        operation
        for item in load()["paths"].values()
        for name, operation in item.items()
        if name in METHODS
    ]


def spelled(operation: dict[str, Any]) -> str:
    """How a call of the operation is written: `.<tag>.<method>(`."""
    return f".{operation['tags'][0]}.{operation['x-gigstack']['method']}("


def test_every_handler_imitates_an_operation() -> None:
    ids = [operation["operationId"] for operation in documented()]
    assert len(ids) == len({*ids})
    assert {*HANDLERS} <= {*ids}


def test_every_imitated_operation_is_called_by_a_test() -> None:
    imitated = [one for one in documented() if one["operationId"] in HANDLERS]
    tests = "\n".join(file.read_text(encoding="utf-8") for file in sorted(TESTS.rglob("test_*.py")))
    assert [call for operation in imitated if (call := spelled(operation)) not in tests] == []
