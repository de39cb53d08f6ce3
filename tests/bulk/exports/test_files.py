"""The PDF and XML of invoices: proven, in folders by month, and not fetched twice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import anyio
import pytest

from gigstack_api import Gigstack
from gigstack_api.bulk import Progress, RowResult
from gigstack_api.bulk.exports import export_files
from gigstack_api.bulk.exports.files import Files, month_of
from gigstack_api.bulk.exports.resources import Filters
from gigstack_api.models import Invoice
from gigstack_api.sandbox import Sandbox
from gigstack_api.sandbox.faults import parse
from tests.support.sandbox import AT_ONCE

pytestmark = pytest.mark.anyio


@pytest.fixture
def sandbox() -> Sandbox:
    sandbox = Sandbox()
    sandbox.state.now = lambda: datetime(2026, 6, 1, 5, tzinfo=UTC).timestamp()
    return sandbox


@pytest.fixture
def gig(sandbox: Sandbox) -> Gigstack:
    return sandbox.client(retries=AT_ONCE)


async def stamp(gig: Gigstack, count: int) -> list[str]:
    return [
        str(
            (
                await gig.income_invoices.create(
                    client={"name": "Público en general", "tax_id": "XAXX010101000"},
                    items=[{"description": "Mesa", "quantity": 1, "unit_price": 100}],
                    payment_form="03",
                )
            ).uuid
        )
        for _ in range(count)
    ]


async def outcomes(gig: Gigstack, folder: Path) -> dict[str | None, RowResult]:
    return {result.key: result async for result in export_files(gig, folder)}


async def test_both_files_of_each_invoice_are_saved_by_month(gig: Gigstack, tmp_path: Path) -> None:
    uuids = await stamp(gig, 3)
    reports: list[Progress] = []
    found = [result async for result in export_files(gig, tmp_path, progress=reports.append)]
    assert {result.key for result in found} == {*uuids}
    assert {result.outcome for result in found} == {"created"}
    expected = {f"{uuid}.{ending}" for uuid in uuids for ending in ("pdf", "xml")}
    # Five in the morning in UTC is still May in Mexico.
    assert {path.name for path in (tmp_path / "2026-05").iterdir()} == expected
    assert reports[-1].done == 3


async def test_whole_files_are_not_fetched_again_and_broken_ones_are(
    gig: Gigstack, tmp_path: Path
) -> None:
    whole, cut, swapped, missing = await stamp(gig, 4)
    await outcomes(gig, tmp_path)
    month = tmp_path / "2026-05"
    pdf = month / f"{cut}.pdf"
    pdf.write_bytes(pdf.read_bytes()[:-40])
    (month / f"{swapped}.xml").write_bytes((month / f"{whole}.xml").read_bytes())
    (month / f"{missing}.xml").unlink()
    again = await outcomes(gig, tmp_path)
    assert {key: result.outcome for key, result in again.items()} == {
        whole: "skipped",
        cut: "created",
        swapped: "created",
        missing: "created",
    }
    assert {result.outcome for result in (await outcomes(gig, tmp_path)).values()} == {"skipped"}


async def test_an_invoice_whose_files_fail_stops_nothing(
    sandbox: Sandbox, gig: Gigstack, tmp_path: Path
) -> None:
    await stamp(gig, 2)
    sandbox.faults.add(parse("status=404 times=1 operation=get_invoice_files"))
    found = await outcomes(gig, tmp_path)
    assert sorted(result.outcome for result in found.values()) == ["created", "failed"]
    [failed] = [result for result in found.values() if result.outcome == "failed"]
    assert failed.code
    assert failed.error
    assert len([*(tmp_path / "2026-05").iterdir()]) == 2


async def test_a_stopped_run_ends_after_what_is_being_saved(gig: Gigstack, tmp_path: Path) -> None:
    await stamp(gig, 4)
    files = Files(gig, tmp_path, filters=Filters(), concurrency=1)
    found: list[RowResult] = []
    async for result in files:
        found.append(result)
        files.stop()
    assert files.is_stopped
    assert 1 <= len(found) <= 2
    assert len(await outcomes(gig, tmp_path)) == 4


async def test_an_invoice_without_a_time_has_a_folder_of_its_own() -> None:
    assert month_of(Invoice.from_dict({"uuid": "u"})) == "sin-fecha"
    assert month_of(Invoice.from_dict({"created_at": 1780290000})) == "2026-05"


async def test_waits_for_a_rate_limit_are_shown_while_no_file_arrives(
    gig: Gigstack, tmp_path: Path
) -> None:
    seen: list[Progress] = []
    gig.hold_back(30)
    with anyio.CancelScope() as scope:

        def show(progress: Progress) -> None:
            seen.append(progress)
            scope.cancel()

        async for _ in export_files(gig, tmp_path, progress=show):
            raise AssertionError
    assert 25 < seen[0].waiting_s <= 30
