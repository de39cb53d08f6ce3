"""Facts of arguments: units, limits, other spellings, ids, filters. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gigstack_api._core.schema.types import is_list

from ..document import Node
from .answers import answered_model
from .methods import words_of
from .operation import Operation, kinds, plain, properties

IDS = ("id", "uuid")
"""Names of the field that holds the id of a model."""
READERS = ("get", "put", "patch", "delete", "post")
"""Methods whose answer tells what a path stands for, the most telling first."""


def alternatives(operation: Operation) -> dict[str, str]:
    """Query parameters that are other spellings of one: `created[gte]` of `created_gte`."""
    query = operation.named("query")
    spelled = {name: name.replace("[", "_").replace("]", "") for name in query}
    return {name: other for name, other in spelled.items() if other != name and other in query}


def metadata_filter(operation: Operation) -> bool:
    """Whether a parameter filters by metadata."""
    return bool(_filters(operation))


def times(operation: Operation, hidden: Mapping[str, str]) -> dict[str, str]:
    """The units of the times that an operation sends, by wire name."""
    sent = {**_sent(operation, hidden), **operation.fields}
    return {name: schema["x-unit"] for name, schema in sent.items() if "x-unit" in schema}


def ranges(operation: Operation, hidden: Mapping[str, str]) -> dict[str, list[float | None]]:
    """The lowest and highest values of query parameters, by wire name."""
    limits: dict[str, list[float | None]] = {
        name: [schema.get("minimum"), schema.get("maximum")]
        for name, schema in _sent(operation, hidden).items()
    }
    return {name: pair for name, pair in limits.items() if pair != [None, None]}


def anonymous(operation: Operation) -> bool:
    """Whether an operation is sent without the key: no security applies to it."""
    own = operation.call.operation.get("security")
    return is_list(own) and all(rule == {} for rule in own)


def ids(operation: Operation, siblings: Iterable[Operation]) -> dict[str, dict[str, str]]:
    """The models whose id a path parameter takes, with the field that holds it.

    A parameter stands for what the path up to it answers: in `/clients/{id}/tags` the `id` is that
    of a `Client`, if `GET /clients/{id}` answers one. Where there is no such path, another read of
    the resource whose path ends in the parameter tells. Of the fields that can hold the id, one
    that is always there goes first.
    """
    found: dict[str, dict[str, str]] = {}
    others = sorted(siblings, key=lambda other: _rank(other.call.method))
    for name in operation.named("path"):
        before, brace, _ = operation.call.path.partition(f"{{{name}}}")
        owners = [one for one in others if one.call.path == before + brace]
        owners += [one for one in others if _reads_one_of(operation.tag, one, name)]
        models = [model for owner in owners if (model := answered_model(owner))]
        pairs = [(model, _id_field(operation, name, model)) for model in models]
        for model, field in pairs:
            if field and name not in found:
                found[name] = {model: field}
    return found


def _reads_one_of(tag: str, other: Operation, parameter: str) -> bool:
    """Whether an operation reads one thing of a resource, whose id is the parameter."""
    path = other.call.path
    return other.tag == tag and other.call.method == "get" and path.endswith(f"/{{{parameter}}}")


def _id_field(operation: Operation, parameter: str, model: str) -> str | None:
    """The field of a model whose value a path parameter takes."""
    schema = {"$ref": f"#/components/schemas/{model}"}
    fields = properties(operation.document, schema)
    short = words_of(parameter)[-1]
    names = [
        name
        for name in (short if short in IDS else "id", *IDS, parameter)
        if name in fields and kinds(plain(operation.document, fields[name])) & {"string", "integer"}
    ]
    return next((name for name in names if fields[name].get("x-always")), next(iter(names), None))


def _rank(method: str) -> int:
    return READERS.index(method) if method in READERS else len(READERS)


def _sent(operation: Operation, hidden: Mapping[str, str]) -> dict[str, Node]:
    """The query parameters that a method takes by name."""
    left_out = {*hidden, *_filters(operation)}
    query = operation.named("query")
    return {name: schema for name, schema in query.items() if name not in left_out}


def _filters(operation: Operation) -> list[str]:
    return [
        name
        for name, schema in operation.named("query").items()
        if operation.resolved(schema).get("x-role") == "metadata-filter"
    ]
