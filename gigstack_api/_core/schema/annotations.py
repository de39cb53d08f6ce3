"""Annotations that can be resolved, although their names are imported for type checkers only.

Modules import the classes of their annotations under `if TYPE_CHECKING:`, so that importing them
stays fast. `typing.get_type_hints`, pydantic and others evaluate annotations in the namespace of
the module, where such names are missing. Reading the annotations adds them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from _collections_abc import dict_items, dict_keys

C = TypeVar("C", bound=Callable[..., Any])

_completed: set[str] = set()


class Annotations(dict[str, Any]):
    """The annotations of a function or class. Reading them adds missing names to its module."""

    __slots__ = ("_module",)

    def __init__(self, annotations: dict[str, Any], module: str) -> None:
        super().__init__(annotations)
        self._module = module

    def __iter__(self) -> Iterator[str]:
        add_missing_names(self._module)
        return super().__iter__()

    def keys(self) -> dict_keys[str, Any]:
        """The names that have annotations."""
        add_missing_names(self._module)
        return super().keys()

    def items(self) -> dict_items[str, Any]:
        """The annotations with their names."""
        add_missing_names(self._module)
        return super().items()


def resolvable(decorated: C) -> C:
    """A decorator of functions and classes: their annotations can be resolved."""
    module = decorated.__module__
    for member in _members_of(decorated):
        # Not those that attrs made, which it shares among classes: their names are looked up there.
        if isinstance(member, type) or _module_of(member) == module:
            member.__annotations__ = Annotations(member.__annotations__, module)
    return decorated


def _members_of(decorated: object) -> list[type[Any] | FunctionType]:
    """A function; or a class and its methods."""
    if isinstance(decorated, FunctionType):
        return [decorated]
    methods = [value for value in vars(decorated).values() if isinstance(value, FunctionType)]
    return [cast(type, decorated), *methods]


def _module_of(function: FunctionType) -> str | None:
    """The module in whose namespace the annotations of a function are evaluated."""
    while isinstance(wrapped := getattr(function, "__wrapped__", None), FunctionType):
        function = wrapped
    return function.__globals__.get("__name__")


def add_missing_names(module_name: str) -> None:
    """Runs the imports for type checkers of a module, once."""
    if module_name in _completed:
        return
    module = sys.modules[module_name]
    for name, value in _names_for_type_checkers(module).items():
        vars(module).setdefault(name, value)
    _completed.add(module_name)


def _names_for_type_checkers(module: ModuleType) -> dict[str, object]:
    """The imports of the blocks `if TYPE_CHECKING:`; none if the source is not available."""
    import ast  # only needed here
    import inspect

    try:
        tree = ast.parse(inspect.getsource(module))
    except (OSError, TypeError):  # compiled, or made at run time
        return {}
    found: dict[str, object] = {}
    for block in tree.body:
        if not (isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"):
            continue
        for node in block.body:
            with suppress(ImportError):  # it belongs to an extra that is not installed
                if isinstance(node, ast.Import):
                    found |= {alias.name: import_module(alias.name) for alias in node.names}
                elif isinstance(node, ast.ImportFrom):
                    place = import_module(
                        "." * node.level + (node.module or ""), module.__package__
                    )
                    names = {alias.asname or alias.name: alias.name for alias in node.names}
                    found |= {shown: _find(place, name) for shown, name in names.items()}
    return found


def _find(module: ModuleType, name: str) -> object:
    """A name of a module, which may have it for type checkers only itself."""
    if not hasattr(module, name):
        add_missing_names(module.__name__)
    if not hasattr(module, name):
        raise ImportError(name)
    return getattr(module, name)
