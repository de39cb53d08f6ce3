"""Small runs of the promise on imports; planted violations are found."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from msgspec.structs import replace

from gigstack_api.bulk import RowResult

from .kinds import KINDS, Kind
from .oracle import judge
from .plan import kills
from .run import run_seeds

ROWS = 200
CLIENTS, _, INVOICES = KINDS


@pytest.mark.parametrize(
    ("kind", "rows"), [(CLIENTS, 100), (INVOICES, 150)], ids=["clients", "invoices"]
)
def test_an_import_that_is_killed_ends_like_one_that_is_not(kind: Kind, rows: int) -> None:
    result = run_seeds(kind, range(3, 4), rows=rows, count=1)
    assert result.broken == ()
    assert result.counts["twice"] == 0
    assert result.counts["bad ones"] != 0
    assert result.counts["rows in flight when killed"] != 0


def finished() -> tuple[list[RowResult], list[dict[str, Any]]]:
    """The end of an import that went well."""
    good = [number for number in range(1, ROWS + 1) if not CLIENTS.is_bad(number)]
    last = {CLIENTS.key(number): number for number in good}
    clients: list[dict[str, Any]] = [
        {"id": f"client_{rfc}", "tax_id": rfc, "name": f"row {number}", "address": {}}
        for rfc, number in last.items()
    ]
    seen = set[str]()
    results: list[RowResult] = []
    for number in range(1, ROWS + 1):
        rfc = CLIENTS.key(number)
        if CLIENTS.is_bad(number):
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
    (
        lambda results, _: _set(results, 1, id=f"client_{CLIENTS.key(5)}"),
        "the id of something else",
    ),
    (lambda results, _: _set(results, 3, outcome="created"), "keys created twice"),
]


def _set(results: list[RowResult], row: int, **fields: Any) -> None:
    results[row - 1] = replace(results[row - 1], **fields)


@pytest.mark.parametrize(("plant", "reason"), PLANTED, ids=range(len(PLANTED)))
def test_a_planted_violation_is_found(plant: Planted, reason: str) -> None:
    results, clients = finished()
    undisturbed = deepcopy(clients)
    assert not judge(CLIENTS, ROWS, results, clients, undisturbed)
    plant(results, clients)
    assert any(reason in found for found in judge(CLIENTS, ROWS, results, clients, undisturbed))


def test_rows_share_keys_and_three_of_a_hundred_are_bad() -> None:
    assert [CLIENTS.owner(number) for number in range(20, 30)] == [
        *(20, 21, 22, 22, 24, 25, 26, 27, 28, 22)
    ]
    assert sum(map(CLIENTS.is_bad, range(1, 10_001))) == 300
    assert sum(map(INVOICES.is_bad, INVOICES.numbers(3_000))) == 30
    assert len({INVOICES.key(number) for number in range(1, 10)}) == 3


def test_kills_leave_rows_for_the_last_run() -> None:
    moments = kills(1, 10_000, 20, workers=True)
    assert len(moments) == 20
    assert 5_000 < sum(one.after for one in moments) < 9_600
    assert [one.after for one in moments].count(0) >= 4
    assert [one.victim for one in moments].count("worker") == 10
    assert moments == kills(1, 10_000, 20, workers=True) != kills(2, 10_000, 20, workers=True)
    assert {one.victim for one in kills(1, 10_000, 20)} == {"program"}
