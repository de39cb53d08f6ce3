"""`allOf`, and whatever stands beside a `$ref` or a union, as one schema."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from typing import Any

from gigstack_api._core.schema.types import is_list, is_object

from ..document import Node, component_of, pointer
from .places import component_name
from .slots import Slot, all_slots, within
from .work import Work

ANNOTATIONS = frozenset({
    *("description", "deprecated", "readOnly", "writeOnly", "examples", "nullable"),
    "discriminator",
})  # fmt: skip
ORIGIN = "x-origin"
"""Words of the place that a schema was merged from, until it is named."""

MAX_VARIANTS = 64
MAX_MERGES = 20_000
MAX_DEPTH = 100
LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")


def merge(work: Work) -> None:
    """Leaves no `allOf`, no `oneOf`, and nothing but facts beside an `anyOf` or a `$ref`."""
    merger = Merger(work)
    for slot in all_slots(work.document):
        slot.put(merger.settled(slot))
    while merger.joined:
        name = merger.joined.pop()
        place = f"components.schemas.{name}"
        for slot in within(Slot(work.schemas, name, place, (name,), is_component=True)):
            slot.put(merger.settled(slot))


def is_annotation(key: str) -> bool:
    """Whether a key says something about a schema without changing which values it takes."""
    return key in ANNOTATIONS or key.startswith("x-")


class Merger:
    """Merges schemas. What it adds to the components is in `joined` until it has been merged."""

    def __init__(self, work: Work) -> None:
        self.joined: list[str] = []
        self._pairs: dict[tuple[str, str], str] = {}
        self._bases = {name: _bases(schema) for name, schema in work.schemas.items()}
        self._work = work
        self._slots: dict[str, Slot] = {}
        self._names: dict[str, str] = {}
        self._under_way: list[str] = []
        self._left = MAX_MERGES

    def settled(self, slot: Slot) -> Node:
        """The schema of a slot in the form of `merge`; the schemas inside it are left as is."""
        schema = _in_one_form(slot.schema)
        if slot.place.count(".") > MAX_DEPTH:
            self._work.refuse(slot.place, "these schemas are merged without end.", "Correct allOf.")
            return {}
        ref, parts, own = schema.get("$ref"), schema.get("allOf", []), _own(schema)
        facts_only = all(is_annotation(key) for key in own)
        refs = [{"$ref": ref}, *parts] if ref else parts
        if len(refs) == 1 and facts_only and set(refs[0]) == {"$ref"}:
            if not (slot.is_component and own):
                return _wrapped(refs[0], own)
        elif not refs and ("anyOf" not in own or not _plain(own)):
            return schema
        if refs and not slot.is_component:
            identity = _identity(schema)
            outer = self._slots.get(identity)
            if outer is not None and slot.place.startswith(f"{outer.place}."):
                return self._named_by_place(identity, outer)
            self._slots[identity] = slot
        return self._flat(schema, slot.place, 0)

    def _named_by_place(self, identity: str, outer: Slot) -> Node:
        """A reference to what is merged at an outer place, which holds the same again."""
        if identity not in self._names:
            self._names[identity] = component_name(outer.words, self._work.schemas)
            self._work.schemas[self._names[identity]] = outer.schema
            outer.put(pointer_to(self._names[identity]))
        return pointer_to(self._names[identity])

    def _flat(self, schema: Node, place: str, depth: int) -> Node:
        """A schema without `allOf` and `$ref`, merged from all that they say."""
        self._left -= 1
        if depth > MAX_DEPTH or self._left < 0:
            self._work.refuse(place, "too many schemas are merged here.", "Simplify allOf.")
            return {}
        schema = _in_one_form(schema)
        found: Node = {}
        texts: list[str] = []
        if "$ref" in schema:
            found = self._named(schema["$ref"], place, depth)
            texts.append(found.pop("description", ""))
        for part in schema.get("allOf", ()):
            flat = _as_part(self._flat(part, place, depth + 1))
            if "$ref" in part and "description" not in part:
                texts.append(flat.pop("description", ""))
            found = self._both(found, flat, place)
        own = _own(schema)
        if "anyOf" in own and _plain(own):
            own = self._distributed({}, own, place)
        found = self._both(found, own, place)
        if text := next(filter(None, texts), ""):
            found.setdefault("description", text)
        return found

    def _named(self, ref: str, place: str, depth: int) -> Node:
        """What a component gives to a schema that it is merged into."""
        name = component_of(ref)
        if name is None or name in self._under_way:
            self._work.refuse(place, f"{name!r} is a part of itself by allOf.", "Remove that part.")
            return {}
        self._under_way.append(name)
        found = _as_part(self._flat(self._work.schemas[name], place, depth + 1))
        self._under_way.pop()
        found.pop("examples", None)
        for slot in within(Slot({name: found}, name, place, (name,))):
            if len(slot.words) > 1 and "$ref" not in slot.schema:
                slot.schema.setdefault(ORIGIN, list(slot.words))
        return found

    def _same_or_all(self, one: Node, other: Node) -> Node:
        """A schema of the values that two others take, still to be merged."""
        if one == other:
            return one
        for plain, more in ((one, other), (other, one)):
            if all(is_annotation(key) for key in more):
                return _wrapped(plain, more) if set(plain) == {"$ref"} else {**plain, **more}
        names = component_of(one.get("$ref")), component_of(other.get("$ref"))
        if names[0] and names[1] and len(one) == len(other) == 1:
            return pointer_to(self._pair(names[0], names[1]))
        return {"allOf": [one, other]}

    def _pair(self, one: str, other: str) -> str:
        """The component that two others make together: the one that is based on the other, if so.

        Schemas that hold each other meet here, and must not make new ones without end.
        """
        if one in self._all_bases(other):
            return other
        if other in self._all_bases(one):
            return one
        if (one, other) not in self._pairs:
            self._left -= 100
            name = component_name([one, other], self._work.schemas)
            self._work.schemas[name] = {"allOf": [pointer_to(one), pointer_to(other)]}
            self._pairs[one, other] = name
            self._bases[name] = {one, other}
            self.joined.append(name)
        return self._pairs[one, other]

    def _all_bases(self, name: str) -> set[str]:
        """The components that are merged into one, directly or not."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            new = self._bases.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found

    def _both(self, one: Node, other: Node, place: str) -> Node:
        """The schema of the values that fit both; where facts differ, those of the second."""
        if not one or not other:
            return copy.deepcopy(one or other)
        one, other = copy.deepcopy(one), copy.deepcopy(other)
        if "anyOf" in one or "anyOf" in other:
            return self._distributed(one, other, place)
        found = {**one, **other}
        self._types(found, one, other, place)
        if "properties" in one and "properties" in other:
            found["properties"] = self._properties(one["properties"], other["properties"])
        if "required" in one and "required" in other:
            found["required"] = list(dict.fromkeys([*one["required"], *other["required"]]))
        if "enum" in one and "enum" in other:
            found["enum"] = [value for value in one["enum"] if value in other["enum"]]
            if not found["enum"]:
                self._work.refuse(place, "no value of the enums is in both.", "Correct allOf.")
        for key in ("items", "additionalProperties"):
            pair = one.get(key), other.get(key)
            if is_object(pair[0]) and is_object(pair[1]):
                found[key] = self._same_or_all(pair[0], pair[1])
            elif is_object(pair[0]) or is_object(pair[1]):
                found[key] = pair[0] if is_object(pair[0]) else pair[1]
        for keys, choose in ((LOWER, max), (UPPER, min)):
            for key in keys:
                if key in one and key in other:
                    found[key] = choose(one[key], other[key])
        return found

    def _types(self, found: Node, one: Node, other: Node, place: str) -> None:
        kinds = _kinds(one), _kinds(other)
        if not (kinds[0] and kinds[1]):
            return
        both = [kind for kind in kinds[0] if kind in kinds[1]]
        whole = (
            {"number", "integer"} <= {first, second} for first in kinds[0] for second in kinds[1]
        )
        if not both and any(whole):
            both = ["integer"]
        if not both:
            names = " and ".join("/".join(names) for names in kinds)
            self._work.refuse(
                place, f"allOf joins {names}, and no value is both.", "Give both the same type."
            )
        found["type"] = both[0] if len(both) == 1 else both

    def _properties(self, one: Node, other: Node) -> Node:
        found = dict(one)
        for name, schema in other.items():
            found[name] = self._same_or_all(one[name], schema) if name in one else schema
        return found

    def _distributed(self, one: Node, other: Node, place: str) -> Node:
        """A union of merged variants."""
        facts = {
            key: value
            for part in (one, other)
            for key, value in part.items()
            if is_annotation(key) and ("anyOf" in part or key not in ("examples", "nullable"))
        }
        sides: list[list[Node]] = []
        for part in (one, other):
            rest = {key: value for key, value in part.items() if key != "anyOf"}
            if "anyOf" not in part:
                sides.append([rest])
                continue
            plain = {key: value for key, value in rest.items() if not is_annotation(key)}
            sides.append([_joined(choice, plain) for choice in part["anyOf"]])
        pairs = [(first, second) for first in sides[0] for second in sides[1]]
        if len(pairs) > MAX_VARIANTS:
            self._work.refuse(
                place, f"allOf joins unions to {len(pairs)} variants.", "Simplify the unions."
            )
            return {}
        choices = [_joined_pair(first, second) for first, second in pairs]
        return {**facts, "anyOf": choices}


