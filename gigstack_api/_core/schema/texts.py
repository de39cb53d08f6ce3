"""The descriptions of classes and their fields, read from the source when they are asked for."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any

RESEARCH_NOTE = re.compile(r"\s*\b(?:Unverified|Settled): .*", re.DOTALL)
"""What was inferred, and from which source: for users of the SDK, not for those of their apps."""


@cache
def field_texts(cls: type[Any]) -> Mapping[str, str]:
    """The texts below the annotations of a class and its bases, by attribute.

    There are none where the source is not available, as in a frozen program.
    """
    found: dict[str, str] = {}
    for base in cls.__mro__:
        found = {**_own_field_texts(base), **found}
    return found


def _own_field_texts(cls: type[Any]) -> dict[str, str]:
    try:
        source = inspect.getsource(cls)
    except (OSError, TypeError):  # no source, or a class written in C
        return {}
    definition = ast.parse(dedent(source)).body[0]
    lines = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        line.target.id: inspect.cleandoc(text.value.value)
        for line, text in pairwise(lines)
        if isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def public_text(text: str | None) -> str:
    """A description for the documents of an app: paragraphs of one line, without research notes."""
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(str(text or "")))
    cut = [RESEARCH_NOTE.sub("", " ".join(paragraph.split())) for paragraph in paragraphs]
    return "\n\n".join(paragraph for paragraph in cut if paragraph)
