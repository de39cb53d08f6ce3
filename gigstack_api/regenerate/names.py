"""Python names of all that a spec names: fields, arguments, classes, modules, enum members. Pure.

A name keeps the spelling of the API where Python allows it (`taxId`, `año`). Otherwise:

- A keyword, an attribute of models, or a name that generated code uses gets an underscore: `from_`.
- Other characters become underscores, letters small: `a.b` is `a_b`, `created[gte]` `created_gte`.
  Some signs become words: `created>` is `created_gt`, `+1` is `plus_1`.
- Underscores in front, which would make a name private, go to the end: `_id` is `id_`.
- A digit in front gets the `field_prefix` of the options: `1st` is `field_1st`. What has no letter
  at all is `field`.

What two names have in common is a clash, which is refused, never numbered: a number would depend on
the order of the spec.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from keyword import iskeyword

from openapi_python_client.parser.properties import Class, EnumProperty
from openapi_python_client.strings import ClassName, PythonIdentifier

from .options import options
from .reserved import argument_words, class_words, field_words, resource_words, type_words

ANY_CLASS = Class(ClassName("Enum", ""), PythonIdentifier("enum", ""))
"""The generator names members for a class; which one does not matter."""


TYPES = {"array": "list", "boolean": "bool", "integer": "int", "number": "float", "object": "dict"}
"""The types of Python that models name for types of JSON."""


SIGNS = (
    (r"^\+(?=\d)", "plus_"),
    (r"^-(?=\d)", "minus_"),
    (r"<=$", "_lte"),
    (r">=$", "_gte"),
    (r"<$", "_lt"),
    (r">$", "_gt"),
)
"""Signs by which two names differ: `+1` beside `-1`, `created<` beside `created>`."""


class NameClash(Exception):
    """Two names of a spec that would be one in Python."""

    def __init__(self, first: object, second: object, name: str) -> None:
        self.first, self.second, self.name = first, second, name
        super().__init__(f"{first!r} and {second!r} would both be called {name}")


class NotAName(Exception):
    """A name that could be code, or becomes another one in a class. Its text is the name."""


def attribute_name(name: str) -> str:
    """A name that was decided, with an underscore after a keyword.

    Raises:
        NotAName: it is not an identifier, or begins with an underscore.
    """
    if not name.isidentifier() or name.startswith("_"):
        raise NotAName(name)
    return _free(name, ())


def field_name(wire: str, types: Collection[str] = ()) -> str:
    """The attribute of a model for a field. `types` are the types of its other fields."""
    hidden = {TYPES[kind] for kind in types if kind in TYPES}
    return _free(_plain(wire), field_words() | (hidden & type_words()))


def argument_name(wire: str) -> str:
    """The argument of a method for a parameter or for a field of the body."""
    return _free(_plain(wire), argument_words())


def body_field_name(wire: str, types: Collection[str] = ()) -> str:
    """The name of a field of a body, which is an attribute of a model and an argument."""
    return _free(field_name(wire, types), argument_words())


def path_argument_name(wire: str) -> str:
    """The argument of a method for a part of the path: `clientId` is `client_id`."""
    return _free(str(PythonIdentifier(_plain(wire), options().field_prefix)), argument_words())


def class_name(text: str) -> str:
    """A class for a schema or a place: `geo point(1)` is `GeoPoint1`."""
    plain = re.sub(r"\W|_", " ", unicodedata.normalize("NFKC", text))
    name = str(ClassName(plain, "Model "))
    if ClassName(name.rstrip("_"), "Model ") != name:  # the generator names classes once more
        name = str(ClassName(re.sub(r"[^A-Za-z0-9]", "", name), "Model "))
        name = str(ClassName(name, "Model "))
    if not name.isidentifier() or not re.search(r"[^\W\d_]", name):
        name = "Model"
    return f"{name.rstrip('_')}Model" if name.endswith("_") or name in class_words() else name


def module_name(text: str) -> str:
    """The module of an operation, model or resource: `Client Ledgers` is `client_ledgers`."""
    plain = re.sub(r"\W", " ", unicodedata.normalize("NFKC", text))
    name = str(PythonIdentifier(plain, "module_"))
    if PythonIdentifier(name, "module_") != name:  # the generator names modules once more
        name = str(PythonIdentifier(re.sub(r"[^A-Za-z0-9_]", "", name), "module_"))
    return name if name.isidentifier() else "module"


def method_name(text: str) -> str:
    """The method of a resource: `getById` is `get_by_id`."""
    return _free(module_name(text).strip("_"), argument_words() & {"self"})


def resource_name(tag: str) -> str:
    """The attribute of the client for a tag."""
    name = module_name(tag)
    return f"{name.rstrip('_')}_api" if name in resource_words() else name


def member_names(values: Sequence[str | int], given: Sequence[str] = ()) -> list[str] | None:
    """The names of the members of an enum; None if those of the generator are these.

    `given` are names that the spec chose, as many as values, or none.

    Raises:
        NameClash: two values have the same name.
    """
    names = [
        _member(str(name)) if given else _member_of(value)
        for name, value in zip(given or values, values, strict=True)
    ]
    _refuse_clash(zip(values, names, strict=True))
    try:
        found = EnumProperty.values_from_list(list(values), ANY_CLASS, list(given))  # type: ignore[arg-type]
    except ValueError:
        return names
    return None if list(found) == names else names


def fields(
    wires: Iterable[str],
    given: Mapping[str, str],
    *,
    types: Collection[str] = (),
    of_body: bool = False,
) -> dict[str, str]:
    """The Python names of the fields of an object. `given` holds those that the spec chose.

    `types` are the JSON types of the fields.

    Raises:
        NameClash: two have the same name.
    """
    choose = body_field_name if of_body else field_name
    found = {wire: given.get(wire) or choose(wire, types) for wire in wires}
    _refuse_clash(found.items())
    return found


def is_usable(name: str) -> bool:
    """Whether a name that a spec chose can be one."""
    return name.isidentifier() and not iskeyword(name) and not name.startswith("_")


def _plain(wire: str) -> str:
    """A name as an identifier; the same if it is one that is not private."""
    prefix = options().field_prefix
    name = unicodedata.normalize("NFKC", wire)
    if not re.fullmatch(r"\w*", name):
        for sign, word in SIGNS:
            name = re.sub(sign, word, name)
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
        name = re.sub(r"\W+", "_", name).strip("_").lower()
    if name.startswith("_"):
        name = f"{name.strip('_')}_"
    if not name or not re.search(r"[^\W_]", name):
        return prefix.strip("_")
    if not name.isidentifier():
        name = f"{prefix}{name}"
    return name if name.isidentifier() else prefix.strip("_")


def _free(name: str, words: Collection[str]) -> str:
    return f"{name}_" if iskeyword(name) or name in words else name


def _member_of(value: str | int) -> str:
    if isinstance(value, int):
        return f"VALUE_NEGATIVE_{-value}" if value < 0 else f"VALUE_{value}"
    if not value:
        return "EMPTY"
    sign = {"+": "PLUS ", "-": "MINUS "}.get(value[0], "") if value[1:2].isalnum() else ""
    return _member(sign + value[bool(sign) :])


def _member(text: str) -> str:
    """A member: what the generator makes of a name, once it begins with a letter."""
    plain = re.sub(r"\W+", " ", unicodedata.normalize("NFKC", text)).strip()
    name = re.sub(r"_+", "_", str(_upper(plain))).strip("_")
    if not name or not re.search(r"[^\W_]", name):
        return "VALUE"
    if not name.isidentifier():
        name = f"VALUE_{name}"
    return name if name.isidentifier() else "VALUE"


def _upper(plain: str) -> str:
    return plain.upper().replace(" ", "_")


def _refuse_clash(names: Iterable[tuple[object, str]]) -> None:
    seen: dict[str, object] = {}
    for wire, name in names:
        if name in seen:
            raise NameClash(seen[name], wire, name)
        seen[name] = wire
