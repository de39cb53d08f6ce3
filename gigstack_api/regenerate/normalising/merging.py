"""`allOf`, and whatever stands beside a `$ref` or a union, as one schema."""

from __future__ import annotations

import copy

from gigstack_api._core.schema.types import is_object

from ..document import Node, component_of
from .parts import (
    ORIGIN,
    as_part,
    bases_of,
    has_more_than_facts,
    identity_of,
    in_one_form,
    is_annotation,
    joined,
    joined_pair,
    own_keys,
    pointer_to,
    types_of,
    wrapped,
)
from .places import component_name
from .slots import Slot, all_slots, within
from .work import Work

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


class Merger:
    """Merges schemas. What it adds to the components is in `joined` until it has been merged."""

    def __init__(self, work: Work) -> None:
        self.joined: list[str] = []
        self._pairs: dict[tuple[str, str], str] = {}
        self._bases = {name: bases_of(schema) for name, schema in work.schemas.items()}
        self._work = work
        self._slots: dict[str, Slot] = {}
        self._names: dict[str, str] = {}
        self._under_way: list[str] = []
        self._left = MAX_MERGES

    def settled(self, slot: Slot) -> Node:
        """The schema of a slot in the form of `merge`; the schemas inside it are left as is."""
        schema = in_one_form(slot.schema)
        if slot.place.count(".") > MAX_DEPTH:
            self._work.refuse(slot.place, "these schemas are merged without end.", "Correct allOf.")
            return {}
        ref, parts, own = schema.get("$ref"), schema.get("allOf", []), own_keys(schema)
        facts_only = all(is_annotation(key) for key in own)
        refs = [{"$ref": ref}, *parts] if ref else parts
        if len(refs) == 1 and facts_only and set(refs[0]) == {"$ref"}:
            if not (slot.is_component and own):
                return wrapped(refs[0], own)
        elif not refs and ("anyOf" not in own or not has_more_than_facts(own)):
            return schema
        if refs and not slot.is_component:
            identity = identity_of(schema)
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
        schema = in_one_form(schema)
        found: Node = {}
        texts: list[str] = []
        if "$ref" in schema:
            found = self._named(schema["$ref"], place, depth)
            texts.append(found.pop("description", ""))
        for part in schema.get("allOf", ()):
            flat = as_part(self._flat(part, place, depth + 1))
            if "$ref" in part and "description" not in part:
                texts.append(flat.pop("description", ""))
            found = self._both(found, flat, place)
        own = own_keys(schema)
        if "anyOf" in own and has_more_than_facts(own):
            own = self._distributed({}, own, place)
        found = self._both(found, own, place)
        if text := next(filter(None, texts), ""):
            found.setdefault("description", text)
        return found

    def _named(self, ref: str, place: str, depth: int) -> Node:
        """The keys that a component gives to a schema that it is merged into."""
        name = component_of(ref)
        if name is None or name in self._under_way:
            self._work.note(place, f"{name!r} is a part of itself by allOf; it adds nothing.")
            return {}
        self._under_way.append(name)
        found = as_part(self._flat(self._work.schemas[name], place, depth + 1))
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
                return wrapped(plain, more) if set(plain) == {"$ref"} else {**plain, **more}
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
        if not self._have_a_type(found, one, other, place):
            return {key: value for key, value in found.items() if is_annotation(key)}
        if "properties" in one and "properties" in other:
            found["properties"] = self._properties(one["properties"], other["properties"])
        if "required" in one and "required" in other:
            found["required"] = list(dict.fromkeys([*one["required"], *other["required"]]))
        if "enum" in one and "enum" in other:
            found["enum"] = [value for value in one["enum"] if value in other["enum"]]
            if not found["enum"]:
                self._work.note(place, "no value of the enums is in both; all of them are kept.")
                found["enum"] = [*one["enum"], *other["enum"]]
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

    def _have_a_type(self, found: Node, one: Node, other: Node, place: str) -> bool:
        """Gives the merged schema the types of both; says whether there is one."""
        kinds = types_of(one), types_of(other)
        if not (kinds[0] and kinds[1]):
            return True
        both = [kind for kind in kinds[0] if kind in kinds[1]]
        whole = (
            {"number", "integer"} <= {first, second} for first in kinds[0] for second in kinds[1]
        )
        if not both and any(whole):
            both = ["integer"]
        if not both:
            names = " and ".join("/".join(names) for names in kinds)
            self._work.note(
                place, f"allOf joins {names}, and no value is both; it is read as any value."
            )
            return False
        found["type"] = both[0] if len(both) == 1 else both
        return True

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
            sides.append([joined(choice, plain) for choice in part["anyOf"]])
        pairs = [(first, second) for first in sides[0] for second in sides[1]]
        if len(pairs) > MAX_VARIANTS:
            problem = f"allOf joins unions to {len(pairs)} variants; it is read as any value."
            self._work.note(place, problem)
            return facts
        choices = [joined_pair(first, second) for first, second in pairs]
        return {**facts, "anyOf": choices}
