"""No operation of openapi.yaml is without a handler in the sandbox, or without a test that calls it
through the SDK.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gigstack_api.sandbox.http.routing import HANDLERS
from gigstack_api.sandbox.spec import load
from scripts.spec.rules.operations import COUNT

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


def test_operations_and_handlers_match_one_to_one() -> None:
    ids = [operation["operationId"] for operation in documented()]
    assert len(ids) == COUNT
    assert {*ids} == {*HANDLERS}


def test_every_operation_is_called_by_a_test_of_the_sandbox() -> None:
    tests = "\n".join(file.read_text(encoding="utf-8") for file in sorted(TESTS.rglob("test_*.py")))
    assert [call for operation in documented() if (call := spelled(operation)) not in tests] == []
