"""A small run of the promise on imports; planted violations are found."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from msgspec.structs import replace

from gigstack_api.bulk import RowResult

from .oracle import judge
from .plan import is_bad, key, kills, owner
from .run import run_seeds

ROWS = 200


def test_an_import_that_is_killed_ends_like_one_that_is_not() -> None:
    result = run_seeds(range(3, 4), rows=ROWS, count=3)
    assert result.broken == ()
    assert (result.counts["bad rows"], result.counts["clients twice"]) == (6, 0)
    assert result.counts["rows in flight when killed"] != 0


def finished() -> tuple[list[RowResult], list[dict[str, Any]]]:
    """The end of an import that went well."""
    good = [number for number in range(1, ROWS + 1) if not is_bad(number)]
    last = {key(number): number for number in good}
    clients: list[dict[str, Any]] = [
        {"id": f"client_{rfc}", "tax_id": rfc, "name": f"row {number}", "address": {}}
        for rfc, number in last.items()
    ]
    seen = set[str]()
    results: list[RowResult] = []
    for number in range(1, ROWS + 1):
        rfc = key(number)
        if is_bad(number):
            results.append(RowResult(number, rfc, "failed", error="bad", code="bad_row"))
        else:
            results.append(
                RowResult(number, rfc, "updated" if rfc in seen else "created", f"client_{rfc}")
            )
            seen.add(rfc)
    return results, clients


Planted = Callable[[list[RowResult], list[dict[str, Any]]], object]

PLANTED: list[tuple[Planted, str]] = [
    (lambda results, _: results.pop(), "rows without a report"),
    (lambda results, _: results.append(results[0]), "rows without a report"),
    (lambda _, clients: clients.append({**clients[0], "id": "twin"}), "clients twice"),
    (lambda _, clients: clients[1].update(name="row 0"), "not as without kills"),
    (lambda results, _: _set(results, 41, outcome="found"), "bad rows not reported"),
    (lambda results, _: _set(results, 1, outcome="unknown"), "good rows reported as unknown"),
    (lambda results, _: _set(results, 1, id=f"client_{key(5)}"), "the id of another client"),
    (lambda results, _: _set(results, 3, outcome="created"), "keys created twice"),
]


def _set(results: list[RowResult], row: int, **fields: Any) -> None:
    results[row - 1] = replace(results[row - 1], **fields)


@pytest.mark.parametrize(("plant", "reason"), PLANTED, ids=range(len(PLANTED)))
def test_a_planted_violation_is_found(plant: Planted, reason: str) -> None:
    results, clients = finished()
    undisturbed = deepcopy(clients)
    assert not judge(ROWS, results, clients, undisturbed)
    plant(results, clients)
    assert any(reason in found for found in judge(ROWS, results, clients, undisturbed))


def test_rows_share_keys_and_three_of_a_hundred_are_bad() -> None:
    assert [owner(number) for number in range(20, 30)] == [20, 21, 22, 22, 24, 25, 26, 27, 28, 22]
    assert sum(map(is_bad, range(1, 10_001))) == 300


def test_kills_leave_rows_for_the_last_run() -> None:
    moments = kills(1, 10_000, 20)
    assert len(moments) == 20
    assert 5_000 < sum(moments) < 9_600
    assert moments.count(0) >= 4
    assert moments == kills(1, 10_000, 20) != kills(2, 10_000, 20)
