"""The Python API of two generated packages, and what changed for those who use it.

griffe says which objects went and which calls fail; what came, other types of arguments and fields,
and what is deprecated is compared here. The code is read and never imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import griffe
from attrs import evolve, frozen

from .changes import Level

ROOTS = ("_generated.api", "_generated.models", "_generated.types", "operations")
"""The generated packages that users can see. `_generated` itself is private to griffe."""

QUIET = {griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE, griffe.BreakageKind.CLASS_REMOVED_BASE}
"""Breakages that say nothing: the route of an operation, the base of a model."""

WORDS = {
    griffe.BreakageKind.PARAMETER_MOVED: "moved",
    griffe.BreakageKind.PARAMETER_REMOVED: "removed",
    griffe.BreakageKind.PARAMETER_CHANGED_KIND: "kind",
    griffe.BreakageKind.PARAMETER_CHANGED_DEFAULT: "default",
    griffe.BreakageKind.PARAMETER_CHANGED_REQUIRED: "required",
    griffe.BreakageKind.PARAMETER_ADDED_REQUIRED: "added, required",
    griffe.BreakageKind.RETURN_CHANGED_TYPE: "type",
    griffe.BreakageKind.OBJECT_REMOVED: "removed",
    griffe.BreakageKind.OBJECT_CHANGED_KIND: "kind",
    griffe.BreakageKind.ATTRIBUTE_CHANGED_TYPE: "type",
}
ROUTE_NAME = re.compile(r"name\s*=\s*['\"]([\w.]+)['\"]")


@frozen(kw_only=True, order=True)
class ApiChange:
    """A change of one name in a generated package.

    `name` is what users write: `gig.clients.list(q)` for an argument, `Client.phone` for a field,
    `operations.clients.get_client` for a module. `what` is one of removed, added,
    `added, required`, required, optional, type, default, kind, moved, deprecated.
    """

    name: str
    what: str
    level: Level
    was: str = ""
    now: str = ""

    def __str__(self) -> str:
        values = (
            f" ({self.was or 'nothing'} -> {self.now or 'nothing'})" if self.was or self.now else ""
        )
        return f"{self.level}: {self.name} {self.what}{values}"


def compare_packages(
    old: Path, new: Path, renamed: Mapping[str, str] | None = None
) -> tuple[ApiChange, ...]:
    """The changes of the Python API between two generated packages, by name.

    Args:
        old: The folder of the package before, which holds `_generated` and `operations`.
        new: The folder of the package now.
        renamed: Classes that have another name now. Arguments and fields of such a class have
            changed only if there is more to it.
    """
    before, after = _read(old), _read(new)
    found: set[ApiChange] = set()
    for root, was in before.items():
        now = after[root]
        found.update(_breakages(was, now))
        found.update(_others(was, now, renamed or {}))
    named = {
        name
        for change in found
        if change.what in {"removed", "added"} and "(" not in (name := change.name)
    }
    return tuple(sorted(change for change in found if not _is_within(change.name, named)))


def _is_within(name: str, whole: set[str]) -> bool:
    """Whether a name belongs to one that came or went as a whole."""
    owner = name.partition("(")[0] if "(" in name else name.rpartition(".")[0]
    return owner in whole


def _read(package: Path) -> dict[str, griffe.Module]:
    """The generated roots of a package; a root that is not there is empty."""
    loader = griffe.GriffeLoader(search_paths=[package], allow_inspection=False, store_source=False)
    found: dict[str, griffe.Module] = {}
    for root in ROOTS:
        top, _, inner = root.partition(".")
        module = loader.load(top, try_relative_path=False) if (package / top).is_dir() else None
        member = module.members.get(inner) if module is not None and inner else module
        found[root] = member if isinstance(member, griffe.Module) else griffe.Module(root)
    return found


def _breakages(was: griffe.Module, now: griffe.Module) -> Iterator[ApiChange]:
    for breakage in griffe.find_breaking_changes(was, now):
        if breakage.kind in QUIET:
            continue
        details = breakage.as_dict()
        old, new = details["old_value"], details["new_value"]
        parameter = old if isinstance(old, griffe.Parameter) else new
        owner = _name(breakage.obj)
        name = owner
        if isinstance(parameter, griffe.Parameter):
            name = f"{owner}({parameter.name})"
        if breakage.kind == griffe.BreakageKind.RETURN_CHANGED_TYPE or _is_hidden(name):
            continue  # the annotations are compared below, renamed classes in mind
        yield ApiChange(name=name, what=WORDS[breakage.kind], level=Level.BREAKING)


def _others(
    was: griffe.Object, now: griffe.Object, renamed: Mapping[str, str]
) -> Iterator[ApiChange]:
    """What came, other types, and what is deprecated now, in an object and below it."""
    for name, member in now.members.items():
        if name.startswith("_") or not isinstance(member, griffe.Object):
            continue
        if _is_same_file(was.members.get(name), member):
            continue
        before = was.members.get(name)
        if not isinstance(before, griffe.Object):
            if not _is_hidden(_name(member)):
                yield ApiChange(name=_name(member), what="added", level=Level.ADDED)
            continue
        yield from _deprecated(before, member)
        if isinstance(before, griffe.Function) and isinstance(member, griffe.Function):
            yield from _parameters(before, member, renamed)
            yield from _type(before.returns, member.returns, _name(member), renamed, read=True)
        elif isinstance(before, griffe.Attribute) and isinstance(member, griffe.Attribute):
            if name != "ROUTE":
                yield from _attribute(before, member, renamed)
        else:
            yield from _others(before, member, renamed)


def _is_same_file(was: object, now: griffe.Object) -> bool:
    """Whether two modules have the same bytes, as most of a package has."""
    if not isinstance(was, griffe.Module) or not isinstance(now, griffe.Module):
        return False
    files = was.filepath, now.filepath
    return all(isinstance(file, Path) and file.name != "__init__.py" for file in files) and (
        files[0].read_bytes() == files[1].read_bytes()  # type: ignore[union-attr]
    )


def _attribute(
    was: griffe.Attribute, now: griffe.Attribute, renamed: Mapping[str, str]
) -> Iterator[ApiChange]:
    name = _name(now)
    yield from _type(was.annotation, now.annotation, name, renamed, read=True)
    if (was.value is None) != (now.value is None):  # a model needs it to be made
        needed = now.value is None
        yield ApiChange(
            name=name,
            what="required" if needed else "optional",
            level=Level.BREAKING if needed else Level.CHANGED,
        )
    elif was.annotation is None and str(was.value) != str(now.value):
        values = str(was.value), str(now.value)
        yield ApiChange(
            name=name, what="default", level=Level.BREAKING, was=values[0], now=values[1]
        )


def _parameters(
    was: griffe.Function, now: griffe.Function, renamed: Mapping[str, str]
) -> Iterator[ApiChange]:
    before = {parameter.name: parameter for parameter in was.parameters}
    for parameter in now.parameters:
        name = f"{_name(now)}({parameter.name})"
        old = before.get(parameter.name)
        if old is not None:
            if old.default is None and parameter.default is not None:
                yield ApiChange(name=name, what="optional", level=Level.CHANGED)
            yield from _type(old.annotation, parameter.annotation, name, renamed, read=False)
        elif parameter.default is not None:  # griffe knows the required ones
            yield ApiChange(name=name, what="added", level=Level.ADDED)


def _type(
    was: object, now: object, name: str, renamed: Mapping[str, str], *, read: bool
) -> Iterator[ApiChange]:
    """A change of an annotation; a value that is read may have fewer types, an argument more."""
    old, new = str(was or ""), str(now or "")
    for before, after in renamed.items():
        old = re.sub(rf"\b{re.escape(before)}(Dict)?\b", rf"{after}\1", old)
    if old == new:
        return
    before_types, after_types = _union(old), _union(new)
    harmless = after_types <= before_types if read else before_types <= after_types
    level = Level.CHANGED if harmless else Level.BREAKING
    yield ApiChange(name=name, what="type", level=level, was=old, now=new)


def _union(annotation: str) -> set[str]:
    """The types of a union; a number takes an int."""
    depth = 0
    parts = [""]
    for letter in annotation.removeprefix("Required[").replace(" | ", "|"):
        depth += (letter == "[") - (letter == "]")
        if letter == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return {*parts, "int"} if "float" in parts else {*parts}


def _deprecated(was: griffe.Object, now: griffe.Object) -> Iterator[ApiChange]:
    if _is_deprecated(now) and not _is_deprecated(was):
        yield ApiChange(name=_name(now), what="deprecated", level=Level.DEPRECATED)


def _is_deprecated(item: griffe.Object) -> bool:
    decorators = getattr(item, "decorators", ())
    named = any("deprecated" in str(decorator.value) for decorator in decorators)
    text = item.docstring.value if item.docstring else ""
    return named or text.startswith("Deprecated")


def _name(item: griffe.Object | griffe.Alias) -> str:
    """A name as users write it."""
    parts = item.path.split(".")
    if parts[0] == "_generated" and parts[1:2] == ["api"]:
        method = ".".join(parts[4:])
        return ".".join(filter(None, ["gig", parts[2] if len(parts) > 2 else "", method]))
    if parts[0] == "_generated":
        below_module = parts[3:] if parts[1] == "models" else parts[2:]
        return ".".join(below_module) or item.path
    if parts[-1] == "build" and isinstance(item, griffe.Function):
        route = item.module.members.get("ROUTE")
        known = ROUTE_NAME.search(str(getattr(route, "value", "")))
        return f"gig.{known[1]}" if known else item.path
    return item.path


def _is_hidden(name: str) -> bool:
    """Whether a name is not for users: the module of a model, the attributes of an operation."""
    return name.startswith("_generated.") or name.endswith(".ROUTE")


def worst(changes: tuple[ApiChange, ...]) -> Level | None:
    """The gravest level of some changes; None if there are none."""
    order = list(Level)
    return min((change.level for change in changes), key=order.index, default=None)


def without_dicts(changes: tuple[ApiChange, ...]) -> tuple[ApiChange, ...]:
    """Changes with the mappings that methods take under the names of their models."""
    names = {change.name for change in changes}

    def plain(change: ApiChange) -> ApiChange:
        model = re.sub(r"^(\w+)Dict\b", r"\1", change.name)
        return change if model == change.name or model in names else evolve(change, name=model)

    return tuple(sorted({plain(change) for change in changes}))
