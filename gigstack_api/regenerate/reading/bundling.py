"""One document of a spec in several files: what other files hold becomes a component of the first.

A component is named by the last part of the reference (`more.yaml#/Geo` is `Geo`) or by its file
(`schemas/Pet.yaml` is `Pet`). If that name is taken, by file and part (`more_Geo`).
"""

from __future__ import annotations

import copy
import re
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from attrs import define, field

from gigstack_api._core.schema.types import is_list, is_object

from ..document import DATA, NAMED, Node, below, keys_of, pointer, target
from ..findings import UnusableSpec, refuse
from .sources import Files

KINDS = {
    "parameters": "parameters",
    "responses": "responses",
    "requestBody": "requestBodies",
    "requestBodies": "requestBodies",
    "headers": "headers",
    "examples": "examples",
    "links": "links",
    "callbacks": "callbacks",
    "securitySchemes": "securitySchemes",
    "paths": "pathItems",
    "webhooks": "pathItems",
    "pathItems": "pathItems",
}
"""The kind of component that a reference leads to, by the key that the reference stands under."""

MAX_COMPONENTS = 100_000

Identity: TypeAlias = tuple[str, str, tuple[str, ...]]
"""What is referred to: the kind of component, a location, and the keys there."""

Waiting: TypeAlias = tuple[str, str, str, tuple[str, ...], str]
"""A component to be added: its kind and name, a location, the keys there, and who refers to it."""


def bundle(document: Node, files: Files) -> Node:
    """A copy of a document that refers to no other file.

    Raises:
        UnusableSpec: a reference leads to a file or place that does not exist or may not be read.
    """
    root = copy.deepcopy(document)
    bundler = Bundler(root, files)
    bundler.name_components()
    bundler.rewrite(root, files.root, "", ())
    bundler.finish()
    return root