def _joined_pair(one: Node, other: Node) -> Node:
    if one == {"type": "null"} or other == {"type": "null"}:
        return {"type": "null"}
    named = {key: value for key, value in one.items() if key == "x-title"}
    parts = [part for part in (one, other) if set(part) - {"description", "x-title"}]
    title = {key: value for key, value in other.items() if key == "x-title"}
    if len(parts) == 1:
        return copy.deepcopy(parts[0])
    return {**named, **title, "allOf": copy.deepcopy(parts)}


def _joined(choice: Node, plain: Node) -> Node:
    """A variant with what stands beside the union, but for null and a type that it says itself."""
    if choice == {"type": "null"} or not plain:
        return choice
    if set(plain) == {"type"} and ("$ref" in choice or "type" in choice or "allOf" in choice):
        return choice
    return _joined_pair(choice, plain)


def _own(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key not in ("allOf", "$ref")}


def _wrapped(ref: Node, facts: Node) -> Node:
    """A reference with facts beside it."""
    return {"anyOf": [ref], **facts} if facts else ref


def pointer_to(name: str) -> Node:
    """A reference to a component schema."""
    return {"$ref": pointer("components", "schemas", name)}


def _bases(schema: Node) -> set[str]:
    """The components that a schema names in `allOf`, or beside which it says something."""
    parts = [schema, *schema.get("allOf", ())]
    return {name for part in parts if (name := component_of(part.get("$ref")))}


