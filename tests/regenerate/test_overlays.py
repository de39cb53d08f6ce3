"""Overlays: which nodes change and how, and which actions are of no use."""

from __future__ import annotations

import json
import sys
import time
from typing import Any

import pytest

from gigstack_api.regenerate import overlays
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.findings import UnusableSpec
from scripts.spec.build import OVERLAY
from scripts.spec.model import load
from scripts.spec.upstream import read_upstream

DOCUMENT: Node = {
    "info": {"title": "Things", "version": "1"},
    "paths": {
        "/things": {
            "get": {"tags": ["things"], "parameters": [{"name": "limit"}, {"name": "page"}]},
            "post": {"tags": ["things"], "deprecated": False},
        },
        "/other": {"get": {"tags": ["other"], "parameters": [{"name": "page"}]}},
    },
    "enum": ["a", "b"],
    "nothing": None,
}


def overlay(*actions: object, title: str = "ours") -> Node:
    return {
        "overlay": "1.1.0",
        "info": {"title": title, "version": "1"},
        "actions": list(actions),
    }


def after(*actions: object) -> Node:
    return overlays.apply(DOCUMENT, overlay(*actions)).document


def update(target: str, value: object, **more: object) -> Node:
    return {"target": target, "update": value, **more}


def test_an_update_merges_objects_key_by_key() -> None:
    found = after(update("$.info", {"title": "Our things", "license": {"name": "MIT"}}))

    assert found["info"] == {"title": "Our things", "version": "1", "license": {"name": "MIT"}}


def test_an_update_merges_objects_inside_objects() -> None:
    found = after(update("$", {"paths": {"/other": {"get": {"summary": "Others"}}}}))

    assert found["paths"]["/other"]["get"]["summary"] == "Others"
    assert found["paths"]["/other"]["get"]["tags"] == ["other"]
    assert "/things" in found["paths"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("c", ["a", "b", "c"]), (["c", "d"], ["a", "b", "c", "d"]), ({"x": 1}, ["a", "b", {"x": 1}])],
)
def test_an_update_appends_to_an_array(value: object, expected: list[object]) -> None:
    assert after(update("$.enum", value))["enum"] == expected


def test_an_update_appends_to_an_array_inside_an_object() -> None:
    assert after(update("$", {"enum": ["c"]}))["enum"] == ["a", "b", "c"]


def test_an_update_replaces_single_values() -> None:
    assert after(update("$.info.title", "New"))["info"]["title"] == "New"
    assert after(update("$.nothing", 1))["nothing"] == 1
    assert after(update("$", {"enum": "none"}))["enum"] == "none"


def test_an_update_that_replaces_sets_whole_arrays_and_objects() -> None:
    found = after(
        {"target": "$", "update": {"enum": ["z"], "info": {"title": "X"}}, "x-replace": True}
    )

    assert found["enum"] == ["z"]
    assert found["info"] == {"title": "X"}
    assert "paths" in found
    assert after({"target": "$.enum", "update": ["z"], "x-replace": True})["enum"] == ["z"]


def test_a_target_selects_many_nodes_each_with_its_own_value() -> None:
    found = after(
        update("$.paths.*.*.parameters[?@.name == 'page']", {"schema": {}}),
        update("$.paths['/other'].get.parameters[0].schema", {"type": "integer"}),
    )

    assert found["paths"]["/things"]["get"]["parameters"] == [
        {"name": "limit"},
        {"name": "page", "schema": {}},
    ]
    assert found["paths"]["/other"]["get"]["parameters"] == [
        {"name": "page", "schema": {"type": "integer"}}
    ]


def test_places_that_share_a_node_change_apart() -> None:
    shared = {"type": "string"}
    found = overlays.apply({"a": shared, "b": shared}, overlay(update("$.a", {"x": 1}))).document

    assert found == {"a": {"type": "string", "x": 1}, "b": {"type": "string"}}


def test_a_removal_takes_items_and_keys_away() -> None:
    found = after(
        {"target": "$.paths.*.*.parameters[0,1]", "remove": True},
        {"target": "$.paths['/other']", "remove": True},
        {"target": "$.enum[0]", "remove": True},
    )

    assert list(found["paths"]) == ["/things"]
    assert found["paths"]["/things"]["get"]["parameters"] == []
    assert found["enum"] == ["b"]


def test_a_removal_may_select_a_node_and_what_is_in_it() -> None:
    assert "info" not in after({"target": "$['info', 'x', 'info']", "remove": True})
    assert after({"target": "$..[?@.get || @.tags]", "remove": True})["paths"] == {}


def test_a_removal_that_is_switched_off_is_idle() -> None:
    found = overlays.apply(DOCUMENT, overlay({"target": "$.info", "remove": False}))

    assert found.document == DOCUMENT
    assert [action.index for action in found.idle] == [0]


def test_a_copy_merges_what_another_place_holds() -> None:
    found = after(
        {"target": "$.paths['/other']", "copy": "$.paths['/things']"},
        update("$.paths['/other'].post", {"deprecated": True}),
    )

    assert found["paths"]["/other"]["post"] == {"tags": ["things"], "deprecated": True}
    assert found["paths"]["/things"]["post"] == {"tags": ["things"], "deprecated": False}


def test_overlays_apply_in_their_order() -> None:
    first = overlay(update("$.info", {"title": "first"}), title="one")
    second = overlay(update("$.info", {"title": "second"}), update("$.gone", 1), title="two")

    found = overlays.apply(DOCUMENT, first, second)

    assert found.document["info"]["title"] == "second"
    assert [str(action) for action in found.unmatched] == ["two: actions[1] (update $.gone)"]