@define
class Bundler:
    """The components that references to files have become, by location and reference."""

    root: Node
    files: Files
    _names: dict[Identity, str] = field(factory=dict[Identity, str])
    _waiting: list[Waiting] = field(factory=list[Waiting])

    def name_components(self) -> None:
        """Lets components that only refer to a file be what the file holds, under their name."""
        components = self.root.get("components")
        groups: dict[str, Any] = components if is_object(components) else {}
        for kind, group in groups.items():
            entries: Node = group if is_object(group) else {}
            for name, item in entries.items():
                ref = item.get("$ref") if is_object(item) and len(item) == 1 else None
                if isinstance(ref, str) and not ref.startswith("#"):
                    place = f"components.{kind}.{name}"
                    location, keys = self._find(ref, self.files.root, place)
                    if location != self.files.root:
                        taken = self._names.setdefault((kind, location, keys), name)
                        if taken == name:
                            entries[name] = None
                            self._waiting.append((kind, name, location, keys, place))

    def finish(self) -> None:
        """Adds what is referred to, and what that refers to, until nothing is left."""
        while self._waiting:
            kind, name, location, keys, place = self._waiting.pop(0)
            if len(self._names) > MAX_COMPONENTS:
                raise refuse(place, "the files refer to too many others.", "Bundle the spec.")
            try:
                found = target(self.files.parsed(location, place), pointer(*keys))
            except LookupError:
                raise refuse(
                    place,
                    f"$ref to {'/'.join(keys)!r} in {self.files.label(location)} leads nowhere.",
                    "Correct it or add what it refers to.",
                ) from None
            item: Any = copy.deepcopy(found)
            here = ".".join([self.files.label(location), *keys])
            item = self.rewrite(item, location, here, (kind, name))
            self._group(kind)[name] = item

    def rewrite(self, node: Any, location: str, place: str, under: tuple[str, ...]) -> Any:
        """Points the references within a part of a file to the root document; gives the part.

        `under` holds the last keys on the way to it.
        """
        if is_list(node):
            for index, item in enumerate(node):
                self.rewrite(item, location, below(place, index), (*under, ""))
        elif is_object(node):
            ref = node.get("$ref")
            if isinstance(ref, str):
                node["$ref"] = self._moved(ref, location, place, _kind(under))
            self._rewrite_mapping(node, location, place)
            for key, item in list(node.items()):  # components are added meanwhile
                if not _is_data(key, item, under):
                    self.rewrite(item, location, below(place, key), (*under, key))
        return node

    def _rewrite_mapping(self, node: Node, location: str, place: str) -> None:
        """A discriminator may name schemas of other files."""
        discriminator = node.get("discriminator")
        mapping: Any = discriminator.get("mapping") if is_object(discriminator) else None
        for value, ref in (mapping if is_object(mapping) else {}).items():
            if isinstance(ref, str) and re.search(r"[/#]|\.(ya?ml|json)$", ref):
                where = f"{place}.discriminator.mapping.{value}"
                with suppress(UnusableSpec):  # what is left names no variant, which is told later
                    self.files.parsed(self._find(ref, location, where)[0], where)
                    mapping[value] = self._moved(ref, location, where, "schemas")

    def _moved(self, ref: str, location: str, place: str, kind: str) -> str:
        """A reference as it reads in the root document."""
        if ref.startswith("#") and location == self.files.root:
            return ref
        target_location, keys = self._find(ref, location, place)
        if target_location == self.files.root:
            return pointer(*keys)
        identity = (kind, target_location, keys)
        if identity not in self._names:
            name = self._free_name(kind, target_location, keys)
            self._names[identity] = name
            self._group(kind)[name] = None
            self._waiting.append((kind, name, target_location, keys, place))
        return pointer("components", kind, self._names[identity])

    def _find(self, ref: str, location: str, place: str) -> tuple[str, tuple[str, ...]]:
        """The location and keys that a reference names."""
        try:
            path, fragment = ref.partition("#")[0], ref.partition("#")[2]
            if fragment and not fragment.startswith("/"):
                raise refuse(
                    place,
                    f"$ref {ref!r} names an anchor.",
                    "Refer by path: file.yaml#/components/schemas/Name.",
                )
            found = self.files.beside(location, path, place) if path else location
            fragment = "" if fragment == "/" and path else fragment  # meant as the whole file
        except ValueError as error:
            raise refuse(
                place, f"$ref {ref!r} is not an address: {error}.", "Correct it."
            ) from None
        return found, tuple(keys_of(f"#{fragment}"))

    def _free_name(self, kind: str, location: str, keys: tuple[str, ...]) -> str:
        stem = PurePosixPath(unquote(urlsplit(self.files.label(location)).path)).stem
        plain = [re.sub(r"[^\w.-]+", "_", name) for name in (stem, keys[-1] if keys else stem)]
        wanted = plain[1] if keys or kind != "schemas" else plain[0]
        taken = self._group(kind)
        if wanted in taken and keys:
            wanted = f"{plain[0]}_{plain[1]}"
        found, number = wanted, 2
        while found in taken:
            found, number = f"{wanted}_{number}", number + 1
        return found

    def _group(self, kind: str) -> Node:
        components = self.root.setdefault("components", {})
        if not is_object(components) or not is_object(components.setdefault(kind, {})):
            raise refuse(f"components.{kind}", "this must be an object.", "Correct it.")
        group: Node = components[kind]
        return group


def _kind(under: tuple[str, ...]) -> str:
    """The kind of component that a reference under these keys leads to."""
    if under and under[-1] in ("schema", "items", "additionalProperties", "not"):
        return "schemas"
    if under[-1:] == ("requestBody",):
        return "requestBodies"
    if len(under) >= 2 and under[-3:-2] != ("properties",) and under[-2] in KINDS:
        return KINDS[under[-2]]
    return "schemas"


def _is_data(key: str, item: object, under: tuple[str, ...]) -> bool:
    """Whether what stands under a key is an example or an extension, and holds no references.

    The examples of a media type may be references; a field may be called `example`.
    """
    if key == "value" and under[-2:-1] == ("examples",):
        return True
    if key.startswith("x-") and not NAMED.intersection(under[-1:]):
        return True
    if under[-1:] == ("properties",) or key not in DATA:
        return False
    return not (
        key == "examples"
        and is_object(item)
        and all(is_object(entry) and ("$ref" in entry) for entry in item.values())
    )
