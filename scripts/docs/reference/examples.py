"""The examples of operations in Python and in curl."""

from __future__ import annotations

from functools import cache

from .api import Operation
from .calling import python_example, samples
from .capturing import captured
from .curl import curl


@cache
def _examples() -> dict[str, tuple[str, str]]:
    return {}


def examples(operation: Operation) -> tuple[str, str]:
    """The example of an operation in Python and in curl. Made once for all languages."""
    made = _examples()
    if operation.route not in made:
        python = python_example(operation)
        made[operation.route] = python, _command(operation, python)
    return made[operation.route]


def _command(operation: Operation, python: str) -> str:
    written = samples()["curl"].get(operation.route)
    if written:
        return str(written)
    sent = captured(python, operation.route)
    if sent is None:
        raise ValueError(f"{operation.route}: the example does not make this call:\n{python}")
    return curl(sent, saves=operation.call.facts.get("download", {}).get("media_type", ""))
