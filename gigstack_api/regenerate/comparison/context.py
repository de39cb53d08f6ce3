"""Both documents, and what every comparison of their parts needs to know about them. Pure."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from gigstack_api._core.schema.types import is_object

from ..document import Call, Node, resolve, schemas
from .pairing import Pair, pair_operations, renamed_schemas
from .shapes import Labelling
from .subjects import class_name
from .usage import Usage, usage


@frozen(kw_only=True)
class Context:
    """Both documents with what belongs together in them."""

    old: Node
    new: Node
    labels: Labelling
    renamed: dict[str, tuple[str, float]]
    used_before: dict[str, Usage]
    used: dict[str, Usage]
    pairs: list[Pair]
    gone: list[Call]
    come: list[Call]

    def resolved(self, old: object, new: object, place: str) -> tuple[Node, Node]:
        """Two nodes of the documents, references followed; empty if they are not objects."""
        return _resolved(self.old, old, place), _resolved(self.new, new, place)


def context(old: Node, new: Node) -> Context:
    """All that the comparison of two documents needs to know."""
    renamed = renamed_schemas(old, new)
    was, now = schemas(old), schemas(new)
    names = {name: class_name(schema, name) for name, schema in now.items()}
    before = {
        name: names[renamed[name][0]] if name in renamed else class_name(schema, name)
        for name, schema in was.items()
    }
    before |= {name: names[name] for name in was if name in now}
    pairs, gone, come = pair_operations(old, new)
    return Context(
        old=old,
        new=new,
        labels=Labelling(before, names),
        renamed=renamed,
        used_before=usage(old),
        used=usage(new),
        pairs=pairs,
        gone=gone,
        come=come,
    )


def _resolved(document: Node, node: object, place: str) -> Node:
    return resolve(document, node, place) if is_object(node) else {}


def table(node: object) -> dict[str, Any]:
    """An object as a table; empty for anything else."""
    return node if is_object(node) else {}
