"""The changes of parameters. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Call, Node, below, resolve
from .changes import Change
from .context import Context, table
from .pairing import Pair
from .subjects import Shown, Subject, facts_of, of_argument, python_name
from .values import compare_values, is_twin

STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
TEXTS = ("description", "example", "examples", "x-note", "x-values")
HANDLED = ("name", "in", "required", "schema", "style", "explode", "deprecated", "x-python-name")


def compare_parameters(pair: Pair, context: Context) -> Iterator[Change]:
    """The changes of the parameters of an operation."""
    was, now = parameters(context.old, pair.old), parameters(context.new, pair.new)
    twins = _twins(pair, was, now, context)
    kept = set(twins.values())
    for key, old in was.items():
        if key not in twins:
            yield _argument(pair.old, old).change("removed", pair.new.place, was=old)
    for key, new in now.items():
        if key not in kept:
            rule = "added-required" if new.get("required") else "added-optional"
            yield _argument(pair.new, new).change(rule, _place(pair.new, new), now=new)
    for key, other in twins.items():
        yield from _compare(pair.new, was[key], now[other], context)


def parameters(document: Node, call: Call) -> dict[tuple[str, str], Node]:
    """The parameters of an operation by their place and name, references followed.

    Other spellings of a parameter, which its facts list and no client sends, are left out.
    """
    listed = call.operation.get("parameters")
    spellings = table(facts_of(call.operation).get("alternatives"))
    found = [
        resolve(document, item, call.place)
        for item in (listed if is_list(listed) else ())
        if is_object(item)
    ]
    return {
        (str(item.get("in")), str(item.get("name"))): item
        for item in found
        if item.get("name") not in spellings
    }


def _twins(
    pair: Pair,
    was: dict[tuple[str, str], Node],
    now: dict[tuple[str, str], Node],
    context: Context,
) -> dict[tuple[str, str], tuple[str, str]]:
    """The parameter of the new document for each of the old one that is still there.

    A path parameter is the one at the same place of the path, whatever its name. Any other is that
    of its name, wherever it is sent, or the only one with an equal schema and text.
    """
    found = {key: key for key in was if key in now and key[0] != "path"}
    names = (re.findall(r"\{([^}]*)\}", call.path) for call in (pair.old, pair.new))
    for old, new in zip(*names, strict=False):
        if ("path", old) in was and ("path", new) in now:
            found["path", old] = ("path", new)

    def left(sides: dict[tuple[str, str], Node], taken: object) -> list[tuple[str, str]]:
        return [key for key in sides if key not in taken and key[0] != "path"]  # type: ignore[operator]

    for key in left(was, found):
        moved = [other for other in left(now, found.values()) if other[1] == key[1]]
        if moved:
            found[key] = moved[0]
    gone, come = left(was, found), left(now, found.values())
    for key in gone:
        same = [other for other in come if _is_same(was[key], now[other], context)]
        rivals = [other for other in gone if _is_same(was[other], was[key], context)]
        if len(same) == 1 and len(rivals) == 1:
            found[key] = same[0]
    return found


def _is_same(old: Node, new: Node, context: Context) -> bool:
    """Whether two parameters are the same in all but their names, and say what they are for."""
    hidden = {"name", "x-python-name"}
    was, now = (
        {key: value for key, value in node.items() if key not in (*hidden, "schema")}
        for node in (old, new)
    )
    schemas = [table(node.get("schema")) for node in (old, new)]
    described = old.get("description") or schemas[0].get("description")
    return bool(described) and was == now and is_twin(schemas[0], schemas[1], context.labels)


def _argument(call: Call, parameter: Node) -> Subject:
    name = python_name(parameter, str(parameter.get("name")))
    return of_argument([call], name, "parameter-")


def _place(call: Call, parameter: Node) -> str:
    return below(below(call.place, "parameters"), str(parameter.get("name")))


def _compare(call: Call, old: Node, new: Node, context: Context) -> Iterator[Change]:
    it, place = _argument(call, new), _place(call, new)
    yield from _names(call, old, new, it, place)
    if old.get("in") != new.get("in"):
        places = [Shown(str(node.get("in"))) for node in (old, new)]
        yield it.change("moved", place, was=places[0], now=places[1])
    if bool(old.get("required")) != bool(new.get("required")):
        yield it.change("became-required" if new.get("required") else "became-optional", place)
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule = "deprecated" if new.get("deprecated") else "undeprecated"
        yield it.change(rule, below(place, "deprecated"))
    if old.get("in") == new.get("in") and _style(old) != _style(new):
        yield it.change("style-changed", place, was=_style(old), now=_style(new))
    for key in sorted((old.keys() | new.keys()) - {*HANDLED}):
        if old.get(key) != new.get(key):
            rule = "text-changed" if key in TEXTS else "keyword-changed"
            rule = "extension-changed" if key.startswith("x-") and key not in TEXTS else rule
            was, now = old.get(key), new.get(key)
            yield it.change(rule, below(place, key), was=was, now=now, key=f"`{key}`")
    yield from compare_values(
        old.get("schema", {}), new.get("schema", {}), it, below(place, "schema"), context.labels
    )


def _names(call: Call, old: Node, new: Node, it: Subject, place: str) -> Iterator[Change]:
    was, now = (python_name(node, str(node.get("name"))) for node in (old, new))
    if old.get("name") == new.get("name") and was == now:
        return
    if new.get("in") == "path":
        yield it.change("path-parameter-renamed", place, was=old.get("name"), now=new.get("name"))
    else:
        both = of_argument([call], was, "parameter-").names
        change = Subject(
            it=it.it, side=it.side, prefix="parameter-", owner=it.owner,
            names=(*both, *it.names), operations=it.operations,
        )  # fmt: skip
        yield change.change("renamed", place, was=was, now=now, confidence=0.9)


def _style(parameter: Node) -> str:
    style = str(parameter.get("style") or STYLES.get(str(parameter.get("in")), "form"))
    explode = parameter.get("explode", style == "form")
    return f"{style}, {'exploded' if explode else 'joined'}"
