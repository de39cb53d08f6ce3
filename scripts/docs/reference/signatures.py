"""Signatures as calls. Pure."""

from __future__ import annotations

import textwrap

from .source import Function

WIDTH = 88


def signature(called: str, method: Function) -> str:
    """A call with all its arguments, as users write it."""
    parts: list[str] = []
    keyword = False
    for argument in method.arguments:
        if argument.kind == "**" and argument.name == "reserved":
            continue
        if argument.kind == "keyword" and not keyword:
            parts.append("*")
        keyword = keyword or argument.kind in {"keyword", "*"}
        stars = argument.kind if argument.kind in {"*", "**"} else ""
        default = f"={argument.default}" if argument.default is not None else ""
        parts.append(f"{stars}{argument.name}{default}")
    positional = [argument for argument in method.arguments if argument.kind == "positional"]
    if positional:
        parts.insert(len(positional), "/")
    head = f"{'await ' if method.is_async else ''}{called}("
    line = f"{head}{', '.join(parts)})"
    if len(line) <= WIDTH:
        return line
    inside = textwrap.fill(
        ", ".join(parts) + ",", WIDTH - 4, break_long_words=False, break_on_hyphens=False
    )
    return f"{head}\n{textwrap.indent(inside, '    ')}\n)"
