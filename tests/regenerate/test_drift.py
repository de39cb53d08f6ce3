"""A drift log becomes actions of an overlay that applies and leaves no drift."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from gigstack_api import DriftLog
from gigstack_api.drift_log import Counts, Place
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.drift import actions, read_log
from gigstack_api.regenerate.drift.places import jsonpath
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.overlays import apply
from gigstack_api.sandbox import Fault, Sandbox
from scripts.spec.model import load

dump: Any = getattr(yaml, "safe_dump")  # noqa: B009 - its type is partially unknown
DAY = 86_400
DOCUMENT: Node = {
    "openapi": "3.1.0",
    "paths": {
        "/things/{id}": {"get": {"tags": ["things"], "operationId": "get_thing"}},
        "/things": {"get": {"tags": ["things"], "operationId": "list_things"}},
    },
    "components": {
        "responses": {
            "Thing": {
                "content": {
                    "text/csv": {},
                    "application/json": {"schema": {"$ref": "#/components/schemas/Envelope"}},
                }
            }
        },
        "schemas": {
            "Envelope": {
                "type": "object",
                "properties": {"data": {"$ref": "#/components/schemas/Thing"}},
            },
            "Page": {
                "properties": {
                    "data": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}
                }
            },
            "Thing": {
                "allOf": [
                    {"properties": {"a": {"type": "string"}}},
                    {
                        "required": ["id", "n"],
                        "properties": {
                            "id": {"type": "string", "x-always": True},
                            "n": {"type": ["integer", "null"]},
                            "state": {"anyOf": [{"$ref": "#/components/schemas/State"}]},
                            "owner": {"$ref": "#/components/schemas/Owner"},
                            "tags": {"type": "array", "items": {"type": "string"}},
                        },
                    },
                ]
            },
            "Owner": {"type": "object", "properties": {"it's": {"type": "string"}}},
            "State": {"type": "string", "enum": ["on"]},
            "Loop": {"$ref": "#/components/schemas/Loop"},
        },
    },
}
GET = DOCUMENT["paths"]["/things/{id}"]["get"]
GET["responses"] = {"default": {}, "200": {"$ref": "#/components/responses/Thing"}}
GET["x-gigstack"] = {"method": "get"}
LIST = DOCUMENT["paths"]["/things"]["get"]
LIST["responses"] = {
    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Page"}}}}
}


def log(*lines: tuple[Any, ...]) -> Counts:
    """Counts: path, expected, got, count, value, operation."""
    counts: Counts = {}
    for path, expected, got, count, *rest in lines:
        value = str(rest[0]) if rest else ""
        operation = str(rest[1]) if len(rest) > 1 else "things.get"
        counts[Place(operation, path, expected, got, value)] = (count, 0.0, 2.0 * DAY)
    return counts


def proposed(*lines: tuple[Any, ...]) -> list[Node]:
    """The actions for lines, after a check that all of them apply."""
    overlay = actions(log(*lines), DOCUMENT)
    if overlay["actions"]:
        again: object = yaml.safe_load(dump(overlay))
        done = apply(DOCUMENT, again)
        assert (done.unmatched, done.idle) == ((), ())
    found: list[Node] = overlay["actions"]
    return found


SECOND = "$.components.schemas.Thing.allOf[1]"
SEEN = "Seen 3 times from 1970-01-01 to 1970-01-03 by things.get"


@pytest.mark.parametrize(
    ("line", "target", "update"),
    [
        (
            ("data.b", "no such field", "integer", 3),
            "$.components.schemas.Thing.allOf[0]",
            {"properties": {"b": {"type": "integer"}}},
        ),
        (
            ("data.owner.age", "no such field", "array", 3),
            "$.components.schemas.Owner",
            {"properties": {"age": {"type": "array", "items": {}}}},
        ),
        (
            ("data.b", "no such field", "secret", 3),
            "$.components.schemas.Thing.allOf[0]",
            {"properties": {"b": {"x-secret": True}}},
        ),
        (
            ("data.b", "no such field", "null", 3),
            "$.components.schemas.Thing.allOf[0]",
            {"properties": {"b": {}}},
        ),
        (
            ("data.state", "State", "string", 3, "off"),
            "$.components.schemas.State",
            {"enum": ["off"]},
        ),
        (
            ("data.id", "string", "integer", 3),
            f"{SECOND}.properties.id",
            {"type": ["string", "integer"]},
        ),
        (("data.n", "integer", "string", 3), f"{SECOND}.properties.n", {"type": ["string"]}),
        (
            ("data.state", "State", "integer", 3),
            f"{SECOND}.properties.state",
            {"anyOf": [{"type": "integer"}]},
        ),
        (
            ("data.tags[]", "string", "integer", 3),
            f"{SECOND}.properties.tags.items",
            {"type": ["string", "integer"]},
        ),
        (
            ("data.owner.it's", "string", "number", 3),
            r"$.components.schemas.Owner.properties['it\'s']",
            {"type": ["string", "number"]},
        ),
    ],
)
def test_a_line_becomes_an_action(line: tuple[Any, ...], target: str, update: Node) -> None:
    (action,) = proposed(line)
    assert (action["target"], action["update"]) == (target, update)
    assert action["description"].startswith(f"{SEEN}: ")


def test_a_reference_becomes_one_of_two() -> None:
    removal, update = proposed(("data.owner", "Owner", "string", 3))
    assert removal["target"] == f"{SECOND}.properties.owner['$ref']"
    assert removal["remove"] is True
    assert update["update"] == {
        "anyOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "string"}]
    }


def test_a_field_that_is_missing_is_no_longer_required() -> None:
    found = proposed(("data.id", "string", "null", 3))
    assert [(action["target"], action["remove"]) for action in found] == [
        (f"{SECOND}.required[?@ == 'id']", True),
        (f"{SECOND}.properties.id['x-always']", True),
    ]
    assert found[0]["description"] == f"{SEEN}: it was null or missing."


def test_a_field_that_is_not_required_needs_no_action() -> None:
    assert proposed(("data.owner", "Owner", "null", 3)) == []


def test_several_types_of_a_new_field_become_one_schema() -> None:
    (action,) = proposed(
        ("data.b", "no such field", "integer", 1),
        ("data.b", "no such field", "string", 2),
        ("data.b", "no such field", "null", 4),
    )
    (schema,) = action["update"]["properties"].values()
    assert schema == {"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}
    (action,) = proposed(
        ("data.b", "no such field", "string", 2), ("data.b", "no such field", "null", 4)
    )
    assert action["update"] == {"properties": {"b": {"type": ["string", "null"]}}}


def test_the_same_place_in_two_operations_becomes_one_action() -> None:
    (action,) = proposed(
        ("data.b", "no such field", "integer", 3),
        ("data[].b", "no such field", "integer", 4, "", "list_things"),
    )
    assert action["description"] == (
        "Seen 7 times from 1970-01-01 to 1970-01-03 by things.get, list_things: a new field."
    )


def test_what_was_seen_most_comes_first() -> None:
    found = proposed(
        ("data.b", "no such field", "integer", 3), ("data.c", "no such field", "integer", 30)
    )
    assert [next(iter(action["update"]["properties"])) for action in found] == ["c", "b"]


@pytest.mark.parametrize(
    "line",
    [
        ("data.state", "State", "string", 3, "on"),
        ("data.a", "no such field", "integer", 3),
        ("data.a", "integer", "string", 3),
        ("data.n", "string", "integer", 3),
    ],
)
def test_what_the_document_has_by_now_needs_no_action(line: tuple[Any, ...]) -> None:
    assert proposed(line) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            ("data.a", "string", "integer", 1, "", "things.gone"),
            "things.gone data.a: expected string, got integer. The document has no such operation. "
            "Seen once from 1970-01-01 to 1970-01-03 by things.gone.",
        ),
        (
            ("Content-Type", "application/json", "string", 3),
            f"things.get Content-Type: expected application/json, got string. Look at the answer. "
            f"{SEEN}.",
        ),
        (
            ("data.*", "no such field", "string", 3),
            f"things.get data.*: expected no such field, got string. Look at the answer. {SEEN}.",
        ),
        (
            ("", "Thing", "string", 3),
            f"things.get answer: expected Thing, got string. Look at the answer. {SEEN}.",
        ),
        (
            ("data.owner.name.first", "no such field", "string", 3),
            "things.get data.owner.name.first: expected no such field, got string. "
            f"The document has no such place. {SEEN}.",
        ),
        (
            ("data.tags.x[]", "string", "integer", 3),
            "things.get data.tags.x[]: expected string, got integer. "
            f"The document has no such place. {SEEN}.",
        ),
    ],
)
def test_lines_of_which_nothing_follows_are_listed(line: tuple[Any, ...], said: str) -> None:
    overlay = actions(log(line), DOCUMENT)
    assert overlay["actions"] == []
    assert overlay["x-not-proposed"] == [said]


def test_facts_may_come_from_another_document() -> None:
    bare: Node = {
        **DOCUMENT,
        "paths": {"/things": {"get": {**LIST, "operationId": "x", "tags": ["My Things"]}}},
    }
    named: Node = {"paths": {"/things": {"get": {**LIST, "x-gigstack": {"method": "all"}}}}}
    named["paths"]["/things"]["get"]["tags"] = ["My Things"]
    counts = log(("data[].b", "no such field", "integer", 3, "", "my_things.all"))
    assert len(actions(counts, bare, named)["actions"]) == 1


def test_an_operation_without_json_gets_no_proposal() -> None:
    bare: Node = {"paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {}}}}}}
    counts = log(("data.b", "no such field", "integer", 3, "", "a"))
    assert actions(counts, bare)["actions"] == []


@pytest.mark.parametrize("ref", ["#/components/schemas/Loop", "#/components/schemas/Gone"])
def test_references_that_lead_nowhere_get_no_proposal(ref: str) -> None:
    document: Node = {**DOCUMENT, "paths": {"/a": {"get": {"operationId": "a"}}}}
    media = {"application/json": {"schema": {"$ref": ref}}}
    document["paths"]["/a"]["get"]["responses"] = {"200": {"content": media}}
    counts = log(("data.b", "no such field", "integer", 3, "", "a"))
    assert actions(counts, document)["actions"] == []


def test_a_log_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    path.write_text(
        '{"operation": "things.get", "path": "data.b", "expected": "no such field", '
        '"got": "string", "count": 2, "first": 1, "last": 2}\nbroken\n'
    )
    assert list(read_log(path).values()) == [(2, 1.0, 2.0)]
    assert len(actions(path, DOCUMENT)["actions"]) == 1


@pytest.mark.parametrize(
    ("content", "said"), [(None, "cannot be read: No such file"), (b"{}", "holds no line")]
)
def test_what_is_not_a_log_is_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "drift.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnusableSpec, match=said):
        read_log(path)


@pytest.mark.anyio
async def test_what_a_client_saw_is_no_drift_after_the_proposals(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    sandbox = Sandbox()
    log = DriftLog(path)
    async with sandbox.client(on_drift=log) as gig:
        created = await gig.clients.create(name="Ana Ruiz")
        sandbox.faults.add(Fault("get_client", kind="drift"))
        sandbox.faults.add(Fault("list_payments", kind="drift"))
        await gig.clients.get(created)
        await gig.payments.list()
    log.flush()
    spec = load()
    overlay = actions(path, spec)
    found = {action["target"]: action["update"] for action in overlay["actions"]}
    assert found["$.components.schemas.Client"] == {
        "properties": {"sandbox_drift": {"type": "string"}}
    }
    done = apply(spec, overlay)
    assert (done.unmatched, done.idle) == ((), ())
    again = actions(path, done.document)
    assert again["actions"] == []


def test_places_are_written_as_jsonpath() -> None:
    assert jsonpath(("paths", "/a/{b}", "x", 3)) == "$.paths['/a/{b}'].x[3]"
