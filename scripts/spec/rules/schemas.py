"""Rules for the schemas, examples and texts of openapi.yaml."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from keyword import iskeyword
from typing import Any

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from gigstack_api._core.schema.types import is_list, is_object
from gigstack_api.regenerate.document import target, walk
from gigstack_api.regenerate.names import field_name

from ..model import (
    Node,
    calls,
    components,
    every,
    inline,
    is_nullable,
    nested,
    parts,
    reachable,
    ref_name,
    resolve,
)

FORBIDDEN = frozenset(
    {"default", "const", "allOf", "oneOf", "nullable", "discriminator", "example"}
)
FORMATS = frozenset({"binary", "byte", "email"})
ROLES = frozenset({"envelope", "body", "free-form", "metadata-filter"})
OUTDATED = ("migration_guide", "older_")
"""Beginnings of the names of examples that no other source confirms."""
TEMPLATE_COMPONENTS = frozenset({"ApiResponse", "Category", "Order", "Pet", "Tag", "UserArray"})
TEMPLATE_WORDS = re.compile(
    r"\b(pets?|petstore|doggie|swagger|apidog|userarray|apiresponse)\b", re.IGNORECASE
)


def references_lead_somewhere(spec: Node) -> Iterator[str]:
    """Every reference leads to an object of the spec."""
    for place, node in walk(spec):
        if isinstance(ref := node.get("$ref"), str):
            try:
                found = target(spec, ref)
            except LookupError:
                found = None
            if not is_object(found):
                yield f"{place or 'spec'}: {ref!r} leads nowhere; correct it"


def spec_is_valid(spec: Node) -> Iterator[str]:
    """The spec is an OpenAPI 3.1 document."""
    for error in OpenAPIV31SpecValidator(spec).iter_errors():
        reason = error.message.splitlines()[0][:200]
        where = ".".join(map(str, error.absolute_path)) or "spec"
        yield f"{where}: is not valid OpenAPI 3.1: {reason}"


def objects_are_components(spec: Node) -> Iterator[str]:
    """Every object is a component of its own."""
    for where, schema in inline(spec):
        if (
            "properties" in schema
            or schema.get("type") == "object"
            or "object" in schema.get("type", ())
        ):
            yield f"{where}: make the object a component"
    for name, schema in components(spec).items():
        if schema.get("x-role", "body") not in ROLES:
            yield f"{name}: x-role cannot be {schema['x-role']!r}"


def enums_are_open(spec: Node) -> Iterator[str]:
    """An enum is a component, and a plain string is always allowed beside it."""
    found = components(spec)
    for name, schema in found.items():
        values: Node = schema.get("x-values", {})
        if unknown := values.keys() - set(schema.get("enum", values)):
            yield f"{name}: x-values describe values that are not in the enum: {sorted(unknown)}"
        if "x-enum-varnames" in schema and len(set(schema["x-enum-varnames"])) != len(
            schema["enum"]
        ):
            yield f"{name}: x-enum-varnames must give each value a different name"
    open_places = {
        f"{where}.anyOf[{index}]"
        for where, schema in every(spec)
        for index in range(len(schema.get("anyOf", [])))
        if {"type": "string"} in schema.get("anyOf", [])
    }
    for where, schema in inline(spec):
        if "enum" in schema:
            yield f"{where}: make the enum a component"
        name = ref_name(schema)
        if "enum" in found.get(name, {}) and where not in open_places:
            yield f"{where}: put {name} and {{type: string}} into an anyOf; enums are open"


def codes_are_strings(spec: Node) -> Iterator[str]:
    """SAT codes are strings, not enums."""
    for where, schema in every(spec):
        if "x-catalog" in schema and (
            schema.get("type") not in ("string", ["string", "null"]) or "enum" in schema
        ):
            yield f"{where}: a code ({schema['x-catalog']}) must be a string without enum"


def keywords_are_allowed(spec: Node) -> Iterator[str]:
    """No keywords that the generator or the lenient reading of answers cannot handle."""
    for where, schema in every(spec):
        for key in FORBIDDEN & set(schema):
            yield f"{where}: remove {key}"
        if schema.get("additionalProperties", True) is False:
            yield f"{where}: remove additionalProperties: false; answers gain fields"
        if schema.get("format", "binary") not in FORMATS:
            yield f"{where}: remove the format {schema['format']}; answers may contain anything"
        if schema.get("x-unit", "s") not in {"s", "ms"}:
            yield f"{where}: x-unit must be s or ms"
        if (
            "Unix" in schema.get("description", "")
            and "x-unit" not in schema
            and "number" in str(schema.get("type"))
        ):
            yield f"{where}: a Unix time needs x-unit"


def accepted_models_exist(spec: Node) -> Iterator[str]:
    """`x-accepts` names objects that share a field with the object that takes them."""
    found = components(spec)
    for name, schema in found.items():
        for other in schema.get("x-accepts", ()):
            if not set(found.get(other, {}).get("properties", {})) & set(
                schema.get("properties", {})
            ):
                yield f"{name}: x-accepts names {other}, which has none of its fields"


def fields_are_always_there(spec: Node) -> Iterator[str]:
    """Every current example of an object holds the fields that are marked `x-always`."""
    found = components(spec)
    for call in calls(spec):
        for answer in call.successes.values():
            for example, schema, value in call.examples(answer):
                if example.startswith(OUTDATED):
                    continue
                for name, document in objects(spec, schema, value):
                    for field, inner in found.get(name, {}).get("properties", {}).items():
                        if inner.get("x-always") and document and document.get(field) is None:
                            yield f"{name}.{field}: remove x-always; {call.id} shows none"


def objects(spec: Node, schema: Node, value: Any) -> Iterator[tuple[str, Node]]:
    """The objects of components inside a value, with the names of the components."""
    name = ref_name(schema)
    schema = resolve(spec, schema)
    if is_object(value):
        if name:
            yield name, value
        for field, inner in value.items():
            yield from objects(spec, schema.get("properties", {}).get(field, {}), inner)
    elif is_list(value):
        for item in value:
            yield from objects(spec, schema.get("items", {}), item)
    for choice in schema.get("anyOf", ()):
        yield from objects(spec, choice, value)


def answers_are_nullable(spec: Node) -> Iterator[str]:
    """Every field of an answer may be absent or null, except the array of a list."""
    answers = [answer for call in calls(spec) for answer in call.node.get("responses", {}).values()]
    for ref in sorted(reachable(spec, answers, spec.get("webhooks"))):
        name, schema = ref.rpartition("/")[2], resolve(spec, {"$ref": ref})
        if not ref.startswith("#/components/schemas/"):
            continue
        if "required" in schema:
            yield f"{name}: remove `required`; it is part of an answer"
        for field, inner in schema.get("properties", {}).items():
            is_list = schema.get("x-role") == "envelope" and inner.get("type") == "array"
            if not is_list and not is_nullable(spec, inner):
                yield f"{name}.{field}: allow null; it is part of an answer"


def schemas_are_described(spec: Node) -> Iterator[str]:
    """Every component and property is described."""
    for name, schema in components(spec).items():
        if not schema.get("description"):
            yield f"{name}: describe it"
        for where, outer in [(name, schema), *nested(schema, name)]:
            properties = outer.get("properties", {})
            for place, field in parts(outer):
                if place.lstrip(".") in properties and not field.get("description"):
                    yield f"{where}{place}: describe it"


def components_are_used(spec: Node) -> Iterator[str]:
    """Every component is reachable from an operation or a webhook."""
    used = reachable(spec, spec.get("paths"), spec.get("webhooks"))
    for kind in ("schemas", "parameters", "responses"):
        for name in components(spec, kind):
            if f"#/components/{kind}/{name}" not in used:
                yield f"{name}: unused; remove it"


def fields_have_names(spec: Node) -> Iterator[str]:
    """The fields of a component have different Python names that a model can have."""
    for component, schema in components(spec).items():
        names = {wire: field_name(wire) for wire in schema.get("properties", {})}
        renamed = [wire for wire, name in names.items() if name != wire and not iskeyword(wire)]
        shared = [name for name, times in Counter(names.values()).items() if times > 1]
        for name in [*renamed, *shared]:
            yield f"{component}.{name}: cannot be an attribute of a model"


def other_names_are_known(spec: Node) -> Iterator[str]:
    """`x-alternatives` are other names of fields, `x-refused` names that are always refused."""
    for component, schema in components(spec).items():
        fields = schema.get("properties", {})
        for other, name in schema.get("x-alternatives", {}).items():
            if other in fields or name not in fields:
                yield f"{component}: x-alternatives.{other} must stand for a field and be none"
        for name in schema.get("x-refused", {}):
            if name in fields:
                yield f"{component}: {name} cannot be both a field and in x-refused"


def examples_fit(spec: Node) -> Iterator[str]:
    """Every example is a value of its schema."""
    for call in calls(spec):
        for place, node in [
            ("body", call.node.get("requestBody", {})),
            *call.node.get("responses", {}).items(),
        ]:
            if "$ref" not in node:
                for name, schema, value in call.examples(node):
                    for misfit in misfits(spec, schema, value):
                        yield f"{call.where} {place} example {name}: {misfit}"
    for status, answer in components(spec, "responses").items():
        for content in answer.get("content", {}).values():
            for name, example in content.get("examples", {}).items():
                for misfit in misfits(spec, content["schema"], example["value"]):
                    yield f"{status} example {name}: {misfit}"


def misfits(spec: Node, schema: Node, value: object) -> list[str]:
    """All errors of a value against a schema, with their locations."""
    validator: Any = Draft202012Validator({**schema, "components": spec.get("components", {})})
    return [f"{error.json_path}: {error.message[:150]}" for error in validator.iter_errors(value)]


def template_texts_are_removed(spec: Node) -> Iterator[str]:
    """Nothing is left over from the template of the documentation tool."""
    for name in TEMPLATE_COMPONENTS & set(components(spec)):
        yield f"{name}: is left over from the documentation tool; remove it"
    for where, text in _texts(spec, "spec"):
        if found := TEMPLATE_WORDS.search(text):
            yield f"{where}: {found[0]!r} is left over from the documentation tool; remove it"


def _texts(node: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, str):
        yield where, node
    elif is_object(node):
        for key, inner in node.items():
            yield from _texts(inner, f"{where}.{key}")
    elif is_list(node):
        for index, item in enumerate(node):
            yield from _texts(item, f"{where}[{index}]")
