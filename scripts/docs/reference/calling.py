"""Examples of calls in Python: those of the spec, and for the others one made from its facts."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .api import Operation

SAMPLES = Path(__file__).with_name("samples.yaml")
WIDTH = 88
PLAIN = {"dict[str, Any]": "item", "Download": "file", "None": ""}
"""The names of values that are not models."""
PLACE = re.compile(r"\{([A-Z]\w+)\}")


@cache
def samples() -> Mapping[str, Any]:
    """The sample arguments and ids."""
    loaded: Mapping[str, Any] = yaml.safe_load(SAMPLES.read_text(encoding="utf-8"))
    return loaded


def python_example(operation: Operation) -> str:
    """The lines of an example, to be run where `gig` is a client."""
    written = operation.call.facts.get("example")
    if written:
        return str(written).strip()
    return example_of(operation.route, _arguments(operation), operation.returns, operation.is_list)


def example_of(route: str, arguments: str, returns: str, is_list: bool = False) -> str:
    """The example of a call with these arguments, which prints what a caller looks at first."""
    arguments = PLACE.sub(lambda place: str(samples()["ids"][place[1]]), arguments)
    made = _formatted(f"gig.{route}", arguments)
    value = PLAIN.get(returns) if returns in PLAIN else _variable(returns)
    head = "from pathlib import Path\n\n" if "Path(" in arguments else ""
    if is_list:
        return f"{head}async for {value} in {made}:\n    print({_shown(value or '', returns)})"
    if not value:
        return f"{head}await {made}"
    return f"{head}{value} = await {made}\nprint({_shown(value, returns)})"


def _arguments(operation: Operation) -> str:
    given = samples()["calls"].get(operation.route)
    if given is not None:
        return str(given)
    ids: dict[str, dict[str, str]] = operation.call.facts.get("ids", {})
    return ", ".join(f'"{{{next(iter(models))}}}"' for models in ids.values())


def _variable(returns: str) -> str:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", returns).lower()
    return name.rpartition("_")[2] if len(name) > 16 else name


def _shown(value: str, returns: str) -> str:
    from .places import models

    if returns == "Download":
        return f"{value}.file_name"
    names = [field.name for field in models()[returns].fields] if returns in models() else []
    first = next((name for name in ("uuid", "id") if name in names), "")
    return f"{value}.{first}" if first else value


def _formatted(called: str, arguments: str) -> str:
    """A call on one line, or with one line for each argument."""
    call = f"{called}({arguments})"
    if len(call) <= WIDTH - 16:
        return call
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    parts = [_source(arguments, called, part) for part in node.args]
    parts += [f"{part.arg}={_source(arguments, called, part.value)}" for part in node.keywords]
    lines = textwrap.indent(",\n".join(parts), "    ")
    return f"{called}(\n{lines},\n)"


def _source(arguments: str, called: str, node: ast.expr) -> str:
    found = ast.get_source_segment(f"{called}({arguments})", node)
    return str(found)
