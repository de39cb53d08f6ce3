"""OperationIds, tags and security requirements of operations."""

from __future__ import annotations

import re
from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Call, Node, call_path, calls
from ..names import module_name, resource_name
from .work import Work


def settle_operations(work: Work) -> None:
    """Gives each operation an operationId and one tag, and refuses two of one name."""
    document = work.document
    _clean_security(document)
    _name_operations(work)
    for call in calls(document):
        _settle_tags(work, call)
        _clean_security(call.operation)
    _settle_tag_list(document)
    _refuse_twins(work)
    for key in ("webhooks", "callbacks"):
        found = document if key == "webhooks" else _with_callbacks(document)
        if found.get(key):
            work.note(key, "their bodies become models; no operations are written for them.")


def _name_operations(work: Work) -> None:
    """Gives an operationId to operations without one. Names that are taken get a number."""
    taken = {module_name(call.operation.get("operationId", "")) for call in calls(work.document)}
    for call in calls(work.document):
        if not call.operation.get("operationId"):
            plain = module_name(f"{call.method} {call.path}")
            name, number = plain, 2
            while name in taken:
                name, number = f"{plain}_{number}", number + 1
            taken.add(name)
            call.operation["operationId"] = name
            work.note(call.place, f"it has no operationId and is called {name!r}.")


def _settle_tags(work: Work, call: Call) -> None:
    tags: list[str] = [tag for tag in call.operation.get("tags", []) if tag.strip()]
    if len(tags) > 1:
        work.note(
            f"{call.place}.tags", f"it has several tags and belongs to the first, {tags[0]!r}."
        )
    if not tags:
        parts = [part for part in call_path(call.path)[0].split("/") if part and "{" not in part]
        words = [part for part in parts if not re.fullmatch(r"api|v\d+(\.\d+)*", part)]
        tags = [*words, "api"]
        work.note(call.place, f"it has no tag and belongs to {resource_name(tags[0])!r}.")
    name = resource_name(tags[0])
    if name != tags[0] and call.operation.get("tags"):
        work.note(f"tags.{tags[0]}", f"its resource is called {name}.")
    call.operation["tags"] = [name]


def _settle_tag_list(document: Node) -> None:
    declared: dict[str, Node] = {}
    for tag in document.get("tags", ()):
        name = resource_name(tag["name"])
        declared.setdefault(name, {**tag, "name": name})
    if declared:
        document["tags"] = list(declared.values())


def _refuse_twins(work: Work) -> None:
    ids: dict[str, Call] = {}
    modules: dict[tuple[str, str], Call] = {}
    for call in calls(work.document):
        name = call.operation["operationId"]
        module = call.operation["tags"][0], module_name(name)
        if other := ids.get(name):
            work.refuse(
                call.place,
                f"the operationId {name!r} is that of {other.place} too.",
                "Give one of them another.",
            )
        elif other := modules.get(module):
            work.refuse(
                call.place,
                f"the operationId {name!r} and that of {other.place} are one Python name.",
                "Give one of them another.",
            )
        ids.setdefault(name, call)
        modules.setdefault(module, call)


def _with_callbacks(document: Node) -> Node:
    """The first operation that has callbacks, or an empty one."""
    nothing: Node = {}
    found = (call.operation for call in calls(document) if call.operation.get("callbacks"))
    return next(found, nothing)


def _clean_security(holder: Node) -> None:
    """Keeps lists of scopes only: Apidog writes settings of its own there."""
    requirements: Any = holder.get("security")
    if not is_list(requirements):
        return
    cleaned: list[Node] = []
    for requirement in requirements:
        if is_object(requirement):
            kept = {name: scopes for name, scopes in requirement.items() if is_list(scopes)}
            if kept or not requirement:
                cleaned.append(kept)
    if requirements and not cleaned:
        del holder["security"]
    else:
        holder["security"] = cleaned
