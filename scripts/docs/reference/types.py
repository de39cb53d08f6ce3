"""Types as users write them, with links to the models and catalogues they name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from .markdown import code, link
from .places import Place
from .wording import Wording

IN_PLACE_OF_MODELS = {"Extended"}
"""Accepted beside a model without being named: any mapping."""


class Types:
    """Writes types on pages.

    Args:
        words: The language.
        places: Where names are described.
    """

    def __init__(self, words: Wording, places: Mapping[str, Place]) -> None:
        self._words = words
        self._places = places

    def shown(self, type_: ast.expr | None, *, on: str, default: str | None = None) -> str:
        """A type as Markdown: its alternatives, each with a link if it has a description.

        What a caller does not write is left out: `Omit`, None if that is the default, and the
        mapping beside each model.
        """
        if type_ is None:
            return ""
        names = [ast.unparse(part) for part in alternatives(type_)]
        kept = [name for name in names if not _is_left_out(name, names, default)]
        return f" {self._words.say('or')} ".join(self._linked(name, on) for name in kept)

    def _linked(self, name: str, on: str) -> str:
        found = [word for word in _words_of(name) if word in self._places]
        if not found:
            return code(name)
        place = self._places[found[-1]]
        return link(code(name), place.page, place.anchor, on=on)


def alternatives(type_: ast.expr) -> Iterator[ast.expr]:
    """The types that a union allows; a list of a union as a union of lists."""
    if isinstance(type_, ast.Constant) and isinstance(type_.value, str):
        type_ = ast.parse(type_.value, mode="eval").body
    if isinstance(type_, ast.BinOp) and isinstance(type_.op, ast.BitOr):
        yield from alternatives(type_.left)
        yield from alternatives(type_.right)
    elif isinstance(type_, ast.Subscript) and not isinstance(type_.slice, ast.Tuple):
        for inner in alternatives(type_.slice):
            yield ast.Subscript(type_.value, inner, ast.Load())
    else:
        yield type_


def is_nullable(type_: ast.expr | None) -> bool:
    """Whether None is sent as null."""
    names = [ast.unparse(part) for part in alternatives(type_)] if type_ is not None else []
    return "None" in names and "Omit" in names


def _is_left_out(name: str, names: list[str], default: str | None) -> bool:
    if name in {"Omit", *IN_PLACE_OF_MODELS}:
        return True
    if name == "None":
        return default == "None" and len(names) > 1
    bare = name.rstrip("]")
    return any(bare.endswith(word) for word in IN_PLACE_OF_MODELS) or (
        bare.endswith("Dict") and name.replace("Dict", "") in names
    )


def _words_of(name: str) -> list[str]:
    return [word.id for word in ast.walk(ast.parse(name)) if isinstance(word, ast.Name)]
