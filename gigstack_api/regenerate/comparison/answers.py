"""The changes of answers. The fields of what they hold are compared with the components. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Node, below
from .changes import Change, Side
from .context import Context, table
from .pairing import Pair
from .subjects import Subject, method_of, module_of, of_operation
from .values import compare_values

HANDLED = ("content", "headers", "description", "summary", "x-gigstack", "x-note")


def compare_answers(pair: Pair, context: Context) -> Iterator[Change]:
    """The changes of the answers of an operation."""
    it = of_operation(pair.new, Side.ANSWER)
    place = below(pair.new.place, "responses")
    old, new = (table(call.operation.get("responses")) for call in (pair.old, pair.new))
    gone, come = ([*old.keys() - new.keys()], [*new.keys() - old.keys()])
    kept = [(status, status) for status in old if status in new]
    if len(gone) == len(come) == 1 and _is_success(gone[0]) and _is_success(come[0]):
        kept.append((gone[0], come[0]))
        yield it.change("answer-status-changed", below(place, come[0]), was=gone[0], now=come[0])
        gone, come = [], []
    for status in sorted(gone):
        rule = "answer-status-removed" if _is_success(status) else "answer-error-removed"
        yield it.change(rule, below(place, status), was=status)
    for status in sorted(come):
        rule = "answer-status-added" if _is_success(status) else "answer-error-added"
        yield it.change(rule, below(place, status), now=status)
    for before, after in kept:
        here = below(place, after)
        yield from _compare(pair, *context.resolved(old[before], new[after], here), here, context)


def _is_success(status: str) -> bool:
    return status.startswith("2") or status == "default"


def _compare(pair: Pair, old: Node, new: Node, place: str, context: Context) -> Iterator[Change]:
    it = of_operation(pair.new, Side.ANSWER)
    for key in sorted((old.keys() | new.keys()) - {"content", "headers", "x-gigstack"}):
        if old.get(key) != new.get(key):
            rule = "answer-text-changed" if key in HANDLED else "answer-keyword-changed"
            was, now = old.get(key), new.get(key)
            yield it.change(rule, below(place, key), was=was, now=now, key=f"`{key}`")
    was, now = table(old.get("content")), table(new.get("content"))
    here = below(place, "content")
    yield from media_types(was, now, it, here, "answer-media-type")
    for name in was:
        if name in now:
            media = table(was[name]), table(now[name])
            yield from _one_media(pair, *media, below(here, name), context)
    headers = table(old.get("headers")), table(new.get("headers"))
    yield from _headers(it, *headers, below(place, "headers"), context)


def media_types(old: Node, new: Node, it: Subject, place: str, rule: str) -> Iterator[Change]:
    """The media types that came and went; one that took the place of another is one change."""
    gone, come = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
    if len(old) == len(new) == len(gone) == len(come) == 1:
        yield it.change(f"{rule}-changed", place, was=gone[0], now=come[0])
        return
    yield from (it.change(f"{rule}-removed", place, was=name) for name in gone)
    yield from (it.change(f"{rule}-added", place, now=name) for name in come)


def _one_media(pair: Pair, old: Node, new: Node, place: str, context: Context) -> Iterator[Change]:
    it = of_operation(pair.new, Side.ANSWER)
    for key in sorted((old.keys() | new.keys()) - {"schema"}):
        if old.get(key) != new.get(key):
            yield it.change("answer-text-changed", below(place, key))
    answer = Subject(
        it=f"the answer of `{method_of(pair.new)}`",
        side=Side.ANSWER,
        prefix="answer-",
        names=(method_of(pair.new), module_of(pair.new)),
        operations=it.operations,
    )
    was, now = old.get("schema", {}), new.get("schema", {})
    yield from compare_values(was, now, answer, below(place, "schema"), context.labels)


def _headers(it: Subject, old: Node, new: Node, place: str, context: Context) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        was, now = context.resolved(old.get(name), new.get(name), place)
        if was != now or (name in old) != (name in new):
            step = "changed" if name in old and name in new else "added"
            step = "removed" if name not in new else step
            yield it.change(f"answer-header-{step}", below(place, name), name=name)