def test_actions_that_select_or_change_nothing_are_named() -> None:
    found = overlays.apply(
        DOCUMENT,
        overlay(
            update("$.paths['/gone'].get", {"x": 1}),
            update("$.info", {"title": "Things"}, description="They are called so."),
            update("$.paths['/things'].post", {"deprecated": True}),
            {"target": "$.enum[7]", "remove": True},
        ),
    )

    assert [action.index for action in found.unmatched] == [0, 3]
    assert [(action.index, action.reason) for action in found.idle] == [(1, "They are called so.")]


def test_false_and_zero_are_different_values() -> None:
    found = overlays.apply({"a": 0}, overlay(update("$.a", False)))

    assert found.document["a"] is False
    assert found.idle == ()


def test_the_document_and_the_overlay_stay_as_they_are() -> None:
    changes = overlay(update("$", {"new": {"list": []}}), update("$.new.list", 1))
    before = json.dumps([DOCUMENT, changes])

    overlays.apply(DOCUMENT, changes)

    assert json.dumps([DOCUMENT, changes]) == before


@pytest.mark.parametrize(
    ("action", "finding"),
    [
        (3, "ours: actions[0]: It is not an object."),
        ({"update": 1}, "ours: actions[0].target: None is not a JSONPath."),
        ({"target": "info", "update": 1}, "ours: actions[0].target: 'info' is not a JSONPath."),
        ({"target": "$.a[", "update": 1}, "ours: actions[0].target: '$.a[' is not a JSONPath: "),
        ({"target": "$[?ff(@)]", "update": 1}, "is not a JSONPath: function 'ff' is not defined."),
        ({"target": "$", "copy": "$["}, "ours: actions[0].copy: '$[' is not a JSONPath: "),
        ({"target": "$"}, "ours: actions[0]: It has 0 changes. Give it one of update, remove"),
        ({"target": "$", "update": 1, "remove": True}, "ours: actions[0]: It has 2 changes."),
        ({"target": "$.info", "remove": "yes"}, "actions[0].remove: 'yes' is not true or false."),
        (
            {"target": "$", "update": {}, "description": 1},
            "actions[0].description: 1 is not a text",
        ),
        (
            {"target": "$", "copy": "$", "x-replace": True},
            "actions[0].x-replace: It is for updates",
        ),
        ({"target": "$", "update": {}, "reason": ""}, "actions[0].reason: An action has no such"),
        ({"target": "$", "update": 1}, "ours: actions[0]: The target is an object, the update is"),
        ({"target": "$.info.title", "update": {}}, "actions[0]: The target is a single value"),
        ({"target": "$", "remove": True}, "actions[0]: The whole document cannot be removed."),
        ({"target": "$", "copy": "$.gone"}, "ours: actions[0]: copy selects 0 nodes, not one."),
        ({"target": "$", "copy": "$.enum[*]"}, "ours: actions[0]: copy selects 2 nodes, not one."),
    ],
)
def test_a_malformed_action_is_refused_with_its_index(action: object, finding: str) -> None:
    with pytest.raises(UnusableSpec) as refused:
        after(action)

    assert finding in str(refused.value)


@pytest.mark.parametrize(
    ("document", "finding"),
    [
        ([], "overlay: It is not an object."),
        ({}, "overlay: overlay: None is not a known version. Write 1.1.0."),
        ({"overlay": "2.0.0"}, "'2.0.0' is not a known version."),
        ({"info": 3}, "overlay: info: title is missing."),
        ({"info": {"title": "x"}}, "x: info: version is missing."),
        ({}, "overlay: actions: There are none."),
        ({"actions": []}, "overlay: actions: There are none."),
        ({"action": []}, "overlay: action: An overlay has no such key."),
    ],
)
def test_a_malformed_overlay_is_refused(document: object, finding: str) -> None:
    with pytest.raises(UnusableSpec) as refused:
        overlays.apply(DOCUMENT, document)

    assert finding in str(refused.value)


def test_an_overlay_may_have_extensions() -> None:
    changes = overlay(update("$.info", {"title": "x"}, **{"x-source": "a page"}))
    found = overlays.apply(DOCUMENT, {**changes, "extends": "openapi.yaml", "x-owner": "us"})

    assert found.document["info"]["title"] == "x"


def test_a_document_that_is_too_deep_for_a_path_is_refused() -> None:
    deep: Node = {}
    for _ in range(150):
        deep = {"x": deep}

    with pytest.raises(UnusableSpec, match=r"ours: actions\[0\]: '\$\.\.y' cannot be followed: "):
        overlays.apply(deep, overlay(update("$..y", 1)))


def test_all_malformed_actions_are_told_at_once() -> None:
    with pytest.raises(UnusableSpec) as refused:
        after({"target": "$"}, update("$.info", {"title": "x"}), {"target": "$["})

    assert [finding.place for finding in refused.value.findings] == [
        "ours: actions[0]",
        "ours: actions[2]",
        "ours: actions[2].target",
    ]


def test_our_overlay_applies_in_well_under_a_second() -> None:
    upstream: Any = read_upstream()
    ours = load(OVERLAY)

    start = time.process_time()
    overlays.apply(upstream, ours)

    is_traced = sys.gettrace() is not None  # by coverage or a debugger, which take most of the time
    assert time.process_time() - start < (5 if is_traced else 1)
