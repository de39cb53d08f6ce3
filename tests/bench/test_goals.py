from __future__ import annotations

import asyncio
import importlib
import json
from pathlib import Path

import pytest
import trio

from scripts.bench.answers import write
from scripts.bench.goals import Check, Row, against
from scripts.bench.measure import at_once
from scripts.bench.report import lines_of, missed
from scripts.bench.server import CannedAnswers


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("answers")
    write(folder)
    return folder


def body_of(answer: tuple[float, bytes]) -> dict[str, object]:
    body: dict[str, object] = json.loads(answer[1].partition(b"\r\n\r\n")[2])
    return body


def test_a_goal_is_judged_by_the_median_neighbour_ratio() -> None:
    samples = {"ours": [10.0, 100.0, 1000.0], "vanilla": [10.0, 50.0, 10.0]}
    (check,) = against(samples, "ours", {"vanilla": ("at least", 2.0)})
    assert (check.found, check.met) == (2.0, True)


def test_a_goal_missed_by_less_than_the_rounding_is_missed() -> None:
    check = Check(text="at most 1.1 x httpx", found=1.1001, at_most=1.1)
    assert check.shown == "1.10 x"
    assert not check.met


def test_a_goal_against_an_absent_peer_is_not_judged() -> None:
    assert against({"ours": [1.0]}, "ours", {"vanilla": ("at most", 1.0)}) == ()


def test_a_row_is_the_same_after_it_was_recorded() -> None:
    check = Check(text="at least 8 x vanilla", found=2.0, at_least=8)
    row = Row(what="calls", unit="calls/s", figures={"ours": 10.0}, checks=[check], note="Fast.")
    assert Row.from_json(json.loads(json.dumps(row.as_json()))) == row


def test_a_missed_goal_and_an_absent_peer_are_reported() -> None:
    check = Check(text="at least 8 x vanilla", found=2.0, at_least=8)
    row = Row(
        what="calls",
        unit="calls/s",
        figures={"ours": 10.0},
        checks=(check,),
        absent={"stripe": "no reason"},
    )
    text = "\n".join(lines_of(row))
    assert "MISSED" in text
    assert "stripe: not available: no reason" in text
    assert missed([row]) == ["calls: at least 8 x vanilla, measured 2.00 x"]


def test_the_server_pages_by_cursor_and_by_number(answers: Path) -> None:
    server = CannedAnswers(answers)
    first = body_of(server.get(b"/0/2/v2/clients?limit=2"))
    last = body_of(server.get(b"/0/2/v2/clients?limit=2&next=cursor_1"))
    numbered = body_of(server.get(b"/0/2/v2/clients?limit=2&page=2&metadata.segment=7"))
    assert (first["next"], first["has_more"]) == ("cursor_1", True)
    assert (last.get("next"), last["has_more"]) == (None, False)
    assert numbered["data"] == last["data"] != first["data"]


def test_the_page_of_100_invoices_has_the_documented_size(answers: Path) -> None:
    size = (answers / "invoices_100.json").stat().st_size
    assert 180 * 1024 < size < 190 * 1024


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_calls_are_made_at_once_on_either_loop(loop: str) -> None:
    order: list[str] = []

    async def call() -> None:
        order.append("began")
        await importlib.import_module(loop).sleep(0)
        order.append("ended")

    if loop == "trio":
        trio.run(at_once, call, 3)
    else:
        asyncio.run(at_once(call, 3))
    assert order == ["began"] * 3 + ["ended"] * 3
