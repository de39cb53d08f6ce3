"""openapi.yaml is what the vendor publishes, our overlay on it, and inferred facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gigstack_api._core.schema.types import is_object
from gigstack_api.reconcile.tables import STRATEGIES, UNKNOWN
from gigstack_api.regenerate import overlays
from gigstack_api.regenerate.document import Node, calls
from gigstack_api.sandbox.http.routing import HANDLERS
from scripts.spec.build import OVERLAY, build, main
from scripts.spec.dumping import dumped
from scripts.spec.lint import RULES, lint
from scripts.spec.model import SPEC, load
from scripts.spec.rules import schemas
from scripts.spec.upstream import FOLDER, read_upstream, write_upstream

UPSTREAM = read_upstream()
OURS = load(OVERLAY)
PATHS = "$.paths"
MOST_FACTS = 150
SLOW = {schemas.spec_is_valid, schemas.examples_fit}
QUICK = [rule for rule in RULES if rule not in SLOW]

TAG_CLIENT: Node = {
    "tags": ["clients"],
    "operationId": "tag_client",
    "summary": "Tag a client",
    "description": "Adds a tag to a client.",
    "externalDocs": {"url": "https://docs.gigstack.io/tag-client-1e0"},
    "parameters": [
        {
            "name": "id",
            "in": "path",
            "required": True,
            "schema": {"type": "string", "description": "Id of the client."},
        }
    ],
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/TagInput"}}},
    },
    "responses": {
        "201": {
            "description": "The tag.",
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/TagAnswer"}}},
        }
    },
}
TAG_SCHEMAS: Node = {
    "TagInput": {
        "type": "object",
        "description": "A tag to add.",
        "required": ["name"],
        "properties": {"name": {"type": "string", "description": "Its name."}},
    },
    "TagAnswer": {
        "type": "object",
        "description": "Envelope around a tag.",
        "properties": {
            "message": {"type": "string", "description": "What was done."},
            "data": {"$ref": "#/components/schemas/Tagging", "description": "The tag."},
        },
    },
    "Tagging": {
        "type": "object",
        "description": "A tag of a client.",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "description": "Its name."},
            "created_at": {"type": "integer", "description": "When (Unix milliseconds)."},
        },
    },
}


def overlay(*actions: Node) -> Node:
    info = {"title": "private", "version": "1"}
    return {"overlay": "1.1.0", "info": info, "actions": list(actions)}


SMALL: Node = {
    "openapi": "3.1.0",
    "info": {"title": "Things", "version": "1"},
    "tags": [{"name": "things"}],
    "paths": {"/things": {"post": {"tags": ["things"], "operationId": "create_thing"}}},
    "components": {"schemas": {"Thing": {"type": "object"}}},
}


def repository(folder: Path, *actions: Node) -> Path:
    """A small upstream with an overlay, and what is built from them."""
    title = {"target": "$.info", "description": "Our name.", "update": {"title": "Our things"}}
    write_upstream(SMALL, folder / "spec" / "upstream")
    text = dumped(overlay(title, *actions))
    (folder / "spec" / "overlay.yaml").write_text(text, encoding="utf-8")
    return folder


def test_openapi_yaml_is_built_from_upstream_and_overlay(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--check"])

    assert capsys.readouterr().out == "openapi.yaml is built from spec/\n"


def test_every_action_says_why() -> None:
    assert [action for action in OURS["actions"] if len(action.get("description", "")) < 20] == []


def test_few_facts_are_left_that_inference_gets_wrong() -> None:
    updates = [(action["target"], action.get("update")) for action in OURS["actions"]]
    probes = [
        {"target": target, "update": {f"x-probe-{index}": len(update["x-gigstack"])}}
        for index, (target, update) in enumerate(updates)
        if is_object(update) and "x-gigstack" in update
    ]
    marked = overlays.apply(UPSTREAM, OURS, overlay(*probes)).document
    written = sum(
        count
        for call in calls(marked)
        for key, count in call.operation.items()
        if key.startswith("x-probe-")
    )

    assert 0 < written < MOST_FACTS


def test_notes_stand_in_the_overlay_alone() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.iterdir())

    assert "Settled:" not in text
    assert "Unverified:" not in text


def test_a_new_operation_takes_one_action_and_no_code() -> None:
    private = overlay(
        {
            "target": "$",
            "description": "Our own endpoint.",
            "update": {
                "paths": {"/clients/{id}/tags": {"post": TAG_CLIENT}},
                "components": {"schemas": TAG_SCHEMAS},
            },
        }
    )

    built = build(UPSTREAM, OURS, private)

    operation = built.document["paths"]["/clients/{id}/tags"]["post"]
    found = built.document["components"]["schemas"]
    assert operation["x-gigstack"] == {
        "method": "tag",
        "evidence": "documented",
        "replay": "once",
        "deadline_s": 30,
        "unwrap": "data",
        "ids": {"id": {"Client": "id"}},
        "docs": "https://docs.gigstack.io/tag-client-1e0",
    }
    assert {"401", "403", "500"}.isdisjoint(operation["responses"])
    assert [found[name].get("x-role") for name in TAG_SCHEMAS] == ["body", "envelope", None]
    assert found["Tagging"] == {
        "type": "object",
        "description": "A tag of a client.",
        "properties": {
            "name": {"type": ["string", "null"], "description": "Its name."},
            "created_at": {
                "type": ["integer", "null"],
                "description": "When (Unix milliseconds).",
                "x-unit": "ms",
            },
        },
    }
    assert built.stale == ()
    assert "tag_client" in [call.id for call in _calls_without_handler(built.document)]
    assert STRATEGIES.get("clients.tag", UNKNOWN) is UNKNOWN


def _calls_without_handler(document: Node) -> list[Any]:
    from scripts.spec.model import calls as spec_calls

    return [call for call in spec_calls(document) if call.id not in HANDLERS]


def test_a_new_operation_of_the_vendor_keeps_the_house_rules() -> None:
    upstream = overlays.apply(
        UPSTREAM,
        overlay(
            {
                "target": "$",
                "update": {
                    "paths": {"/clients/{id}/tags": {"post": TAG_CLIENT}},
                    "components": {"schemas": TAG_SCHEMAS},
                },
            }
        ),
    ).document

    assert lint(build(upstream, OURS).document, QUICK) == []


def test_a_stale_part_of_the_overlay_is_named() -> None:
    built = build(
        UPSTREAM,
        overlay(
            {"target": "$.paths['/gone']", "update": {"x": 1}},
            {"target": "$.info", "update": {"title": UPSTREAM["info"]["title"]}},
            {
                "target": "$.paths.*[?match(@.operationId, 'get_client|gone|lost')]",
                "update": {"x": 1},
            },
        ),
    )

    assert built.stale == (
        "private: actions[0] (update $.paths['/gone']): selects nothing",
        "private: actions[1] (update $.info): changes nothing",
        "actions[2]: there is no operation gone",
        "actions[2]: there is no operation lost",
    )


def test_building_writes_openapi_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = repository(tmp_path)

    main(["--root", str(root), "--guesses"])

    out = capsys.readouterr().out
    assert out.startswith("paths./things.post.x-gigstack.replay: It is not repeated when its")
    assert out.endswith("\nwrote openapi.yaml: 1 operations\n")
    spec = load(root / SPEC.name)
    assert spec["info"]["title"] == "Our things"
    assert spec["paths"]["/things"]["post"]["x-gigstack"]["method"] == "create"
    main(["--root", str(root), "--check"])
    (root / SPEC.name).write_text("openapi: 3.1.0\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"openapi\.yaml differs from spec/; run `make spec`"):
        main(["--root", str(root), "--check"])


def test_a_malformed_overlay_is_told_in_sentences(tmp_path: Path) -> None:
    root = repository(tmp_path, {"target": "$["})

    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root)])

    assert str(stopped.value).startswith("private: actions[1]: It has 0 changes.")


def test_an_overlay_that_is_not_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    root = repository(tmp_path)
    (root / "spec" / "overlay.yaml").write_text("a:\n  - b\n- c\n", encoding="utf-8")

    with pytest.raises(SystemExit, match=r"spec/ holds a file that is not YAML: line 3: "):
        main(["--root", str(root)])


def test_a_stale_overlay_stops_the_build(tmp_path: Path) -> None:
    root = repository(tmp_path, {"target": "$.gone", "update": 1})

    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root)])

    assert str(stopped.value) == (
        "the overlay holds what the spec does not need:\n"
        "  private: actions[1] (update $.gone): selects nothing"
    )


def test_upstream_is_written_as_it_is_read(tmp_path: Path) -> None:
    write_upstream(UPSTREAM, tmp_path / "upstream")

    assert read_upstream(tmp_path / "upstream") == UPSTREAM
    assert {path.name: path.read_bytes() for path in FOLDER.iterdir()} == {
        path.name: path.read_bytes() for path in (tmp_path / "upstream").iterdir()
    }


def test_operations_without_a_declared_tag_have_files_too(tmp_path: Path) -> None:
    document = {key: value for key, value in SMALL.items() if key != "tags"}
    write_upstream(document, tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "api.yaml",
        "shared.yaml",
        "things.yaml",
    ]
    assert read_upstream(tmp_path) == document


def test_a_place_that_two_files_describe_is_refused(tmp_path: Path) -> None:
    root = repository(tmp_path)
    twice = "components:\n  schemas:\n    Thing: {type: object}\n"
    (root / "spec" / "upstream" / "more.yaml").write_text(twice, encoding="utf-8")

    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(root)])

    assert str(stopped.value) == (
        "shared.yaml: components.schemas.Thing: stands in another file too; keep one of the two"
    )
