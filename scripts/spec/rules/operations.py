"""Rules for the operations of openapi.yaml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from keyword import iskeyword
from typing import Any

from gigstack_api.regenerate.media_types import is_json
from gigstack_api.regenerate.names import argument_name

from ..model import Node, at_place, calls, components, is_metadata_filter, resolve

DOCS = "https://docs.gigstack.io/"
REPLAYS = {
    "GET": {"safe", "once"},
    "HEAD": {"safe"},
    "PUT": {"idempotent", "once"},
    "DELETE": {"idempotent", "once"},
}
"""Replay classes of methods that HTTP promises something about. Other methods can have any."""
OWN_ARGUMENTS = ("extra", "extra_query", "resume", "self")

FACTS: dict[str, Callable[[Any], bool]] = {
    "method": lambda value: str(value).isidentifier(),
    "evidence": lambda value: value in {"documented", "official-client", "inferred"},
    "replay": lambda value: value in {"safe", "idempotent", "keyed", "natural", "once"},
    "idempotency_key": lambda value: value in {"body.idempotency_key", "header.Idempotency-Key"},
    "deadline_s": lambda value: value in {30, 90},
    "unwrap": lambda value: isinstance(value, str),
    "paging": lambda value: value in {"next", "starting_after", "cursor", "page", "single"},
    "metadata_filter": lambda value: value is True,
    "alternatives": lambda value: isinstance(value, dict),
    "download": lambda value: set(value) == {"media_type", "file_name", "fields"},
    "costs": lambda value: isinstance(value, str) and bool(value),
    "times": lambda value: set(value.values()) <= {"s", "ms"},
    "ids": lambda value: all(isinstance(models, dict) for models in value.values()),
    "stamps": lambda value: value is True,
    "anonymous": lambda value: value is True,
    "team": lambda value: value == "none",
    "docs": lambda value: isinstance(value, str),
    "example": lambda value: isinstance(value, str) and bool(value.strip()),
    "ranges": lambda value: isinstance(value, dict),
}
NEEDED = ("method", "evidence", "replay", "deadline_s", "unwrap", "docs")


def operations_are_complete(spec: Node) -> Iterator[str]:
    """All operations exist, each with a unique name and one resource."""
    found = calls(spec)
    for name, times in Counter(call.id for call in found).items():
        if times > 1 or not name:
            yield f"operationId {name!r}: must name one operation, not {times}"
    for method, times in Counter(
        f"{call.tag}.{call.facts.get('method')}" for call in found
    ).items():
        if times > 1:
            yield f"{method}: must be the method of one operation, not of {times}"
    declared = {tag["name"] for tag in spec.get("tags", [])}
    for call in found:
        tags = call.node.get("tags", [])
        if len(tags) != 1 or tags[0] not in declared:
            yield f"{call.where}: give it one tag, one that is declared"
        if iskeyword(name := str(call.facts.get("method"))) or name.startswith("_"):
            yield f"{call.where}: {name!r} cannot be the name of a method"


def operations_are_documented(spec: Node) -> Iterator[str]:
    """Each operation has its texts and docs page, and marks unverified facts.

    The summary of a read can say all of it; a note shows that somebody looked.
    """
    for call in calls(spec):
        if not call.node.get("summary"):
            yield f"{call.where}: write a summary"
        if not (call.node.get("description") or call.node.get("x-note")):
            yield f"{call.where}: write a description"
        if str(call.node.get("summary", "")).endswith("."):
            yield f"{call.where}: remove the final dot of the summary"
        docs = str(call.node.get("externalDocs", {}).get("url", ""))
        if not docs.startswith(DOCS) or docs != call.facts.get("docs"):
            yield f"{call.where}: externalDocs and x-gigstack.docs must be the same page of {DOCS}"
        if call.facts.get("evidence") == "inferred" and "Unverified:" not in call.node.get(
            "x-note", ""
        ):
            yield f"{call.where}: is inferred; say from what in x-note, after `Unverified:`"


def parameters_are_described(spec: Node) -> Iterator[str]:
    """Each parameter is described in its schema, where the generator reads it."""
    for call in calls(spec):
        for name, parameter in call.parameters("path", "query", "header").items():
            schema = parameter.get("schema", {})
            if not resolve(spec, schema).get("description") and not schema.get("description"):
                yield f"{call.where} {name}: describe it in its schema"
            if "description" in parameter:
                yield (
                    f"{call.where} {name}: move the description into the schema; "
                    "the generator ignores it here"
                )


def facts_are_known(spec: Node) -> Iterator[str]:
    """`x-gigstack` is there, complete and with known values."""
    for call in calls(spec):
        if not call.facts:
            yield f"{call.where}: needs x-gigstack"
            continue
        for key in NEEDED:
            if key not in call.facts:
                yield f"{call.where}: x-gigstack needs {key}"
        for key, value in call.facts.items():
            if key not in FACTS:
                yield f"{call.where}: unknown key in x-gigstack: {key}"
            elif not FACTS[key](value):
                yield f"{call.where}: x-gigstack.{key} cannot be {value!r}"


def replay_classes_are_right(spec: Node) -> Iterator[str]:
    """A replay class suits the method of its operation and has what it needs."""
    for call in calls(spec):
        replay = call.facts.get("replay")
        known = REPLAYS.get(call.method)
        if known and replay not in known:
            yield f"{call.where}: replay must be {' or '.join(sorted(known))}, not {replay}"
        if replay == "keyed" and "idempotency_key" not in call.facts:
            yield f"{call.where}: is keyed; set idempotency_key to its location"
        if replay == "natural" and "search" not in call.body.get("properties", {}):
            yield f"{call.where}: is natural, but its body takes no `search`"


def values_exist(spec: Node) -> Iterator[str]:
    """`unwrap` and `download.fields` are paths in the answer; `unwrap` of a list is an array."""
    for call in calls(spec):
        place = call.facts.get("unwrap", "")
        if place == "empty":
            continue
        fields = call.facts.get("download", {}).get("fields", [])
        if not call.answer:
            if not call.content:
                yield f"{call.where}: has an answer without a body; unwrap must be empty"
            elif place != "none" or fields:
                yield f"{call.where}: its answer is not JSON; unwrap must be none, without fields"
            continue
        found = call.answer if place == "none" else at_place(spec, call.answer, place)
        if not found:
            yield f"{call.where}: unwrap {place!r} does not exist in the answer"
        elif "paging" in call.facts and "array" not in found.get("type", ""):
            yield f"{call.where}: unwrap {place!r} of a list must be an array"
        for field in fields:
            if at_place(spec, call.answer, field) is None:
                yield f"{call.where}: download field {field!r} does not exist in the answer"


def arguments_exist(spec: Node) -> Iterator[str]:
    """`x-gigstack` agrees with the schemas of parameters and fields."""
    for call in calls(spec):
        facts, query, fields = call.facts, call.parameters("query"), call.body.get("properties", {})
        place, _, name = facts.get("idempotency_key", "").partition(".")
        if place and name not in (fields if place == "body" else call.parameters("header")):
            yield f"{call.where}: takes no idempotency_key in {place}.{name}"
        for name in chain(*facts.get("alternatives", {}).items()):
            if name not in query:
                yield f"{call.where}: alternatives name {name!r}, which is not a query parameter"
        schemas = {name: parameter.get("schema", {}) for name, parameter in call.sent_query.items()}
        units = {
            name: schema["x-unit"]
            for name, schema in (schemas | fields).items()
            if "x-unit" in schema
        }
        if units != facts.get("times", {}):
            yield f"{call.where}: times must be {units}"
        limits = {
            name: [schema.get("minimum"), schema.get("maximum")] for name, schema in schemas.items()
        }
        limits = {name: pair for name, pair in limits.items() if pair != [None, None]}
        if limits != facts.get("ranges", {}):
            yield f"{call.where}: ranges must be {limits}"
        if facts.get("metadata_filter", False) != any(
            is_metadata_filter(spec, parameter) for parameter in query.values()
        ):
            yield f"{call.where}: metadata_filter and a parameter of that role must go together"
        if facts.get("anonymous", False) != (call.node.get("security") == [{}]):
            yield f"{call.where}: anonymous and `security: [{{}}]` must go together"


def ids_exist(spec: Node) -> Iterator[str]:
    """`ids` names path parameters, and for each the models that have such an id and the field."""
    found = components(spec)
    for call in calls(spec):
        for parameter, models in call.facts.get("ids", {}).items():
            if parameter not in call.parameters("path"):
                yield f"{call.where}: ids name {parameter!r}, which is not in the path"
            for name, field in models.items():
                if field not in found.get(name, {}).get("properties", {}):
                    yield f"{call.where}: ids name {name}.{field}, which does not exist"


def fiscal_bodies_are_marked(spec: Node) -> Iterator[str]:
    """`stamps` is on every operation that sends a part of a fiscal document, and on no other."""
    fiscal = {tag["name"] for tag in spec.get("tags", []) if tag.get("x-stamps") is True}
    for call in calls(spec):
        content = call.node.get("requestBody", {}).get("content", {})
        wanted = call.tag in fiscal and "application/json" in content
        if call.facts.get("stamps", False) != wanted:
            step = "set stamps: true" if wanted else "remove stamps"
            yield f"{call.where}: {step}; see x-stamps of the tags"


def answers_are_components(spec: Node) -> Iterator[str]:
    """Each JSON body and answer is a named component."""
    for call in calls(spec):
        responses = call.node.get("responses", {})
        for status in (
            {"401", "500"} - set(responses) if call.facts.get("anonymous") is None else ()
        ):
            yield f"{call.where}: add the answer {status}"
        for status, answer in [("body", call.node.get("requestBody", {})), *responses.items()]:
            if not answer.get("description") and "$ref" not in answer and status != "body":
                yield f"{call.where} {status}: describe it"
            for media_type, content in resolve(spec, answer).get("content", {}).items():
                schema = content.get("schema", {})
                if "$ref" not in schema and is_json(media_type):
                    yield f"{call.where} {status}: make the schema of {media_type} a component"


def names_do_not_clash(spec: Node) -> Iterator[str]:
    """No two arguments of a method have the same Python name."""
    for call in calls(spec):
        fields = call.body.get("properties", {})
        path = [
            f"{call.tag[:-1]}_{name}" if name in fields else name
            for name in call.parameters("path")
        ]
        filters = ["metadata"] if call.facts.get("metadata_filter") else []
        names = [*path, *call.sent_query, *filters, *call.parameters("header"), *fields]
        for name, times in Counter([*map(argument_name, names), *OWN_ARGUMENTS]).items():
            if times > 1:
                yield f"{call.where}: {times} arguments would be called {name!r}"
