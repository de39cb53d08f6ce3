"""A spec as the sandbox uses it: its operations, read from the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from .operation import Operation, Parameter
from .schemas import Schemas

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch"})

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load() -> dict[str, Any]:
    """The spec: the copy in the installed package, or the one of the working tree."""
    source = files(__name__.rpartition(".")[0]).joinpath("openapi.yaml")  # may be in a zip file
    if not source.is_file():
        source = Path(__file__).parents[2] / "openapi.yaml"
    document: dict[str, Any] = yaml.load(source.read_bytes(), Loader)  # noqa: S506 - a safe loader
    return document


class Spec(Schemas):
    """The operations of a document, and the schemas that they refer to."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        super().__init__(document)
        self.operations = tuple(_read_operations(self))


@cache
def own_spec() -> Spec:
    """The spec of this package."""
    return Spec(load())


def operations() -> tuple[Operation, ...]:
    """Every operation of the spec of this package."""
    return own_spec().operations


def _read_operations(spec: Spec) -> Iterator[Operation]:
    document = spec.document
    schemes: Mapping[str, Any] = document.get("components", {}).get("securitySchemes", {})
    key_headers = tuple(
        scheme["name"].lower()
        for scheme in map(spec.resolve, schemes.values())
        if scheme.get("type") == "apiKey" and scheme.get("in") == "header"
    )
    for path, item in document["paths"].items():
        for method, node in item.items():
            if method not in METHODS:
                continue
            listed = (*item.get("parameters", ()), *node.get("parameters", ()))
            parameters = [spec.resolve(parameter) for parameter in listed]
            facts = node.get("x-gigstack", {})
            name = node.get("operationId") or f"{method} {path}"
            takes_metadata = facts.get("metadata_filter", False)
            security = node.get("security", document.get("security", ()))
            yield Operation(
                id=name,
                name=f"{next(iter(node.get('tags', ())), 'api')}.{facts.get('method', name)}",
                method=method.upper(),
                path=path,
                query=tuple(
                    Parameter(
                        parameter["name"],
                        parameter.get("required", False),
                        parameter.get("schema", {}),
                    )
                    for parameter in parameters
                    if parameter["in"] == "query"
                    and not (takes_metadata and parameter["name"] == "metadata")
                ),
                request=spec.resolve(node.get("requestBody", {})),
                responses=node.get("responses", {}),
                anonymous=not security or {} in security,
                takes_metadata=takes_metadata,
                spec=spec,
                facts=facts,
                key_headers=key_headers,
            )
