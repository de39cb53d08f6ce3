"""Exports of lists: every item once, in any format, interrupted and resumed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import pytest

from gigstack_api import Gigstack, InvalidArgumentError
from gigstack_api.bulk import Progress, open_rows
from gigstack_api.bulk.exports import EXPORTED, Export, export
from gigstack_api.bulk.exports.place import place_file
from gigstack_api.bulk.exports.resources import Filters
from gigstack_api.bulk.exports.ticks import Ticks
from gigstack_api.bulk.rows.writing import RowWriter
from gigstack_api.errors import APIError, FileNotSavedError, ServerError
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.faults import parse
from gigstack_api.sandbox.rules.customers.clients import create
from gigstack_api.types import InlineClientDict, LineItemInputDict
from tests.support.sandbox import AT_ONCE, call_on

from .shown import FirstProgress

pytestmark = pytest.mark.anyio

CLIENTS = 205


def create_clients(sandbox: Sandbox, count: int) -> None:
    call = call_on(sandbox.state)
    for number in range(count):
        create(call, {"name": f"Cliente {number}"})


def names(path: Path) -> list[str]:
    return [str(row.values["name"]) for row in open_rows(path)]


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx", "parquet"])
async def test_an_export_holds_every_item_once(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path, ending: str
) -> None:
    create_clients(sandbox, 120)
    target = tmp_path / f"clients.{ending}"
    reports: list[Progress] = []
    summary = await export(gig, "clients", target, progress=reports.append)
    assert (summary.rows, summary.resumed_at, summary.is_complete) == (120, 0, True)
    assert sorted(names(target)) == sorted(f"Cliente {number}" for number in range(120))
    assert [report.done for report in reports] == [100, 120]
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


async def test_a_folder_and_a_link_are_refused_at_once(gig: Gigstack, tmp_path: Path) -> None:
    for name in ("folder.csv", "link.csv"):
        target = tmp_path / name
        if name == "folder.csv":
            target.mkdir()
        else:
            target.symlink_to(tmp_path / "elsewhere.csv")
        with pytest.raises(FileNotSavedError, match="which is not replaced: remove it"):
            await export(gig, "clients", target)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.csv", "link.csv"]


async def test_an_export_that_has_no_row_leaves_no_part(tmp_path: Path) -> None:
    sandbox = Sandbox()
    sandbox.faults.add(parse("status=404 operation=list_clients times=always"))
    with pytest.raises(APIError):
        await export(sandbox.client(retries=AT_ONCE), "clients", tmp_path / "c.csv")
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("resource", EXPORTED)
async def test_an_empty_list_gives_a_file_without_rows(
    gig: Gigstack, tmp_path: Path, resource: Any
) -> None:
    target = tmp_path / "empty.jsonl"
    summary = await export(gig, resource, target, created_gte=datetime(2099, 1, 1, tzinfo=UTC))
    assert (summary.rows, summary.is_complete, target.read_bytes()) == (0, True, b"")


async def test_invoices_of_every_kind_are_in_one_file(gig: Gigstack, tmp_path: Path) -> None:
    client: InlineClientDict = {"name": "Público en general", "tax_id": "XAXX010101000"}
    lines: list[LineItemInputDict] = [{"description": "Mesa", "quantity": 1, "unit_price": 100}]
    income = await gig.income_invoices.create(client=client, items=lines, payment_form="03")
    egress = await gig.egress_invoices.create(
        client=client,
        items=lines,
        payment_form="03",
        related_documents=[{"relationship": "01", "documents": [str(income.uuid)]}],
    )
    target = tmp_path / "invoices.jsonl"
    await export(gig, "invoices", target)
    found = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row["uuid"] for row in found] == [income.uuid, egress.uuid]
    assert [row["invoice_type"] for row in found] == ["I", "E"]


async def test_metadata_and_times_filter_an_export(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    for number, day in enumerate((1, 2, 3)):
        time = datetime(2026, 5, day, tzinfo=UTC).timestamp()
        sandbox.state.now = partial(float, time)
        await gig.clients.create(name=f"Cliente {number}", metadata={"segment": str(number % 2)})
    target = tmp_path / "clients.jsonl"
    await export(gig, "clients", target, created_gte=datetime(2026, 5, 2, tzinfo=UTC))
    assert names(target) == ["Cliente 2", "Cliente 1"]
    await export(gig, "clients", target, created_lte=datetime(2026, 5, 2, tzinfo=UTC))
    assert names(target) == ["Cliente 1", "Cliente 0"]
    await export(gig, "clients", target, metadata={"segment": "0"})
    assert sorted(names(target)) == ["Cliente 0", "Cliente 2"]


async def test_a_stopped_export_is_resumed_behind_its_last_page(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    create_clients(sandbox, CLIENTS)
    target = tmp_path / "clients.csv"
    stopped = Export(gig, "clients", target, filters=Filters(), progress=lambda _: stopped.stop())
    summary = await stopped.run()
    assert (summary.rows, summary.is_complete, target.exists()) == (100, False, False)
    reports: list[Progress] = []
    summary = await export(gig, "clients", target, resume=True, progress=reports.append)
    assert (summary.rows, summary.resumed_at, summary.is_complete) == (CLIENTS, 100, True)
    assert [report.done for report in reports] == [200, CLIENTS]
    assert sorted(names(target)) == sorted(f"Cliente {number}" for number in range(CLIENTS))
    assert [path.name for path in tmp_path.iterdir()] == ["clients.csv"]


async def test_an_export_that_failed_is_resumed(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    create_clients(sandbox, CLIENTS)
    target = tmp_path / "clients.jsonl"

    def fail(report: Progress) -> None:
        sandbox.faults.add(parse("status=500 times=always operation=list_clients"))

    with pytest.raises(ServerError):
        await export(gig, "clients", target, progress=fail)
    part = tmp_path / "clients.jsonl.part"
    part.write_bytes(part.read_bytes() + b'{"name": "half a ro')  # a write that was cut
    sandbox.faults.clear()
    summary = await export(gig, "clients", target, resume=True)
    assert (summary.resumed_at, summary.rows) == (100, CLIENTS)
    assert len({*names(target)}) == CLIENTS


async def test_resuming_without_an_earlier_run_starts_at_the_beginning(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    create_clients(sandbox, 3)
    summary = await export(gig, "clients", tmp_path / "clients.jsonl", resume=True)
    assert (summary.resumed_at, summary.rows) == (0, 3)


@pytest.mark.parametrize("file_is_left", [True, False])
async def test_an_export_that_ended_before_its_last_steps_is_completed(
    sandbox: Sandbox,
    gig: Gigstack,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    file_is_left: bool,
) -> None:
    create_clients(sandbox, 3)
    target = tmp_path / "clients.jsonl"

    class Ended(Exception):
        pass

    def end(*_: object, **__: object) -> None:
        raise Ended

    if file_is_left:
        monkeypatch.setattr(RowWriter, "finish", end)
    else:
        original = Path.unlink

        def unlink(self: Path, missing_ok: bool = False) -> None:
            if self.name.endswith(".place") and self.exists():
                raise Ended
            original(self, missing_ok=missing_ok)

        monkeypatch.setattr(Path, "unlink", unlink)
    with pytest.raises(Ended):
        await export(gig, "clients", target)
    monkeypatch.undo()
    assert place_file(target).exists()
    summary = await export(gig, "clients", target, resume=True)
    assert (summary.rows, summary.is_complete) == (3, True)
    assert len(names(target)) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["clients.jsonl"]


async def test_another_export_is_not_resumed(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    create_clients(sandbox, 101)
    target = tmp_path / "clients.jsonl"
    stopped = Export(gig, "clients", target, filters=Filters(), progress=lambda _: stopped.stop())
    await stopped.run()
    with pytest.raises(InvalidArgumentError, match="belongs to another export"):
        await export(gig, "clients", target, metadata={"segment": "odd"}, resume=True)
    place_file(target).write_text("{")
    with pytest.raises(InvalidArgumentError, match="is damaged"):
        await export(gig, "clients", target, resume=True)
    assert (await export(gig, "clients", target)).rows == 101


@pytest.mark.parametrize(
    ("resource", "filters", "said"),
    [
        ("teams", Filters(), "exported are clients, services"),
        ("services", Filters(metadata={"a": "b"}), "services cannot be filtered by metadata"),
        ("clients", Filters(created_gte=datetime(2026, 1, 1)), "created_gte needs a time zone"),
    ],
)
async def test_filters_that_a_list_does_not_take_are_refused(
    gig: Gigstack, tmp_path: Path, resource: Any, filters: Filters, said: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=said):
        Export(gig, resource, tmp_path / "file.csv", filters=filters)


async def test_sat_invoices_are_filtered_by_the_local_time_of_issue(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    asked: list[str] = []

    async def request(operation: Any) -> Any:
        asked.append(dict(operation.query)["from"])
        return await Gigstack.request(gig, operation)

    gig.request = request  # type: ignore[method-assign]  # sees what is asked for
    time = datetime(2026, 5, 1, 6, tzinfo=UTC)
    await export(gig, "sat-invoices", tmp_path / "sat.csv.jsonl", created_gte=time)
    assert asked == ["2026-05-01T00:00:00"]


async def test_waits_for_a_rate_limit_are_shown_while_no_page_arrives(
    gig: Gigstack, tmp_path: Path
) -> None:
    gig.hold_back(30)
    shown = FirstProgress()
    with shown.scope:
        await export(gig, "clients", tmp_path / "clients.csv", progress=shown)
    assert [progress.done for progress in shown.seen] == [0]
    assert 25 < shown.seen[0].waiting_s <= 30


async def test_the_end_of_a_wait_is_shown(gig: Gigstack) -> None:
    seen: list[Progress] = []
    waits = iter([2.0, 2.0, 0.0, 0.0])
    with anyio.CancelScope() as scope:

        def show(progress: Progress) -> None:
            seen.append(progress)
            if progress.waiting_s == 0:
                scope.cancel()

        async with Ticks(show, lambda: next(waits)):
            await anyio.sleep_forever()
    assert [progress.waiting_s for progress in seen] == [2.0, 0.0]
