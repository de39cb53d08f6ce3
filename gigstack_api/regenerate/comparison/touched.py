"""The tests and sandbox handlers of operations, found by the names that they are called by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from ..document import Node, calls
from .subjects import method_of, operation_id

TESTS = "tests"
HANDLERS = "gigstack_api/sandbox/rules"


@frozen
class Touched:
    """The files that know an operation, by their paths in the repository."""

    method: str
    tests: tuple[str, ...]
    handlers: tuple[str, ...]


def touched(
    documents: Iterable[Node], operations: Iterable[str], root: Path
) -> tuple[Touched, ...]:
    """The files of a repository that know some operations.

    A test calls `gig.clients.list(...)`, or names the operationId. A handler of the sandbox is the
    function of that name. Operations that no file knows are left out.
    """
    methods = {operation_id(call): method_of(call) for node in documents for call in calls(node)}
    wanted = {name: methods[name] for name in dict.fromkeys(operations) if name in methods}
    if not wanted:
        return ()
    tests, handlers = _sources(root / TESTS, root), _sources(root / HANDLERS, root)
    found: list[Touched] = []
    for name, method in sorted(wanted.items(), key=lambda item: item[1]):
        spelt = re.escape(method.removeprefix("gig"))
        called = re.compile(rf"{spelt}\(|\b{re.escape(name)}\b")
        handled = re.compile(rf"^(?:async )?def {re.escape(name)}\(", re.MULTILINE)
        one = Touched(
            method,
            tuple(path for path, text in tests.items() if called.search(text)),
            tuple(path for path, text in handlers.items() if handled.search(text)),
        )
        if one.tests or one.handlers:
            found.append(one)
    return tuple(found)


def _sources(folder: Path, root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.py"))
    }
