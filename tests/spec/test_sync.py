"""A sync takes over what the vendor publishes, and says what changed and what it means."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from gigstack_api.regenerate import writing
from gigstack_api.regenerate.comparison.printing import to_terminal
from gigstack_api.regenerate.document import Node, calls, schemas
from gigstack_api.regenerate.findings import UnusableSpec
from gigstack_api.regenerate.normalising import normalise
from scripts.spec.carrying import carried
from scripts.spec.syncing import Places, fetch, fit, sync
from scripts.spec.upstream import read_upstream, write_upstream
from scripts.spec_sync import main
from tests.regenerate.docs_site.apidog import frame, page
from tests.regenerate.docs_site.manners import QUICK
from tests.regenerate.docs_site.recorded import recorded_site


def things(**get: Any) -> Node:
    """A document of one resource."""
    thing = {"$ref": "#/components/schemas/Thing"}
    body = {"required": True, "content": {"application/json": {"schema": thing}}}
    answer = {"description": "It.", "content": {"application/json": {"schema": thing}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "servers": [{"url": "https://things.test"}],
        "tags": [{"name": "things", "description": "All of them."}],
        "paths": {
            "/things": {
                "post": {
                    "tags": ["things"],
                    "operationId": "create_thing",
                    "requestBody": body,
                    "responses": {"201": answer},
                }
            },
            "/things/{id}": {
                "get": {
                    "tags": ["things"],
                    "operationId": "get_thing",
                    "externalDocs": {"url": "https://docs.test/get-thing-7e0"},
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                    ],
                    "responses": {"200": answer},
                    **get,
                }
            },
        },
        "components": {
            "schemas": {
                "Thing": {
                    "type": "object",
                    "properties": {"name": {"type": "string"}, "size": {"type": "integer"}},
                }
            }
        },
    }


OVERLAY: Node = {
    "overlay": "1.1.0",
    "info": {"title": "ours", "version": "1"},
    "actions": [
        {"target": "$.paths.*.get", "update": {"summary": "Get it"}},
        {"target": "$.components.schemas.Thing.properties.size", "update": {"minimum": 1}},
    ],
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    write_upstream(things(), tmp_path / "spec" / "upstream")
    (tmp_path / "spec" / "overlay.yaml").write_text(json.dumps(OVERLAY))
    tests = tmp_path / "tests"
    tests.mkdir()
    (tests / "test_things.py").write_text("await gig.things.get('1')")
    return Places(
        upstream=tmp_path / "spec" / "upstream",
        overlay=tmp_path / "spec" / "overlay.yaml",
        package=tmp_path / "things",
        repository=tmp_path,
        cache=tmp_path / "cache",
    )


def written(document: Node, places: Places) -> str:
    path = places.repository / "new.json"
    path.write_text(json.dumps(document))
    return str(path)


def changed() -> Node:
    document = things(deprecated=True)
    fields = schemas(document)["Thing"]["properties"]
    fields["color"] = {"type": "string"}
    del fields["size"]
    return document


def test_a_file_is_taken_over_and_compared(
    places: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    target = places.repository / "report.md"
    arguments = [written(changed(), places), "--no-python", "--report", str(target)]
    assert main(arguments, places) == 0
    assert read_upstream(places.upstream) == changed()
    printed = capsys.readouterr().out
    for text in (printed, target.read_text()):
        assert "`gig.things.get` is deprecated" in text
        assert "`Thing.color` is new" in text
        assert "`Thing.size`" in text
        assert "actions[1] (update $.components.schemas.Thing.properties.size)" in text
        assert "`gig.things.get`: tests/test_things.py" in text
    assert "spec/upstream is new" in printed


def test_a_dry_run_writes_nothing(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([written(changed(), places), "--no-python", "--dry-run"], places) == 0
    assert read_upstream(places.upstream) == things()
    assert "Nothing was written" in capsys.readouterr().out


def test_a_spec_of_3_0_is_upgraded(places: Places) -> None:
    document = things()
    document["openapi"] = "3.0.3"
    document["components"]["schemas"]["Thing"]["properties"]["size"] = {
        "type": "integer",
        "minimum": 0,
        "exclusiveMinimum": True,
    }
    fetched = fetch(written(document, places), None, places)
    assert fetched.document["openapi"] == "3.1.0"
    assert schemas(fetched.document)["Thing"]["properties"]["size"]["exclusiveMinimum"] == 0


@pytest.mark.parametrize("content", ["{", "[]", '{"swagger": "2.0"}', '{"openapi": "3.1.0"}'])
def test_what_cannot_be_used_changes_nothing(
    places: Places, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = places.repository / "new.json"
    path.write_text(content)
    assert main([str(path), "--no-python"], places) == 2
    assert read_upstream(places.upstream) == things()
    captured = capsys.readouterr()
    assert captured.err.endswith("Nothing was changed.\n")
    assert captured.out == ""


@pytest.mark.parametrize("source", ["missing.yaml", " ", "https://127.0.0.1:9/llms.txt"])
def test_a_source_that_is_not_there_changes_nothing(
    places: Places, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if source.startswith("https"):
        with pytest.raises(UnusableSpec, match="The index cannot be read"):
            fetch(source, None, places, manners=QUICK)
        return
    assert main([source, "--no-python"], places) == 2
    assert capsys.readouterr().err.endswith("Nothing was changed.\n")


def test_a_folder_that_cannot_be_written_changes_nothing(
    places: Places, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "spec/upstream")

    monkeypatch.setattr("scripts.spec.syncing.write_upstream", full)
    assert main([written(changed(), places), "--no-python"], places) == 2
    assert capsys.readouterr().err == (
        "spec/upstream: No space left on device. Nothing was changed.\n"
    )


def test_the_first_sync_has_nothing_to_compare_with(places: Places, tmp_path: Path) -> None:
    for path in places.upstream.iterdir():
        path.unlink()
    places.upstream.rmdir()
    fetched = fetch(written(changed(), places), None, places)
    assert sync(fetched, places, python=False).entries == ()
    assert read_upstream(places.upstream) == changed()


def test_actions_that_do_not_fit_any_more_are_named(places: Places) -> None:
    before, after = things(), changed()
    before["info"]["x-team"], after["info"]["x-team"] = {"name": "A"}, "A"
    write_upstream(before, places.upstream)
    action = {"target": "$.info['x-team']", "update": {"size": 2}}
    places.overlay.write_text(
        json.dumps({**OVERLAY, "actions": [action, *OVERLAY["actions"], action]})
    )
    text = to_terminal(sync(fetch(written(after, places), None, places), places, python=False))
    problem = "The target is a single value, the update is not."
    assert text.count(f"$.info['x-team']: {problem}") == 2
    assert "(update $.components.schemas.Thing.properties.size)" in text


def test_an_overlay_that_is_malformed_is_refused(places: Places) -> None:
    places.overlay.write_text("overlay: 1.1.0\nactions: [{target: 3}]\n")
    with pytest.raises(UnusableSpec):
        sync(fetch(written(changed(), places), None, places), places, python=False)


def test_the_python_api_is_compared_if_it_can_be_generated(places: Places) -> None:
    writing.generate(normalise(fit(things(), OVERLAY).document).document, places.package)
    report = sync(fetch(written(changed(), places), None, places), places)
    assert report.compared_packages
    text = to_terminal(report)
    assert "Python: added" in text


def documented(*fields: str, title: str = "Get a thing") -> str:
    operation = {
        "summary": title,
        "tags": ["The Things"],
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        ],
        "responses": {
            "200": {
                "description": "",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
            }
        },
        "x-apidog-folder": "The Things",
    }
    thing = {"type": "object", "properties": {name: {"type": "string"} for name in fields}}
    return page(title, frame({"/things/{id}": {"get": operation}}, {"Thing": thing}))


def test_the_documentation_keeps_the_names_that_upstream_has(places: Places) -> None:
    previous = read_upstream(places.upstream)
    with recorded_site() as site:
        site.pages["/get-thing-7e0.md"] = documented("name", "color")
        site.index("The Things [Get a thing]({site}/get-thing-7e0.md): ")
        fetched = fetch(site.url, previous, places, manners=QUICK)
        report = sync(fetched, places, python=False)
    text = to_terminal(report)
    assert "`gig.things.create` is gone" in text
    assert "`Thing.color` is new" in text
    (call,) = calls(read_upstream(places.upstream))
    assert (call.operation["operationId"], call.operation["tags"]) == ("get_thing", ["things"])
    assert read_upstream(places.upstream)["tags"] == things()["tags"]


def test_gaps_of_the_documentation_are_in_the_report(places: Places) -> None:
    with recorded_site() as site:
        site.pages["/get-thing-7e0.md"] = documented("name")
        lines = [
            "[Get]({site}/get-thing-7e0.md): ",
            "[Gone]({site}/gone-8e0.md): ",
        ]
        site.index(*lines)
        fetched = fetch(
            site.url, read_upstream(places.upstream), places, keep_gaps=True, manners=QUICK
        )
        text = to_terminal(sync(fetched, places, python=False))
    assert "gone-8e0.md: Cannot be read: the host has no such page (404)." in text


def test_names_are_carried_by_the_page_of_a_moved_path() -> None:
    now = things()
    now["paths"] = {"/v3/things/{id}": now["paths"]["/things/{id}"]}
    node = now["paths"]["/v3/things/{id}"]["get"]
    node.update(operationId="get_v3_things_by_id", tags=["Things V3"])
    (call,) = calls(carried(now, things()))
    assert (call.operation["operationId"], call.operation["tags"]) == ("get_thing", ["things"])


def test_new_tags_become_python_names() -> None:
    now = things()
    now["paths"]["/ledgers"] = {"get": {"tags": ["Client Ledgers"], "responses": {}}}
    result = carried(now, things())
    assert result["paths"]["/ledgers"]["get"]["tags"] == ["client_ledgers"]
    assert result["tags"] == [*things()["tags"], {"name": "client_ledgers"}]
    assert now["paths"]["/ledgers"]["get"]["tags"] == ["Client Ledgers"]


def test_schemas_keep_the_names_that_were_chosen_for_them() -> None:
    previous = things()
    schemas(previous)["Thing"]["x-docs-name"] = "Public Thing"
    now = copy.deepcopy(things())
    text = json.dumps(now).replace('"Thing"', '"PublicThing"')
    now = json.loads(text.replace("schemas/Thing", "schemas/PublicThing"))
    schemas(now)["PublicThing"]["x-docs-name"] = "Public Thing"
    result = carried(now, previous)
    assert schemas(result).keys() == {"Thing"}
    assert "PublicThing" not in json.dumps(result)


LINE = {"operation": "clients.get", "path": "data.sandbox_drift", "expected": "no such field"}


def test_a_drift_log_becomes_proposals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log, target = tmp_path / "drift.jsonl", tmp_path / "proposals.yaml"
    log.write_text(json.dumps({**LINE, "got": "string", "count": 2, "first": 1, "last": 2}))
    assert main(["--drift", str(log)]) == 0
    printed: Any = yaml.safe_load(capsys.readouterr().out)
    (action,) = printed["actions"]
    assert action["target"] == "$.components.schemas.Client"
    assert main(["--drift", str(log), "--proposals", str(target)]) == 0
    assert yaml.safe_load(target.read_text()) == printed
    assert capsys.readouterr().out.startswith("1 proposals are in ")


def test_a_drift_log_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--drift", str(tmp_path / "drift.jsonl")]) == 2
    assert "cannot be read" in capsys.readouterr().err
