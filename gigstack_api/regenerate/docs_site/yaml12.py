"""YAML 1.2 as JavaScript writes it: `no`, `12:30` and `2026-01-15` are texts. Pure.

PyYAML reads YAML 1.1, where they are a boolean, a number and a date.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PLAIN = {
    "tag:yaml.org,2002:bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "tag:yaml.org,2002:int": (r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    "tag:yaml.org,2002:float": (
        r"[-+]?(?:(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)",
        "-+.0123456789",
    ),
    "tag:yaml.org,2002:null": (r"~|null|Null|NULL|", "~nN\0"),
    "tag:yaml.org,2002:merge": (r"<<", "<"),
}
"""What a plain word is, and the letters that it can begin with. `0x` and `inf` are left out."""


class Loader(_Base):  # type: ignore[misc]  # the class depends on what is installed
    """A safe loader with the plain words of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, (_pattern, _letters) in PLAIN.items():
    _found = re.compile(f"(?:{_pattern})$")
    for _letter in _letters:
        Loader.yaml_implicit_resolvers.setdefault(_letter.strip("\0"), []).append((_tag, _found))


def load(text: str) -> object:
    """The value of a document.

    Raises:
        yaml.YAMLError: it is not YAML.
        ValueError: a value in it cannot be read.
    """
    return yaml.load(text, Loader)  # noqa: S506 - a safe loader
