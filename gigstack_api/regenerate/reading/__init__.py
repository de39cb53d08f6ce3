"""Reads a spec: a file or URL, YAML or JSON, one file or several, as one document."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from ..document import Node
from ..findings import refuse
from .bundling import bundle
from .sources import Files

__all__ = ["read"]


def read(source: str | Path) -> Node:
    """The document of an OpenAPI 3.0 or 3.1 spec. What other files hold is among its components.

    Raises:
        UnusableSpec: it cannot be loaded or parsed, is of another version, or refers to a file
            that cannot be used.
    """
    try:
        files = Files(source)
        urlsplit(str(source))
    except ValueError as error:
        raise refuse(str(source), f"this is not an address: {error}.", "Correct it.") from None
    document = files.parsed(files.root)
    _check_version(document, files.label(files.root))
    return bundle(document, files)


def _check_version(document: Node, place: str) -> None:
    if "swagger" in document:
        raise refuse(
            f"{place}, swagger",
            f"this is a Swagger {document['swagger']} document.",
            "Convert it to OpenAPI 3, with swagger2openapi for instance.",
        )
    version = document.get("openapi")
    if version is None:
        raise refuse(
            place,
            "this is not an OpenAPI document, it has no key `openapi`.",
            "Give the address of the document itself, not of its documentation.",
        )
    if not re.fullmatch(r"3\.[01](\.\d+)?(-.*)?", str(version)):
        raise refuse(
            f"{place}, openapi",
            f"version {version} cannot be read.",
            "Take the spec in version 3.0 or 3.1.",
        )
    document["openapi"] = str(version)
