"""Overlay actions that keep an old name for one release."""

from __future__ import annotations

from typing import Any

import pytest

from gigstack_api.regenerate import overlays
from gigstack_api.regenerate.comparison import compare
from gigstack_api.regenerate.comparison.aliases import ALIAS, aliases
from gigstack_api.regenerate.comparison.printing import to_yaml
from gigstack_api.regenerate.document import Node
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


def test_a_renamed_method_has_its_old_names() -> None:
    document = kept(
        ["set", "paths /clients/{id} delete x-gigstack method", "remove"],
        ["set", "paths /clients/{id} delete operationId", "remove_client"],
        ["set", "paths /clients/{id} delete tags", ["people"]],
    )
    alias = document["paths"]["/clients/{id}"]["delete"][ALIAS]
    assert alias == {"method": "delete", "resource": "clients", "module": "delete_client"}


def test_a_renamed_parameter_has_its_old_name() -> None:
    document = kept(["set", f"{LIST} parameters 0 name", "page_size"])
    assert document["paths"]["/clients"]["get"]["parameters"][0][ALIAS] == "limit"


def test_a_parameter_that_stands_elsewhere_is_left_out() -> None:
    _, actions = proposed(
        ["copy", f"{LIST} parameters 0", "components parameters Limit"],
        ["set", "components parameters Limit name", "page_size"],
        ["set", f"{LIST} parameters 0", {"$ref": "#/components/parameters/Limit"}],
    )
    assert actions == ()


def test_a_renamed_field_has_its_old_name() -> None:
    document = kept(["move", f"{CLIENT} phone", f"{CLIENT} telephone"])
    field = document["components"]["schemas"]["Client"]["properties"]["telephone"]
    assert field[ALIAS] == "phone"


def test_a_renamed_schema_has_its_old_name() -> None:
    document = kept(["rename", "Address", "Place"])
    assert document["components"]["schemas"]["Place"][ALIAS] == "Address"


def test_the_actions_are_written_as_an_overlay_has_them() -> None:
    _, actions = proposed(["move", f"{CLIENT} phone", f"{CLIENT} telephone"])
    assert to_yaml(actions) == (
        "- target: $.components.schemas.Client.properties.telephone\n"
        "  description: 'Kept for one release: the old name of `Client.telephone`.'\n"
        "  update:\n"
        "    x-deprecated-alias: phone"
    )
