"""The changes of what concerns the whole API: servers, security, events, texts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import METHODS, Node, below
from .changes import Change, Side
from .context import Context, table
from .pairing import Pair
from .subjects import Shown, Subject, listed, of_operation, python_name
from .values import compare_values

API = Subject(it="the API", side=Side.BOTH)
ELSEWHERE = ("paths", "components", "openapi", "servers", "security", "tags", "webhooks", "info")


def compare_api(context: Context) -> Iterator[Change]:
    """The changes of two documents that belong to no operation."""
    old, new = context.old, context.new
    yield from _info(table(old.get("info")), table(new.get("info")))
    yield from _servers(_list(old.get("servers")), _list(new.get("servers")))
    yield from _schemes(
        *(table(table(node.get("components")).get("securitySchemes")) for node in (old, new))
    )
    yield from _security(old.get("security"), new.get("security"), API, "security")
    for pair in context.pairs:
        yield from _security_of(pair, context)
    yield from _tags(_list(old.get("tags")), _list(new.get("tags")))
    yield from _events(context)
    for key in sorted((old.keys() | new.keys()) - {*ELSEWHERE}):
        if old.get(key) != new.get(key):
            rule = "api-text-changed" if key == "externalDocs" else "api-keyword-changed"
            yield API.change(rule, key, was=old.get(key), now=new.get(key), key=f"`{key}`")


def _list(node: object) -> list[Node]:
    return [item for item in node if is_object(item)] if is_list(node) else []


def _info(old: Node, new: Node) -> Iterator[Change]:
    for key in sorted(old.keys() | new.keys()):
        if old.get(key) != new.get(key):
            rule = "api-version-changed" if key == "version" else "api-text-changed"
            yield API.change(rule, below("info", key), was=old.get(key), now=new.get(key))


def _servers(old: list[Node], new: list[Node]) -> Iterator[Change]:
    was, now = ([str(server.get("url")) for server in servers] for servers in (old, new))
    place = "servers"
    if was[:1] != now[:1]:
        yield API.change(
            "server-changed", place, was=was[0] if was else None, now=now[0] if now else None
        )
    yield from (API.change("server-added", place, now=url) for url in now[1:] if url not in was)
    yield from (API.change("server-removed", place, was=url) for url in was[1:] if url not in now)
    if was == now and old != new:
        variables = [[server.get("variables") for server in servers] for servers in (old, new)]
        if variables[0] == variables[1]:
            yield API.change("server-text-changed", place)
        else:
            yield API.change("server-changed", place, was=variables[0], now=variables[1])


def _schemes(old: Node, new: Node) -> Iterator[Change]:
    place = "components.securitySchemes"
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was == now:
            continue
        here = below(place, name)
        if was is None or now is None:
            rule = "security-scheme-added" if was is None else "security-scheme-removed"
            yield API.change(rule, here, was=was, now=now, name=name)
        elif _without_text(was) == _without_text(now):
            yield API.change("security-scheme-text-changed", here, name=name)
        else:
            words = (Shown(_scheme(node)) for node in (was, now))
            before, after = words
            yield API.change("security-scheme-changed", here, was=before, now=after, name=name)


def _without_text(node: object) -> Node:
    return {
        key: value
        for key, value in table(node).items()
        if key not in ("description", "bearerFormat")
    }


def _scheme(node: object) -> str:
    scheme = table(node)
    kind = scheme.get("type")
    if kind == "apiKey":
        return f"a key in the {scheme.get('in')} `{scheme.get('name')}`"
    return f"`{kind} {scheme.get('scheme', '')}`".replace(" `", "`")


def _security(old: Any, new: Any, it: Subject, place: str) -> Iterator[Change]:
    was, now = (_requirements(node) for node in (old, new))
    if was == now:
        return
    rule = "security-loosened" if was <= now or frozenset() in now else "security-changed"
    words = (Shown(_wanted(side)) for side in (was, now))
    before, after = words
    yield it.change(rule, place, was=before, now=after)


def _security_of(pair: Pair, context: Context) -> Iterator[Change]:
    if not any("security" in call.operation for call in (pair.old, pair.new)):
        return
    old = pair.old.operation.get("security", context.old.get("security"))
    new = pair.new.operation.get("security", context.new.get("security"))
    place = below(pair.new.place, "security")
    yield from _security(old, new, of_operation(pair.new, Side.REQUEST), place)


def _requirements(node: object) -> set[frozenset[str]]:
    """The sets of schemes of which one is needed; a set with nothing in it if no scheme is."""
    found = {
        frozenset(
            f"{name} ({', '.join(scopes)})" if scopes else name for name, scopes in item.items()
        )
        for item in _list(node)
    }
    return found or {frozenset()}


def _wanted(requirements: set[frozenset[str]]) -> str:
    words = [
        listed(sorted(names)) or "no authentication" for names in sorted(requirements, key=sorted)
    ]
    return " or ".join(words)


def _tags(old: list[Node], new: list[Node]) -> Iterator[Change]:
    was, now = ({str(tag.get("name")): tag for tag in tags} for tags in (old, new))
    for name in now:
        before = was.get(name, {"name": name})
        if before != now[name]:
            yield API.change("tag-text-changed", below("tags", name), name=python_name({}, name))


def _events(context: Context) -> Iterator[Change]:
    old, new = (table(node.get("webhooks")) for node in (context.old, context.new))
    for name in sorted(old.keys() | new.keys()):
        place = below("webhooks", name)
        it = Subject(it=f"the event `{name}`", side=Side.ANSWER, prefix="event-", name=name)
        plain = Subject(it=it.it, side=Side.ANSWER, name=name)
        if name not in new:
            yield plain.change("event-removed", place, was=old[name])
        elif name not in old:
            yield plain.change("event-added", place, now=new[name])
        else:
            yield from _event(it, plain, old[name], new[name], place, context)


def _event(
    it: Subject, plain: Subject, old: object, new: object, place: str, context: Context
) -> Iterator[Change]:
    was, now = context.resolved(old, new, place)
    for method in METHODS:
        before, after = table(was.get(method)), table(now.get(method))
        for key in sorted((before.keys() | after.keys()) - {"requestBody"}):
            if before.get(key) != after.get(key):
                texts = ("summary", "description")
                rule = "event-text-changed" if key in texts else "event-changed"
                yield plain.change(rule, below(place, key), key=f"`{key}`")
        bodies = context.resolved(before.get("requestBody"), after.get("requestBody"), place)
        contents = [table(body.get("content")) for body in bodies]
        for media in sorted(contents[0].keys() | contents[1].keys()):
            sides = [table(content.get(media)) for content in contents]
            schemas = [side.get("schema", {}) for side in sides]
            yield from compare_values(
                schemas[0], schemas[1], it, below(place, media), context.labels
            )
            rest = [{**side, "schema": None} for side in sides]
            if rest[0] != rest[1]:
                yield plain.change("event-text-changed", place)
