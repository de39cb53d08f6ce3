"""The changes of component schemas, each reported once for all operations that use it. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Node, schemas
from .changes import Change, Side
from .context import Context
from .subjects import Owner, Subject, class_name, operation_id
from .usage import Usage
from .values import compare_fields, compare_values

WITHOUT_A_CLASS = ("envelope", "body", "metadata-filter", "free-form")
"""Roles of components that users know by the operations alone."""


def compare_components(context: Context) -> Iterator[Change]:
    """The changes of the components of two documents."""
    was, now = schemas(context.old), schemas(context.new)
    taken = {name for name, _ in context.renamed.values()}
    for name, schema in was.items():
        if not _has_class(schema):
            continue
        if name in context.renamed:
            yield _renamed(name, context)
        elif name not in now:
            used = context.used_before[name]
            yield _subject(name, schema, used).change("schema-removed", _place(name), was=schema)
    for name, schema in now.items():
        is_new = name not in was and name not in taken
        if is_new and _has_class(schema):
            used = context.used[name]
            yield _subject(name, schema, used).change("schema-added", _place(name), now=schema)
    before = {new: old for old, (new, _) in context.renamed.items()}
    for name, schema in now.items():
        old = was.get(before.get(name, name))
        if old is not None:
            yield from _compare(old, schema, name, context)


def _has_class(schema: Node) -> bool:
    """Whether users can import it: unions, maps and roles of their own have no class."""
    return schema.get("x-role") not in WITHOUT_A_CLASS and bool(
        schema.get("properties") or schema.get("enum")
    )


def _place(name: str) -> str:
    return f"components.schemas.{name}"


def _subject(name: str, schema: Node, used: Usage) -> Subject:
    known = class_name(schema, name)
    return Subject(
        it=f"`{known}`", side=used.side, name=known, prefix="", names=(known,),
        operations=used.operations,
    )  # fmt: skip


def _renamed(name: str, context: Context) -> Change:
    twin, confidence = context.renamed[name]
    was = class_name(schemas(context.old)[name], name)
    schema = schemas(context.new)[twin]
    it = _subject(twin, schema, context.used[twin])
    now = class_name(schema, twin)
    both = Subject(it=it.it, side=it.side, names=(was, now), operations=it.operations)
    return both.change("schema-renamed", _place(twin), was=was, now=now, confidence=confidence)


def _compare(old: Node, new: Node, name: str, context: Context) -> Iterator[Change]:
    used = context.used[name]
    side = _side(name, context)
    whole = _subject(name, new, used)
    place = _place(name)
    it = Subject(
        it=whole.it, side=side, prefix="schema-", names=whole.names, operations=used.operations
    )
    fields = ("properties", "required")
    plain = [
        {key: value for key, value in node.items() if key not in fields} for node in (old, new)
    ]
    yield from compare_values(plain[0], plain[1], it, place, context.labels)
    yield from compare_fields(old, new, _owner(name, new, used, side), place, context.labels)


def _side(name: str, context: Context) -> Side:
    """Who writes a component: in the new document, or in the old one if it is not used any more."""
    used = context.used[name]
    return used.side if used.operations else context.used_before.get(name, used).side


def _owner(name: str, schema: Node, used: Usage, side: Side) -> Owner:
    """How users know the fields of a component: as arguments, in an answer, or of a model."""
    kind = "model"
    role = schema.get("x-role")
    if used.bodies and not used.received and (role == "body" or set(used.sent) <= _ids(used)):
        kind = "body"
    elif role == "envelope" and used.answers:
        kind = "answer"
    calls = used.bodies if kind == "body" else used.answers
    return Owner(
        kind=kind, name=class_name(schema, name), side=side, calls=tuple(calls),
        operations=used.operations,
    )  # fmt: skip


def _ids(used: Usage) -> set[str]:
    return {operation_id(call) for call in used.bodies}
