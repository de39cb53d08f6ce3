"""One form of OpenAPI document for all that comes after it. Pure.

A normalised document is OpenAPI 3.1 and keeps these promises:

- Every object, enum, map and union of models is a component schema. Its key is its class name.
- Elsewhere a schema is a scalar or array, a `$ref` alone, or an `anyOf` of these with facts beside.
- There is no `allOf`, `oneOf`, `const`, `nullable` or `default` (see `x-default`).
- Parameters, bodies and answers are inline; parameters of a path are parameters of its operations.
- A description of a parameter stands in its schema, and nowhere else.
- A body has one media type. A success answer has a status code or `2XX`.
- Every operation has an `operationId` and one tag that is a Python name.
- `x-python-name` stands on fields and parameters whose Python name is not their wire name.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

from attrs import frozen

from ..document import Node
from ..findings import Finding
from . import (
    answers,
    bodies,
    components,
    identities,
    keywords,
    merging,
    naming,
    parameters,
    paths,
    references,
    scalars,
    shape,
    unions,
    versions,
)
from .work import Work

__all__ = ["Normalised", "normalise"]


@frozen
class Normalised:
    """A document in one form, and what its author may want to know about the way there."""

    document: Node
    notes: tuple[Finding, ...]


STEPS: tuple[Callable[[Work], None], ...] = (
    shape.check_shape,
    references.check_references,
    references.inline_path_items,
    paths.settle_paths,
    references.name_inner_targets,
    versions.upgrade_schemas,
    keywords.keep_known_keywords,
    merging.merge,
    scalars.settle_enums,
    scalars.settle_types,
    parameters.settle_parameters,
    bodies.settle_bodies,
    answers.settle_answers,
    identities.settle_operations,
    unions.settle_unions,
    components.name_inline_schemas,
    references.replace_aliases,
    references.inline_references,
    parameters.move_descriptions,
    parameters.write_path_styles,
    parameters.match_paths,
    naming.name_classes,
    unions.complete_discriminators,
    naming.name_arguments,
)
"""In their order: each relies on those before it."""


def normalise(document: Node) -> Normalised:
    """The same API in one form.

    Raises:
        UnusableSpec: the document says something that cannot be understood or written as code.
    """
    work = Work(copy.deepcopy(document))
    for step in STEPS:
        step(work)
        work.stop_if_refused()
    return Normalised(work.document, tuple(dict.fromkeys(work.notes)))
