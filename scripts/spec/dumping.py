"""Writes a spec as YAML that people can read and compare line by line."""

from __future__ import annotations

from typing import Any

import yaml

WIDTH = 100
SHORT = 60
"""Characters of a list that stands on one line."""


class Dumper(yaml.SafeDumper):
    """Block style; short lists of single values, and objects with one of them, on one line. A text
    of several lines stands as it is.
    """

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indents lists below their key."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        """Never writes anchors."""
        return True


def _list(dumper: Dumper, data: list[Any]) -> yaml.Node:
    flow = _is_short(data) and bool(data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flow or not data)


def _text(dumper: Dumper, data: str) -> yaml.Node:
    style = "|" if "\n" in data.strip() else None
    return dumper.represent_scalar(  # pyright: ignore[reportUnknownMemberType] - as below
        "tag:yaml.org,2002:str", data, style=style
    )


def _object(dumper: Dumper, data: dict[Any, Any]) -> yaml.Node:
    flow = len(data) == 1 and _is_short([*data, *data.values()])
    return dumper.represent_mapping(
        "tag:yaml.org,2002:map", data.items(), flow_style=flow or not data
    )


def _is_short(values: list[Any]) -> bool:
    texts = [str(value) for value in values]
    return (
        all(isinstance(value, str | int | float | bool | None) for value in values)
        and sum(len(text) + 2 for text in texts) <= SHORT
        and not any("\n" in text for text in texts)
    )


Dumper.add_representer(str, _text)
Dumper.add_representer(list, _list)
Dumper.add_representer(dict, _object)


def dumped(document: object) -> str:
    """A document as YAML; the keys stay in their order."""
    return yaml.dump(  # pyright: ignore[reportUnknownMemberType] - its stubs leave types out
        document, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH
    )
