"""The rooms of the sandbox import only as `ROOMS` allows, without circles."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from attrs import frozen

import gigstack_api.sandbox

ROOT = Path(gigstack_api.sandbox.__file__).parent
BASE = [
    "call",
    "clock",
    "errors",
    "faults",
    "hosts",
    "index",
    "keys",
    "operation",
    "parameters",
    "problems",
    "resource",
    "schemas",
    "spec",
    "spec_files",
    "state",
    "storage",
    "texts",
    "unknown_names",
]

ROOMS: Mapping[str, str] = {
    "base": "",
    "generic": "base",
    "rules.shared": "base",
    "rules.customers": "base rules.shared",
    "rules.invoices": "base rules.shared rules.customers",
    "rules.receipts": "base rules.shared rules.customers rules.invoices",
    "rules.payments": "base rules.shared rules.customers rules.invoices rules.receipts",
    "rules.retentions": "base rules.shared rules.customers rules.invoices",
    "rules.sat": "base rules.shared rules.invoices",
    "rules.accounts": "base rules.shared",
    "deliveries": "base rules.accounts",
    "seeds": "base rules.accounts rules.customers rules.invoices rules.receipts rules.payments",
    "replaying": "base rules.accounts deliveries seeds",
    "http": "base generic rules.customers rules.invoices rules.receipts rules.payments "
    "rules.retentions rules.sat rules.accounts deliveries",
    "entry": "base deliveries seeds http",
}
"""Each room, and the rooms that it may import; all of them stand above it."""

ENTRY = ("", "__main__", "local")
HIDDEN = {("local", "client")}
"""The one import inside a function: `Sandbox.client()` loads the SDK when it is asked for."""


parse = cache(ast.parse)


@frozen
class Import:
    """A module of the sandbox, what it imports (by its path below the sandbox), and where."""

    module: str
    target: str
    in_function: bool


def sources() -> dict[str, str]:
    """The text of each module, by its dotted path below the sandbox."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        .removesuffix("__init__")
        .rstrip("."): (path.read_text(encoding="utf-8"))
        for path in sorted(ROOT.rglob("*.py"))
    }


def room_of(module: str) -> str:
    """The room of a module; of an empty package that of its folder."""
    head, *rest = module.split(".")
    if head == "rules":
        return ".".join([head, *rest[:1]])
    if head in BASE:
        return "base"
    return "entry" if module in ENTRY else head


def imports(texts: Mapping[str, str]) -> Iterator[Import]:
    """Every relative import. The target of one that leaves the sandbox is not a module of it."""
    packages = {"", *(name.rpartition(".")[0] for name in texts)}
    for module, text in texts.items():
        tree = parse(text)
        inside = {
            id(node)
            for function in ast.walk(tree)
            if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
            for node in ast.walk(function)
        }
        package = module.split(".") if module in packages else module.split(".")[:-1]
        package = [part for part in package if part]
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom) or not node.level:
                continue
            base = package[: max(len(package) - node.level + 1, 0)]
            base += node.module.split(".") if node.module else []
            for alias in node.names:
                named = ".".join([*base, alias.name])
                target = named if named in texts else ".".join(base)
                yield Import(module, target, id(node) in inside)


def breaches(texts: Mapping[str, str]) -> list[str]:
    """A sentence for each import that breaks the table, and one for a circle."""
    found: list[str] = []
    graph: dict[str, set[str]] = {}
    for line in imports(texts):
        mine, theirs = room_of(line.module), room_of(line.target)
        if line.in_function:
            if (line.module, line.target) not in HIDDEN:
                found.append(f"{line.module} imports {line.target} inside a function")
        elif line.target in texts:
            graph.setdefault(line.module, set()).add(line.target)
        if theirs in ROOMS and theirs not in {mine, *ROOMS.get(mine, "").split()}:
            found.append(f"{line.module} imports {line.target}: {mine} may not import {theirs}")
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append(f"circle: {' -> '.join(error.args[1])}")
    return found


def test_imports_obey_the_table() -> None:
    assert breaches(sources()) == []


def test_every_module_has_a_room() -> None:
    rooms = {room_of(module) for module in sources()} - {"rules"}
    assert rooms == set(ROOMS)


def test_table_lists_rooms_in_import_order() -> None:
    names = list(ROOMS)
    for index, (_, allowed) in enumerate(ROOMS.items()):
        assert set(allowed.split()) <= set(names[:index])


def test_every_rules_room_says_what_it_knows() -> None:
    for module, text in sources().items():
        if module.startswith("rules.") and module.count(".") == 1:
            assert (ast.get_docstring(ast.parse(text)) or "").count(".") == 1, module


@pytest.mark.parametrize(
    ("planted", "complaint"),
    [
        (
            {"rules.customers.planted": "from ..receipts import handlers"},
            "rules.customers may not import rules.receipts",
        ),
        (
            {"rules.shared.planted": "from ...http.server import listen"},
            "rules.shared may not import http",
        ),
        ({"state": "from .rules.shared import money"}, "base may not import rules.shared"),
        (
            {"rules.customers.planted": "def hidden():\n    from . import csf"},
            "rules.customers.planted imports rules.customers.csf inside a function",
        ),
        (
            {"index": "from .state import State", "state": "from .index import Index"},
            "circle: ",
        ),
    ],
)
def test_planted_breach_is_found(planted: dict[str, str], complaint: str) -> None:
    found = breaches(sources() | planted)
    assert any(complaint in text for text in found), found
