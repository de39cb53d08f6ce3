"""Overlay actions that keep an old name for one release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from gigstack_api.regenerate import overlays
from gigstack_api.regenerate.comparison import compare
from gigstack_api.regenerate.comparison.aliases import aliases
from gigstack_api.regenerate.comparison.printing import to_yaml
from gigstack_api.regenerate.document import Node
from gigstack_api.regenerate.facts import infer
from gigstack_api.regenerate.normalising import normalise
from tests.generation.fake_api import FakeApi
from tests.generation.trial import generate_trial
from tests.regenerate.changes.editing import edited

from .edits import BASE, CLIENT, INPUT

LIST = "paths /clients get"


def proposed(*edits: list[Any]) -> tuple[Node, tuple[Node, ...]]:
    new = edited(BASE, list(edits))
    return new, aliases(BASE, new, compare(BASE, new))


def kept(*edits: list[Any]) -> Node:
    """The new document after the proposals; each of them selects and changes something."""
    new, actions = proposed(*edits)
    overlay = {
        "overlay": "1.1.0",
        "info": {"title": "aliases", "version": "1"},
        "actions": [*actions],
    }
    applied = overlays.apply(new, overlay)
    assert (applied.unmatched, applied.idle) == ((), ())
    return applied.document


REMOVALS: list[list[list[Any]]] = [
    [["drop", f"{CLIENT} phone"]],
    [["drop", f"{INPUT} copies"]],
    [["drop", "paths /clients/{id} delete"]],
    [["drop", "paths /clients/{id}/notes"], ["drop", "components schemas Note"]],
    [["drop", f"{LIST} parameters 3"]],
]


@pytest.mark.parametrize("edits", REMOVALS, ids=lambda edits: edits[0][1])
def test_a_thing_that_went_stays_as_deprecated(edits: list[list[Any]]) -> None:
    found = compare(BASE, kept(*edits))
    assert {change.level for change in found} <= {"deprecated", "text"}
    assert found


def test_an_enum_value_that_went_stays() -> None:
    document = kept(["set", "components schemas Status enum", ["active"]])
    assert document["components"]["schemas"]["Status"]["enum"] == ["active", "on-hold"]


RENAMES: list[list[Any]] = [
    ["set", "paths /clients post x-gigstack method", "add"],
    ["set", f"{LIST} parameters 0 name", "page_size"],
    ["set", f"{LIST} x-gigstack ranges", {}],
    ["move", f"{INPUT} copies", f"{INPUT} count"],
    ["move", f"{CLIENT} phone", f"{CLIENT} telephone"],
    ["rename", "Address", "Place"],
    ["rename", "Status", "State"],
]


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_old_names_work_for_a_release_once_the_proposals_are_applied(tmp_path: Path) -> None:
    api = FakeApi()
    document = infer(normalise(kept(*RENAMES)).document).document
    trial = generate_trial(document, tmp_path / f"renamed_{uuid4().hex[:8]}")
    clients: Any = trial.resource("clients").ClientsApi(api.gig)
    with pytest.deprecated_call(match=r"clients\.create\(\) is deprecated; it is called add now"):
        create = clients.create
        api.answers(200, json={"data": {"id": "c1", "telephone": "55"}})
        made = await create(name="Ana", count=2)
    with pytest.deprecated_call(match="copies is deprecated; it is called count now"):
        await clients.add(name="Ana", copies=2)
    assert json.loads(api.asked.content)["count"] == 2
    with pytest.deprecated_call(match="Client.phone is deprecated; it is called telephone now"):
        assert made.phone == "55"
    api.answers(200, json={"data": []})
    with pytest.deprecated_call(match="limit is deprecated; it is called page_size now"):
        await clients.list(limit=5)
    assert api.asked.url.params["page_size"] == "5"
    models: Any = trial.models()
    with pytest.deprecated_call(match="Address is deprecated; it is called Place now"):
        assert models.Address is models.Place
    with pytest.deprecated_call(match="Status is deprecated; it is called State now"):
        assert models.Status is models.State


ALONE: list[list[list[Any]]] = [
    [
        ["copy", f"{LIST} parameters 0", "components parameters Limit"],
        ["set", "components parameters Limit name", "page_size"],
        ["set", f"{LIST} parameters 0", {"$ref": "#/components/parameters/Limit"}],
    ],
    [
        ["set", "paths /clients/{id} delete tags", ["people"]],
        ["set", "paths /clients/{id} delete operationId", "remove_client"],
    ],
    [["rename", "ClientEnvelope", "OneClient"]],
]


@pytest.mark.parametrize("edits", ALONE, ids=lambda edits: edits[0][1])
def test_what_can_have_one_name_only_has_no_proposal(edits: list[list[Any]]) -> None:
    _, actions = proposed(*edits)
    assert actions == ()


def test_the_actions_are_written_as_an_overlay_has_them() -> None:
    _, actions = proposed(["move", f"{CLIENT} phone", f"{CLIENT} telephone"])
    assert to_yaml(actions) == (
        "- target: $.components.schemas.Client.properties.telephone\n"
        "  description: 'Kept for one release: the old name of `Client.telephone`.'\n"
        "  update:\n"
        "    x-renamed-from: phone"
    )