def _plain(own: Node) -> bool:
    """Whether something that is no fact stands beside a union."""
    return any(not is_annotation(key) for key in own if key != "anyOf")


def _in_one_form(schema: Node) -> Node:
    """A schema with its `oneOf` as `anyOf`, and without combinations that say nothing."""
    found = dict(schema)
    if choices := found.pop("oneOf", None):
        if found.get("anyOf"):
            found["allOf"] = [*found.get("allOf", ()), {"anyOf": choices}]
        else:
            found["anyOf"] = choices
    parts = found.get("allOf", ())
    if any(_says_nothing_new(part) for part in parts):
        facts = [part for part in parts if _says_nothing_new(part)]
        found["allOf"] = [part for part in parts if not _says_nothing_new(part)]
        found = {**{key: part[key] for part in facts for key in part}, **found}
    for key in ("allOf", "anyOf"):
        if key in found and (not found[key] or (key == "anyOf" and _only_narrows(found[key]))):
            del found[key]
    return found


def _says_nothing_new(part: Node) -> bool:
    """Whether a part of `allOf` holds facts alone."""
    return all(is_annotation(key) for key in part)


def _identity(schema: Node) -> str:
    """A text that schemas have in common if they say the same, wherever they were merged from."""

    def plain(node: Any) -> Any:
        if is_list(node):
            return [plain(item) for item in node]
        if is_object(node):
            return {key: plain(item) for key, item in node.items() if key != ORIGIN}
        return node

    return json.dumps(plain(schema), sort_keys=True)


def _as_part(schema: Node) -> Node:
    """What a schema gives to one that it is merged into: not what it says of itself."""
    own = ("discriminator", "nullable", "x-title", "deprecated")
    found = {key: value for key, value in schema.items() if key not in own}
    if found.get("additionalProperties") is False:
        del found["additionalProperties"]
    return found


def _only_narrows(choices: Sequence[Node]) -> bool:
    """Whether variants only say which fields must be there together."""
    return bool(choices) and all(
        set(choice) <= {"required", "description", "x-title"} and choice for choice in choices
    )


def _kinds(schema: Node) -> list[Any]:
    kinds = schema.get("type", [])
    return kinds if is_list(kinds) else [kinds]
