"""Rules for the Python examples of openapi.yaml: `x-gigstack.example`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..model import Call, Node, calls

MOST_LINES = 9
WIDEST = 88
"""What a docstring has room for, at its indentation."""


def examples_are_python(spec: Node) -> Iterator[str]:
    """Each example is short, and calls its operation."""
    for call in calls(spec):
        if "example" not in call.facts:
            continue
        example = str(call.facts["example"])
        try:
            tree = ast.parse(example, mode="exec", type_comments=False)
        except SyntaxError as error:
            yield f"{call.where}: its example is not Python: {error.msg}"
            continue
        lines = example.splitlines()
        if len(lines) > MOST_LINES or any(len(line) > WIDEST for line in lines):
            yield f"{call.where}: its example has at most {MOST_LINES} lines of {WIDEST} characters"
        if _method(call) not in _called(tree):
            yield f"{call.where}: its example has to call {_method(call)}"


def _method(call: Call) -> str:
    return f"gig.{call.tag}.{call.facts.get('method')}"


def _called(tree: ast.Module) -> set[str]:
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
