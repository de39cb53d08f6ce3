"""The stress tests import each other in no circle, and no script imports a test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(folder: str) -> dict[str, Path]:
    paths = (ROOT / folder).rglob("*.py")
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in paths
    }


def imported(module: str, path: Path) -> Iterator[str]:
    """The modules that a module imports at any depth, by absolute name."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(parts if node.level else ()), *filter(None, [node.module])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def find_circle(graph: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []


def test_no_module_imports_itself_through_others() -> None:
    known = modules("tests/stress")
    graph = {
        name: {other for other in imported(name, path) if other in known and other != name}
        for name, path in known.items()
    }
    assert sum(map(len, graph.values())) > 20
    assert find_circle(graph) == []


def test_a_planted_circle_is_found() -> None:
    assert find_circle({"a": {"b"}, "b": {"c"}, "c": {"a"}})
    assert not find_circle({"a": {"b", "c"}, "b": {"c"}, "c": set()})


def test_no_script_imports_a_test() -> None:
    scripts = modules("scripts")
    assert "scripts.mutants" in scripts
    for name, path in scripts.items():
        assert not [other for other in imported(name, path) if other.split(".")[0] == "tests"], name
