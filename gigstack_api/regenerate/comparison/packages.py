"""The Python API of two generated packages, and what changed for those who use it.

griffe says which objects went and which calls fail; what came, other types of arguments and fields,
and what is deprecated is compared here. The code is read and never imported.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import griffe
from attrs import frozen

from .annotations import covers
from .changes import Level
from .public_names import is_hidden, name_of

ROOTS = ("_generated.api", "_generated.models", "_generated.types", "operations")
"""The generated modules that users can see."""

QUIET = {
    griffe.BreakageKind.ATTRIBUTE_CHANGED_VALUE,
    griffe.BreakageKind.ATTRIBUTE_CHANGED_TYPE,
    griffe.BreakageKind.CLASS_REMOVED_BASE,
    griffe.BreakageKind.RETURN_CHANGED_TYPE,
}
"""Breakages that say nothing (the route of an operation, the base of a model), and types, which are
compared here with renamed classes in mind."""

WORDS = {
    griffe.BreakageKind.PARAMETER_MOVED: "moved",
    griffe.BreakageKind.PARAMETER_REMOVED: "removed",
    griffe.BreakageKind.PARAMETER_CHANGED_KIND: "kind",
    griffe.BreakageKind.PARAMETER_CHANGED_DEFAULT: "default",
    griffe.BreakageKind.PARAMETER_CHANGED_REQUIRED: "required",
    griffe.BreakageKind.PARAMETER_ADDED_REQUIRED: "added, required",
    griffe.BreakageKind.OBJECT_REMOVED: "removed",
    griffe.BreakageKind.OBJECT_CHANGED_KIND: "kind",
}


@frozen
class _Classes:
    """The facts about classes: those of another name, and those that are only sent."""

    renamed: Mapping[str, str]
    sent: frozenset[str]


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
    old: Path,
    new: Path,
    *,
    renamed: Mapping[str, str] | None = None,
    sent: Collection[str] = (),
) -> tuple[ApiChange, ...]:
    """The changes of the Python API between two generated packages, by name.

    Args:
        old: The folder of the package before, which holds `_generated` and `operations`.
        new: The folder of the package now.
        renamed: Classes that have another name now. Arguments and fields of such a class have
            changed only if there is more to it.
        sent: Classes that users make and never receive. More types of a field break nothing there.
    """
    known = _Classes(renamed or {}, frozenset(sent))
    before, after = _sources(old), _sources(new)
    found: set[ApiChange] = set()
    for name in before.keys() | after.keys():
        was, now = before.get(name), after.get(name)
        if was is None or now is None:
            found.update(_whole(name, was or now or "", is_new=was is None))
        elif was != now:
            modules = _visit(name, was), _visit(name, now)
            found.update(_breakages(*modules))
            found.update(_others(*modules, known))
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


def _sources(package: Path) -> dict[str, str]:
    """The modules below the roots by their dotted names; a package goes by its own name."""
    return {
        ".".join(path.relative_to(package).with_suffix("").parts).removesuffix(".__init__"): (
            path.read_text(encoding="utf-8")
        )
        for root in ROOTS
        for path in _modules(package.joinpath(*root.split(".")))
    }


def _modules(root: Path) -> Iterator[Path]:
    yield from (
        root.rglob("*.py") if root.is_dir() else filter(Path.exists, [root.with_suffix(".py")])
    )


def _visit(name: str, source: str) -> griffe.Module:
    """A module as griffe sees it."""
    return griffe.visit(name, Path(f"{name}.py"), source)


def _whole(name: str, source: str, *, is_new: bool) -> Iterator[ApiChange]:
    """The names that come or go with a module."""
    what, level = ("added", Level.ADDED) if is_new else ("removed", Level.BREAKING)
    if name.startswith("operations."):
        yield ApiChange(name=name, what=what, level=level)
    elif name.startswith("_generated.models."):
        yield from _classes(_visit(name, source), what, level)


def _breakages(was: griffe.Module, now: griffe.Module) -> Iterator[ApiChange]:
    for breakage in griffe.find_breaking_changes(was, now):
        details = breakage.as_dict()
        values = details["old_value"], details["new_value"]
        parameter = next((value for value in values if isinstance(value, griffe.Parameter)), None)
        name = name_of(breakage.obj)
        if parameter is not None:
            name = f"{name}({parameter.name})"
        is_quiet = breakage.kind in QUIET or _is_positional(parameter, breakage.obj)
        if not is_quiet and not is_hidden(name):
            yield ApiChange(name=name, what=WORDS[breakage.kind], level=Level.BREAKING)


def _classes(module: griffe.Module, what: str, level: Level) -> Iterator[ApiChange]:
    """The classes of a module of models that came or went: users import them from `models`."""
    for member in module.members.values():
        if isinstance(member, griffe.Class):
            yield ApiChange(name=name_of(member), what=what, level=level)


def _is_positional(parameter: object, function: object) -> bool:
    """Whether a parameter is only given by its place, so that its name is not for users."""
    return (
        isinstance(parameter, griffe.Parameter)
        and isinstance(function, griffe.Function)
        and parameter.kind == griffe.ParameterKind.positional_only
    )


def _others(was: griffe.Object, now: griffe.Object, classes: _Classes) -> Iterator[ApiChange]:
    """New names, other types and new deprecations, in an object and below it."""
    for name, member in now.members.items():
        if not isinstance(member, griffe.Object) or is_hidden(name_of(member)):
            continue
        before = was.members.get(name)
        if not isinstance(before, griffe.Object):
            yield ApiChange(name=name_of(member), what="added", level=Level.ADDED)
            continue
        yield from _deprecated(before, member)
        if isinstance(before, griffe.Function) and isinstance(member, griffe.Function):
            yield from _parameters(before, member, classes)
            yield from _type(before.returns, member.returns, name_of(member), classes, read=True)
        elif isinstance(before, griffe.Attribute) and isinstance(member, griffe.Attribute):
            yield from _attribute(before, member, classes)
        else:
            yield from _others(before, member, classes)


def _attribute(
    was: griffe.Attribute, now: griffe.Attribute, classes: _Classes
) -> Iterator[ApiChange]:
    name = name_of(now)
    read = name.partition(".")[0].removesuffix("Dict") not in classes.sent
    yield from _type(was.annotation, now.annotation, name, classes, read=read)
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
    was: griffe.Function, now: griffe.Function, classes: _Classes
) -> Iterator[ApiChange]:
    before = {parameter.name: parameter for parameter in was.parameters}
    for parameter in now.parameters:
        name = f"{name_of(now)}({parameter.name})"
        old = before.get(parameter.name)
        if old is not None:
            if old.default is None and parameter.default is not None:
                yield ApiChange(name=name, what="optional", level=Level.CHANGED)
            yield from _type(old.annotation, parameter.annotation, name, classes, read=False)
        elif parameter.default is not None:  # griffe knows the required ones
            yield ApiChange(name=name, what="added", level=Level.ADDED)


def _type(
    was: object, now: object, name: str, classes: _Classes, *, read: bool
) -> Iterator[ApiChange]:
    """A change of an annotation; a value that is read may have fewer types, an argument more."""
    old, new = str(was or ""), str(now or "")
    for before, after in classes.renamed.items():
        old = re.sub(rf"\b{re.escape(before)}(Dict)?\b", rf"{after}\1", old)
    if old == new:
        return
    harmless = covers(old, new) if read else covers(new, old)
    level = Level.CHANGED if harmless else Level.BREAKING
    yield ApiChange(name=name, what="type", level=level, was=old, now=new)


def _deprecated(was: griffe.Object, now: griffe.Object) -> Iterator[ApiChange]:
    if _is_deprecated(now) and not _is_deprecated(was):
        yield ApiChange(name=name_of(now), what="deprecated", level=Level.DEPRECATED)


def _is_deprecated(item: griffe.Object) -> bool:
    decorators = getattr(item, "decorators", ())
    named = any("deprecated" in str(decorator.value) for decorator in decorators)
    text = item.docstring.value if item.docstring else ""
    return named or text.startswith("Deprecated")


def worst(changes: tuple[ApiChange, ...]) -> Level | None:
    """The gravest level of some changes; None if there are none."""
    order = list(Level)
    return min((change.level for change in changes), key=order.index, default=None)
