"""Classes and functions as their source has them: signatures, types, docstrings."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path

from attrs import define, frozen

from ..pages import ROOT
from .docstrings import Docstring, parse

PACKAGE = ROOT / "gigstack_api"


@frozen
class Argument:
    """An argument: its name, type and default as written, and how it is passed."""

    name: str
    type: ast.expr | None
    default: str | None
    kind: str
    """`positional`, `any`, `keyword`, `*` or `**`."""

    @property
    def is_required(self) -> bool:
        """Whether a call needs it."""
        return self.default is None and self.kind not in {"*", "**"}


@define(slots=False)
class Function:
    """A function or method."""

    name: str
    node: ast.FunctionDef | ast.AsyncFunctionDef

    @property
    def is_async(self) -> bool:
        """Whether it is awaited."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @property
    def is_property(self) -> bool:
        """Whether it is read as an attribute."""
        return bool({"property", "cached_property"} & set(self.decorators))

    @property
    def decorators(self) -> list[str]:
        """The names of its decorators."""
        return [ast.unparse(decorator) for decorator in self.node.decorator_list]

    @cached_property
    def doc(self) -> Docstring:
        """Its docstring."""
        return parse(ast.get_docstring(self.node))

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        """Its arguments, without `self` and `cls`."""
        return tuple(_arguments(self.node.args))

    @property
    def returns(self) -> ast.expr | None:
        """The type of its value."""
        return self.node.returns


@frozen
class Field:
    """An attribute of a class: its type, default and text."""

    name: str
    type: ast.expr
    default: str | None
    text: str


@define(slots=False)
class Class:
    """A class."""

    name: str
    node: ast.ClassDef

    @property
    def bases(self) -> list[str]:
        """The names of its bases."""
        return [ast.unparse(base) for base in self.node.bases]

    @cached_property
    def doc(self) -> Docstring:
        """Its docstring."""
        return parse(ast.get_docstring(self.node))

    @cached_property
    def methods(self) -> dict[str, Function]:
        """Its methods and properties by name; of overloads the last."""
        return {
            node.name: Function(node.name, node)
            for node in self.node.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Its annotated attributes, with the texts below them."""
        return tuple(_fields(self.node.body))

    @cached_property
    def members(self) -> dict[str, str]:
        """The values of an enum by name."""
        return {
            target.id: str(node.value.value)
            for node in self.node.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }


@frozen
class Module:
    """A module of the package: what it defines and what it imports."""

    name: str
    tree: ast.Module

    @property
    def classes(self) -> dict[str, Class]:
        """Its classes by name."""
        return {
            node.name: Class(node.name, node)
            for node in self.tree.body
            if isinstance(node, ast.ClassDef)
        }

    @property
    def functions(self) -> dict[str, Function]:
        """Its functions by name."""
        return {
            node.name: Function(node.name, node)
            for node in self.tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }

    @property
    def values(self) -> dict[str, str]:
        """The texts below its constants, by name."""
        return dict(_values(self.tree.body))

    @property
    def imported(self) -> dict[str, tuple[str, str]]:
        """Where the names come from that it imports from the package: module and name there."""
        return dict(_imports(self.name, self.tree, is_package(self.name)))


@cache
def module(name: str) -> Module:
    """A module by its dotted name below `gigstack_api`; empty for the package itself."""
    return Module(name, ast.parse(_path(name).read_text(encoding="utf-8")))


def _path(name: str) -> Path:
    place = PACKAGE.joinpath(*name.split(".")) if name else PACKAGE
    return place / "__init__.py" if place.is_dir() else place.with_suffix(".py")


def is_package(name: str) -> bool:
    """Whether a dotted name below `gigstack_api` is that of a package."""
    return not name or PACKAGE.joinpath(*name.split(".")).is_dir()


@cache
def definition(place: str, name: str) -> tuple[str, Class | Function | str] | None:
    """The module that defines a name which another one exports, and the definition.

    A constant is its text. None if the name comes from elsewhere.
    """
    found = module(place)
    defined = found.classes.get(name) or found.functions.get(name) or found.values.get(name)
    if defined is not None:
        return place, defined
    if name in found.imported:
        return definition(*found.imported[name])
    return None


def exports(place: str) -> list[str]:
    """The public names of a package, in order."""
    found = module(place)
    for node in found.tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.List)
            and ast.unparse(node.targets[0]) == "__all__"
        ):
            return [str(ast.literal_eval(name)) for name in node.value.elts]
    return [name for name in found.imported if name != "export_lazily"]


def _imports(
    name: str, tree: ast.Module, in_package: bool
) -> Iterator[tuple[str, tuple[str, str]]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        parts = name.split(".") if name else []
        up = node.level - in_package
        base = parts[: len(parts) - up] if up else parts
        place = ".".join([*base, *(node.module or "").split(".")]).strip(".")
        for alias in node.names:
            yield alias.asname or alias.name, (place, alias.name)


def _arguments(args: ast.arguments) -> Iterator[Argument]:
    positional = [*args.posonlyargs, *args.args]
    missing = [None] * (len(positional) - len(args.defaults))
    for index, (arg, default) in enumerate(
        zip(positional, [*missing, *args.defaults], strict=True)
    ):
        if index == 0 and arg.arg in {"self", "cls"}:
            continue
        kind = "positional" if index < len(args.posonlyargs) else "any"
        yield Argument(arg.arg, arg.annotation, _default(default), kind)
    if args.vararg:
        yield Argument(args.vararg.arg, args.vararg.annotation, None, "*")
    for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True):
        yield Argument(arg.arg, arg.annotation, _default(default), "keyword")
    if args.kwarg:
        yield Argument(args.kwarg.arg, args.kwarg.annotation, None, "**")


def _default(node: ast.expr | None) -> str | None:
    return None if node is None else ast.unparse(node)


def _fields(body: list[ast.stmt]) -> Iterator[Field]:
    for line, below in pairwise([*body, ast.Pass()]):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            yield Field(line.target.id, line.annotation, _default(line.value), _text(below))


def _values(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for line, below in pairwise([*body, ast.Pass()]):
        targets = line.targets if isinstance(line, ast.Assign) else []
        if isinstance(line, ast.AnnAssign):
            targets = [line.target]
        for target in targets:
            if isinstance(target, ast.Name) and not target.id.startswith("_"):
                yield target.id, _text(below)


def _text(node: ast.stmt) -> str:
    """The text of a string that stands below an attribute."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        value = node.value.value
        return " ".join(value.split()) if isinstance(value, str) else ""
    return ""
