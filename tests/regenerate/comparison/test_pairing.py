"""Things that have another name are recognised, if it is sure enough that they are the same."""

from __future__ import annotations

import copy

from gigstack_api.regenerate.comparison import compare
from gigstack_api.regenerate.comparison.pairing import (
    likeness_of_schemas,
    pair_operations,
    renamed_schemas,
)
from tests.regenerate.changes.editing import edited

from .edits import BASE, changes, lines

NOTES = "paths /clients/{id}/notes"


def test_an_operation_of_another_path_and_id_is_the_same() -> None:
    new = edited(
        BASE,
        [["move", NOTES, "paths /people/{id}/remarks"],
         ["set", "paths /people/{id}/remarks post operationId", "create_remark"]],
    )  # fmt: skip
    pairs, gone, come = pair_operations(BASE, new)
    assert (gone, come) == ([], [])
    assert [pair.confidence for pair in pairs] == [1.0, 1.0, 1.0, 1.0, 0.87]

    moved = [change for change in compare(BASE, new) if change.id == "operation-moved"]
    assert [change.confidence for change in moved] == [0.87]


def test_an_operation_that_takes_other_arguments_is_another() -> None:
    new = edited(
        BASE,
        [["move", NOTES, "paths /people/{id}/remarks"],
         ["set", "paths /people/{id}/remarks post operationId", "create_remark"],
         ["drop", "paths /people/{id}/remarks post requestBody"]],
    )  # fmt: skip
    _, gone, come = pair_operations(BASE, new)
    assert [call.path for call in (*gone, *come)] == ["/clients/{id}/notes", "/people/{id}/remarks"]


def test_one_of_two_equal_operations_is_not_guessed() -> None:
    new = edited(BASE, [["move", NOTES, "paths /a"], ["copy", "paths /a", "paths /b"]])
    for name in ("a", "b"):
        new["paths"][f"/{name}"]["post"]["operationId"] = f"note_{name}"
    _, gone, come = pair_operations(BASE, new)
    assert [call.path for call in (*gone, *come)] == ["/clients/{id}/notes", "/a", "/b"]


def test_a_schema_with_most_of_its_fields_is_the_same() -> None:
    new = edited(
        BASE,
        [["rename", "Client", "Customer"],
         ["drop", "components schemas Customer properties phone"]],
    )  # fmt: skip
    assert renamed_schemas(BASE, new) == {"Client": ("Customer", 0.88)}
    assert [str(change) for change in compare(BASE, new)] == [
        "breaking: `Customer.phone` is gone [answer-field-removed]",
        "changed: `Client` is now called `Customer` [schema-renamed]",
    ]


def test_an_enum_is_recognised_by_its_values() -> None:
    new = edited(BASE, [["rename", "Order", "Direction"]])
    new["components"]["schemas"]["Direction"]["description"] = "Another."
    assert renamed_schemas(BASE, new) == {"Order": ("Direction", 1.0)}


def test_schemas_of_other_fields_are_different() -> None:
    one = {"properties": {"a": {"type": "string"}, "b": {"type": "string"}}}
    other = {"properties": {"a": {"type": "integer"}, "b": {"type": "string"}}}
    assert likeness_of_schemas(one, other) == 0.33
    assert likeness_of_schemas({"type": "string"}, {"type": "integer"}) == 0.0


def test_a_field_without_a_text_is_not_guessed() -> None:
    name = "components schemas Client properties"
    assert lines(["move", f"{name} balance", f"{name} saldo"]) == [
        "breaking: `Client.balance` is gone [answer-field-removed]",
        "added: `Client.saldo` is new [answer-field-added-optional]",
    ]


def test_a_parameter_without_a_text_is_not_guessed() -> None:
    assert [
        change.id for change in changes(["set", "paths /clients get parameters 3 name", "after"])
    ] == ["parameter-removed", "parameter-added-optional"]


def test_operations_that_swap_ids_are_told_apart_by_path() -> None:
    new = copy.deepcopy(BASE)
    both = new["paths"]["/clients/{id}"]
    both["get"]["operationId"], both["delete"]["operationId"] = "delete_client", "get_client"
    pairs, gone, come = pair_operations(BASE, new)
    assert (gone, come) == ([], [])
    assert all(pair.old.path == pair.new.path for pair in pairs)
