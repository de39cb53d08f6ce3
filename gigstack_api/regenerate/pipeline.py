"""From a spec and its overlays to a document that code can be written from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from . import checks, facts, normalising, overlays, reading
from .document import Node
from .findings import Finding, UnusableSpec, refuse
from .lock import hash_document
from .reading.parsing import parse
from .writing.service import service_of
from .writing.target import Target


@frozen
class Prepared:
    """A document, normalised and with facts, and the package that is written from it.

    `source` is the document after its overlays, as its author wrote it. `notes` tell what was
    guessed, left out, or no longer needed. `spec` and `overlays` are the hashes of what was read.
    """

    source: Node
    document: Node
    target: Target
    notes: tuple[Finding, ...]
    spec: str
    overlays: tuple[str, ...]


def prepare(
    spec: str | Path, overlay_files: Sequence[str | Path], package: str, *, named: bool
) -> Prepared:
    """The document of a spec and its package.

    Args:
        spec: A file or URL, or `gigstack` for the spec of this package.
        overlay_files: OpenAPI overlays, applied in this order before anything else.
        package: The import name of the package.
        named: Whether the client class is called like the package and not like the API.

    Raises:
        UnusableSpec: no code can be written from it.
    """
    upstream = reading.read(own_spec() if str(spec) == OWN else spec)
    patches = [_overlay(file) for file in overlay_files]
    applied = overlays.apply(upstream, *patches)
    normalised = normalising.normalise(applied.document)
    inferred = facts.infer(normalised.document)
    if findings := checks.check(inferred.document):
        raise UnusableSpec(findings)
    service = service_of(inferred.document, package, named=named, source=str(spec))
    idle = [
        *(Finding(str(action), "It selects nothing.", REMOVE) for action in applied.unmatched),
        *(Finding(str(action), "It changes nothing.", REMOVE) for action in applied.idle),
    ]
    return Prepared(
        source=applied.document,
        document=inferred.document,
        target=Target(package, service),
        notes=(*idle, *normalised.notes, *inferred.guesses, *service.notes),
        spec=hash_document(upstream),
        overlays=tuple(map(hash_document, patches)),
    )


OWN = "gigstack"
REMOVE = "Remove it or correct its target."


def _overlay(file: str | Path) -> Node:
    """The document of an overlay file."""
    try:
        content = Path(file).read_bytes()
    except OSError as error:
        raise refuse(
            str(file), f"It cannot be read: {error.strerror}.", "Correct the path."
        ) from None
    return parse(content, str(file))


def own_spec() -> Path:
    """The spec of this package: beside the sandbox in a wheel, else at the root of the project."""
    package = Path(__file__).parents[1]
    inside = package / "sandbox" / "openapi.yaml"
    return inside if inside.exists() else package.parent / "openapi.yaml"
