"""The changes of request bodies. Their fields are compared with the components. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Node, below
from .answers import media_types
from .changes import Change, Side
from .context import Context, table
from .pairing import Pair
from .subjects import Owner, Subject, method_of, module_of, of_operation, operation_id
from .values import compare_fields, compare_values


def compare_bodies(pair: Pair, context: Context) -> Iterator[Change]:
    """The changes of the body of an operation."""
    it = of_operation(pair.new, Side.REQUEST)
    place = below(pair.new.place, "requestBody")
    before, after = (call.operation.get("requestBody") for call in (pair.old, pair.new))
    old, new = context.resolved(before, after, place)
    if bool(old) != bool(new):
        rule = "body-added-required" if new.get("required") else "body-added-optional"
        yield it.change(rule if new else "body-removed", place, was=old or None, now=new or None)
        return
    if bool(old.get("required")) != bool(new.get("required")):
        rule = "body-became-required" if new.get("required") else "body-became-optional"
        yield it.change(rule, below(place, "required"))
    for key in sorted((old.keys() | new.keys()) - {"content", "required"}):
        if old.get(key) != new.get(key):
            yield it.change(
                "body-text-changed", below(place, key), was=old.get(key), now=new.get(key)
            )
    yield from _media(pair, table(old.get("content")), table(new.get("content")), place, context)


def _media(pair: Pair, old: Node, new: Node, place: str, context: Context) -> Iterator[Change]:
    it = of_operation(pair.new, Side.REQUEST)
    here = below(place, "content")
    yield from media_types(old, new, it, here, "body-media-type")
    kept = [(name, name) for name in old if name in new]
    if not kept and len(old) == len(new) == 1:  # one was replaced: its fields are compared too
        kept = [(next(iter(old)), next(iter(new)))]
    for before, after in kept:
        was, now = table(old[before]), table(new[after])
        yield from _one_media(pair, was, now, below(here, after), context)


def _one_media(pair: Pair, old: Node, new: Node, place: str, context: Context) -> Iterator[Change]:
    it = of_operation(pair.new, Side.REQUEST)
    for key in sorted((old.keys() | new.keys()) - {"schema"}):
        if old.get(key) != new.get(key):
            rule = "body-encoding-changed" if key == "encoding" else "body-text-changed"
            yield it.change(rule, below(place, key), was=old.get(key), now=new.get(key))
    was, now = old.get("schema", {}), new.get("schema", {})
    before, after = context.resolved(was, now, place)
    here = below(place, "schema")
    if _names_of(was, context.labels.old) != _names_of(now, context.labels.new) and (
        "properties" in before and "properties" in after
    ):  # another component: its fields are what matters
        call = pair.new
        owner = Owner(
            kind="body", name="", side=Side.REQUEST, calls=(call,), operations=(operation_id(call),)
        )
        yield from compare_fields(before, after, owner, here, context.labels)
        return
    body = Subject(
        it=f"the body of `{method_of(pair.new)}`",
        side=Side.REQUEST,
        prefix="body-",
        names=(method_of(pair.new), module_of(pair.new)),
        operations=it.operations,
    )
    yield from compare_values(was, now, body, here, context.labels)


def _names_of(schema: object, labels: object) -> object:
    found = table(schema)
    name = str(found.get("$ref", "")).rpartition("/")[2]
    return table(labels).get(name, name)
