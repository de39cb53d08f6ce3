"""Reads other specs than our own: a file of OpenAPI 3.0 or 3.1, YAML or JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, cast

import yaml

from .spec import Loader, Spec

BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def read_spec(source: str | PathLike[str] | Mapping[str, Any]) -> Spec:
    """The spec of a document, or of the file that holds it.

    Raises:
        ValueError: it cannot be used; the text says why.
    """
    name = "the spec" if isinstance(source, Mapping) else str(source)
    document: object = source if isinstance(source, Mapping) else _parsed(Path(source))
    if not isinstance(document, Mapping):
        raise ValueError(f"{name} is not an OpenAPI document")
    node = cast("Mapping[str, Any]", document)
    if not re.match(r"3\.[01]", str(node.get("openapi"))) or not isinstance(
        node.get("paths"), Mapping
    ):
        raise ValueError(f"{name} is not an OpenAPI document of version 3.0 or 3.1 with paths")
    try:
        return Spec(_upgraded(node))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(
            f"{name} cannot be served: {type(error).__name__} {error}. "
            "`python -m gigstack_api.regenerate --check` says what is wrong with a spec"
        ) from error
    except RecursionError as error:
        raise ValueError(f"{name} is nested too deeply") from error


def _parsed(path: Path) -> object:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ValueError(f"cannot read {path}: {error.strerror}") from error
    try:
        loaded: object = yaml.load(content, Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0] if isinstance(error, yaml.YAMLError) else "not readable"
        raise ValueError(f"{path} is neither YAML nor JSON: {reason}") from error
    return loaded


def _upgraded(node: Any) -> Any:
    """A copy in the words of OpenAPI 3.1. Keys of answers are texts."""
    if isinstance(node, list):
        return [_upgraded(item) for item in node]  # pyright: ignore[reportUnknownVariableType] - JSON
    if not isinstance(node, dict):
        return node
    fields: dict[Any, Any] = node  # pyright: ignore[reportUnknownVariableType] - JSON
    result = {str(key): _upgraded(item) for key, item in fields.items()}
    ref = result.get("$ref")
    if isinstance(ref, str) and not ref.startswith("#/"):
        raise KeyError(f"$ref {ref!r} is not in the same file")
    for key, bound in BOUNDS.items():
        if isinstance(result.get(key), bool) and result.pop(key) and bound in result:
            result[key] = result.pop(bound)
    return _with_null(result) if result.get("nullable") is True else result


def _with_null(node: dict[str, Any]) -> dict[str, Any]:
    """A schema that takes null."""
    del node["nullable"]
    return {"anyOf": [node, {"type": "null"}]}
